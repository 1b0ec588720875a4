import { ok, type Result, refused } from '../../lib/result.ts'

export type StampProblem = { message: string }

/** A stamp as it was read: the instant, and how it is written with the offset that its zone had then. */
export type Stamp = { at: Date; iso: string; warning: string | null }

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthName =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const clock = '(\\d{1,2})[.:](\\d{2})(?:[.:]\\d{2})?\\s?([ap]\\.?\\s?m\\.?)?'

/** Day first, as newspapers outside America print it; month first; ISO. Each ends in a time of day. */
const dayFirst = new RegExp(
  `(\\d{1,2})(?:st|nd|rd|th)?[\\s,.-]+(${monthName})[\\s,.-]+(\\d{4})[\\s,|]*(?:at\\s)?${clock}`,
  'i',
)
const monthFirst = new RegExp(
  `(${monthName})\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})[\\s,|]*(?:at\\s)?${clock}`,
  'i',
)
const iso = new RegExp(`(\\d{4})-(\\d{1,2})-(\\d{1,2})[T\\s,]+${clock}`, 'i')

/** Whether a text holds something that is meant as a date with a time. */
export const looksLikeStamp = (text: string): boolean => partsOf(toAsciiDigits(text)) !== undefined

/**
 * Reads the first stamp in a text. The zone is not in the text: a newspaper prints its own time. Impossible dates and
 * times (31 June, 13.05 PM) are refused, never guessed at.
 */
export function readStamp(text: string, zone: string): Result<Stamp, StampProblem> {
  const parts = partsOf(toAsciiDigits(text))
  if (!parts) return refused({ message: 'no date and time can be read here.' })
  const { year, month, day, hour, minute, half } = parts
  if (month < 1 || month > 12) return refused({ message: `there is no month ${month}.` })
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (day < 1 || day > lastDay)
    return refused({
      message: `${day} ${months[month - 1]?.replace(/^./, (c) => c.toUpperCase())} ${year} is no day of the calendar.`,
    })
  const hours = hourOf(hour, half)
  if (hours === undefined || minute > 59) return refused({ message: `${parts.clockText} is no time of day.` })
  return ok(atZone({ year, month, day, hour: hours, minute }, zone))
}

/** Arabic-Indic, Persian and Devanagari digits mean the same numbers. */
const toAsciiDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06F0-\u06F9\u0966-\u096F]/g, (digit) =>
    String((digit.charCodeAt(0) - (digit >= '\u0966' ? 0x66 : 0x60)) & 15),
  )

type Parts = {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  half: 'am' | 'pm' | null
  clockText: string
}

function partsOf(text: string): Parts | undefined {
  const halfOf = (word: string | undefined) =>
    word ? (word.toLowerCase().startsWith('a') ? 'am' : 'pm') : null
  const build = (
    y: string,
    m: number,
    d: string,
    h: string,
    min: string,
    half: string | undefined,
  ): Parts => ({
    year: Number(y),
    month: m,
    day: Number(d),
    hour: Number(h),
    minute: Number(min),
    half: halfOf(half),
    clockText: `${h}.${min}${half ? ` ${half}` : ''}`,
  })
  const monthOf = (name: string) => months.indexOf(name.slice(0, 3).toLowerCase()) + 1
  const first = dayFirst.exec(text)
  if (first) {
    const [, d = '', m = '', y = '', h = '', min = '', half] = first
    return build(y, monthOf(m), d, h, min, half)
  }
  const second = monthFirst.exec(text)
  if (second) {
    const [, m = '', d = '', y = '', h = '', min = '', half] = second
    return build(y, monthOf(m), d, h, min, half)
  }
  const third = iso.exec(text)
  if (third) {
    const [, y = '', m = '', d = '', h = '', min = '', half] = third
    return build(y, Number(m), d, h, min, half)
  }
  return undefined
}

/** 12.05 AM is five past midnight; 13.05 PM is nothing. */
function hourOf(hour: number, half: 'am' | 'pm' | null): number | undefined {
  if (half === null) return hour <= 23 ? hour : undefined
  if (hour < 1 || hour > 12) return undefined
  return (hour % 12) + (half === 'pm' ? 12 : 0)
}

type Wall = { year: number; month: number; day: number; hour: number; minute: number }

/**
 * The instant at which a clock on that zone's wall showed this time. In the hour that spring skips there is none: the
 * offset before it is used and said; in the hour that autumn repeats there are two: the first is used and said.
 */
export function atZone(wall: Wall, zone: string): Stamp {
  const asUtc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute)
  const before = offsetAt(new Date(asUtc - 86_400_000), zone)
  const after = offsetAt(new Date(asUtc + 86_400_000), zone)
  const fits = [...new Set([before, after])].filter(
    (offset) => offsetAt(new Date(asUtc - offset * 60_000), zone) === offset,
  )
  const offset = fits[0] ?? before
  const at = new Date(asUtc - offset * 60_000)
  const warning =
    fits.length === 0
      ? 'the clocks skipped this time that day; read as an hour later.'
      : fits.length > 1
        ? 'the clocks showed this time twice that day; read as the first.'
        : null
  return { at, iso: isoAt(at, zone), warning }
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
