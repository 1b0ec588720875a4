import { invariant } from '../../lib/invariant.ts'
import { ok, type Result } from '../../lib/result.ts'
import { readHead, readHeadWithoutStamp, readPhotoAndByline } from './capture-head.ts'
import { checkStamps, readStamps } from './capture-stamps.ts'
import { readStory } from './capture-story.ts'
import { Coverage, type Discarded, type Piece } from './coverage.ts'
import { found } from './field.ts'
import { furnitureReason } from './furniture.ts'
import { guessLanguage } from './language.ts'
import { beginsPolicy } from './policy-text.ts'
import { decodeSource, type ImportRefusal, type Line, linesOf, refuse, type Span } from './source.ts'
import { isZone } from './stamp.ts'
import { type StampLine, stampLineOf } from './stamp-line.ts'

/** One recognised part of a saved page, with where it stood and how sure we are (0 to 1). */
export type Field<T> = { value: T; spans: Span[]; confidence: number; warnings: string[] }

/** A saved newspaper page, taken apart. `pieces` and `discarded` together are the whole source, each unit once. */
export type Capture = {
  /** As decoded; every span counts in it. */
  source: string
  zone: string
  /** BCP 47, guessed by script. */
  language: string
  direction: 'ltr' | 'rtl'
  headline: Field<string>
  standfirst: Field<string | null>
  /** ISO 8601 with the offset of the zone at that instant. */
  publishedAt: Field<string | null>
  updatedAt: Field<string | null>
  caption: Field<string | null>
  credit: Field<string | null>
  dateline: Field<string | null>
  byline: Field<string | null>
  agency: Field<string | null>
  paragraphs: Field<string>[]
  /** Agencies that the paragraphs cite; their spans lie inside those of the paragraphs. */
  sources: Field<string>[]
  /** Targets as lower-case words. */
  share: Field<string[]>
  /** Sentences. */
  policy: Field<string[]>
  /** What no single field is to blame for. */
  warnings: string[]
  pieces: Piece[]
  /** What no field took, space between fields included, each with the reason. */
  discarded: Discarded[]
}

export type CaptureOptions = {
  /** IANA zone of the newspaper: a stamp is printed in its own time and names none. Must be one that `isZone` knows. */
  zone: string
  /** BCP 47; what the text's script does not contradict. */
  language?: string
}

/** A capture while it is being read. */
export type Reading = { capture: Capture; coverage: Coverage }

const nothing = <T>(value: T): Field<T> => found(value, [], 0)

/**
 * Takes apart what somebody marked and copied from a newspaper's page, in the order such pages have: headline,
 * standfirst, stamps, caption and credit, dateline and story, policy, share row. The stamp is the anchor: what stands
 * before it is the head. Nothing is guessed where it can be asked: what is unsure carries a warning. Work grows with
 * the length of the input, whatever it holds.
 *
 * Refuses, naming the line: nothing, binary, over LARGEST_SOURCE, no headline, impossible dates and times, several
 * pages glued together.
 */
export function parseCapture(input: Uint8Array, options: CaptureOptions): Result<Capture, ImportRefusal> {
  invariant(isZone(options.zone), `“${options.zone}” is no IANA zone`)
  const decoded = decodeSource(input)
  if (!decoded.ok) return decoded
  const reading = begin(decoded.value, options)
  const layout = layoutOf(reading, withoutFurniture(reading, linesOf(decoded.value)))
  if (!layout.ok) return layout
  const read = readParts(reading, layout.value)
  if (!read.ok) return read
  return ok(finish(reading, options))
}

function begin(source: string, { zone, language }: CaptureOptions): Reading {
  const capture: Capture = {
    source,
    zone,
    language: language ?? 'en',
    direction: 'ltr',
    headline: nothing(''),
    standfirst: nothing(null),
    publishedAt: nothing(null),
    updatedAt: nothing(null),
    caption: nothing(null),
    credit: nothing(null),
    dateline: nothing(null),
    byline: nothing(null),
    agency: nothing(null),
    paragraphs: [],
    sources: [],
    share: nothing([]),
    policy: nothing([]),
    warnings: [],
    pieces: [],
    discarded: [],
  }
  return { capture, coverage: new Coverage(source) }
}

