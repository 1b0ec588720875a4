import { exactLogistic } from '../triage/exact-logistic.ts'
import { type Prediction, TRIALS_KEPT, type Trial } from './learning.ts'

/**
 * Whether the newest decisions would have been foretold better with what was learnt, each before it was learnt. In nats
 * a decision; below 0 is better.
 */
export type Gain = {
  decisions: number
  mean: number
  /** The ends of the 95 % interval of the mean. */
  low: number
  high: number
  verdict: 'too_few' | 'better' | 'worse' | 'undecided'
}

/** Fewer say too little, and a desk of one evening too much. */
export const DECISIONS_NEEDED = TRIALS_KEPT

// The 97.5 % point of Student's t for some 200 decisions.
const t = 1.97

/**
 * Surer than one in a thousand no score of comments is: without the bound a single one that the engine called
 * impossible would outweigh a hundred decisions.
 */
const largestLoss = -Math.log(0.001)

/** In nats: 0 is certain and right, ln 2 is a coin. */
export const lossOf = (broke: boolean, logit: number): number =>
  Math.min(largestLoss, -Math.log(exactLogistic(broke ? logit : -logit)))

/** Paired by decision, since all that a decision says of several rules is one act of one person. Student 1908. */
export function gainOf(trials: readonly Trial[]): Gain {
  const gains = trials.filter(({ predictions }) => predictions.length > 0).map(gainOfTrial)
  const decisions = gains.length
  if (decisions < 2) return { decisions, mean: gains[0] ?? 0, low: 0, high: 0, verdict: 'too_few' }
  const mean = meanOf(gains)
  const variance = gains.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (decisions - 1)
  const reach = t * Math.sqrt(variance / decisions)
  const [low, high] = [mean - reach, mean + reach]
  return { decisions, mean, low, high, verdict: verdictOf(decisions, low, high) }
}

function verdictOf(decisions: number, low: number, high: number): Gain['verdict'] {
  if (decisions < DECISIONS_NEEDED) return 'too_few'
  return high < 0 ? 'better' : low > 0 ? 'worse' : 'undecided'
}

const gainOfTrial = ({ predictions }: Trial): number => meanOf(predictions.map(gainOfPrediction))

const gainOfPrediction = ({ broke, baseLogit, adjustment }: Prediction): number =>
  lossOf(broke, baseLogit + adjustment) - lossOf(broke, baseLogit)

const meanOf = (numbers: readonly number[]): number =>
  numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length)
