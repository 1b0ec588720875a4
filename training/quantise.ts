import type { LinearWeights } from '../src/triage/linear-model.ts'
import { largestStep } from '../src/triage/linear-model.ts'

/** Of the weights that are not zero, the share that is cut off at the largest step: few outliers cost all others detail. */
const clipped = 0.0001

/**
 * One row a bucket, one signed byte a head. A byte stands for its square, sign kept: most weights are small, and it is
 * their sum that decides. The last weight of a head is its intercept.
 */
export function quantise(
  columns: readonly { head: string; weights: Float32Array; passageShare: number }[],
): LinearWeights {
  const buckets = (columns[0]?.weights.length ?? 1) - 1
  const table = new Int8Array(buckets * columns.length)
  const scales = columns.map(({ weights }, column) => {
    const largest = largestKept(weights.subarray(0, buckets))
    for (let bucket = 0; bucket < buckets; bucket++) {
      const share = (weights[bucket] ?? 0) / largest
      const step = Math.round(Math.sqrt(Math.min(1, Math.abs(share))) * largestStep)
      table[bucket * columns.length + column] = Math.sign(share) * step
    }
    return largest / largestStep ** 2
  })
  return {
    heads: columns.map(({ head }) => head),
    table,
    scales,
    intercepts: columns.map(({ weights }) => weights[buckets] ?? 0),
    passageShares: columns.map(({ passageShare }) => passageShare),
  }
}

function largestKept(weights: Float32Array): number {
  const sizes = weights
    .filter((weight) => weight !== 0)
    .map(Math.abs)
    .sort()
  return sizes[Math.floor((1 - clipped) * (sizes.length - 1))] ?? 1
}
