import { PACE_ASSUMED } from './thermostat.ts'

/** Decisions of one person in one clock hour; who it was is not asked, and never shown. */
export type DeskHour = { decisions: number }

/** Fewer decisions in an hour are a glance between other work, not an hour at the desk. */
export const ACTIVE_HOUR = 10
/** Active hours before the desk's own pace is believed. */
export const ENOUGH_HOURS = 20

export type Pace =
  | { own: true; perHour: number; low: number; high: number; hours: number }
  | { own: false; perHour: number; hours: number }

/**
 * Decisions in an active hour, the mean over the whole desk with its 95 % interval (normal approximation of a mean of at
 * least twenty); before there is enough, what other newsrooms report.
 */
export function paceOf(deskHours: readonly DeskHour[]): Pace {
  const active = deskHours.filter(({ decisions }) => decisions >= ACTIVE_HOUR)
  const hours = active.length
  if (hours < ENOUGH_HOURS) return { own: false, perHour: PACE_ASSUMED, hours }
  const mean = active.reduce((sum, { decisions }) => sum + decisions, 0) / hours
  const variance = active.reduce((sum, { decisions }) => sum + (decisions - mean) ** 2, 0) / (hours - 1)
  const margin = 1.96 * Math.sqrt(variance / hours)
  return { own: true, perHour: mean, low: Math.max(0, mean - margin), high: mean + margin, hours }
}

/** Hours until what waits is read, with nothing further coming; null where nobody is there. */
export const hoursToClear = (waiting: number, staffOnShift: number, pace: Pace): number | null =>
  staffOnShift === 0 ? null : waiting / (staffOnShift * pace.perHour)
