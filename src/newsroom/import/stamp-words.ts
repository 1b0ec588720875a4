import { halfOf, isFiller, monthOf, toAsciiDigits } from './calendar-words.ts'

export type StampProblem = { code: 'bad_date' | 'bad_time'; message: string }

/** What a text holds of a date and a time of day, not yet held against the calendar. */
export type StampWords = {
  date: { year: number; month: number; day: number; text: string } | undefined
  clock: { hour: number; minute: number; second: number; half: 'am' | 'pm' | null; text: string } | undefined
  /** Minutes east of Greenwich, where the text itself says so: `Z`, `UTC`, `GMT`, `+05:30`. */
  offset: number | undefined
  /** A zone by its letters, such as IST, which three countries use: it tells nothing that can be relied on. */
  zoneLetters: string | undefined
  /** Whether there is nothing else in the text. */
  pure: boolean
}

/** No stamp is longer, however many words it takes; what is longer is prose. */
const LONGEST_STAMP = 120

/**
 * Reads the words of a stamp. Dates: `30th July 2021`, `30 Jul 2021`, `July 30, 2021`, `2021-07-30`, months by name in
 * the languages of calendar-words.ts. Times: `9.33 PM`, `09:33 p.m.`, `21:33`, `21:33:05`; before or after the date.
 * Not read: months by number in any other order than ISO 8601 (7/6 is June or July), two-digit years.
 */
export function readStampWords(text: string): StampWords {
  const words: StampWords = {
    date: undefined,
    clock: undefined,
    offset: undefined,
    zoneLetters: undefined,
    pure: text.length <= LONGEST_STAMP,
  }
  const tokens = tokensOf(text.slice(0, LONGEST_STAMP))
  for (let at = 0; at < tokens.length; ) {
    const used =
      (!words.date && takeDate(tokens, at, words)) ||
      (!words.clock && takeClock(tokens, at, words)) ||
      takeZone(tokens, at, words)
    if (!used && !isPadding(tokens[at] ?? '')) words.pure = false
    at += used || 1
  }
  return words
}

const tokensOf = (text: string): string[] => toAsciiDigits(text).match(/\d+|\p{L}[\p{L}\p{M}]*|[^\s]/gu) ?? []

const isPadding = (token: string): boolean => /^[,.:;|()،–—-]$/.test(token) || isFiller(token)

const isYear = (token: string | undefined): boolean => token !== undefined && /^\d{4}$/.test(token)
const isDay = (token: string | undefined): boolean => token !== undefined && /^\d{1,2}$/.test(token)

/** How many tokens from `at` are a date; 0 where there is none. */
function takeDate(tokens: string[], at: number, words: StampWords): number {
  const first = tokens[at] ?? ''
  if (
    isYear(first) &&
    tokens[at + 1] === '-' &&
    isDay(tokens[at + 2]) &&
    tokens[at + 3] === '-' &&
    isDay(tokens[at + 4])
  )
    return setDate(
      words,
      first,
      Number(tokens[at + 2]),
      tokens[at + 4] ?? '',
      5 + (tokens[at + 5] === 'T' ? 1 : 0),
    )
  const skip = (from: number): number => {
    let next = from
    while (/^(?:st|nd|rd|th|er|de|del|,|\.|،|-|ב)$/i.test(tokens[next] ?? '')) next++
    return next
  }
  if (isDay(first)) {
    const [month, length] = monthAt(tokens, skip(at + 1))
    const year = skip(skip(at + 1) + length)
    if (month && isYear(tokens[year])) return setDate(words, tokens[year] ?? '', month, first, year + 1 - at)
  }
  const [month, length] = monthAt(tokens, at)
  const day = skip(at + length)
  const year = skip(day + 1)
  if (month && isDay(tokens[day]) && isYear(tokens[year]))
    return setDate(words, tokens[year] ?? '', month, tokens[day] ?? '', year + 1 - at)
  return 0
}

/** Levantine months take two words. */
function monthAt(tokens: string[], at: number): [number | undefined, number] {
  const word = tokens[at] ?? ''
  if (!/^\p{L}/u.test(word)) return [undefined, 1]
  const pair = monthOf(`${word} ${tokens[at + 1] ?? ''}`)
  return pair ? [pair, 2] : [monthOf(word), 1]
}

