import { type MeasureInForce, type MeasureKind, measureKinds } from '../comments/measure.ts'
import { type Strike, weightOf } from './strike.ts'

/** What a recommendation is made of: numbers, proportion, gravity, and what was said before (DSA Art. 23(3)). */
export type StandingFacts = {
  strikes: readonly Strike[]
  /** Comments of the writer that the desk decided within `FACTS_DAYS`, and those of them that stand refused or taken down. */
  decidedCount: number
  refusedCount: number
  /** The last warning that was not lifted. */
  warnedAt: Date | null
  inForce: readonly Pick<MeasureInForce, 'kind'>[]
}

export const FACTS_DAYS = 180

/** From this weight of strikes on; each is passed only once a warning has been followed by another strike. */
export const thresholds: Record<MeasureKind, number> = {
  warning: 2,
  slow: 4,
  pre: 6,
  suspension: 9,
  ban: 15,
}

/** Up to this share of refused comments a busy writer is only warned: anyone can have a bad week. */
const MILD_SHARE = 0.1
/** So few decisions say nothing of a share. */
const ENOUGH_FOR_SHARE = 20

export type Recommendation = { kind: MeasureKind; because: 'weight' | 'warning_first' | 'mild_share' }

/**
 * What the desk may want to take, never what is taken: a person does that. Undefined below the first threshold, where the
 * measure recommended or a harder one is already in force, and where a warning still has to show what it does.
 */
export function recommendMeasure(facts: StandingFacts): Recommendation | undefined {
  const weight = weightOf(facts.strikes)
  const reached = [...measureKinds].reverse().find((kind) => weight >= thresholds[kind])
  if (!reached) return undefined
  const { warnedAt } = facts
  const newest = facts.strikes.reduce<Date | null>((at, s) => (at && at > s.at ? at : s.at), null)
  const heeded = warnedAt !== null && (newest === null || newest <= warnedAt)
  if (heeded) return undefined
  if (warnedAt === null)
    return { kind: 'warning', because: reached === 'warning' ? 'weight' : 'warning_first' }
  // Warned, and struck again since: the next measure, unless nearly all that this writer sends is fine.
  if (reached === 'warning' || isMild(facts))
    return { kind: 'warning', because: isMild(facts) ? 'mild_share' : 'weight' }
  const hardest = Math.max(-1, ...facts.inForce.map(({ kind }) => measureKinds.indexOf(kind)))
  return measureKinds.indexOf(reached) <= hardest ? undefined : { kind: reached, because: 'weight' }
}

const isMild = ({ decidedCount, refusedCount }: StandingFacts): boolean =>
  decidedCount >= ENOUGH_FOR_SHARE && refusedCount / decidedCount <= MILD_SHARE
