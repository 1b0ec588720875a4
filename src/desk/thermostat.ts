import { ok, type Result, refused } from '../lib/result.ts'
import { type ThreadSettingName, threadSettings } from '../newsroom/article.ts'

/** What goes on under one article, measured over `WINDOW_MINUTES`. */
export type ThreadLoad = {
  /** Comments that came within the window. */
  arrived: number
  /** Mean probability of a breach among the newest of them, 0 to 1. */
  breach: number
  /** Staff seen at the desk within the window. */
  staffOnShift: number
  /** Decisions that one of them takes in an hour, by the desk's own pace or `PACE_ASSUMED`. */
  pace: number
}

export const WINDOW_MINUTES = 30
/** Decisions an hour of one moderator before the desk has a pace of its own: newsrooms report 80 to 107. */
export const PACE_ASSUMED = 90
/** So few comments say nothing of a thread. */
export const ENOUGH_ARRIVED = 10

/** Breaches expected in an hour, for each on shift; nobody on shift counts as half a person: somebody will come. */
export const breachesEach = (load: ThreadLoad): number =>
  (load.arrived * (60 / WINDOW_MINUTES) * load.breach) / Math.max(0.5, load.staffOnShift)

/** From this share of a moderator's hour on, taken up by the breaches of this one thread alone. */
export const shares: Record<ThreadSettingName, number> = {
  slow: 0.05,
  hold_new: 0.1,
  hold_all: 0.25,
  closed: 0.75,
}

/**
 * Inflow times predicted breach by staff on shift, against the pace: what a person may want to set. Undefined: open. A
 * thread that few write in stays open, whatever they write: the desk reads it in time.
 */
export function recommendSetting(load: ThreadLoad): ThreadSettingName | undefined {
  if (load.arrived < ENOUGH_ARRIVED) return undefined
  const share = breachesEach(load) / load.pace
  return [...threadSettings].reverse().find((setting) => share >= shares[setting])
}

export type ThreadOrder = { setting: ThreadSettingName | 'open'; pauseMinutes: number | null; hours: number }

export type ThreadRefusal =
  | { code: 'thread_setting_missing' }
  | { code: 'thread_pause'; most: number }
  | { code: 'thread_hours'; most: number }
  | { code: 'thread_moved' }
  | { code: 'article_not_found' }
  | { code: 'section_not_yours' }

export const LONGEST_THREAD_PAUSE = 1_440
/** Three days; what should last longer is the article's own mode. */
export const LONGEST_THREAD_HOURS = 72

/** From the form's fields: `hours` until the mode before is back. */
export function readThreadOrder(fields: {
  setting: string
  pause: string
  hours: string
}): Result<ThreadOrder, ThreadRefusal> {
  if (fields.setting === 'open') return ok({ setting: 'open', pauseMinutes: null, hours: 0 })
  const setting = threadSettings.find((candidate) => candidate === fields.setting)
  if (!setting) return refused({ code: 'thread_setting_missing' })
  const pauseMinutes = setting === 'slow' ? wholeUpTo(LONGEST_THREAD_PAUSE, fields.pause) : null
  if (pauseMinutes === undefined) return refused({ code: 'thread_pause', most: LONGEST_THREAD_PAUSE })
  const hours = wholeUpTo(LONGEST_THREAD_HOURS, fields.hours)
  if (hours === undefined) return refused({ code: 'thread_hours', most: LONGEST_THREAD_HOURS })
  return ok({ setting, pauseMinutes, hours })
}

const wholeUpTo = (most: number, text: string): number | undefined => {
  const value = /^\d{1,5}$/.test(text.trim()) ? Number(text) : 0
  return value >= 1 && value <= most ? value : undefined
}
