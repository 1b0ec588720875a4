import type { Draft } from '../draft.ts'
import type { Capture } from './capture.ts'

/** What `--json` prints: plain values, null where there is none. */
export function captureReport(capture: Capture): Record<string, unknown> {
  const fields = [
    capture.headline,
    capture.standfirst,
    capture.publishedAt,
    capture.updatedAt,
    capture.caption,
    capture.credit,
    capture.dateline,
    capture.byline,
    capture.agency,
    ...capture.paragraphs,
    ...capture.sources,
    capture.share,
    capture.policy,
  ]
  return {
    headline: capture.headline.value,
    standfirst: capture.standfirst.value,
    publishedAt: capture.publishedAt.value,
    updatedAt: capture.updatedAt.value,
    photo: { caption: capture.caption.value, credit: capture.credit.value },
    dateline: capture.dateline.value,
    byline: capture.byline.value ?? capture.agency.value,
    paragraphs: capture.paragraphs.map((paragraph) => paragraph.value),
    sources: capture.sources.map((source) => source.value),
    share: capture.share.value,
    policy: capture.policy.value,
    warnings: [...capture.warnings, ...fields.flatMap((field) => field.warnings)],
    language: capture.language,
    direction: capture.direction,
    confidence: {
      headline: capture.headline.confidence,
      standfirst: capture.standfirst.confidence,
      publishedAt: capture.publishedAt.confidence,
      updatedAt: capture.updatedAt.confidence,
      caption: capture.caption.confidence,
      credit: capture.credit.confidence,
      dateline: capture.dateline.confidence,
      byline: Math.max(capture.byline.confidence, capture.agency.confidence),
    },
    spans: capture.pieces,
    discarded: capture.discarded,
  }
}

export function draftFromCapture(capture: Capture): Draft {
  const date = (iso: string | null) => (iso === null ? null : new Date(iso))
  return {
    headline: capture.headline.value,
    standfirst: capture.standfirst.value ?? '',
    byline: capture.byline.value ?? '',
    agency: capture.agency.value ?? '',
    dateline: capture.dateline.value ?? '',
    language: capture.language,
    blocks: capture.paragraphs.map((paragraph) => ({ kind: 'paragraph', text: paragraph.value })),
    sources: capture.sources.map((source) => source.value),
    photo:
      capture.caption.value === null && capture.credit.value === null
        ? null
        : { caption: capture.caption.value ?? '', credit: capture.credit.value ?? '' },
    publishedAt: date(capture.publishedAt.value),
    updatedAt: date(capture.updatedAt.value),
  }
}
