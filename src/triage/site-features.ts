import { anchorOf, bucketsOfWord, collectPairs, hashOf, maxTokens, Pairs } from './hashed-features.ts'
import type { Token } from './tokens.ts'
import { traitOf, traitsOf } from './traits.ts'

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

/** Which buckets a text has. One look at an array costs a tenth of a Set's, and every live comment has some hundreds. */
class Marks {
  readonly #markedIn = new Uint32Array(siteBucketCount)
  readonly #buckets = new Uint16Array(siteBucketCount)
  #count = 0
  #round = 0

  clear(): void {
    this.#count = 0
    this.#round++
    if (this.#round < 2 ** 32) return
    this.#markedIn.fill(0)
    this.#round = 1
  }

  add(bucket: number): void {
    if (this.#markedIn[bucket] === this.#round) return
    this.#markedIn[bucket] = this.#round
    this.#buckets[this.#count++] = bucket
  }

  sorted(): Uint16Array {
    return this.#buckets.slice(0, this.#count).sort()
  }
}

export function createSiteFeatures(): SiteFeatures {
  const wordOf = traitOf((word) => ({
    hash: hashOf(word),
    anchor: anchorOf(word),
    buckets: distinct(bucketsOfWord(word).map((bucket) => bucket & mask)),
  }))
  const pairs = new Pairs()
  const hashes = new Int32Array(maxTokens)
  const anchors = new Uint8Array(maxTokens)
  const seen = new Marks()

  return {
    bucketsOfWord: (word) => wordOf({ word, traits: traitsOf(word) }).buckets,
    bucketsOf(tokens) {
      seen.clear()
      const count = Math.min(tokens.length, maxTokens)
      for (let i = 0; i < count; i++) {
        const word = wordOf(tokens[i] as Token)
        for (const bucket of word.buckets) seen.add(bucket)
        hashes[i] = word.hash
        anchors[i] = word.anchor
      }
      collectPairs(hashes, anchors, count, pairs)
      for (let k = 0; k < pairs.count; k++) seen.add((pairs.buckets[k] as number) & mask)
      return seen.sorted()
    },
  }
}
