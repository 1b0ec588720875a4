import type { Draft } from '../draft.ts'
import type { Capture, Field } from './capture.ts'
import type { Discarded, Piece } from './coverage.ts'

export type CaptureReport = {
  headline: string
  standfirst: string | null
  publishedAt: string | null
  updatedAt: string | null
  photo: { caption: string | null; credit: string | null }
  dateline: string | null
  /** Who wrote it; where nobody is named, the agency that sent it. */
  byline: string | null
  paragraphs: string[]
  sources: string[]
  share: string[]
  policy: string[]
  warnings: string[]
  /** What each field was read from, in the order of the page, with how sure we are (0 to 1). */
  spans: (Piece & { confidence: number })[]
  discarded: Discarded[]
}

/** What `--json` prints: plain values, null where there is none. `spans` and `discarded` together are the whole page. */
export function captureReport(capture: Capture): CaptureReport {
  return {
    headline: capture.headline.value,
    standfirst: capture.standfirst.value,
    publishedAt: capture.publishedAt.value,
    updatedAt: capture.updatedAt.value,
    photo: { caption: capture.caption.value, credit: capture.credit.value },
    dateline: capture.dateline.value,
    byline: capture.byline.value ?? capture.agency.value,
    paragraphs: capture.paragraphs.map(({ value }) => value),
    sources: capture.sources.map(({ value }) => value),
    share: capture.share.value,
    policy: capture.policy.value,
    warnings: [...capture.warnings, ...fieldsOf(capture).flatMap(([, field]) => field.warnings)],
    spans: withConfidence(capture),
    discarded: capture.discarded,
  }
}

/** Under the names that `pieces` uses. */
const fieldsOf = (capture: Capture): [string, Field<unknown>][] => [
  ['headline', capture.headline],
  ['standfirst', capture.standfirst],
  ['publishedAt', capture.publishedAt],
  ['updatedAt', capture.updatedAt],
  ['photo.caption', capture.caption],
  ['photo.credit', capture.credit],
  ['dateline', capture.dateline],
  ['byline', capture.byline],
  ['agency', capture.agency],
  ...capture.paragraphs.map((paragraph): [string, Field<unknown>] => ['paragraphs', paragraph]),
  ...capture.sources.map((source): [string, Field<unknown>] => ['sources', source]),
  ['share', capture.share],
  ['policy', capture.policy],
]

function withConfidence(capture: Capture): CaptureReport['spans'] {
  const confidences = new Map<string, number>()
  for (const [name, { spans, confidence }] of fieldsOf(capture))
    for (const { start } of spans) confidences.set(`${name} ${start}`, confidence)
  return capture.pieces.map((piece) => ({
    ...piece,
    confidence: confidences.get(`${piece.field} ${piece.start}`) ?? 0,
  }))
}

/** The article that a capture makes. Its words only: the photo itself is brought by hand. */
export function draftFromCapture(capture: Capture): Draft {
  const instant = (iso: string | null) => (iso === null ? null : new Date(iso))
  const { caption, credit } = capture
  return {
    headline: capture.headline.value,
    standfirst: capture.standfirst.value ?? '',
    byline: capture.byline.value ?? '',
    agency: capture.agency.value ?? '',
    dateline: capture.dateline.value ?? '',
    language: capture.language,
    blocks: capture.paragraphs.map(({ value }) => ({ kind: 'paragraph', text: value })),
    sources: capture.sources.map(({ value }) => value),
    photo:
      caption.value === null && credit.value === null
        ? null
        : { caption: caption.value ?? '', credit: credit.value ?? '' },
    publishedAt: instant(capture.publishedAt.value),
    updatedAt: instant(capture.updatedAt.value),
  }
}
