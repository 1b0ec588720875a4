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
  /** A byte stands for its square, sign kept. */
  table: Int8Array
  /** What one unit of a head's squares is worth, and where the head starts. */
  scales: readonly number[]
  intercepts: readonly number[]
  /** How much of a head's log-odds is that of the text's most telling passage: one insult in a long comment is one. */
  passageShares: readonly number[]
}

/** A text as the model sees it: a log-odds for each head, and on demand what each word adds to one of them. */
export type LinearReading = { logits: Float64Array; contributions(head: number): Float64Array }

export type LinearModel = {
  heads: readonly string[]
  read(text: string, tokens: readonly Token[]): LinearReading
}

export const largestStep = 127

type Word = { hash: number; anchor: number; features: number; sums: Int32Array }

// As many as the tokeniser remembers.
const rememberedWords = 40_000
// About a sentence; passages overlap by half, so that a sentence is whole in one of them or nearly.
const passageTokens = 12
const passageStep = 6

export function createLinearModel(weights: LinearWeights): LinearModel {
  const { heads, table, scales, intercepts, passageShares } = weights
  const width = heads.length
  const wordOf = memo(rememberedWords, (word): Word => {
    const buckets = bucketsOfWord(word)
    const sums = new Int32Array(width)
    for (const bucket of buckets) addBucket(sums, 0, width, table, bucket)
    return { hash: hashOf(word), anchor: anchorOf(word), features: buckets.length, sums }
  })
  const pairs = new Pairs()
  const hashes = new Int32Array(maxTokens)
  const anchors = new Uint8Array(maxTokens)
  const features = new Int32Array(maxTokens + 1)
  const running = new Int32Array((maxTokens + 1) * width)

  /** Looks every word up, and collects the pairs. */
  function lookUp(tokens: readonly Token[]): Word[] {
    const words: Word[] = []
    for (let i = 0; i < tokens.length && i < maxTokens; i++) {
      const word = wordOf((tokens[i] as Token).word)
      words.push(word)
      hashes[i] = word.hash
      anchors[i] = word.anchor
    }
    collectPairs(hashes, anchors, words.length, pairs)
    return words
  }

  /** After the first n words: how many features there are, and the sum of each head. */
  function addUp(words: readonly Word[]): void {
    let pair = 0
    for (let i = 0; i < words.length; i++) {
      const word = words[i] as Word
      const row = (i + 1) * width
      for (let head = 0; head < width; head++)
        running[row + head] = (running[row - width + head] as number) + (word.sums[head] as number)
      const first = pair
      // Pairs are collected in the order of their later word.
      for (; pair < pairs.count && (pairs.places[pair] as number) % maxTokens === i; pair++)
        addBucket(running, row, width, table, pairs.buckets[pair] as number)
      features[i + 1] = (features[i] as number) + word.features + pair - first
    }
  }

  return {
    heads,
    read(text, tokens) {
      const words = lookUp(tokens)
      addUp(words)
      const shapes = shapeBuckets(text, words.length)
      const shapeSums = new Int32Array(width)
      for (const bucket of shapes) addBucket(shapeSums, 0, width, table, bucket)
      const logitOf = (head: number, from: number, to: number): number => {
        const sum = (running[to * width + head] as number) - (running[from * width + head] as number)
        const norm = 1 / Math.sqrt((features[to] as number) - (features[from] as number) + shapes.length)
        return (
          (sum + (shapeSums[head] as number)) * norm * (scales[head] as number) + (intercepts[head] as number)
        )
      }
      const logits = new Float64Array(width)
      for (let head = 0; head < width; head++) {
        let strongest = Number.NEGATIVE_INFINITY
        for (let from = 0; from === 0 || from + passageStep < words.length; from += passageStep)
          strongest = Math.max(strongest, logitOf(head, from, Math.min(words.length, from + passageTokens)))
        const share = passageShares[head] as number
        logits[head] = (1 - share) * logitOf(head, 0, words.length) + share * strongest
      }
      return { logits, contributions: (head) => contributionsOf(tokens, head) }
    },
  }

  /** In log-odds, in the order of the tokens. A pair's part is shared by its two words. */
  function contributionsOf(tokens: readonly Token[], head: number): Float64Array {
    const words = lookUp(tokens)
    const count = words.reduce((sum, word) => sum + word.features, pairs.count)
    const unit = (scales[head] ?? 0) / Math.sqrt(count)
    const contributions = Float64Array.from(words, (word) => (word.sums[head] ?? 0) * unit)
    for (let k = 0; k < pairs.count; k++) {
      const step = table[(pairs.buckets[k] ?? 0) * width + head] ?? 0
      const half = (step * Math.abs(step) * unit) / 2
      for (const place of pairs.placesOf(k)) contributions[place] = (contributions[place] ?? 0) + half
    }
    return contributions
  }
}

/** What a byte stands for. */
const squares = Int32Array.from({ length: 256 }, (_, byte) => (byte - 128) * Math.abs(byte - 128))

function addBucket(sums: Int32Array, at: number, width: number, table: Int8Array, bucket: number): void {
  const row = bucket * width
  for (let head = 0; head < width; head++)
    sums[at + head] = (sums[at + head] as number) + (squares[(table[row + head] as number) + 128] as number)
}
