import { type Estimate, exactInterval } from '../lib/binomial.ts'

/** A comment that a person decided, and for how many comments like it it stands. */
export type Judged = {
  /** Of a breach, 0 to 1; null where it would never be published unread, whatever the threshold. */
  probability: number | null
  /** Refused or taken down. */
  broke: boolean
  /** One over the chance with which it came to a person: 1, or 20 where one in twenty was drawn for the audit. */
  weight: number
}

export type CurvePoint = {
  /** Of all comments: the lowest of them by probability, that would be published unread. */
  share: number
  /** The highest probability among them. */
  threshold: number
  /** Of all breaches: those that would be among them. */
  missed: Estimate
  /** Of the comments published unread: those that break a rule. */
  breaching: Estimate
}

export type Curve = { decisions: number; breaches: number; points: CurvePoint[] }

/** What stands in `models/triage/curve.json`: of another engine's probabilities it says nothing. */
export type ShippedCurve = Curve & {
  engine: string
  /** How rare a breach was taken to be; the set it comes from holds more. */
  breachShare: number
}

/** In hundredths, so that a share is written and read back the same. */
const SHARES = Array.from({ length: 19 }, (_, i) => (5 * (i + 1)) / 100)

const CONFIDENCE = 0.95
/** Two intervals that hold together with 95 % when each holds with 97.5 % (Bonferroni). */
const EACH_OF_TWO = 1 - (1 - CONFIDENCE) / 2

/**
 * What publishing the lowest share of comments unread would let through, for each share that can be told apart. Empty
 * where no breach is known: then there is nothing to miss and nothing to choose by.
 *
 * Shares are estimated by weighted sums (Horvitz and Thompson 1952, as ratios), since what was published unread reached
 * a person only by the audit's draw. The interval of the missed joins two exact ones, for the rate of breaches below the
 * threshold and above it, by the worst case: a bootstrap, or an interval of the breaches found, would call zero certain
 * where a small audit found none. Both bounds are loosened until they rise with the share, as the truth does.
 */
export function curveOf(judged: readonly Judged[]): Curve {
  const below = judged
    .filter((one): one is Judged & { probability: number } => one.probability !== null)
    .sort((a, b) => a.probability - b.probability)
  const all = sumOf(judged)
  const breaches = judged.filter((one) => one.broke).length
  const points: CurvePoint[] = []
  const sum = nothing()
  let taken = 0
  if (breaches > 0)
    for (const share of SHARES) {
      const before = taken
      for (let end = endOfTie(below, taken); end > taken; end = endOfTie(below, taken)) {
        const group = sumOf(below.slice(taken, end))
        if (sum.weight + group.weight > share * all.weight + 1e-9) break
        add(sum, group)
        taken = end
      }
      const last = below[taken - 1]
      if (last && taken > before) points.push(pointAt(share, last.probability, sum, less(all, sum)))
    }
  return { decisions: judged.length, breaches, points: rising(points) }
}

/** Weights, their squares, and the weight of the breaches. */
type Sum = { weight: number; squares: number; broke: number }

const nothing = (): Sum => ({ weight: 0, squares: 0, broke: 0 })

function add(sum: Sum, more: Sum): void {
  sum.weight += more.weight
  sum.squares += more.squares
  sum.broke += more.broke
}

function sumOf(judged: readonly Judged[]): Sum {
  const sum = nothing()
  for (const { weight, broke } of judged)
    add(sum, { weight, squares: weight ** 2, broke: broke ? weight : 0 })
  return sum
}

/** Rounding must leave no breath of a negative breach. */
const less = (all: Sum, part: Sum): Sum => ({
  weight: Math.max(0, all.weight - part.weight),
  squares: Math.max(0, all.squares - part.squares),
  broke: Math.max(0, all.broke - part.broke),
})

/** Equal probabilities go together: a threshold cannot part them. */
function endOfTie(sorted: readonly { probability: number }[], from: number): number {
  const first = sorted[from]
  let end = from
  while (first && sorted[end]?.probability === first.probability) end++
  return end
}

/** The rate of breaches, by Kish's effective count (1965): (Σw)² / Σw² comments of equal weight say as much. */
function rateOf({ weight, squares, broke }: Sum, confidence: number): Estimate {
  if (squares === 0) return { value: 0, low: 0, high: 0 }
  const count = weight ** 2 / squares
  return exactInterval((broke / weight) * count, count, confidence)
}

function pointAt(share: number, threshold: number, unread: Sum, read: Sum): CurvePoint {
  const below = rateOf(unread, EACH_OF_TWO)
  const above = rateOf(read, EACH_OF_TWO)
  const missedOf = (missRate: number, findRate: number): number => {
    const missed = missRate * unread.weight
    return missed === 0 ? 0 : missed / (missed + findRate * read.weight)
  }
  return {
    share,
    threshold,
    missed: {
      value: missedOf(unread.broke / unread.weight, read.weight === 0 ? 0 : read.broke / read.weight),
      low: missedOf(below.low, above.high),
      high: missedOf(below.high, above.low),
    },
    breaching: rateOf(unread, CONFIDENCE),
  }
}

function rising(points: readonly CurvePoint[]): CurvePoint[] {
  let high = 0
  const loosened = points.map((point) => {
    high = Math.max(high, point.missed.high)
    return { ...point, missed: { ...point.missed, high } }
  })
  let low = 1
  return loosened
    .reverse()
    .map((point) => {
      low = Math.min(low, point.missed.low)
      return { ...point, missed: { ...point.missed, low } }
    })
    .reverse()
}
