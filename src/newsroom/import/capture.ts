import { ok, type Result } from '../../lib/result.ts'
import { Coverage } from './coverage.ts'
import { guessLanguage } from './language.ts'
import {
  beginsPolicy,
  bylineIn,
  citedAgencies,
  datelineOf,
  noiseReason,
  shareTargetsIn,
  splitCredit,
} from './marks.ts'
import { decodeSource, type ImportRefusal, type Line, linesOf, refuse, type Span } from './source.ts'
import { looksLikeStamp, readStamp } from './stamp.ts'

/** One recognised part of a saved page, with where it stood and how sure we are (0 to 1). */
export type Field<T> = { value: T; spans: Span[]; confidence: number; warnings: string[] }

export type Discarded = Span & { text: string; why: string }

/** A saved newspaper page, taken apart. `pieces` and `discarded` together are the whole source, each letter once. */
export type Capture = {
  source: string
  zone: string
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
  share: Field<string[]>
  policy: Field<string[]>
  warnings: string[]
  pieces: (Span & { field: string })[]
  discarded: Discarded[]
}

export type CaptureOptions = {
  /** IANA zone of the newspaper: a stamp is printed in its own time and names none. */
  zone: string
  /** BCP 47; what the text's script does not contradict. */
  language?: string
}

const nothing = <T>(value: T): Field<T> => ({ value, spans: [], confidence: 0, warnings: [] })
const certain = <T>(value: T, spans: Span[], confidence: number, warnings: string[] = []): Field<T> => ({
  value,
  spans,
  confidence,
  warnings,
})

/**
 * Takes apart what somebody marked and copied from a newspaper's page, in the order such pages have: headline,
 * standfirst, stamps, caption and credit, dateline and story, policy, share row. The stamp is the anchor: what stands
 * before it is the head. Nothing is guessed where it can be asked: what is unsure carries a warning.
 *
 * Refuses, naming the line: nothing, binary, too large, impossible dates and times, several pages glued together.
 */
export function parseCapture(input: Uint8Array, options: CaptureOptions): Result<Capture, ImportRefusal> {
  const decoded = decodeSource(input)
  if (!decoded.ok) return decoded
  const source = decoded.value
  const reading = new Reading(source, options)
  return reading.run()
}

class Reading {
  readonly #source: string
  readonly #options: CaptureOptions
  readonly #coverage: Coverage
  readonly #lines: Line[]
  readonly #warnings: string[] = []
  readonly #capture: Capture

