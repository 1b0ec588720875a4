import { factOf, factsOf } from './facts.ts'
import { anchorOf, bucketsOfWord, collectPairs, hashOf, maxTokens, Pairs } from './hashed-features.ts'
import type { Token } from './tokens.ts'

/**
 * The linear model's features in fewer buckets: what one desk decides fills no more, and a rule's memory stays small
 * enough to be written whole with every version.
 */
export const siteBucketBits = 16
export const siteBucketCount = 1 << siteBucketBits
const mask = siteBucketCount - 1

export type SiteFeatures = {
  /** Distinct and ascending: a sum of floats depends on its order. */
  bucketsOf(tokens: readonly Token[]): Uint16Array
  /** Of one word alone, without the pairs it stands in. */
  bucketsOfWord(word: string): Uint16Array
}

const distinct = (buckets: Iterable<number>): Uint16Array => Uint16Array.from(new Set(buckets)).sort()

export function createSiteFeatures(): SiteFeatures {
  const wordOf = factOf((word) => ({
    hash: hashOf(word),
    anchor: anchorOf(word),
    buckets: distinct(bucketsOfWord(word).map((bucket) => bucket & mask)),
  }))
  const pairs = new Pairs()
  const hashes = new Int32Array(maxTokens)
  const anchors = new Uint8Array(maxTokens)

  return {
    bucketsOfWord: (word) => wordOf({ word, facts: factsOf(word) }).buckets,
    bucketsOf(tokens) {
      const found = new Set<number>()
      const count = Math.min(tokens.length, maxTokens)
      for (let i = 0; i < count; i++) {
        const word = wordOf(tokens[i] as Token)
        for (const bucket of word.buckets) found.add(bucket)
        hashes[i] = word.hash
        anchors[i] = word.anchor
      }
      collectPairs(hashes, anchors, count, pairs)
      for (let k = 0; k < pairs.count; k++) found.add((pairs.buckets[k] as number) & mask)
      return distinct(found)
    },
  }
}