function setDate(words: StampWords, year: string, month: number, day: string, length: number): number {
  const text = `${Number(day)} ${monthNames[month - 1] ?? `of month ${month}`} ${year}`
  words.date = { year: Number(year), month, day: Number(day), text }
  return length
}

const monthNames = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
]

function takeClock(tokens: string[], at: number, words: StampWords): number {
  const [hour, colon, minute] = [tokens[at], tokens[at + 1], tokens[at + 2]]
  if (!isDay(hour) || (colon !== ':' && colon !== '.') || !/^\d{2}$/.test(minute ?? '')) return 0
  let next = at + 3
  let second = 0
  if (tokens[next] === colon && /^\d{2}$/.test(tokens[next + 1] ?? '')) {
    second = Number(tokens[next + 1])
    next += 2
    // Fractions of a second, as machines write them.
    if (tokens[next] === '.' && /^\d{1,9}$/.test(tokens[next + 1] ?? '')) next += 2
  }
  // "p", ".", "m": the tokens of "p.m."
  const dotted = tokens[next + 1] === '.' && /^m$/i.test(tokens[next + 2] ?? '')
  const half = halfOf(dotted ? `${tokens[next]}m` : (tokens[next] ?? ''))
  const text = `${hour}${colon}${minute}${half ? ` ${half.toUpperCase()}` : ''}`
  words.clock = { hour: Number(hour), minute: Number(minute), second, half: half ?? null, text }
  return next - at + (half ? (dotted ? 3 : 1) : 0)
}

/** Only after a time of day: elsewhere capitals are words. */
function takeZone(tokens: string[], at: number, words: StampWords): number {
  const token = tokens[at] ?? ''
  if (!words.clock || words.offset !== undefined) return 0
  if (/^[+-]$/.test(token) && /^(?:\d{2}|\d{4})$/.test(tokens[at + 1] ?? ''))
    return takeOffset(tokens, at, words)
  if (/^(?:Z|UTC|GMT)$/.test(token)) {
    words.offset = 0
    return 1
  }
  if (words.zoneLetters === undefined && /^[A-Z]{2,5}$/.test(token)) {
    words.zoneLetters = token
    return 1
  }
  return 0
}

/** `+05:30`, `+0530`, `+05`. */
function takeOffset(tokens: string[], at: number, words: StampWords): number {
  const figures = tokens[at + 1] ?? ''
  const long = figures.length === 4
  const apart = !long && tokens[at + 2] === ':' && /^\d{2}$/.test(tokens[at + 3] ?? '')
  const minutes = long ? figures.slice(2) : apart ? (tokens[at + 3] ?? '0') : '0'
  const size = Number(figures.slice(0, 2)) * 60 + Number(minutes)
  words.offset = tokens[at] === '-' ? -size : size
  return apart ? 4 : 2
}

/** What no calendar and no clock shows; undefined where there is nothing wrong, or nothing at all. */
export function calendarProblem({ date, clock, offset }: StampWords): StampProblem | undefined {
  if (date) {
    const lastDay = new Date(Date.UTC(date.year, date.month, 0)).getUTCDate()
    if (date.month < 1 || date.month > 12 || date.day < 1 || date.day > lastDay || date.year < 1000)
      return { code: 'bad_date', message: `${date.text} is no day of the calendar.` }
  }
  if (clock && (hourOf(clock) === undefined || clock.minute > 59 || clock.second > 59))
    return { code: 'bad_time', message: `${clock.text} is no time of day.` }
  // ISO 8601 allows more; no place on Earth uses it.
  if (offset !== undefined && Math.abs(offset) > 14 * 60)
    return { code: 'bad_time', message: 'no zone is that far from Greenwich.' }
  return undefined
}

/** 12.05 AM is five past midnight, and 00.05 AM means it; 13.05 PM is nothing. */
export function hourOf({ hour, half }: { hour: number; half: 'am' | 'pm' | null }): number | undefined {
  if (half === null) return hour <= 23 ? hour : undefined
  if (hour === 0 && half === 'am') return 0
  if (hour < 1 || hour > 12) return undefined
  return (hour % 12) + (half === 'pm' ? 12 : 0)
}
