import { averagePrecision, bestF1, type Judged, rocAuc, unreadShare } from '../../training/metrics.ts'
import { resampled } from './bootstrap.ts'

/** A figure with the middle 95 % of what it is on texts drawn anew from the same ones. */
export type Estimate = { value: number; low: number; high: number }

export type Cut = { threshold: number; held: number; precision: number | null; recall: number }
/** Texts of like probability: how likely they were said to be breaches, and how many are. */
export type Reliability = { from: number; to: number; texts: number; said: number; found: number }

export type Evaluation = {
  texts: number
  breaches: number
  auc: Estimate
  averagePrecision: Estimate
  bestF1: Estimate
  /** The share that could be published unread, lowest scores first, with one breach in twenty missed. */
  unread: Estimate
  brier: Estimate
  calibrationError: Estimate
  cuts: Cut[]
  reliability: Reliability[]
}

export const MISSED = 0.05
const thresholds = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95]
const BINS = 10
const RESAMPLES = 200

/**
 * How well probabilities tell breaches from the rest, for at least one of each. `random` draws the texts of the
 * intervals (Efron 1979, percentiles of 200 draws).
 */
export function evaluate(judged: readonly Judged[], random: () => number): Evaluation {
  // In order once, so that every sort of a draw finds it done; and in one order for the same texts.
  const sorted = [...judged].sort((a, b) => b.score - a.score || Number(b.positive) - Number(a.positive))
  const draws = resampled(sorted, RESAMPLES, random).filter(hasBoth)
  const estimate = (figure: (judged: readonly Judged[]) => number): Estimate => {
    const drawn = draws.map(figure).sort((a, b) => a - b)
    const at = (share: number): number => drawn[Math.round(share * (drawn.length - 1))] ?? Number.NaN
    return { value: figure(sorted), low: at(0.025), high: at(0.975) }
  }
  return {
    texts: judged.length,
    breaches: judged.filter(({ positive }) => positive).length,
    auc: estimate(rocAuc),
    averagePrecision: estimate(averagePrecision),
    bestF1: estimate(bestF1),
    unread: estimate((some) => unreadShare(MISSED, some)),
    brier: estimate(brierScore),
    calibrationError: estimate(calibrationError),
    cuts: thresholds.map((threshold) => cutAt(threshold, sorted)),
    reliability: reliabilityOf(sorted),
  }
}

export const hasBoth = (judged: readonly Judged[]): boolean =>
  judged.some(({ positive }) => positive) && judged.some(({ positive }) => !positive)

export function cutAt(threshold: number, judged: readonly Judged[]): Cut {
  const held = judged.filter(({ score }) => score >= threshold)
  const hits = held.filter(({ positive }) => positive).length
  const breaches = judged.filter(({ positive }) => positive).length
  return {
    threshold,
    held: held.length / judged.length,
    precision: held.length === 0 ? null : hits / held.length,
    recall: hits / breaches,
  }
}

/** The mean square of what was said too much or too little (Brier 1950). */
export const brierScore = (judged: readonly Judged[]): number =>
  judged.reduce((sum, { score, positive }) => sum + (score - Number(positive)) ** 2, 0) / judged.length

/** Ten bins of equal width, those without a text left out. */
export function reliabilityOf(judged: readonly Judged[]): Reliability[] {
  const bins = Array.from({ length: BINS }, (_, i) => ({ from: i / BINS, texts: 0, said: 0, found: 0 }))
  for (const { score, positive } of judged) {
    const bin = bins[Math.min(BINS - 1, Math.floor(score * BINS))]
    if (!bin) continue
    bin.texts++
    bin.said += score
    bin.found += Number(positive)
  }
  return bins
    .filter(({ texts }) => texts > 0)
    .map(({ from, texts, said, found }) => ({
      from,
      to: from + 1 / BINS,
      texts,
      said: said / texts,
      found: found / texts,
    }))
}

/** How far said and found lie apart in the mean of all texts: the expected calibration error (Naeini et al. 2015). */
export const calibrationError = (judged: readonly Judged[]): number =>
  reliabilityOf(judged).reduce((sum, { texts, said, found }) => sum + texts * Math.abs(said - found), 0) /
  judged.length
