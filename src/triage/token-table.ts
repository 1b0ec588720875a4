import { type Convolution, createConvolution, type TapWeights, upToStride } from './convolution.ts'
import type { NetworkWeights, QuantisedTable } from './network-weights.ts'
import { subwordsOf } from './subwords.ts'
import { createWordRows } from './word-rows.ts'

/**
 * What each word adds to each filter, worked out once a word: the first layer is linear in the word's vector, so that a
 * comment then costs look-ups, additions and maxima.
 */
export type TokenTable = {
  /** Holds one row a word, in 1/`unit`: its taps (by filter width, place in the window, filter), then its vector. */
  readonly convolution: Convolution
  readonly vectorAt: number
  /** Where the row of a word begins; the row at 0 is that of no word, all zero. */
  rowOf(word: string): number
  /** Asked before a comment, so that none of its rows is overwritten while it is read. */
  makeRoom(words: number): void
}

/** Fixed point: an error of 1/8192 a tap, and taps beyond 8 (none in a trained network) are cut. */
export const unit = 4096

/** 23 MB. The 16,000 commonest words of the pool's 95,000 make up 96 of a hundred that are written. */
const capacity = 16_384

export function createTokenTable(weights: NetworkWeights, mostWords: number): TokenTable {
  const taps = tapsOf(weights)
  const vectorAt = upToStride(taps.weights.length / taps.size)
  const rowLength = vectorAt + weights.size
  const mostFilters = Math.max(...weights.filters.map(({ count }) => count))
  const convolution = createConvolution(capacity * rowLength, mostWords, mostFilters, taps)
  const { rows, vector } = convolution

  const { rowOf, makeRoom } = createWordRows(capacity, (row, word) => {
    const begin = row * rowLength
    fillVector(vector, word, weights)
    convolution.fill(begin, unit)
    for (let i = 0; i < weights.size; i++) rows[begin + vectorAt + i] = fixed(vector[i] as number)
  })
  return { convolution, vectorAt, rowOf: (word) => rowOf(word) * rowLength, makeRoom }
}

const fixed = (value: number): number => Math.max(-32_768, Math.min(32_767, Math.round(value * unit)))

/** The mean of its pieces' vectors, and its own where the network knows the word. */
function fillVector(vector: Float32Array, word: string, weights: NetworkWeights): void {
  const { size, vocabulary, words, subwords } = weights
  const add = ({ rows, scales }: QuantisedTable, row: number, share: number): void => {
    const scale = (scales[row] as number) * share
    for (let i = 0; i < size; i++)
      vector[i] = (vector[i] as number) + (rows[row * size + i] as number) * scale
  }
  vector.fill(0)
  const pieces = subwordsOf(word)
  for (const piece of pieces) add(subwords, piece, 1 / pieces.length)
  const own = vocabulary.get(word)
  if (own !== undefined) add(words, own, 1)
}

/** Of all filters, in the order of a row. */
function tapsOf({ filters, size }: NetworkWeights): TapWeights {
  const byTap: number[] = []
  for (const { width, count, weights } of filters)
    for (let place = 0; place < width; place++)
      for (let filter = 0; filter < count; filter++)
        for (let i = 0; i < size; i++) byTap.push(weights[(filter * size + i) * width + place] as number)
  return { size, weights: Float32Array.from(byTap) }
}