  constructor(source: string, options: CaptureOptions) {
    this.#source = source
    this.#options = options
    this.#coverage = new Coverage(source)
    this.#lines = linesOf(source)
    const guess = guessLanguage(source, options.language ?? 'en')
    this.#capture = {
      source,
      zone: options.zone,
      ...guess,
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
      warnings: this.#warnings,
      pieces: [],
      discarded: [],
    }
  }

  run(): Result<Capture, ImportRefusal> {
    const lines = this.#lines.filter((line) => !this.#discardNoise(line))
    const stampAt = lines.findIndex((line) => isStampLine(line.text))
    const bodyFrom =
      stampAt === -1 ? this.#headWithoutStamp(lines) : this.#head(lines.slice(0, stampAt), stampAt)
    if (this.#capture.headline.value === '')
      return refuse('no_headline', lines[0]?.no ?? 1, 'no headline can be made out before the story begins.')
    const stamps = this.#stamps(lines, bodyFrom)
    if (!stamps.ok) return stamps
    const body = this.#body(lines, this.#photoAndByline(lines, stamps.value))
    if (!body.ok) return body
    this.#checkStamps()
    const { pieces, discarded } = this.#coverage.settle()
    return ok({ ...this.#capture, pieces, discarded })
  }

  #discardNoise(line: Line): boolean {
    const why = noiseReason(line.text)
    if (why) this.#coverage.discard(line.span, why)
    return why !== undefined
  }

  #take(field: string, line: Line): Span {
    this.#coverage.take(field, line.span)
    return line.span
  }

  /** Before the stamp: the first line is the headline, what follows is the standfirst, a byline may stand among it. */
  #head(lines: Line[], stampAt: number): number {
    const rest = lines.filter((line) => !this.#byline(line))
    const [first, ...others] = rest
    if (first) this.#capture.headline = certain(first.text, [this.#take('headline', first)], 0.95)
    if (others.length > 0) {
      const warnings =
        others.length > 1
          ? [`${others.length} lines stand between headline and stamp; all are taken as the standfirst`]
          : []
      this.#capture.standfirst = certain(
        others.map((line) => line.text).join(' '),
        others.map((line) => this.#take('standfirst', line)),
        others.length > 1 ? 0.5 : 0.9,
        warnings,
      )
    }
    return stampAt
  }

  /** Without a stamp nothing says where the head ends, but a credit or a dateline says where the story begins. */
  #headWithoutStamp(lines: Line[]): number {
    this.#warnings.push('There is no line with the time of publication: publishing will set it.')
    const [first] = lines
    if (!first) return 0
    this.#capture.headline = certain(first.text, [this.#take('headline', first)], 0.7)
    const begins = lines.findIndex(
      (line, i) => i > 0 && (datelineOf(line.text)?.sure || splitCredit(line.text) !== undefined),
    )
    const second = lines[1]
    if (begins < 2 || !second || begins > 3) return 1
    this.#capture.standfirst = certain(second.text, [this.#take('standfirst', second)], 0.5, [
      'taken as the standfirst because it stands before the story',
    ])
    return 2
  }

  /** Stamp lines that follow each other are one stamp; the labels say which time is which. */
  #stamps(lines: Line[], from: number): Result<number, ImportRefusal> {
    let at = from
    for (; at < lines.length && isStampLine((lines[at] as Line).text); at++) {
      const line = lines[at] as Line
      for (const segment of segmentsOf(this.#source, line)) {
        const label = labelOf(segment.text)
        if (!label || !looksLikeStamp(segment.text)) {
          this.#coverage.discard(segment, noiseReason(segment.text) ?? 'beside the stamp')
          if (label)
            this.#warnings.push(`Line ${line.no}: “${segment.text.trim()}” holds no date that can be read.`)
          continue
        }
        const key = label === 'published' ? 'publishedAt' : 'updatedAt'
        if (this.#capture[key].value !== null)
          return refuse(
            'several_captures',
            line.no,
            'a second time of publication begins here: paste one page at a time.',
          )
        const stamp = readStamp(segment.text, this.#options.zone)
        if (!stamp.ok) return refuse('bad_date', line.no, stamp.refusal.message)
        this.#coverage.take(key, segment)
        const warnings = stamp.value.warning ? [stamp.value.warning] : []
        this.#capture[key] = certain(
          stamp.value.iso,
          [{ start: segment.start, end: segment.end }],
          0.97,
          warnings,
        )
      }
    }
    return ok(at)
  }

  /** Between stamp and story: a caption with its credit, a byline, in either order. */
  #photoAndByline(lines: Line[], from: number): number {
    let at = from
    for (; at < lines.length; at++) {
      const line = lines[at] as Line
      if (this.#byline(line)) continue
      const photo =
        this.#capture.caption.value === null && at <= from + 2 ? splitCredit(line.text) : undefined
      if (photo) {
        this.#captionAndCredit(line, photo)
        continue
      }
      const next = lines[at + 1]
      const captionWithoutCredit =
        this.#capture.caption.value === null &&
        !datelineOf(line.text) &&
        next !== undefined &&
        datelineOf(next.text)?.sure
      if (!captionWithoutCredit || beginsPolicy(line.text)) break
      this.#capture.caption = certain(line.text, [this.#take('caption', line)], 0.5, [
        'no credit stands with this caption',
      ])
    }
    return at
  }

  #captionAndCredit(line: Line, photo: { caption: string; credit: string }): void {
    const raw = this.#source.slice(line.span.start, line.span.end)
    const cut = line.span.start + raw.lastIndexOf('(')
    const caption = { start: line.span.start, end: cut }
    const credit = { start: cut, end: line.span.end }
    if (photo.caption !== '') this.#coverage.take('caption', caption)
    this.#coverage.take('credit', photo.caption === '' ? line.span : credit)
    this.#capture.caption = certain(photo.caption, [caption], 0.95)
    this.#capture.credit = certain(photo.credit, [credit], 0.95)
  }

  #byline(line: Line): boolean {
    const found = bylineIn(line.text)
    if (!found || this.#capture.byline.value !== null || this.#capture.agency.value !== null) return false
    const span = this.#take(found.byline !== '' ? 'byline' : 'agency', line)
    if (found.byline !== '') this.#capture.byline = certain(found.byline, [span], 0.85)
    else this.#capture.agency = certain(found.agency, [span], 0.85)
    return true
  }

  #body(lines: Line[], from: number): Result<void, ImportRefusal> {
    let part: 'story' | 'policy' | 'after' = 'story'
    for (const line of lines.slice(from)) {
      if (isStampLine(line.text))
        return refuse('several_captures', line.no, 'a second page begins here: paste one page at a time.')
      const share = shareTargetsIn(line.text)
      if (share) {
        this.#capture.share = certain(
          [...this.#capture.share.value, ...share],
          [...this.#capture.share.spans, this.#take('share', line)],
          0.95,
        )
        part = part === 'story' && this.#capture.paragraphs.length === 0 ? 'story' : 'after'
      } else if (beginsPolicy(line.text) || part === 'policy') {
        part = 'policy'
        this.#policy(line)
      } else if (part === 'after') this.#afterEnd(line)
      else this.#paragraph(line)
    }
    if (this.#capture.paragraphs.length === 0) this.#warnings.push('No paragraph of a story was found.')
    return ok(undefined)
  }

  #paragraph(line: Line): void {
    const first = this.#capture.paragraphs.length === 0
    const place = first ? datelineOf(line.text) : undefined
    let { span, text } = line
    if (place && text.length > place.length) {
      const raw = this.#source.slice(span.start, span.end)
      const words = text.slice(place.length)
      // The raw line may hold more spaces than the cleaned one: find where its words begin.
      const cut = span.start + Math.max(0, raw.lastIndexOf(words.slice(0, 12)))
      this.#coverage.take('dateline', { start: span.start, end: cut })
      this.#capture.dateline = certain(
        place.place,
        [{ start: span.start, end: cut }],
        place.sure ? 0.9 : 0.4,
        place.sure ? [] : ['this may be the story’s first words and no place'],
      )
      if (place.agency !== '' && this.#capture.agency.value === null)
        this.#capture.agency = certain(place.agency, [{ start: span.start, end: cut }], 0.8)
      span = { start: cut, end: span.end }
      text = words
    }
    this.#coverage.take('paragraph', span)
    this.#capture.paragraphs.push(certain(text, [span], 0.95))
    for (const agency of citedAgencies(text))
      if (!this.#capture.sources.some((other) => other.value === agency.name))
        this.#capture.sources.push(certain(agency.name, [span], 0.75))
  }

  #policy(line: Line): void {
    const words = line.text.replace(/^(?:disclaimer|comments? policy|comment guidelines)\s?[:：]\s?/i, '')
    const sentences = (words.match(/[^.!?]{1,2000}(?:[.!?]+|$)/g) ?? [])
      .map((sentence) => sentence.trim())
      .filter((s) => s !== '')
    this.#capture.policy = certain(
      [...this.#capture.policy.value, ...sentences],
      [...this.#capture.policy.spans, this.#take('policy', line)],
      0.9,
    )
  }

  #afterEnd(line: Line): void {
    this.#coverage.discard(line.span, 'stands after the end of the story')
    this.#warnings.push(`Line ${line.no} stands after the end of the story and is left out.`)
  }

  #checkStamps(): void {
    const { publishedAt, updatedAt, caption, credit } = this.#capture
    if (publishedAt.value && updatedAt.value && Date.parse(updatedAt.value) < Date.parse(publishedAt.value)) {
      updatedAt.warnings.push('the update is earlier than the publication')
      this.#warnings.push('The time of the last update is earlier than the time of publication.')
    }
    if (!publishedAt.value && updatedAt.value)
      this.#warnings.push('The page names an update but no time of publication.')
    if (caption.value !== null && credit.value === null)
      this.#warnings.push('The photo has a caption but no credit.')
  }
}

