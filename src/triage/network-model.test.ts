import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Layer, layerOf, weightOf } from './layer.ts'
import { createNetworkModel, tokensRead } from './network-model.ts'
import type { NetworkWeights } from './network-weights.ts'
import { subwordBuckets, subwordsOf } from './subwords.ts'

const heads = ['toxic', 'insult', 'identity']

const tokensOf = (words: readonly string[]) => words.map((word) => ({ word }))

/** Numbers between -1 and 1 that are the same in every run (Park and Miller's generator). */
function numbersFrom(seed: number): (count: number, reach: number) => number[] {
  let state = seed
  const next = (): number => {
    state = (state * 48271) % 0x7fffffff
    return state / 0x3fffffff - 1
  }
  return (count, reach) => Array.from({ length: count }, () => next() * reach)
}

/** A network of the shape of the shipped one, small and untrained. */
function untrained(
  size = 4,
  filterCounts: Record<number, number> = { 1: 3, 2: 3, 3: 2, 5: 2 },
): NetworkWeights {
  const numbers = numbersFrom(7)
  const floats = (count: number, reach = 0.5): Float32Array => Float32Array.from(numbers(count, reach))
  const table = (rows: number) => ({
    rows: Int8Array.from(numbers(rows * size, 127)),
    scales: new Float32Array(rows).fill(0.01),
  })
  const filters = Object.entries(filterCounts).map(([width, count]) => ({
    width: Number(width),
    count,
    weights: floats(count * size * Number(width)),
    bias: floats(count, 0.1),
  }))
  const features = size + filters.reduce((sum, { count }) => sum + count, 0)
  return {
    pool: '',
    hash: '',
    heads,
    size,
    vocabulary: new Map([['known', 1]]),
    words: table(2),
    subwords: table(subwordBuckets),
    filters,
    hidden: layerOf(floats(features * 6), floats(6, 0.1)),
    output: layerOf(floats(6 * heads.length), floats(heads.length)),
  }
}

/** The network as the papers write it, word by word, with nothing tabulated. */
function plainly(weights: NetworkWeights, words: readonly string[]): number[] {
  const { size, filters, hidden, output } = weights
  const vectors = words.map((word) => {
    const pieces = subwordsOf(word)
    const own = weights.vocabulary.get(word)
    return Array.from({ length: size }, (_, i) => {
      const ofPieces = pieces.map((row) => 0.01 * (weights.subwords.rows[row * size + i] ?? 0))
      const mean = ofPieces.reduce((sum, value) => sum + value, 0) / pieces.length
      return own === undefined ? mean : mean + 0.01 * (weights.words.rows[own * size + i] ?? 0)
    })
  })
  const features: number[] = []
  for (const { width, count, weights: taps, bias } of filters)
    for (let filter = 0; filter < count; filter++) {
      let highest = 0
      for (let at = 1 - width; at < words.length; at++) {
        let sum = 0
        for (let place = 0; place < width; place++)
          for (let i = 0; i < size; i++)
            sum += (vectors[at + place]?.[i] ?? 0) * (taps[(filter * size + i) * width + place] ?? 0)
        highest = Math.max(highest, sum)
      }
      features.push(Math.max(0, highest + (bias[filter] ?? 0)))
    }
  for (let i = 0; i < size; i++)
    features.push(vectors.reduce((sum, vector) => sum + (vector[i] ?? 0), 0) / Math.max(1, words.length))
  const layer = (of: Layer, input: number[]): number[] =>
    Array.from(of.bias, (start, place) =>
      input.reduce((sum, value, i) => sum + value * weightOf(of, i, place), start),
    )
  const units = layer(hidden, features).map((value) => Math.max(0, value))
  return layer(output, units)
}

const word = fc.oneof(fc.constant('known'), fc.string({ maxLength: 30 }))
const texts = fc.array(word, { maxLength: 12 })

describe('the network', () => {
  const weights = untrained()
  const network = createNetworkModel(weights)

  it('scores from its tables as the plain convolution does', () => {
    fc.assert(
      fc.property(texts, (words) => {
        const expected = plainly(weights, words)
        network.read(tokensOf(words)).logits.forEach((logit, head) => {
          expect(logit).toBeCloseTo(expected[head] ?? Number.NaN, 2)
        })
      }),
      { numRuns: 300 },
    )
  })

  it('reads the first words of a long comment and no more', () => {
    const long = tokensOf(Array.from({ length: tokensRead }, (_, i) => `word${i % 50}`))
    const { logits } = network.read(long)
    const longer = network.read([...long, ...tokensOf(['known', 'more'])])
    expect(longer.logits).toEqual(logits)
    expect(longer.contributions(0)).toHaveLength(tokensRead)
    expect(network.read(long.slice(1)).logits).not.toEqual(logits)
  })

  it('scores the same once its table has been full', () => {
    const small = createNetworkModel(untrained(1, { 1: 1 }))
    const text = tokensOf(['known', 'words'])
    const before = small.read(text).logits
    for (let i = 0; i < 400; i++) small.read(tokensOf(Array.from({ length: 100 }, (_, j) => `${i}.${j}`)))
    expect(small.read(text).logits).toEqual(before)
  })

  it('splits a log-odds among the words without rest, another text read in between', () => {
    const withoutBias = untrained()
    for (const layer of [...withoutBias.filters, withoutBias.hidden, withoutBias.output]) layer.bias.fill(0)
    const unbiased = createNetworkModel(withoutBias)
    fc.assert(
      fc.property(texts, texts, (words, others) => {
        const reading = unbiased.read(tokensOf(words))
        unbiased.read(tokensOf(others))
        reading.logits.forEach((logit, head) => {
          const sum = reading.contributions(head).reduce((total, part) => total + part, 0)
          expect(sum).toBeCloseTo(logit, 6)
        })
      }),
    )
  })
})
