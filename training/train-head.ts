import type { FeatureMatrix } from './feature-matrix.ts'
import type { Recipe } from './linear-heads.ts'
import type { Example } from './logistic-regression.ts'
import { logisticRegression } from './logistic-regression.ts'
import { naiveBayesScales } from './naive-bayes.ts'
import type { PoolRow } from './pool.ts'

const passes = 10
const seed = 1

/** The weights of one head from the rows that are labelled for it; the last is the intercept. */
export function trainHead(
  recipe: Recipe,
  rows: readonly PoolRow[],
  matrix: FeatureMatrix,
  documentCounts: Uint32Array,
  onPass: (done: number, passes: number) => void = () => {},
): Float32Array {
  const examples = rows.flatMap((row, i): Example[] => {
    const label = recipe.labelOf(row, i)
    const weight = recipe.weightOf(row)
    return label === undefined || weight === 0 ? [] : [{ row: i, positive: label === 1, weight }]
  })
  const scales = naiveBayesScales(matrix, examples, documentCounts, recipe.floor)
  return logisticRegression(matrix, examples, scales, { c: recipe.c, passes, seed, onPass })
}

export function scoresOf(matrix: FeatureMatrix, weights: Float32Array): Float64Array {
  const intercept = weights.at(-1) ?? 0
  return Float64Array.from({ length: matrix.rows }, (_, row) => {
    let sum = 0
    for (let k = matrix.starts[row] ?? 0, end = matrix.starts[row + 1] ?? 0; k < end; k++)
      sum += (matrix.counts[k] as number) * (weights[matrix.buckets[k] as number] as number)
    return sum * (matrix.norms[row] ?? 0) + intercept
  })
}
