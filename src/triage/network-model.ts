import { strongestWindow, widestWindow } from './convolution.ts'
import { applyLayer, weightOf } from './layer.ts'
import type { NetworkWeights } from './network-weights.ts'
import { createTokenTable, type TokenTable, unit } from './token-table.ts'
import type { Token } from './tokens.ts'

/** A comment of 5,000 characters has some 900; what follows the first 400 is left to the other stages. */
export const tokensRead = 400

/** A log-odds for each head, and on demand how much each token read adds to one; negative where it speaks against it. */
export type NetworkReading = { logits: Float64Array; contributions(head: number): Float64Array }

/** Scores tokens, tabulated: in time proportional to their number, of which it reads `tokensRead`. */
export type NetworkModel = {
  heads: readonly string[]
  read(tokens: readonly Pick<Token, 'word'>[]): NetworkReading
}

/** What the layers hold after a pass. One set serves every comment, so that scoring allocates nothing. */
type Pass = {
  count: number
  features: Float64Array
  hidden: Float64Array
  output: Float64Array
}

const padding = widestWindow - 1

export function createNetworkModel(weights: NetworkWeights): NetworkModel {
  const table = createTokenTable(weights, tokensRead)
  const pooled = weights.filters.reduce((sum, { count }) => sum + count, 0)
  const pass: Pass = {
    count: 0,
    features: new Float64Array(pooled + weights.size),
    hidden: new Float64Array(weights.hidden.bias.length),
    output: new Float64Array(weights.output.bias.length),
  }
  const run = (tokens: readonly Pick<Token, 'word'>[]): void => {
    layTokens(tokens, table, pass)
    poolMaxima(weights, table, pass)
    poolMean(weights.size, table, pass)
    applyLayer(weights.hidden, pass.features, pass.hidden)
    for (let i = 0; i < pass.hidden.length; i++) pass.hidden[i] = Math.max(0, pass.hidden[i] as number)
    applyLayer(weights.output, pass.hidden, pass.output)
  }
  return {
    heads: weights.heads,
    read(tokens) {
      run(tokens)
      return {
        logits: pass.output.slice(),
        // Another text may have been read since.
        contributions(head) {
          run(tokens)
          return attribute(weights, table, pass, head)
        },
      }
    },
  }
}

function layTokens(tokens: readonly Pick<Token, 'word'>[], table: TokenTable, pass: Pass): void {
  const { begins } = table.convolution
  pass.count = Math.min(tokens.length, tokensRead)
  table.makeRoom(pass.count)
  for (let i = 0; i < pass.count; i++)
    begins[padding + i] = table.rowOf((tokens[i] as Pick<Token, 'word'>).word)
  begins.fill(0, padding + pass.count, pass.count + 2 * padding)
}

function poolMaxima({ filters }: NetworkWeights, table: TokenTable, pass: Pass): void {
  const { count, features } = pass
  let feature = 0
  let tap = 0
  for (const { width, count: filterCount, bias } of filters) {
    const maxima = table.convolution.pooledMaxima(count, { width, tap, filters: filterCount })
    for (let i = 0; i < filterCount; i++)
      features[feature++] = Math.max(0, (maxima[i] as number) / unit + (bias[i] as number))
    tap += width * filterCount
  }
}

function poolMean(size: number, { convolution, vectorAt }: TokenTable, { count, features }: Pass): void {
  const { rows, begins } = convolution
  const first = features.length - size
  features.fill(0, first)
  for (let i = 0; i < count; i++) {
    const vector = (begins[padding + i] as number) + vectorAt
    for (let j = 0; j < size; j++)
      features[first + j] = (features[first + j] as number) + (rows[vector + j] as number)
  }
  const share = 1 / (unit * Math.max(1, count))
  for (let j = 0; j < size; j++) features[first + j] = (features[first + j] as number) * share
}

/**
 * Gradient times input. Behind the hidden units that are on everything is linear, so a head's logit falls exactly into
 * what each word of a winning window adds through its taps, and what each adds to the mean.
 */
function attribute(weights: NetworkWeights, table: TokenTable, pass: Pass, head: number): Float64Array {
  const gradient = gradientOf(weights, pass, head)
  const { count, features } = pass
  const { rows, begins } = table.convolution
  const added = new Float64Array(count)
  let feature = 0
  let tap = 0
  for (const { width, count: filterCount } of weights.filters) {
    for (let filter = 0; filter < filterCount; filter++, feature++) {
      if (features[feature] === 0 || gradient[feature] === 0) continue
      const at = strongestWindow(table.convolution, count, { width, tap, filters: filterCount }, filter)
      for (let place = 0; place < width; place++) {
        const word = at + place - padding
        if (word < 0 || word >= count) continue
        const part = rows[(begins[at + place] as number) + tap + place * filterCount + filter] as number
        added[word] = (added[word] as number) + ((gradient[feature] as number) * part) / unit
      }
    }
    tap += width * filterCount
  }
  for (let word = 0; word < count; word++) {
    const vector = (begins[padding + word] as number) + table.vectorAt
    for (let j = 0; j < weights.size; j++) {
      const part = (gradient[feature + j] as number) * (rows[vector + j] as number)
      added[word] = (added[word] as number) + part / (unit * count)
    }
  }
  return added
}

/** Of a head's logit, by feature. */
function gradientOf(
  { hidden, output }: NetworkWeights,
  { features, hidden: on }: Pass,
  head: number,
): Float64Array {
  const gradient = new Float64Array(features.length)
  for (let i = 0; i < on.length; i++) {
    if (on[i] === 0) continue
    const weight = weightOf(output, i, head)
    for (let j = 0; j < features.length; j++)
      gradient[j] = (gradient[j] as number) + weight * weightOf(hidden, j, i)
  }
  return gradient
}
