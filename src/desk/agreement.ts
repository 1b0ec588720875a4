import { type Estimate, exactInterval } from '../lib/binomial.ts'

/** What two people said of one thing, as labels, and how many such things it stands for (1 where nothing was weighed). */
export type Pair = { first: string; second: string; weight: number }

/** `kappa`, `alpha`: 1 for full agreement, 0 for what chance would give. Null where all said one and the same. */
export type Agreement = {
  pairs: number
  /** The share of pairs that agree. */
  observed: Estimate
  kappa: Estimate | null
}

/** With fewer an interval is so wide that a number beside it only misleads. */
export const ENOUGH_PAIRS = 30

const CONFIDENCE = 0.95

/**
 * Cohen's kappa ("A coefficient of agreement for nominal scales", 1960) with a 95 % interval. With weights that are
 * 1 / chance every share in it is a Horvitz–Thompson estimate: of all decisions, not of those that happened to be drawn.
 *
 * The interval: the large-sample variance by linearisation, which with equal weights is that of Fleiss, Cohen and Everitt
 * (1969); from it the number of pairs that a plain sample would need to be as sure; for that number the exact binomial
 * interval of the agreement (Korn and Graubard 1998), through kappa. So it is asymmetric, never beyond 1, and has a width
 * where all agree, all of which "estimate ± 1.96 errors" gets wrong.
 */
export function kappaOf(pairs: readonly Pair[]): Agreement {
  const total = pairs.reduce((sum, { weight }) => sum + weight, 0)
  const [rows, columns] = [new Map<string, number>(), new Map<string, number>()]
  let observed = 0
  for (const { first, second, weight } of pairs) {
    const share = weight / total
    add(rows, first, share)
    add(columns, second, share)
    if (first === second) observed += share
  }
  observed = Math.min(1, observed)
  let expected = 0
  for (const [label, share] of rows) expected += share * (columns.get(label) ?? 0)
  let [squares, observedVariance, kappaVariance] = [0, 0, 0]
  const left = 1 - expected
  for (const { first, second, weight } of pairs) {
    const share = weight / total
    const agrees = (first === second ? 1 : 0) - observed
    const expects = (columns.get(first) ?? 0) + (rows.get(second) ?? 0) - 2 * expected
    squares += share ** 2
    observedVariance += (share * agrees) ** 2
    kappaVariance += (share * (agrees / left - ((1 - observed) * expects) / left ** 2)) ** 2
  }
  const plain = pairs.length === 0 ? 0 : 1 / squares
  // As with any variance from a sample of which the mean is taken as well.
  const small = pairs.length / Math.max(1, pairs.length - 1)
  const shown = agreementInterval(observed, observedVariance * small, plain)
  // What rounding leaves of "all said the same".
  if (pairs.length === 0 || left < 1e-9) return { pairs: pairs.length, observed: shown, kappa: null }
  const through = agreementInterval(observed, kappaVariance * small * left ** 2, plain)
  const kappa = (agreement: number): number => (agreement - expected) / left
  return {
    pairs: pairs.length,
    observed: shown,
    kappa: { value: kappa(observed), low: kappa(through.low), high: kappa(through.high) },
  }
}

const add = (counts: Map<string, number>, label: string, share: number): void => {
  counts.set(label, (counts.get(label) ?? 0) + share)
}

/** `plain`: Kish's effective number (1965), for where all agree or none does and the variance is silent, or is none. */
function agreementInterval(observed: number, variance: number, plain: number): Estimate {
  const spread = observed * (1 - observed)
  const size = spread < 1e-12 || !(variance > 1e-15) ? plain : spread / variance
  return { ...exactInterval(observed * size, size, CONFIDENCE), value: observed }
}

/** One rule against the rest: both said it is this one, neither did, or one alone. */
export const againstRest = (pairs: readonly Pair[], label: string): Pair[] =>
  pairs.map(({ first, second, weight }) => ({
    first: first === label ? 'this' : 'rest',
    second: second === label ? 'this' : 'rest',
    weight,
  }))

/**
 * Krippendorff's alpha for nominal data, any number of observers, missing answers allowed ("Computing Krippendorff's
 * Alpha-Reliability", 2011, section C). Each unit holds the answers given to it; who gave them does not matter. Null where
 * nothing can be compared, or all said one and the same.
 *
 * The interval is as for kappa; the variance by the jackknife over units (Efron and Stein 1981), since alpha's has no
 * closed form where answers are missing. Unweighed: no weighed alpha is published.
 */
export function alphaOf(
  units: readonly (readonly (string | null)[])[],
): { units: number; alpha: Estimate } | null {
  const counted = units
    .map((unit) => {
      const labels = new Map<string, number>()
      for (const answer of unit) if (answer !== null) add(labels, answer, 1)
      return labels
    })
    .filter((labels) => sum(labels.values()) >= 2)
  const marginals = new Map<string, number>()
  for (const labels of counted) for (const [label, n] of labels) add(marginals, label, n)
  const n = sum(marginals.values())
  const squares = sum([...marginals.values()].map((count) => count ** 2))
  const disagreeing = counted.map(disagreementIn)
  const disagreement = sum(disagreeing)
  const whole = ratioOf(disagreement, n, squares)
  if (whole === undefined) return null
  const left = counted.flatMap((labels, i) => {
    let without = squares
    for (const [label, m] of labels)
      without += ((marginals.get(label) ?? 0) - m) ** 2 - (marginals.get(label) ?? 0) ** 2
    return ratioOf(disagreement - (disagreeing[i] ?? 0), n - sum(labels.values()), without) ?? []
  })
  const mean = sum(left.map(({ alpha }) => alpha)) / left.length
  const variance = ((left.length - 1) / left.length) * sum(left.map(({ alpha }) => (alpha - mean) ** 2))
  const { alpha, observed, expected } = whole
  const through = agreementInterval(1 - observed, variance * expected ** 2, counted.length)
  const at = (agreement: number): number => 1 - (1 - agreement) / expected
  return {
    units: counted.length,
    alpha: { value: alpha, low: at(through.low), high: at(through.high) },
  }
}

/** Ordered pairs within the unit that differ, over the number of its answers less one. */
function disagreementIn(labels: ReadonlyMap<string, number>): number {
  const m = sum(labels.values())
  return (m ** 2 - sum([...labels.values()].map((count) => count ** 2))) / (m - 1)
}

function ratioOf(disagreement: number, n: number, squares: number) {
  const expected = (n ** 2 - squares) / (n * (n - 1))
  if (!(expected > 1e-12)) return undefined
  const observed = Math.max(0, disagreement / n)
  return { alpha: 1 - observed / expected, observed, expected }
}

const sum = (numbers: Iterable<number>): number => {
  let total = 0
  for (const number of numbers) total += number
  return total
}
