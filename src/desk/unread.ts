import { ok, type Result, refused } from '../lib/result.ts'
import { type Curve, type CurvePoint, curveOf, type Judged, type ShippedCurve } from './unread-curve.ts'

/** Why publishing unread ended: a person, or that what the threshold was chosen for no longer holds. */
export const endings = ['staff', 'policy', 'engine', 'expired', 'audit'] as const
export type Ending = (typeof endings)[number]

/** After a month the comments, the news and the desk are others: somebody looks at the curve again. */
export const ARMED_DAYS = 30
/** Fewer decisions say less than the set that the shipped curve comes from. */
export const OWN_DECISIONS = 500
/** The newest: what was written and decided years ago says little of today. */
export const DECISIONS_READ = 5_000
/** Percent of what could go out unread. Below one nobody would ever learn what is let through. */
export const AUDIT_PERCENT = { least: 1, usual: 5, most: 50 }

/** The curve that the desk chooses by, and where it comes from. */
export type CurveInHand = { source: 'shipped' | 'own'; curve: Curve; breachShare: number | null }

/**
 * From the paper's own decisions once there are enough; from what shipped until then. Undefined where that was measured
 * with another engine, whose probabilities are not these.
 */
export function curveInHand(
  own: readonly Judged[],
  shipped: ShippedCurve,
  engine: string,
): CurveInHand | undefined {
  if (own.length >= OWN_DECISIONS) {
    const curve = curveOf(own)
    if (curve.points.length > 0) return { source: 'own', curve, breachShare: null }
  }
  return shipped.engine === engine
    ? { source: 'shipped', curve: shipped, breachShare: shipped.breachShare }
    : undefined
}

/** What a person asks for; `seen` is what the page told them, `name` their own, typed. */
export type ArmingOrder = { percent: string; audit: string; seen: string; name: string }

export type ArmingRefusal =
  | { code: 'share_unknown' }
  | { code: 'audit_share'; least: number; most: number }
  | { code: 'own_name_missing'; name: string }
  | { code: 'curve_moved' }
  | { code: 'armed_already' }

export type ArmingChoice = { point: CurvePoint; auditShare: number }

/** Nobody confirms less than what may come, so the bounds are rounded outwards. */
export const missedPercents = ({ missed }: CurvePoint): { expected: number; low: number; high: number } => ({
  expected: Math.round(100 * missed.value),
  // A hundred times .07 is a hair above seven in binary.
  low: Math.floor(100 * missed.low + 1e-9),
  high: Math.ceil(100 * missed.high - 1e-9),
})

/** What the page says: whoever confirms "6 % missed" has not confirmed 8. */
export const seenOf = (point: CurvePoint): string => Object.values(missedPercents(point)).join(' ')

export const percentOf = ({ share }: CurvePoint): number => Math.round(100 * share)

export const pointOf = (curve: Curve, percent: string): CurvePoint | undefined =>
  curve.points.find((point) => String(percentOf(point)) === percent)

const sameName = (typed: string, name: string): boolean =>
  typed.trim().replace(/\s+/g, ' ').toLowerCase() === name.toLowerCase()

/** Checks an order against the curve as it is now; what only the database knows is checked there. */
export function chooseArming(
  order: ArmingOrder,
  curve: Curve,
  by: { name: string },
): Result<ArmingChoice, ArmingRefusal> {
  const point = pointOf(curve, order.percent)
  if (!point) return refused({ code: 'share_unknown' })
  const { least, most } = AUDIT_PERCENT
  const audit = /^\d{1,2}$/.test(order.audit.trim()) ? Number(order.audit) : Number.NaN
  if (!(audit >= least && audit <= most)) return refused({ code: 'audit_share', least, most })
  if (order.seen !== seenOf(point)) return refused({ code: 'curve_moved' })
  if (!sameName(order.name, by.name)) return refused({ code: 'own_name_missing', name: by.name })
  return ok({ point, auditShare: audit / 100 })
}

/** What ends it now, if anything does. */
export function endingOf(
  arming: { engine: string; policyVersion: string; expiresAt: Date },
  at: { engine: string; policyVersion: string; now: Date; alarm: boolean },
): Ending | undefined {
  if (arming.engine !== at.engine) return 'engine'
  if (arming.policyVersion !== at.policyVersion) return 'policy'
  if (at.alarm) return 'audit'
  return at.now >= arming.expiresAt ? 'expired' : undefined
}
