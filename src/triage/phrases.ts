import { invariant } from '../lib/invariant.ts'

/** Names for lists of words that many phrases share: `{your}` in a phrase is any of them. */
export type Classes = Readonly<Record<string, string>>

export const commonClasses: Classes = {
  you: "you/u/ya/y'all",
  your: "your/ur/yer/his/her/their/you're",
}

/** `seconds`: what the next word must be, where that can be said: a look-up costs a tenth of a try. */
export type Phrase = { weight: number; pattern: RegExp; seconds: ReadonlySet<string> | undefined }

/** Phrases by the word that they begin with, so that a text is only searched for those that it could hold. */
export type PhraseBook = ReadonlyMap<string, readonly Phrase[]>

/**
 * Reads lists of phrases, a phrase a line, by weight, for the words of a comment (`Said.text`). `a/b` is either word,
 * `a_b` two words as one choice, `a?` may be missing, `*` is any one word, `**` none to three, a comma counted. Every
 * phrase is bounded, so that a text takes time in proportion to its length.
 */
export function phraseBook(
  lists: Readonly<Record<string, string>>,
  classes: Classes = commonClasses,
): PhraseBook {
  const book = new Map<string, Phrase[]>()
  for (const [weight, list] of Object.entries(lists))
    for (const line of list.split('\n').filter((text) => text.trim() !== '')) {
      const parts = partsOf(line, classes)
      const pattern = patternOf(parts)
      for (const [word, seconds] of beginnings(parts))
        book.set(word, [...(book.get(word) ?? []), { weight: Number(weight), pattern, seconds }])
    }
  return book
}

function choicesOf(name: string, classes: Classes): string {
  const choices = classes[name]
  invariant(choices, `a phrase speaks of {${name}}, and no class is called so`)
  return choices
}

type Part = { choices: readonly string[]; optional: boolean }

const partsOf = (line: string, classes: Classes): Part[] =>
  line
    .replace(/\{(\w+)\}/g, (_, name: string) => choicesOf(name, classes))
    .trim()
    .split(/ +/)
    .map((part) => {
      const optional = part.endsWith('?') && part.length > 1
      return { choices: (optional ? part.slice(0, -1) : part).split('/'), optional }
    })

/** The words that a phrase may begin with, each with those that may follow it. */
function beginnings(parts: readonly Part[]): Map<string, ReadonlySet<string> | undefined> {
  const found = new Map<string, ReadonlySet<string> | undefined>()
  for (const [i, { choices, optional }] of parts.entries()) {
    for (const choice of choices) {
      const [word = choice, next] = choice.split('_')
      const seconds = next === undefined ? firstWords(parts.slice(i + 1)) : new Set([next])
      const before = found.has(word) ? found.get(word) : new Set<string>()
      found.set(word, before && seconds && new Set([...before, ...seconds]))
    }
    if (!optional) break
  }
  return found
}

/** Undefined where any word may come, or none. */
function firstWords(parts: readonly Part[]): ReadonlySet<string> | undefined {
  const words = new Set<string>()
  for (const { choices, optional } of parts) {
    if (choices.some((choice) => /^(?:\*+|[,.!])$/.test(choice))) return undefined
    for (const choice of choices) words.add(choice.split('_')[0] ?? choice)
    if (!optional) return words
  }
  return undefined
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
