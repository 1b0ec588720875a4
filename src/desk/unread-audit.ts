import { tailOf } from '../lib/binomial.ts'
import type { CurvePoint } from './unread-curve.ts'

/** What the audit found so far: comments that were drawn and that a person has decided. */
export type AuditCount = { read: number; breaches: number }

/**
 * `more`: more breaches than expected, as chance alone would give in one case of twenty. `alarm`: more than the upper
 * bound of what was expected, as chance would give in one of a hundred; then publishing unread ends.
 */
export type AuditFinding = 'as_expected' | 'more' | 'alarm'

/**
 * Exact binomial tests, one-sided: fewer breaches than expected are no harm. They are made anew after every decision,
 * which makes a false alarm likelier than one in a hundred; the error is on the side of reading.
 */
export function auditFinding(
  { read, breaches }: AuditCount,
  expected: Pick<CurvePoint, 'breaching'>,
): AuditFinding {
  if (breaches === 0) return 'as_expected'
  if (tailOf(breaches, read, expected.breaching.high) < 0.01) return 'alarm'
  return tailOf(breaches, read, expected.breaching.value) < 0.05 ? 'more' : 'as_expected'
}
