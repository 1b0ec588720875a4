import { addressBuckets } from '../src/triage/address-features.ts'
import {
  anchorOf,
  bucketsOfWord,
  collectPairs,
  hashOf,
  maxTokens,
  Pairs,
  shapeBuckets,
} from '../src/triage/hashed-features.ts'
import { memo } from '../src/triage/memo.ts'
import type { TokensOf } from '../src/triage/tokens.ts'

/** Texts as rows of counted buckets, compressed by rows; `norm` is what every count of a row is multiplied with. */
export type FeatureMatrix = {
  rows: number
  starts: Uint32Array
  buckets: Uint32Array
  counts: Uint8Array
  norms: Float32Array
}

type Word = { hash: number; anchor: number; buckets: readonly number[] }

/** Every feature of a text, with repeats. */
export function createFeaturesOf(tokensOf: TokensOf): (text: string) => Uint32Array {
  const wordOf = memo(
    60_000,
    (word): Word => ({
      hash: hashOf(word),
      anchor: anchorOf(word),
      buckets: bucketsOfWord(word),
    }),
  )
  const pairs = new Pairs()
  return (text) => {
    const tokens = tokensOf(text)
    const words = tokens.slice(0, maxTokens).map((token) => wordOf(token.word))
    collectPairs(
      Int32Array.from(words, (word) => word.hash),
      Uint8Array.from(words, (word) => word.anchor),
      words.length,
      pairs,
    )
    return Uint32Array.from([
      ...words.flatMap((word) => word.buckets),
      ...pairs.buckets.subarray(0, pairs.count),
      ...shapeBuckets(text, words.length),
      ...addressBuckets(text, tokens),
    ])
  }
}

export function featureMatrixOf(
  texts: readonly string[],
  featuresOf: (text: string) => Uint32Array,
  onProgress: (done: number) => void = () => {},
): FeatureMatrix {
  const starts = new Uint32Array(texts.length + 1)
  const norms = new Float32Array(texts.length)
  let buckets = new Uint32Array(1 << 20)
  let counts = new Uint8Array(1 << 20)
  let end = 0
  texts.forEach((text, row) => {
    const features = featuresOf(text).sort()
    if (end + features.length > buckets.length) {
      buckets = grown(buckets, Uint32Array)
      counts = grown(counts, Uint8Array)
    }
    for (let i = 0, next = 0; i < features.length; i = next) {
      while (next < features.length && features[next] === features[i]) next++
      buckets[end] = features[i] ?? 0
      counts[end++] = Math.min(255, next - i)
    }
    starts[row + 1] = end
    norms[row] = 1 / Math.sqrt(features.length)
    if (row % 1_000 === 0) onProgress(row)
  })
  return { rows: texts.length, starts, buckets: buckets.slice(0, end), counts: counts.slice(0, end), norms }
}

function grown<Array extends Uint32Array | Uint8Array>(
  old: Array,
  Larger: new (length: number) => Array,
): Array {
  const larger = new Larger(Math.ceil(old.length * 1.6))
  larger.set(old)
  return larger
}
