/** Names for lists of words that many phrases share: `{your}` in a phrase is any of them. */
export type Classes = Readonly<Record<string, string>>

export const commonClasses: Classes = {
  you: "you/u/ya/you_all/y'all",
  your: "your/ur/yer/his/her/their/you're",
  them: 'you/him/her/them/these/those/all/every/everyone/everybody/each/any/anyone/him/us',
  be: "is/are/was/were/be/been/being/am/r/isn't/aren't",
  a: 'a/an/the/such_a/such_an/one/some/another',
  will: "will/shall/would/should/must/can/could/ought_to/going_to/gonna/'ll",
}

/**
 * One pattern of a list of phrases, a phrase a line, for the words of a comment (`Said.text`). `a/b` is either word,
 * `a_b` two words as one choice, `a?` may be missing, `*` is any one word, `**` none to three. Bounded at every place,
 * so that a text takes time in proportion to its length.
 */
export function phrasesOf(list: string, classes: Classes = commonClasses): RegExp {
  const phrases = list
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return new RegExp(
    `(?<= )(?:${phrases.map((phrase) => phrasePattern(phrase, classes)).join('|')})(?= )`,
    'gu',
  )
}

function phrasePattern(phrase: string, classes: Classes): string {
  let pattern = ''
  for (const part of phrase.replace(/\{(\w+)\}/g, (_, name: string) => classes[name] ?? name).split(/ +/)) {
    const optional = part.endsWith('?') && part.length > 1
    const word = wordPattern(optional ? part.slice(0, -1) : part)
    if (part === '**') pattern += '(?:(?![.?!]+ )\\S+ ){0,3}'
    else pattern += optional ? `(?:${word} )?` : `${word} `
  }
  return pattern.replace(/ $/, '')
}

const wordPattern = (word: string): string =>
  word === '*'
    ? '(?![.?!]+ )\\S+'
    : word.includes('/')
      ? `(?:${word.split('/').map(escaped).join('|')})`
      : escaped(word)

const escaped = (word: string): string => word.replaceAll('_', ' ').replace(/[.?!*+^$()[\]{}|\\]/g, '\\$&')