/** `Published:` and its like, in the languages of the papers that asked for it. */
const publishedLabel =
  /^[|\s]*(?:first\s)?(?:published|posted|publish date|नشر|نُشر|تاریخ اشاعت|اشاعت|פורסם|प्रकाशित|veröffentlicht|publié|publicado|опубликовано)/iu
const updatedLabel =
  /^[|\s]*(?:last\s)?(?:updated?|modified|آخر تحديث|آخری تازہ کاری|تازہ کاری|עודכן|अपडेट|अद्यतन|aktualisiert|mis à jour|actualizado|обновлено)/iu

const labelOf = (text: string): 'published' | 'updated' | undefined =>
  publishedLabel.test(text) ? 'published' : updatedLabel.test(text) ? 'updated' : undefined

/** Only a line that begins with a label: "Updated figures show…" in the story has no date after it. */
const isStampLine = (text: string): boolean =>
  labelOf(text) !== undefined && (looksLikeStamp(text) || /^[\p{L}\s]{4,24}\s?[:：]/u.test(text))

function segmentsOf(source: string, line: Line): (Span & { text: string })[] {
  const raw = source.slice(line.span.start, line.span.end)
  const segments: (Span & { text: string })[] = []
  let at = 0
  for (const part of raw.split('|')) {
    const lead = part.length - part.trimStart().length
    const start = line.span.start + at + lead
    const end = line.span.start + at + part.trimEnd().length
    if (end > start)
      segments.push({ start, end, text: source.slice(start, end).replace(/[\s\u00A0]+/g, ' ') })
    at += part.length + 1
  }
  return segments
}
