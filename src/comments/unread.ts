import type { Verdict } from '../policy/verdict.ts'
import { BREACH } from '../triage/rule-estimates.ts'
import type { SignalSet } from '../triage/signal.ts'

/** What a named person armed: pre-moderation lets out, unread, what is least likely to break a rule. */
export type Arming = {
  id: number
  /** The highest breach probability that goes out unread. */
  threshold: number
  /** The chance that such a comment goes to the desk all the same. */
  auditShare: number
  /** What the threshold was chosen for; under another of either it means something else. */
  engine: string
  policyVersion: string
  armedBy: number
  expiresAt: Date
}

/** The lot of one comment that may go out unread. */
export type Draw = { armingId: number; armedBy: number; audited: boolean }

/** What is known of a comment's words, as they were judged. */
export type Scored = { engine: string; probability: number | null; policyVersion: string }

/** As the engine measured it; null where it could not. */
export const breachOf = ({ signals }: SignalSet): number | null =>
  signals.find(({ name }) => name === BREACH)?.value ?? null

/**
 * How likely a breach is, as far as the policy has nothing to say: null where any rule spoke, was ignored for want of
 * an answer, or the probability is unknown. Such a comment is read, whatever is armed.
 */
export const unreadProbability = (probability: number | null, verdict: Verdict): number | null =>
  verdict.proposes === 'publish' && verdict.matches.every(({ value }) => value === 'no') ? probability : null

export const scoredOf = (signals: SignalSet, verdict: Verdict): Scored => ({
  engine: signals.engine,
  probability: unreadProbability(breachOf(signals), verdict),
  policyVersion: verdict.policyVersion,
})

/**
 * Null: the desk reads it before it appears. `random` is uniform from 0 to below 1 and asked only where there is
 * something to draw.
 */
export function drawUnread(
  arming: Arming | null,
  { engine, probability, policyVersion }: Scored,
  random: () => number,
  now: Date,
): Draw | null {
  if (!arming || now >= arming.expiresAt) return null
  if (engine !== arming.engine || policyVersion !== arming.policyVersion) return null
  if (probability === null || !(probability <= arming.threshold)) return null
  return { armingId: arming.id, armedBy: arming.armedBy, audited: random() < arming.auditShare }
}
