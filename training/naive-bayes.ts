import type { FeatureMatrix } from './feature-matrix.ts'
import type { Example } from './logistic-regression.ts'

/**
 * How much each feature is allowed to say: the logarithm of its rarity, times the size of its naive-Bayes log-ratio
 * between positives and negatives (Wang and Manning 2012, "Baselines and Bigrams"). `floor` leaves a say to features
 * without a ratio; without a floor the ratio is left out. A feature of one text only says nothing: it can only be learnt by heart.
 */
export function naiveBayesScales(
  matrix: FeatureMatrix,
  examples: readonly Example[],
  documentCounts: Uint32Array,
  floor: number | undefined,
): Float32Array {
  const features = documentCounts.length
  const positive = new Float64Array(features).fill(1)
  const negative = new Float64Array(features).fill(1)
  for (const example of examples) {
    const side = example.positive ? positive : negative
    const end = matrix.starts[example.row + 1] ?? 0
    for (let k = matrix.starts[example.row] ?? 0; k < end; k++) {
      const bucket = matrix.buckets[k] as number
      side[bucket] = (side[bucket] as number) + example.weight
    }
  }
  const sum = (counts: Float64Array): number => counts.reduce((total, count) => total + count, 0)
  const prior = Math.log(sum(positive) / sum(negative))
  return Float32Array.from(documentCounts, (documents, j) => {
    if (documents < 2) return 0
    const ratio = Math.log((positive[j] ?? 1) / (negative[j] ?? 1)) - prior
    return Math.log((1 + matrix.rows) / (1 + documents)) * (floor === undefined ? 1 : floor + Math.abs(ratio))
  })
}

/** In how many rows each bucket occurs. */
export function documentCountsOf(matrix: FeatureMatrix, features: number): Uint32Array {
  const documents = new Uint32Array(features)
  for (const bucket of matrix.buckets) documents[bucket] = (documents[bucket] as number) + 1
  return documents
}
