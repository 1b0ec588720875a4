import type { ThreadSetting } from '../newsroom/article.ts'
import { type MeasureBar, pauseBar } from './measure.ts'

export type ThreadBar = { code: 'comments_closed' } | (MeasureBar & { code: 'slow_mode' })

/** What the thermostat of an article says to somebody who sends a comment now; its end is looked at here, not by a job. */
export function threadBar(
  setting: ThreadSetting | null,
  lastSentHere: Date | null,
  now: Date,
): ThreadBar | undefined {
  if (!setting || setting.endsAt <= now) return undefined
  if (setting.setting === 'closed') return { code: 'comments_closed' }
  return setting.setting === 'slow' ? pauseBar(setting.pauseMinutes ?? 0, lastSentHere, now) : undefined
}

/** Whether the desk reads this comment first: all of them, or those of writers who have never been published. */
export function isHeldByThread(setting: ThreadSetting | null, publishedBefore: number, now: Date): boolean {
  if (!setting || setting.endsAt <= now) return false
  return setting.setting === 'hold_all' || (setting.setting === 'hold_new' && publishedBefore === 0)
}
