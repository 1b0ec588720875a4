import { createSiteFeatures } from './site-features.ts'
import { largestBase, SITE_LEARNER } from './site-learner.ts'
import type { Token } from './tokens.ts'

/** The shipped engine's probability that a text breaks a rule, as log-odds; null where it does not know. */
export type BaseLogit = (text: string, rule: string) => number | null

/** A text as the site learner reads it. */
export type SiteReading = {
  tokens: readonly Token[]
  buckets: Uint16Array
  baseLogit(rule: string): number | null
  /** What the rules saw of it word for word: learning takes no estimate below. Null where nothing was seen. */
  seenLogit(rule: string): number | null
}

export type SiteReader = {
  /** Changes whenever the same decision could teach something else. */
  version: string
  read(text: string): SiteReading
  tokensOf: (text: string) => readonly Token[]
  bucketsOf(tokens: readonly Token[]): Uint16Array
  bucketsOfWord(word: string): Uint16Array
}

export type SiteReaderParts = {
  version: string
  tokensOf: (text: string) => readonly Token[]
  baseLogit: BaseLogit
  seenLogit: BaseLogit
}

export function createSiteReader({ version, tokensOf, baseLogit, seenLogit }: SiteReaderParts): SiteReader {
  const features = createSiteFeatures()
  return {
    version: `${SITE_LEARNER} ${version}`,
    tokensOf,
    bucketsOf: features.bucketsOf,
    bucketsOfWord: features.bucketsOfWord,
    read(text) {
      const tokens = tokensOf(text)
      return {
        tokens,
        buckets: features.bucketsOf(tokens),
        baseLogit: (rule) => known(baseLogit(text, rule)),
        seenLogit: (rule) => known(seenLogit(text, rule)),
      }
    },
  }
}

/** A score that is no number is unknown, as from a detector that failed. */
const known = (logit: number | null): number | null =>
  logit === null || Number.isNaN(logit) ? null : Math.max(-largestBase, Math.min(largestBase, logit))
