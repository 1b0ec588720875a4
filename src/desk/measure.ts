import { type MeasureKind, measureKinds } from '../comments/measure.ts'
import { cleanText } from '../comments/words.ts'
import { after, days } from '../lib/clock.ts'
import { ok, type Result, refused } from '../lib/result.ts'
import { LONGEST_WORDS } from './decision.ts'

/** A measure as a person of the desk orders it; who and when come beside it. */
export type MeasureOrder = {
  commenterId: number
  kind: MeasureKind
  ruleId: string
  pauseMinutes: number | null
  endsAt: Date | null
  /** For the writer, in the letter; may be empty. */
  words: string
}

export type MeasureRefusal =
  | { code: 'measure_missing' }
  | { code: 'measure_pause'; least: number; most: number }
  | { code: 'measure_days'; most: number }
  | { code: 'measure_stands' }
  | { code: 'measure_over' }
  | { code: 'measure_not_found' }
  | { code: 'writer_not_found' }
  | { code: 'writer_erased' }
  | { code: 'rule_missing' }
  | { code: 'rule_unknown'; ruleId: string }
  | { code: 'words_too_long'; longest: number }
  | { code: 'section_not_yours' }

export const LEAST_PAUSE = 1
/** A week between two comments. */
export const LONGEST_PAUSE = 10_080
/** A year; what should last longer is a ban, and called so. */
export const LONGEST_DAYS = 365

/** Whether a number of days is asked for: a warning and a ban have none. */
export const hasEnd = (kind: MeasureKind): boolean =>
  kind === 'slow' || kind === 'pre' || kind === 'suspension'

/** From the form's fields; the first thing that is wrong. `days` may be empty for slow mode and reading first: no end. */
export function readMeasure(
  commenterId: number,
  fields: { kind: string; rule: string; pause: string; days: string; words: string },
  ruleIds: readonly string[],
  now: Date,
): Result<MeasureOrder, MeasureRefusal> {
  const kind = measureKinds.find((candidate) => candidate === fields.kind)
  if (!kind) return refused({ code: 'measure_missing' })
  if (fields.rule === '') return refused({ code: 'rule_missing' })
  if (!ruleIds.includes(fields.rule)) return refused({ code: 'rule_unknown', ruleId: fields.rule })
  const pause = kind === 'slow' ? wholeIn(fields.pause, LEAST_PAUSE, LONGEST_PAUSE) : null
  if (pause === undefined) return refused({ code: 'measure_pause', least: LEAST_PAUSE, most: LONGEST_PAUSE })
  const open = !hasEnd(kind) || (fields.days.trim() === '' && kind !== 'suspension')
  const length = open ? null : wholeIn(fields.days, 1, LONGEST_DAYS)
  if (length === undefined) return refused({ code: 'measure_days', most: LONGEST_DAYS })
  const words = cleanText(fields.words)
  if (words.length > LONGEST_WORDS) return refused({ code: 'words_too_long', longest: LONGEST_WORDS })
  return ok({
    commenterId,
    kind,
    ruleId: fields.rule,
    pauseMinutes: pause,
    endsAt: length === null ? null : after(now, days(length)),
    words,
  })
}

function wholeIn(text: string, least: number, most: number): number | undefined {
  const value = /^\d{1,6}$/.test(text.trim()) ? Number(text) : Number.NaN
  return value >= least && value <= most ? value : undefined
}
