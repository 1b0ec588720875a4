import {
  anchorOf,
  bucketsOfWord,
  collectPairs,
  hashOf,
  maxTokens,
  Pairs,
  shapeBuckets,
} from './hashed-features.ts'
import { memo } from './memo.ts'
import type { Token } from './tokens.ts'

/** What a training run leaves: a table of small integers, one row a bucket, one column a head. */
export type LinearWeights = {
  heads: readonly string[]
  table: Int8Array
  /** What one unit of a head's column is worth, and where the head starts. */
  scales: readonly number[]
  intercepts: readonly number[]
}

/** A text as the model sees it: a log-odds for each head, and on demand what each word adds to one of them. */
export type LinearReading = { logits: Float64Array; contributions(head: number): Float64Array }

export type LinearModel = {
  heads: readonly string[]
  read(text: string, tokens: readonly Token[]): LinearReading
}

type Word = { hash: number; anchor: number; features: number; sums: Int32Array }

// As many as the tokeniser remembers.
const rememberedWords = 40_000

export function createLinearModel(weights: LinearWeights): LinearModel {
  const { heads, table, scales, intercepts } = weights
  const width = heads.length
  const wordOf = memo(rememberedWords, (word): Word => {
    const buckets = bucketsOfWord(word)
    const sums = new Int32Array(width)
    for (const bucket of buckets) addBucket(sums, table, bucket)
    return { hash: hashOf(word), anchor: anchorOf(word), features: buckets.length, sums }
  })
  const pairs = new Pairs()
  const hashes = new Int32Array(maxTokens)
  const anchors = new Uint8Array(maxTokens)

  /** Looks every word up and collects the pairs; gives the words and how many features there are. */
  function lookUp(tokens: readonly Token[]): { words: Word[]; features: number } {
    const words: Word[] = []
    let features = 0
    for (let i = 0; i < tokens.length && i < maxTokens; i++) {
      const word = wordOf((tokens[i] as Token).word)
      words.push(word)
      hashes[i] = word.hash
      anchors[i] = word.anchor
      features += word.features
    }
    collectPairs(hashes, anchors, words.length, pairs)
    return { words, features: features + pairs.count }
  }

  return {
    heads,
    read(text, tokens) {
      const { words, features } = lookUp(tokens)
      const sums = new Int32Array(width)
      for (const word of words) addSums(sums, word.sums)
      for (let k = 0; k < pairs.count; k++) addBucket(sums, table, pairs.bucket[k] as number)
      const shapes = shapeBuckets(text, words.length)
      for (const bucket of shapes) addBucket(sums, table, bucket)
      const norm = 1 / Math.sqrt(features + shapes.length)
      const logits = Float64Array.from(
        sums,
        (sum, head) => sum * norm * (scales[head] ?? 0) + (intercepts[head] ?? 0),
      )
      return { logits, contributions: (head) => contributionsOf(tokens, head, norm) }
    },
  }

  /** In log-odds, in the order of the tokens. A pair's part is shared by its two words. */
  function contributionsOf(tokens: readonly Token[], head: number, norm: number): Float64Array {
    const { words } = lookUp(tokens)
    const unit = norm * (scales[head] ?? 0)
    const contributions = Float64Array.from(words, (word) => (word.sums[head] ?? 0) * unit)
    for (let k = 0; k < pairs.count; k++) {
      const half = ((table[(pairs.bucket[k] ?? 0) * width + head] ?? 0) * unit) / 2
      for (const place of [pairs.first[k] ?? 0, pairs.second[k] ?? 0])
        contributions[place] = (contributions[place] ?? 0) + half
    }
    return contributions
  }
}

function addBucket(sums: Int32Array, table: Int8Array, bucket: number): void {
  const row = bucket * sums.length
  for (let head = 0; head < sums.length; head++)
    sums[head] = (sums[head] as number) + (table[row + head] as number)
}

function addSums(sums: Int32Array, more: Int32Array): void {
  for (let head = 0; head < sums.length; head++) sums[head] = (sums[head] as number) + (more[head] as number)
}
