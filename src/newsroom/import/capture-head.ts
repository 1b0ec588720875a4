import { ok, type Result } from '../../lib/result.ts'
import { bylineOf } from './byline.ts'
import type { Reading } from './capture.ts'
import { splitCredit } from './credit.ts'
import { datelineOf } from './dateline.ts'
import { found } from './field.ts'
import { shareNamesIn } from './furniture.ts'
import { beginsPolicy } from './policy-text.ts'
import { type ImportRefusal, type Line, refuse, type Span, spanWithin } from './source.ts'

/** Front pages have carried whole sentences, none of this length. Letters. */
const LONGEST_HEADLINE = 300

/** Before the stamp: the first line is the headline, what follows is the standfirst; a byline or a photo may stand among it. */
export function readHead(reading: Reading, lines: Line[]): Result<Line[], ImportRefusal> {
  const { capture, coverage } = reading
  const [first, ...others] = lines
  const rest = others.filter(
    (line) => !takeByline(reading, line.text, line.span) && !takePhoto(reading, line),
  )
  const kicker = first !== undefined && rest.length > 1 && isKicker(first, rest[0])
  const headline = kicker ? rest.shift() : first
  if (kicker) {
    coverage.discard(first.span, 'kicker: the section of the old page')
    capture.warnings.push(`Line ${first.no}: “${first.text}” is taken as the name of a section and left out.`)
  }
  const taken = takeHeadline(reading, headline, kicker ? 0.6 : 0.95)
  if (!taken.ok) return taken
  if (rest.length > 0) {
    for (const line of rest) coverage.take('standfirst', line.span)
    capture.standfirst = found<string | null>(
      rest.map((line) => line.text).join(' '),
      rest.map((line) => line.span),
      rest.length > 1 ? 0.5 : 0.9,
      rest.length > 1
        ? [`${rest.length} lines stand between headline and stamp: all are taken as the standfirst.`]
        : [],
    )
  }
  return ok([])
}

/** A word or two over a longer line. */
const isKicker = (line: Line, next: Line | undefined): boolean =>
  line.text.length <= 24 &&
  line.text.split(' ').length <= 3 &&
  !/[.:!?]$/.test(line.text) &&
  next !== undefined &&
  next.text.length > line.text.length * 2

/**
 * Without a stamp nothing says where the head ends, but a credit, a byline or a dateline says where the story begins.
 * Answers with the lines of the story.
 */
export function readHeadWithoutStamp(reading: Reading, lines: Line[]): Result<Line[], ImportRefusal> {
  const { capture, coverage } = reading
  const taken = takeHeadline(reading, lines[0], 0.7)
  if (!taken.ok) return taken
  const begins = lines.slice(0, 4).findIndex((line, i) => i > 0 && beginsStory(line))
  const second = lines[1]
  if (begins < 2 || !second) return ok(lines.slice(1))
  coverage.take('standfirst', second.span)
  capture.standfirst = found<string | null>(second.text, [second.span], 0.5, [
    'Taken as the standfirst because it stands before the story.',
  ])
  return ok(lines.slice(2))
}

const beginsStory = ({ text }: Line): boolean =>
  splitCredit(text) !== undefined || bylineOf(text) !== undefined || isSurePlace(text)

const isSurePlace = (text: string): boolean => (datelineOf(text)?.confidence ?? 0) >= 0.8

function takeHeadline(
  { capture, coverage }: Reading,
  line: Line | undefined,
  confidence: number,
): Result<void, ImportRefusal> {
  if (
    !line ||
    !/[\p{L}\p{N}]/u.test(line.text) ||
    beginsPolicy(line.text) ||
    (shareNamesIn(line.text)?.length ?? 0) > 1
  )
    return refuse(
      'no_headline',
      line?.no ?? 1,
      'a headline must stand before everything else, and there is none.',
    )
  if (line.text.length > LONGEST_HEADLINE)
    return refuse(
      'no_headline',
      line.no,
      `no headline is ${line.text.length} letters long: begin with the headline on a line of its own.`,
    )
  coverage.take('headline', line.span)
  capture.headline = found(line.text, [line.span], confidence)
  return ok(undefined)
}

/** Between head and story: a caption with its credit, a byline, in either order. Answers how many lines they take. */
export function readPhotoAndByline(reading: Reading, lines: Line[]): number {
  let at = 0
  for (; at < Math.min(lines.length, 6); at++) {
    const line = lines[at]
    if (!line || beginsPolicy(line.text)) break
    if (takeByline(reading, line.text, line.span) || takePhoto(reading, line)) continue
    if (reading.capture.caption.value !== null || !isCaptionAlone(line, lines[at + 1])) break
    reading.coverage.take('photo.caption', line.span)
    reading.capture.caption = found<string | null>(line.text, [line.span], 0.5)
  }
  return at
}

/** A line before the line that surely begins the story, or before a credit on a line of its own. */
const isCaptionAlone = (line: Line, next: Line | undefined): boolean =>
  next !== undefined &&
  datelineOf(line.text) === undefined &&
  (isSurePlace(next.text) || splitCredit(next.text)?.caption === '')

/** Takes a caption with its credit, or the credit of a caption that was taken before; false where the line is neither. */
export function takePhoto({ capture, coverage }: Reading, line: Line): boolean {
  const photo = splitCredit(line.text)
  if (!photo || capture.credit.value !== null) return false
  if (photo.caption !== '' && capture.caption.value !== null) return false
  const bracket = spanWithin(capture.source, line, photo.from, line.text.length)
  if (photo.caption !== '') {
    const span = spanWithin(capture.source, line, 0, photo.caption.length)
    coverage.take('photo.caption', span)
    capture.caption = found<string | null>(photo.caption, [span], 0.95)
  }
  coverage.take('photo.credit', bracket)
  capture.credit = found<string | null>(photo.credit, [bracket], 0.95)
  return true
}

/** Takes a byline or an agency's; false where the text is neither, or there is one already. */
export function takeByline({ capture, coverage }: Reading, text: string, { start, end }: Span): boolean {
  const who = bylineOf(text)
  if (!who) return false
  const key = who.byline !== '' ? 'byline' : 'agency'
  if (capture[key].value !== null) return false
  coverage.take(key, { start, end })
  capture[key] = found<string | null>(who[key], [{ start, end }], who.confidence)
  return true
}
