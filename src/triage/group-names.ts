import type { GroupTerms } from './data/group-terms.ts'

// Nobody can type an angle bracket into a word, so no word of a comment is mistaken for these.
export const GROUP = '<group>'
export const GROUPS = '<groups>'

export type GroupNames = {
  words: ReadonlySet<string>
  tokenOf(word: string): string | undefined
  /** The words before this one that make a phrase with it, nearest last, and what the phrase is read as. */
  phrasesEndingIn(word: string): readonly Phrase[]
}
export type Phrase = { before: readonly string[]; token: string }

export function groupNamesOf(terms: GroupTerms): GroupNames {
  const tokens = new Map<string, string>()
  const phrases = new Map<string, Phrase[]>()
  for (const [token, names] of [
    [GROUP, terms.singular],
    [GROUPS, terms.plural],
  ] as const) {
    for (const name of names) {
      const words = name.split(' ')
      const last = words.pop() ?? ''
      if (words.length === 0) tokens.set(last, token)
      else phrases.set(last, [...(phrases.get(last) ?? []), { before: words, token }])
    }
  }
  return {
    words: new Set(tokens.keys()),
    tokenOf: (word) => tokens.get(word) ?? tokens.get(word.replace(/'s?$/, '')),
    phrasesEndingIn: (word) => phrases.get(word) ?? [],
  }
}
