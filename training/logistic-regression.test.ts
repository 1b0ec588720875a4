import { describe, expect, it } from 'vitest'
import type { FeatureMatrix } from './feature-matrix.ts'
import { logisticRegression } from './logistic-regression.ts'
import { randomOf } from './random.ts'

const features = 6
const rows = 400

/** Rows of random counts, whose label follows a known rule with some noise. */
function sample(): { matrix: FeatureMatrix; labels: boolean[] } {
  const random = randomOf(3)
  const starts = Uint32Array.from({ length: rows + 1 }, (_, row) => row * features)
  const buckets = Uint32Array.from({ length: rows * features }, (_, i) => i % features)
  const counts = Uint8Array.from({ length: rows * features }, () => Math.floor(random() * 4))
  const norms = new Float32Array(rows).fill(0.5)
  const labels = Array.from({ length: rows }, (_, row) => {
    const [first = 0, second = 0] = counts.subarray(row * features)
    return first - second + random() - 0.5 > 0
  })
  return { matrix: { rows, starts, buckets, counts, norms }, labels }
}

const { matrix, labels } = sample()
const examples = labels.map((positive, row) => ({ row, positive, weight: 1 }))
const regression = { c: 1, passes: 60, seed: 1, onPass: () => {} }

/** The derivative of the regularised loss by each weight, which is nought at the optimum. */
function gradientOf(weights: Float32Array, scales: Float32Array): number[] {
  const gradient = Array.from(weights, (weight, j) =>
    j < features ? weight / (scales[j] ?? 1) ** 2 : weight,
  )
  for (const { row, positive } of examples) {
    const counts = Array.from(
      matrix.counts.subarray(row * features, (row + 1) * features),
      (count) => count / 2,
    )
    const margin = counts.reduce((sum, x, j) => sum + x * (weights[j] ?? 0), weights[features] ?? 0)
    const error = 1 / (1 + Math.exp(-margin)) - (positive ? 1 : 0)
    for (const [j, x] of [...counts, 1].entries()) gradient[j] = (gradient[j] ?? 0) + error * x
  }
  return gradient
}

describe('logistic regression', () => {
  it.each([[1], [0.3]])('finds the optimum at scale %f', (scale) => {
    const scales = new Float32Array(features).fill(scale)
    const weights = logisticRegression(matrix, examples, scales, regression)
    for (const slope of gradientOf(weights, scales)) expect(Math.abs(slope)).toBeLessThan(0.05)
  })

  it('gives a feature of scale nought no say', () => {
    const scales = Float32Array.from([0, 1, 1, 1, 1, 1])
    expect(logisticRegression(matrix, examples, scales, regression)[0]).toBe(0)
  })

  it('gives the same weights every time', () => {
    const scales = new Float32Array(features).fill(1)
    const once = logisticRegression(matrix, examples, scales, regression)
    expect(logisticRegression(matrix, examples, scales, regression)).toEqual(once)
  })
})
