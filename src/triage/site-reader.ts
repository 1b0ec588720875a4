import { createSiteFeatures } from './site-features.ts'
import { largestBase, SITE_LEARNER } from './site-learner.ts'
import type { TokensOf } from './tokens.ts'

/** The shipped engine's probability that a text breaks a rule, as log-odds; null where it does not know. */
export type BaseLogit = (text: string, rule: string) => number | null

/** A text as the site learner reads it. */
export type SiteReading = {
  words: readonly string[]
  buckets: Uint16Array
  baseLogit(rule: string): number | null
}

export type SiteReader = {
  /** Changes whenever the same decision could teach something else. */
  version: string
  read(text: string): SiteReading
  bucketsOfWord(word: string): Uint16Array
}

export type SiteReaderParts = { version: string; tokensOf: TokensOf; baseLogit: BaseLogit }

export function createSiteReader({ version, tokensOf, baseLogit }: SiteReaderParts): SiteReader {
  const features = createSiteFeatures()
  return {
    version: `${SITE_LEARNER} ${version}`,
    bucketsOfWord: features.bucketsOfWord,
    read(text) {
      const tokens = tokensOf(text)
      return {
        words: tokens.map(({ word }) => word),
        buckets: features.bucketsOf(tokens),
        baseLogit: (rule) => known(baseLogit(text, rule)),
      }
    },
  }
}

/** A score that is no number is unknown, as from a detector that failed. */
const known = (logit: number | null): number | null =>
  logit === null || Number.isNaN(logit) ? null : Math.max(-largestBase, Math.min(largestBase, logit))
