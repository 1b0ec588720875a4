import { noNames, roles, titles } from './data/people.ts'
import { GROUP, GROUPS } from './group-names.ts'
import type { Said, Sentence } from './said.ts'
import type { SignalContext } from './signal.ts'

export type NamesKnown = ReadonlySet<string>

/** The words of the names that surround a comment, without titles and initials: "Mrs Pamela Vossley" is two words. */
export const namesKnown = ({ names = [] }: SignalContext): NamesKnown =>
  new Set(
    names
      .flatMap((name) => name.toLowerCase().split(/[^\p{L}\p{N}'’]+/u))
      .filter((word) => word.length > 1 && !titles.has(word) && !roles.has(word)),
  )

const capitalised = /^\p{Lu}\p{Ll}/u
const possessive = /['’]s?$/u

/** A word as it was typed, without a possessive ending. */
const typed = ({ raw, tokens }: Said, i: number): string => {
  const token = tokens[i]
  return token ? raw.slice(token.start, token.end).replace(possessive, '') : ''
}

/**
 * Whether a word names somebody or some firm: it stands in the names known, or begins with a capital where grammar
 * does not ask for one. A capital at the head of a sentence counts only before another, or after a title.
 */
export function isName(said: Said, sentence: Sentence, i: number, known: NamesKnown): boolean {
  const word = typed(said, i)
  const lower = word.toLowerCase()
  if (known.has(lower)) return true
  if (!capitalised.test(word) || noNames.has(lower) || isGroup(said, i)) return false
  if (i > sentence.first) return !titles.has(lower) || !roles.has(lower)
  return i + 1 < sentence.last && !ordinaryOpeners.has(lower) && capitalised.test(typed(said, i + 1))
}

const isGroup = ({ tokens }: Said, i: number): boolean => {
  const word = tokens[i]?.word
  return word === GROUP || word === GROUPS
}

/** Words that open sentences and may stand before a name: "Ask Mr Desai", "Poor Alan", "The Guardian". */
const ordinaryOpeners: ReadonlySet<string> = new Set(
  `a after all an and another any ask at because before both but by can did do does every for from has have he her here
  his how i if in is it let like maybe more most my never no not now of on only or our over perhaps please poor read see
  she since so some still such tell that the their then there these they this those though to was we were what when
  where which while who why will with would yes yet you your`.split(/\s+/),
)

/** Every name of the sentence: the words that make it up, first and last token. */
export function namesIn(
  said: Said,
  sentence: Sentence,
  known: NamesKnown,
): { first: number; last: number }[] {
  const names: { first: number; last: number }[] = []
  for (let i = sentence.first; i < sentence.last; i++) {
    if (!isName(said, sentence, i, known)) continue
    const before = names.at(-1)
    if (before && before.last === i - 1) before.last = i
    else names.push({ first: i, last: i })
  }
  return names
}
