import { ok, type Result, refused } from '../../lib/result.ts'
import { calendarProblem, hourOf, readStampWords, type StampProblem, type StampWords } from './stamp-words.ts'

/** A stamp as it was read: the instant, and how it is written with the offset that its zone had then. */
export type Stamp = { at: Date; iso: string; warning: string | null }

/**
 * The instant that a stamp names. A newspaper prints its own time and names no zone, so the zone is an argument; an
 * offset in the text itself goes before it. Impossible dates and times (31 June, 13.05 PM) are refused, never guessed
 * at; letters such as IST are not relied on, and said.
 */
export function readStamp(text: string, zone: string): Result<Stamp, StampProblem> {
  const words = readStampWords(text)
  const problem = calendarProblem(words)
  if (problem) return refused(problem)
  if (!words.date) return refused({ code: 'bad_date', message: 'no date can be read here.' })
  if (!words.clock) return refused({ code: 'bad_time', message: 'no time of day can be read here.' })
  const { year, month, day } = words.date
  const { minute, second } = words.clock
  const wall: Wall = { year, month, day, hour: hourOf(words.clock) ?? 0, minute, second }
  if (words.offset === undefined) return ok(said(atZone(wall, zone), words, zone))
  const at = new Date(Date.UTC(year, month - 1, day, wall.hour, minute, second) - words.offset * 60_000)
  return ok({ at, iso: isoAt(at, zone), warning: null })
}

function said(stamp: Stamp, words: StampWords, zone: string): Stamp {
  if (words.zoneLetters === undefined || stamp.warning !== null) return stamp
  return { ...stamp, warning: `“${words.zoneLetters}” is not relied on; the time is read in ${zone}.` }
}

export type Wall = { year: number; month: number; day: number; hour: number; minute: number; second: number }

/**
 * The instant at which a clock on that zone's wall showed this time. In the hour that spring skips there is none: it is
 * read with the offset before the change; in the hour that autumn repeats there are two: the first is taken. Both are
 * said. Errors: the zone must be one that `isZone` knows.
 */
export function atZone(wall: Wall, zone: string): Stamp {
  const asUtc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second)
  const before = offsetAt(new Date(asUtc - 86_400_000), zone)
  const after = offsetAt(new Date(asUtc + 86_400_000), zone)
  const fits = [...new Set([before, after])].filter(
    (offset) => offsetAt(new Date(asUtc - offset * 60_000), zone) === offset,
  )
  const at = new Date(asUtc - (fits[0] ?? before) * 60_000)
  const iso = isoAt(at, zone)
  const warning =
    fits.length === 0
      ? `the clocks of ${zone} skipped this time that day; it is read as ${iso}.`
      : fits.length > 1
        ? `the clocks of ${zone} showed this time twice that day; the first is taken, ${iso}.`
        : null
  return { at, iso, warning }
}

/** ISO 8601 with the offset in force there and then: `2021-07-30T21:33:00+05:30`. */
export function isoAt(at: Date, zone: string): string {
  const offset = offsetAt(at, zone)
  const local = new Date(at.getTime() + offset * 60_000).toISOString().slice(0, 19)
  const size = Math.abs(offset)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Minutes east of Greenwich. */
export function offsetAt(at: Date, zone: string): number {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset' })
    formats.set(zone, format)
  }
  const name = format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT'
  const match = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(name)
  if (!match?.[1]) return 0
  const size = Number(match[2]) * 60 + Number(match[3])
  return match[1] === '-' ? -size : size
}

export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

/** Whether a text holds a date with a time of day. */
export const looksLikeStamp = (text: string): boolean => {
  const { date, clock } = readStampWords(text)
  return date !== undefined && clock !== undefined
}
