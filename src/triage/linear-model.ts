import { addressBuckets } from './address-features.ts'
import {
  anchorOf,
  bucketsOfWord,
  collectPairs,
  hashOf,
  maxTokens,
  Pairs,
  shapeBuckets,
} from './hashed-features.ts'
import type { Token } from './token-list.ts'
import { traitOf } from './traits.ts'

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

// About a sentence; passages overlap by half, so that a sentence is whole in one of them or nearly.
const passageTokens = 12
const passageStep = 6

export const createLinearModel = (weights: LinearWeights): LinearModel => new Reader(weights)

/** Its arrays are used again for every text: a comment needs hundreds of numbers, and a thread has thousands of comments. */
class Reader implements LinearModel {
  readonly heads: readonly string[]
  readonly #weights: LinearWeights
  readonly #width: number
  readonly #wordOf: (token: Token) => Word
  readonly #words: Word[] = []
  readonly #pairs = new Pairs()
  readonly #hashes = new Int32Array(maxTokens)
  readonly #anchors = new Uint8Array(maxTokens)
  /** After the first n words: how many features there are, and the sum of each head. */
  readonly #features = new Int32Array(maxTokens + 1)
  readonly #running: Int32Array
  readonly #shapeSums: Int32Array

  #lookedUp: readonly Token[] | undefined

  constructor(weights: LinearWeights) {
    const width = weights.heads.length
    this.heads = weights.heads
    this.#weights = weights
    this.#width = width
    this.#running = new Int32Array((maxTokens + 1) * width)
    this.#shapeSums = new Int32Array(width)
    this.#wordOf = traitOf((word): Word => {
      const buckets = bucketsOfWord(word)
      const sums = new Int32Array(width)
      for (const bucket of buckets) addBucket(sums, 0, width, weights.table, bucket)
      return { hash: hashOf(word), anchor: anchorOf(word), features: buckets.length, sums }
    })
  }

  read(text: string, tokens: readonly Token[]): LinearReading {
    const words = this.#lookUp(tokens)
    this.#addUp(words)
    const shapes = [...shapeBuckets(text, words), ...addressBuckets(text, tokens)]
    this.#shapeSums.fill(0)
    for (const bucket of shapes) addBucket(this.#shapeSums, 0, this.#width, this.#weights.table, bucket)
    const logits = new Float64Array(this.#width)
    for (let head = 0; head < this.#width; head++) {
      let strongest = Number.NEGATIVE_INFINITY
      for (let from = 0; from === 0 || from + passageStep < words; from += passageStep) {
        const to = Math.min(words, from + passageTokens)
        strongest = Math.max(strongest, this.#logitOf(head, from, to, shapes.length))
      }
      const share = this.#weights.passageShares[head] as number
      logits[head] = (1 - share) * this.#logitOf(head, 0, words, shapes.length) + share * strongest
    }
    return { logits, contributions: (head) => this.#contributionsOf(tokens, head) }
  }

  /** Looks every word up and collects the pairs; how many words there are. The last text's are still there. */
  #lookUp(tokens: readonly Token[]): number {
    const count = Math.min(tokens.length, maxTokens)
    if (this.#lookedUp === tokens) return count
    this.#lookedUp = tokens
    for (let i = 0; i < count; i++) {
      const word = this.#wordOf(tokens[i] as Token)
      this.#words[i] = word
      this.#hashes[i] = word.hash
      this.#anchors[i] = word.anchor
    }
    collectPairs(this.#hashes, this.#anchors, count, this.#pairs)
    return count
  }

  #addUp(count: number): void {
    const width = this.#width
    const running = this.#running
    const { buckets, places, count: pairCount } = this.#pairs
    let pair = 0
    for (let i = 0; i < count; i++) {
      const word = this.#words[i] as Word
      const row = (i + 1) * width
      for (let head = 0; head < width; head++)
        running[row + head] = (running[row - width + head] as number) + (word.sums[head] as number)
      const first = pair
      // Pairs are collected in the order of their later word.
      for (; pair < pairCount && (places[pair] as number) % maxTokens === i; pair++)
        addBucket(running, row, width, this.#weights.table, buckets[pair] as number)
      this.#features[i + 1] = (this.#features[i] as number) + word.features + pair - first
    }
  }

  #logitOf(head: number, from: number, to: number, shapes: number): number {
    const running = this.#running
    const sum = (running[to * this.#width + head] as number) - (running[from * this.#width + head] as number)
    const norm = 1 / Math.sqrt((this.#features[to] as number) - (this.#features[from] as number) + shapes)
    const { scales, intercepts } = this.#weights
    return (
      (sum + (this.#shapeSums[head] as number)) * norm * (scales[head] as number) +
      (intercepts[head] as number)
    )
  }

  /** In log-odds, in the order of the tokens. A pair's part is shared by its two words. */
  #contributionsOf(tokens: readonly Token[], head: number): Float64Array {
    const words = this.#words.slice(0, this.#lookUp(tokens))
    const { table, scales } = this.#weights
    const features = words.reduce((sum, word) => sum + word.features, this.#pairs.count)
    const unit = (scales[head] ?? 0) / Math.sqrt(features)
    const contributions = Float64Array.from(words, (word) => (word.sums[head] ?? 0) * unit)
    for (let k = 0; k < this.#pairs.count; k++) {
      const step = table[(this.#pairs.buckets[k] ?? 0) * this.#width + head] ?? 0
      const half = (step * Math.abs(step) * unit) / 2
      for (const place of this.#pairs.placesOf(k)) contributions[place] = (contributions[place] ?? 0) + half
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