function withoutFurniture({ coverage }: Reading, lines: Line[]): Line[] {
  return lines.filter(({ text, span }) => {
    const why = furnitureReason(text)
    if (why !== undefined) coverage.discard(span, why)
    return why === undefined
  })
}

type Layout = { before: Line[]; stamps: { line: Line; stamp: StampLine }[]; after: Line[] }

/** Published and updated on lines of their own, each with a byline or a reading time beside it. Lines. */
const LONGEST_STAMP = 4
/** A page's stamp stands under its headline, not further down than this. Lines. */
const DEEPEST_UNSURE_STAMP = 6

function layoutOf({ capture }: Reading, lines: Line[]): Result<Layout, ImportRefusal> {
  const stamps = lines.map((line) => stampLineOf(capture.source, line))
  const surely = stamps.findIndex((stamp) => stamp?.sureness === 'sure')
  const from = surely === -1 ? unsureStamp(stamps) : surely
  if (from === -1) return ok({ before: [], stamps: [], after: lines })
  let to = from + 1
  while (to < from + LONGEST_STAMP && stamps[to] && stamps[to]?.sureness !== 'likely') to++
  const second = stamps.findIndex((stamp, i) => i >= to && stamp?.sureness === 'sure')
  if (second !== -1)
    return refuse(
      'several_captures',
      lines[second]?.no ?? 1,
      'a second time of publication stands here: bring one page at a time.',
    )
  const policyAt = lines.findIndex((line, i) => i > 0 && i < from && beginsPolicy(line.text))
  if (policyAt !== -1)
    return refuse(
      'several_captures',
      lines[from]?.no ?? 1,
      `a time of publication stands here, below the end of a page in line ${lines[policyAt]?.no ?? 1}: bring one page at a time.`,
    )
  const stampLines = lines.slice(from, to).flatMap((line, i) => {
    const stamp = stamps[from + i]
    return stamp ? [{ line, stamp }] : []
  })
  return ok({ before: lines.slice(0, from), stamps: stampLines, after: lines.slice(to) })
}

function unsureStamp(stamps: (StampLine | undefined)[]): number {
  const near = stamps.slice(0, DEEPEST_UNSURE_STAMP)
  const likely = near.findIndex((stamp, i) => i > 0 && stamp?.sureness === 'likely')
  return likely === -1 ? near.findIndex((stamp, i) => i > 0 && stamp?.sureness === 'doubtful') : likely
}

/** More lines than that before a stamp are a story, with its stamp at the foot. */
const LONGEST_HEAD = 6

function readParts(reading: Reading, { before, stamps, after }: Layout): Result<void, ImportRefusal> {
  const { capture } = reading
  const headed = stamps.length > 0 && before.length <= LONGEST_HEAD
  if (stamps.length === 0)
    capture.warnings.push('There is no line with the time of publication: publishing will set it.')
  else if (!headed) capture.warnings.push('The time of publication stands below the story, not above it.')
  const head = headed ? readHead(reading, before) : readHeadWithoutStamp(reading, [...before, ...after])
  if (!head.ok) return head
  const read = readStamps(reading, stamps)
  if (!read.ok) return read
  const body = headed ? after : head.value
  return readStory(reading, body.slice(readPhotoAndByline(reading, body)))
}

function finish({ capture, coverage }: Reading, options: CaptureOptions): Capture {
  checkStamps(capture)
  if (capture.paragraphs.length === 0) capture.warnings.push('No paragraph of a story was found.')
  if (capture.caption.value !== null && capture.credit.value === null)
    capture.credit.warnings.push('The photo has a caption but no credit: without one it cannot be published.')
  const words = [capture.headline, capture.standfirst, ...capture.paragraphs].map(({ value }) => value ?? '')
  return {
    ...capture,
    ...guessLanguage(words.join('\n'), options.language ?? 'en'),
    ...coverage.settle(),
  }
}
