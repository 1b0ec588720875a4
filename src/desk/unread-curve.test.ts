import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomOf } from '../../training/random.ts'
import { curveOf, type Judged } from './unread-curve.ts'

const judged = fc.array(
  fc.record({
    probability: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    broke: fc.boolean(),
    weight: fc.constantFrom(1, 2, 20, 100),
  }),
  { maxLength: 120 },
)

describe('the curve of publishing unread', () => {
  it('never falls: who publishes more unread misses no fewer breaches, and neither do the bounds', () => {
    fc.assert(
      fc.property(judged, (comments) => {
        const { points } = curveOf(comments)
        for (const [i, point] of points.slice(1).entries()) {
          const before = points[i]
          if (!before) continue
          expect(point.threshold).toBeGreaterThan(before.threshold)
          for (const bound of ['value', 'low', 'high'] as const)
            expect(point.missed[bound]).toBeGreaterThanOrEqual(before.missed[bound] - 1e-12)
        }
      }),
    )
  })

  it('each interval contains what was found, within 0 and 1', () => {
    fc.assert(
      fc.property(judged, (comments) => {
        for (const { missed, breaching } of curveOf(comments).points)
          for (const { value, low, high } of [missed, breaching]) {
            expect(low).toBeGreaterThanOrEqual(0)
            expect(low).toBeLessThanOrEqual(value + 1e-9)
            expect(value).toBeLessThanOrEqual(high + 1e-9)
            expect(high).toBeLessThanOrEqual(1)
          }
      }),
    )
  })

  it('does not publish more than the share that was asked for, nor what may never go out unread', () => {
    fc.assert(
      fc.property(judged, (comments) => {
        const all = comments.reduce((sum, { weight }) => sum + weight, 0)
        for (const { share, threshold } of curveOf(comments).points) {
          const unread = comments.filter(
            ({ probability }) => probability !== null && probability <= threshold,
          )
          expect(unread.reduce((sum, { weight }) => sum + weight, 0) / all).toBeLessThanOrEqual(share + 1e-9)
        }
      }),
    )
  })

  it('is the same in whatever order the decisions come', () => {
    fc.assert(
      fc.property(judged, (comments) => {
        const [one, other] = [curveOf(comments), curveOf([...comments].reverse())]
        expect(one.points.map(({ share, threshold }) => [share, threshold])).toEqual(
          other.points.map(({ share, threshold }) => [share, threshold]),
        )
      }),
    )
  })

  it('is empty where no breach is known', () => {
    expect(curveOf([{ probability: 0.1, broke: false, weight: 1 }]).points).toEqual([])
  })

  it('a small audit that found nothing leaves much room, unlike a large one', () => {
    const caught: Judged[] = Array.from({ length: 100 }, () => ({
      probability: null,
      broke: true,
      weight: 1,
    }))
    const audited = (count: number): Judged[] =>
      Array.from({ length: count }, (_, i) => ({
        probability: i / count,
        broke: false,
        weight: 2000 / count,
      }))
    const highest = (count: number) => curveOf([...caught, ...audited(count)]).points.at(-1)?.missed.high ?? 0
    expect(highest(50)).toBeGreaterThan(0.5)
    expect(highest(1000)).toBeLessThan(0.15)
  })
})

/** A paper whose comments are breaches as often as their probability says; one comment in eight may never go out. */
function paperOf(count: number, random: () => number): Judged[] {
  return Array.from({ length: count }, () => {
    const probability = random() ** 3
    return { probability: random() < 0.125 ? null : probability, broke: random() < probability, weight: 1 }
  })
}

/** What persons read once publishing up to the threshold unread is armed: the rest, and the audit's draw. */
const readUnder = (paper: readonly Judged[], threshold: number, auditShare: number, random: () => number) =>
  paper.flatMap((one): Judged[] => {
    if (one.probability === null || one.probability > threshold) return [one]
    return random() < auditShare ? [{ ...one, weight: 1 / auditShare }] : []
  })

const missedBelow = (paper: readonly Judged[], threshold: number): number => {
  const breaches = paper.filter(({ broke }) => broke)
  const missed = breaches.filter(({ probability }) => probability !== null && probability <= threshold)
  return missed.length / breaches.length
}

describe('estimating from what was read, while most was not', () => {
  const auditShare = 0.1
  const threshold = 0.1
  const random = randomOf(20261124)
  const truth = missedBelow(paperOf(400_000, random), threshold)
  const runs = Array.from({ length: 300 }, () => {
    const read = readUnder(paperOf(3000, random), threshold, auditShare, random)
    // The point whose threshold is nearest: what is estimated stands at shares, not at thresholds.
    const at = (comments: readonly Judged[]) => {
      const { points } = curveOf(comments)
      const point = points.reduce((best, next) =>
        Math.abs(next.threshold - threshold) < Math.abs(best.threshold - threshold) ? next : best,
      )
      return { ...point, truth: truthAt(point.threshold) }
    }
    return { weighted: at(read), naive: at(read.map((one) => ({ ...one, weight: 1 }))) }
  })
  // Of the same distribution in closed form: missed ∝ ∫ p dF up to t with F(p) = p^(1/3), times 7/8; all ∝ ∫ p dF = 1/4.
  function truthAt(t: number): number {
    return 0.875 * t ** (4 / 3)
  }
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

  it('the closed form is that of the simulated paper', () => {
    expect(truthAt(threshold)).toBeCloseTo(truth, 2)
  })

  it('weighed by the draw, the share missed is right on average; unweighed it would look a fraction of that', () => {
    const off = mean(runs.map(({ weighted }) => weighted.missed.value - weighted.truth))
    expect(Math.abs(off)).toBeLessThan(0.003)
    const naive = mean(runs.map(({ naive }) => naive.missed.value / naive.truth))
    expect(naive).toBeLessThan(0.5)
  })

  it('the interval holds the truth at least 95 times of a hundred', () => {
    const held = runs.filter(({ weighted: { missed, truth } }) => missed.low <= truth && truth <= missed.high)
    expect(held.length / runs.length).toBeGreaterThanOrEqual(0.95)
  })
})
