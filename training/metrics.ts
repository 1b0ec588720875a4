/** A judged text: how it was scored and what it is. */
export type Judged = { score: number; positive: boolean }

const byScore = (judged: readonly Judged[]): Judged[] => [...judged].sort((a, b) => b.score - a.score)

/** The chance that a positive is scored above a negative, ties half (Mann and Whitney). */
export function rocAuc(judged: readonly Judged[]): number {
  const sorted = byScore(judged).reverse()
  let rankSum = 0
  let positives = 0
  for (let i = 0, next = 0; i < sorted.length; i = next) {
    while (next < sorted.length && sorted[next]?.score === sorted[i]?.score) next++
    const tied = sorted.slice(i, next).filter((one) => one.positive).length
    rankSum += (tied * (i + 1 + next)) / 2
    positives += tied
  }
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * (sorted.length - positives))
}

export function averagePrecision(judged: readonly Judged[]): number {
  let hits = 0
  let sum = 0
  byScore(judged).forEach((one, i) => {
    if (!one.positive) return
    hits++
    sum += hits / (i + 1)
  })
  return sum / hits
}

/** The score above which the given share of the negatives lies. */
export function thresholdAt(falsePositiveRate: number, negatives: readonly number[]): number {
  const sorted = [...negatives].sort((a, b) => b - a)
  return sorted[Math.floor(falsePositiveRate * sorted.length)] ?? Number.POSITIVE_INFINITY
}

export const shareAbove = (threshold: number, scores: readonly number[]): number =>
  scores.filter((score) => score > threshold).length / scores.length

type Cut = { threshold: number; found: number; hits: number }

/** What each possible threshold finds; texts of one score are found together. */
function cutsOf(judged: readonly Judged[]): Cut[] {
  const sorted = byScore(judged)
  let hits = 0
  return sorted.flatMap((one, i): Cut[] => {
    if (one.positive) hits++
    return sorted[i + 1]?.score === one.score ? [] : [{ threshold: one.score, found: i + 1, hits }]
  })
}

const positivesOf = (judged: readonly Judged[]): number => judged.filter((one) => one.positive).length

/** The best mean of the two classes' accuracies that one threshold gives. */
export function bestBalancedAccuracy(judged: readonly Judged[]): { accuracy: number; threshold: number } {
  const positives = positivesOf(judged)
  const negatives = judged.length - positives
  return cutsOf(judged)
    .map(({ threshold, found, hits }) => ({
      threshold,
      accuracy: (hits / positives + 1 - (found - hits) / negatives) / 2,
    }))
    .reduce((best, one) => (one.accuracy > best.accuracy ? one : best))
}

/** The best harmonic mean of precision and recall that one threshold gives. */
export function bestF1(judged: readonly Judged[]): number {
  const positives = positivesOf(judged)
  return cutsOf(judged).reduce((best, { found, hits }) => Math.max(best, (2 * hits) / (found + positives)), 0)
}

/** The largest share of positives found while at least `precision` of what is found is one. */
export function recallAtPrecision(precision: number, judged: readonly Judged[]): number {
  const positives = positivesOf(judged)
  const precise = cutsOf(judged).filter(({ found, hits }) => hits / found >= precision)
  return precise.reduce((best, { hits }) => Math.max(best, hits / positives), 0)
}

/** The share of all texts that score lowest while at most `missed` of the positives are among them. */
export function unreadShare(missed: number, judged: readonly Judged[]): number {
  const positives = positivesOf(judged)
  const rising = byScore(judged).reverse()
  let passed = 0
  const end = rising.findIndex((one) => one.positive && ++passed > missed * positives)
  return (end < 0 ? rising.length : end) / rising.length
}
