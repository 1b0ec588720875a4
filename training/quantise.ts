import type { LinearWeights } from '../src/triage/linear-model.ts'

/** Of the weights that are not zero, the share that is cut off at the largest step: few outliers cost all others detail. */
const clipped = 0.0005

/** One row a bucket, one signed byte a head; the last weight of a head is its intercept. */
export function quantise(columns: readonly { head: string; weights: Float32Array }[]): LinearWeights {
  const buckets = (columns[0]?.weights.length ?? 1) - 1
  const table = new Int8Array(buckets * columns.length)
  const scales = columns.map(({ weights }, column) => {
    const largest = largestKept(weights.subarray(0, buckets))
    for (let bucket = 0; bucket < buckets; bucket++) {
      const steps = Math.round(((weights[bucket] ?? 0) / largest) * 127)
      table[bucket * columns.length + column] = Math.max(-127, Math.min(127, steps))
    }
    return largest / 127
  })
  return {
    heads: columns.map(({ head }) => head),
    table,
    scales,
    intercepts: columns.map(({ weights }) => weights[buckets] ?? 0),
  }
}

function largestKept(weights: Float32Array): number {
  const sizes = weights
    .filter((weight) => weight !== 0)
    .map(Math.abs)
    .sort()
  return sizes[Math.floor((1 - clipped) * (sizes.length - 1))] ?? 1
}
