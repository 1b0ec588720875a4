import { type Fragment, type Html, html } from '../../lib/html.ts'
import type { Section } from '../../newsroom/article.ts'
import type { Capture, Field } from '../../newsroom/import/capture.ts'
import { type DeskFrame, deskPage, tokenField } from '../desk-layout.ts'
import { paths } from '../paths.ts'

/** One thing that was recognised, as text that an editor can change. */
export type Found = {
  value: string
  /** 0 to 1. */
  confidence: number
  warnings: readonly string[]
  /** The lines of the saved page that it was read from. */
  lines: readonly string[]
}

const reviewFields = [
  ['headline', 'Headline'],
  ['standfirst', 'Standfirst'],
  ['byline', 'Byline, without “By”'],
  ['agency', 'Agency'],
  ['published_at', 'Published, with its offset'],
  ['updated_at', 'Updated, with its offset'],
  ['dateline', 'Dateline: the place'],
  ['caption', 'Caption of the photo'],
  ['credit', 'Credit of the photo'],
  ['body', 'Paragraphs, a blank line between them'],
  ['sources', 'Agencies cited, one a line'],
  ['language', 'Language'],
] as const

/** The names of the fields in the form as well. */
export type ReviewField = (typeof reviewFields)[number][0]

export type CaptureReviewProps = {
  frame: DeskFrame
  /** Kept whole with the article. */
  source: string
  zone: string
  found: Readonly<Record<ReviewField, Found>>
  /** Recognised, and not part of the article: the page's own share row and rules. */
  share: readonly string[]
  policy: readonly string[]
  discarded: readonly { text: string; why: string }[]
  warnings: readonly string[]
  sections: readonly Section[]
  sectionId: number | null
  /** Why the draft was not saved. */
  refusal: string | null
}

type Reviewed = Pick<
  CaptureReviewProps,
  'source' | 'zone' | 'found' | 'share' | 'policy' | 'discarded' | 'warnings'
>

/** A capture as its review shows it. Lists become text, one entry a line; paragraphs have a blank line between them. */
export function reviewOf(capture: Capture): Reviewed {
  const { source } = capture
  const linesOf = (field: Field<unknown>): string[] =>
    field.spans.map(({ start, end }) => source.slice(start, end))
  const single = (field: Field<string | null>): Found => ({
    value: field.value ?? '',
    confidence: field.confidence,
    warnings: field.warnings,
    lines: linesOf(field),
  })
  const several = (fields: readonly Field<string>[], between: string): Found => ({
    value: fields.map((field) => field.value).join(between),
    // As sure as its weakest part.
    confidence: fields.reduce((least, field) => Math.min(least, field.confidence), 1),
    warnings: fields.flatMap((field) => field.warnings),
    lines: fields.flatMap(linesOf),
  })
  return {
    source,
    zone: capture.zone,
    found: {
      headline: single(capture.headline),
      standfirst: single(capture.standfirst),
      byline: single(capture.byline),
      agency: single(capture.agency),
      published_at: single(capture.publishedAt),
      updated_at: single(capture.updatedAt),
      dateline: single(capture.dateline),
      caption: single(capture.caption),
      credit: single(capture.credit),
      body: several(capture.paragraphs, '\n\n'),
      sources: several(capture.sources, '\n'),
      language: { value: capture.language, confidence: 0.6, warnings: [], lines: [] },
    },
    share: capture.share.value,
    policy: capture.policy.value,
    discarded: capture.discarded.filter(({ text }) => text.trim() !== ''),
    warnings: capture.warnings,
  }
}

/**
 * The answer to paths.newsroom.captureReview(). Posts to paths.newsroom.captureDraft(): form_token, capture, zone,
 * section (an id, or empty) and one field for each `ReviewField`; stamps as ISO 8601 with offset, empty where none.
 */
