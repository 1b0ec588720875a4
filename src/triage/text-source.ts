import { languageOf } from './language.ts'
import { rememberLast } from './memo.ts'
import { type Said, saidOf } from './said.ts'
import type { Token } from './token-list.ts'
import { createTokensOf } from './tokens.ts'
import { traitOf } from './traits.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What several detectors need to know of the same text. */
export type TextSource = {
  said(text: string): Said
  language(text: string): string | undefined
}

/** Remembers the last text: the detectors of one comment ask one after the other. */
export function createTextSource(vocabulary: Vocabulary): TextSource {
  const known = new Set(vocabulary.known)
  const isKnown = traitOf((word) => known.has(word))
  const tokensOf = createTokensOf(vocabulary)
  const said = rememberLast((text: string) => saidOf(text, tokensOf(text)))
  return {
    said,
    language: rememberLast((text: string) =>
      languageOf(text, () => shareKnown(said(text), isKnown) >= ENGLISH_FROM),
    ),
  }
}

/**
 * A short comment with a foreign name in it is soon taken for Hungarian; most of its words are English all the same.
 * Languages near to English share a third of their commonest words with it, none a half.
 */
const ENGLISH_FROM = 0.6

const shareKnown = ({ tokens }: Said, isKnown: (token: Token) => boolean): number =>
  tokens.filter(isKnown).length / Math.max(1, tokens.length)
