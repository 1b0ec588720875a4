/** Names for lists of words that many phrases share: `{your}` in a phrase is any of them. */
export type Classes = Readonly<Record<string, string>>

export const commonClasses: Classes = {
  you: "you/u/ya/y'all",
  your: "your/ur/yer/his/her/their/you're",
}

export type Phrase = { weight: number; pattern: RegExp }

/** Phrases by the word that they begin with, so that a text is only searched for those that it could hold. */
export type PhraseBook = ReadonlyMap<string, readonly Phrase[]>

/**
 * Reads lists of phrases, a phrase a line, by weight, for the words of a comment (`Said.text`). `a/b` is either word,
 * `a_b` two words as one choice, `a?` may be missing, `*` is any one word, `**` none to three. Every phrase is bounded,
 * so that a text takes time in proportion to its length.
 */
export function phraseBook(
  lists: Readonly<Record<string, string>>,
  classes: Classes = commonClasses,
): PhraseBook {
  const book = new Map<string, Phrase[]>()
  for (const [weight, list] of Object.entries(lists))
    for (const line of list.split('\n').filter((text) => text.trim() !== '')) {
      const parts = partsOf(line, classes)
      const phrase = { weight: Number(weight), pattern: patternOf(parts) }
      for (const word of firstWords(parts)) book.set(word, [...(book.get(word) ?? []), phrase])
    }
  return book
}

type Part = { choices: readonly string[]; optional: boolean }

const partsOf = (line: string, classes: Classes): Part[] =>
  line
    .replace(/\{(\w+)\}/g, (_, name: string) => classes[name] ?? name)
    .trim()
    .split(/ +/)
    .map((part) => {
      const optional = part.endsWith('?') && part.length > 1
      return { choices: (optional ? part.slice(0, -1) : part).split('/'), optional }
    })

function firstWords(parts: readonly Part[]): ReadonlySet<string> {
  const words = new Set<string>()
  for (const { choices, optional } of parts) {
    for (const choice of choices) words.add(choice.split('_')[0] ?? choice)
    if (!optional) break
  }
  return words
}

const word = '(?![.?!]+ )\\S+ '

function patternOf(parts: readonly Part[]): RegExp {
  const pieces = parts.map(({ choices, optional }) => {
    if (choices[0] === '**') return `(?:${word}){0,3}`
    const piece = choices[0] === '*' ? word : `(?:${choices.map(escaped).join('|')}) `
    return optional ? `(?:${piece})?` : piece
  })
  return new RegExp(pieces.join(''), 'uy')
}

const escaped = (choice: string): string => choice.replaceAll('_', ' ').replace(/[.?*+^$()[\]{}|\\]/g, '\\$&')