export function captureReviewPage(props: CaptureReviewProps): Html {
  const { frame, refusal } = props
  return deskPage({
    frame,
    here: 'newsroom',
    title: 'What was recognised',
    body: html`<main id="main">
<h1>What was recognised</h1>
<p>Each field with the lines it was read from. Nothing is stored yet.</p>
${refusal !== null && html`<p class="wrong" role="alert">${refusal}</p>`}
${listPart('To look at', 'look', props.warnings, 'warnings')}
<form method="post" action="${paths.newsroom.captureDraft()}">${tokenField(frame)}
<input type="hidden" name="zone" value="${props.zone}">
<textarea name="capture" hidden>
${props.source}</textarea>
${reviewFields.map(([name, label]) => foundPart(name, label, props.found[name]))}
${sectionPart(props)}
<p class="next"><button>Save as a draft</button></p></form>
${discardedPart(props)}
</main>`,
  })
}

/** In words: a percentage would claim a measurement. */
export function sayConfidence({ value, confidence }: Pick<Found, 'value' | 'confidence'>): string {
  if (value === '') return 'not found'
  if (confidence >= 0.9) return 'sure'
  return confidence >= 0.6 ? 'likely' : 'a guess: please check'
}

/** How tall a field opens; the text itself is a textarea wherever it may be long. */
const rowsOf: Partial<Record<ReviewField, number>> = { body: 16, standfirst: 3, caption: 3, sources: 2 }

function foundPart(name: ReviewField, label: string, found: Found): Html {
  const rows = rowsOf[name]
  const hint = found.warnings.length > 0 && html` aria-describedby="${name}-hint"`
  const field =
    rows === undefined
      ? html`<input id="${name}" name="${name}" value="${found.value}" dir="auto"${name === 'headline' && html` required`}${hint}>`
      : html`<textarea id="${name}" name="${name}" rows="${rows}" dir="auto"${hint}>
${found.value}</textarea>`
  return html`<div class="found"><div><label for="${name}">${label} <span>${sayConfidence(found)}</span></label>${field}${
    found.warnings.length > 0 &&
    html`<ul class="warnings" id="${name}-hint">${found.warnings.map((warning) => html`<li>${warning}</li>`)}</ul>`
  }</div>${sourcePart(label, found.lines)}</div>`
}

function sourcePart(label: string, lines: readonly string[]): Fragment {
  if (lines.length === 0) return html`<p class="source">No line of the page.</p>`
  const list = html`<ol class="source" aria-label="Lines for: ${label}">${lines.map((line) => html`<li dir="auto">${line}</li>`)}</ol>`
  return lines.length < 4
    ? list
    : html`<details><summary>${lines.length} lines of the page</summary>${list}</details>`
}

function sectionPart({ sections, sectionId }: CaptureReviewProps): Html {
  return html`<div class="found"><div><label for="section">Section</label><select id="section" name="section"><option value="">None</option>${sections.map(
    (section) =>
      html`<option value="${section.id}"${section.id === sectionId && html` selected`}>${section.name}</option>`,
  )}</select></div></div>`
}

const listPart = (heading: string, id: string, lines: readonly string[], kind: string): Fragment =>
  lines.length > 0 &&
  html`<section aria-labelledby="${id}"><h2 id="${id}">${heading}</h2><ul class="${kind}">${lines.map(
    (line) => html`<li dir="auto">${line}</li>`,
  )}</ul></section>`

function discardedPart({ discarded, share, policy }: CaptureReviewProps): Html {
  return html`${listPart('Recognised as share links', 'share', share, 'source')}${listPart(
    'Recognised as the page’s rules for comments',
    'policy',
    policy,
    'source',
  )}${
    discarded.length > 0 &&
    html`<section aria-labelledby="left"><h2 id="left">Left out, and why</h2><ul class="trail">${discarded.map(
      ({ text, why }) =>
        html`<li><span class="soft">${why}</span><span class="source" dir="auto">${text.trim()}</span></li>`,
    )}</ul></section>`
  }`
}
