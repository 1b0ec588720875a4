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

/** The best mean of the two classes' accuracies that one threshold gives. */
export function bestBalancedAccuracy(judged: readonly Judged[]): { accuracy: number; threshold: number } {
  const positives = judged.filter((one) => one.positive).length
  let best = { accuracy: 0.5, threshold: 1 }
  let [above, falselyAbove] = [0, 0]
  for (const { score, positive } of byScore(judged)) {
    if (positive) above++
    else falselyAbove++
    const accuracy = (above / positives + 1 - falselyAbove / (judged.length - positives)) / 2
    if (accuracy > best.accuracy) best = { accuracy, threshold: score }
  }
  return best
}

/** The best harmonic mean of precision and recall that one threshold gives. */
export function bestF1(judged: readonly Judged[]): number {
  const positives = judged.filter((one) => one.positive).length
  let hits = 0
  return byScore(judged).reduce((best, one, i) => {
    if (one.positive) hits++
    return Math.max(best, (2 * hits) / (i + 1 + positives))
  }, 0)
}

/** The largest share of positives found while at least `precision` of what is found is one. */
export function recallAtPrecision(precision: number, judged: readonly Judged[]): number {
  const positives = judged.filter((one) => one.positive).length
  let hits = 0
  return byScore(judged).reduce((best, one, i) => {
    if (one.positive) hits++
    return hits / (i + 1) >= precision ? Math.max(best, hits / positives) : best
  }, 0)
}

/** The share of all texts that score lowest while at most `missed` of the positives are among them. */
export function unreadShare(missed: number, judged: readonly Judged[]): number {
  const positives = judged.filter((one) => one.positive).length
  const rising = byScore(judged).reverse()
  let passed = 0
  const end = rising.findIndex((one) => one.positive && ++passed > missed * positives)
  return (end < 0 ? rising.length : end) / rising.length
}
