import { expect, it } from 'vitest'
import * as metrics from './metrics.ts'
import { fitPlatt } from './platt.ts'

const judged = [
  [0.9, true],
  [0.8, false],
  [0.7, true],
  [0.4, true],
  [0.4, false],
  [0.1, false],
].map(([score, positive]) => ({ score: Number(score), positive: positive === true }))

it('the area under the curve counts the pairs in the right order, ties half', () => {
  expect(metrics.rocAuc(judged)).toBeCloseTo((3 + 2 + 1.5) / 9)
})

it('average precision is the mean of the precisions at each hit', () => {
  expect(metrics.averagePrecision(judged)).toBeCloseTo((1 + 2 / 3 + 3 / 4) / 3)
})

it('the best F1 takes all that share a score', () => {
  expect(metrics.bestF1(judged)).toBeCloseTo((2 * 3) / (5 + 3))
})

it('recall at full precision is that of the first', () => {
  expect(metrics.recallAtPrecision(1, judged)).toBeCloseTo(1 / 3)
})

it('what may be published unread ends before the first breach too many', () => {
  expect(metrics.unreadShare(0, judged)).toBeCloseTo(1 / 6 + 1 / 6)
})

it('one threshold in five flags one harmless comment in five', () => {
  const negatives = [1, 2, 3, 4, 5]
  expect(metrics.shareAbove(metrics.thresholdAt(0.2, negatives), negatives)).toBeCloseTo(0.2)
})

it('balanced accuracy weighs both classes alike', () => {
  expect(metrics.bestBalancedAccuracy(judged).accuracy).toBeCloseTo(2 / 3)
})

it('a calibrated score says how often it is right', () => {
  const scores = Array.from({ length: 4_000 }, (_, i) => ({
    score: i % 2 === 0 ? 3 : -1,
    positive: i % 2 === 0 ? i % 5 !== 0 : i % 9 === 0,
  }))
  const { slope, intercept } = fitPlatt(scores)
  const shareOf = (score: number): number => {
    const these = scores.filter((one) => one.score === score)
    return these.filter((one) => one.positive).length / these.length
  }
  for (const score of [3, -1])
    expect(1 / (1 + Math.exp(-(slope * score + intercept)))).toBeCloseTo(shareOf(score), 2)
})
