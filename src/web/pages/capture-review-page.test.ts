import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formsIn, frame, skeletonOf } from '../../../test/support/desk-samples.ts'
import type { Capture, Field } from '../../newsroom/import/capture.ts'
import { capturePage } from './capture-page.ts'
import { captureReviewPage, reviewOf, sayConfidence } from './capture-review-page.ts'

const source = 'Quay to reopen\nBy spring\nSALTMERE: The board voted.\nThe crews ask who pays.\nA+A-\n'
const field = <T>(value: T, part: string, confidence = 0.95, warnings: string[] = []): Field<T> => {
  const start = source.indexOf(part)
  return { value, spans: part === '' ? [] : [{ start, end: start + part.length }], confidence, warnings }
}
const none = field<string | null>(null, '', 0)

const capture: Capture = {
  source,
  zone: 'Europe/London',
  language: 'en',
  direction: 'ltr',
  headline: field('Quay to reopen', 'Quay to reopen'),
  standfirst: field('By spring', 'By spring', 0.6, ['It may be a kicker.']),
  publishedAt: none,
  updatedAt: none,
  caption: none,
  credit: none,
  dateline: field('SALTMERE', 'SALTMERE:'),
  byline: none,
  agency: none,
  paragraphs: [
    field('The board voted.', 'The board voted.'),
    field('The crews ask who pays.', 'The crews ask who pays.', 0.4),
  ],
  sources: [],
  share: field([], ''),
  policy: field([], ''),
  warnings: ['There is no stamp.'],
  pieces: [],
  discarded: [
    { start: 0, end: 4, text: 'A+A-', why: 'text-size control' },
    { start: 0, end: 1, text: '\n', why: 'blank line' },
  ],
}

const page = (over = {}) =>
  captureReviewPage({
    frame: frame(),
    ...reviewOf(capture),
    sections: [{ id: 1, slug: 'harbour', name: 'Harbour' }],
    sectionId: 1,
    refusal: null,
    ...over,
  }).markup

describe('the review of a saved page', () => {
  it('shows each field with the lines it was read from', () => {
    expect(page()).toMatch(/name="standfirst"[^>]*>\nBy spring<\/textarea>/)
    expect(page()).toMatch(/aria-label="Lines for: Dateline: the place"><li dir="auto">SALTMERE:<\/li>/)
  })

  it('is as sure of the paragraphs as of the weakest of them, and says so in words', () => {
    expect(reviewOf(capture).found.body).toMatchObject({
      value: 'The board voted.\n\nThe crews ask who pays.',
      confidence: 0.4,
    })
    expect(sayConfidence({ value: 'x', confidence: 0.95 })).toBe('sure')
    expect(sayConfidence({ value: 'x', confidence: 0.6 })).toBe('likely')
    expect(sayConfidence({ value: 'x', confidence: 0.4 })).toBe('a guess: please check')
    expect(sayConfidence({ value: '', confidence: 1 })).toBe('not found')
  })

  it('shows the warnings where they belong', () => {
    expect(page()).toContain('<li dir="auto">There is no stamp.</li>')
    expect(page()).toMatch(
      /aria-describedby="standfirst-hint"[\s\S]*id="standfirst-hint"><li>It may be a kicker\./,
    )
  })

  it('lists what was left out, with the reason, blank lines aside', () => {
    expect(page()).toMatch(/text-size control<\/span><span class="source" dir="auto">A\+A-</)
    expect(page()).not.toContain('blank line<')
  })

  it('sends the saved page along with every field', () => {
    const form = formsIn(page()).find((each) => each.action === '/newsroom/capture/draft')
    expect(form?.fields).toEqual({ form_token: 'form-token', zone: 'Europe/London' })
    const names = [...page().matchAll(/ name="([a-z_]+)"/g)].map(([, name]) => name)
    for (const name of [
      'capture',
      'section',
      'headline',
      'standfirst',
      'byline',
      'agency',
      'published_at',
      'updated_at',
      'dateline',
      'caption',
      'credit',
      'body',
      'sources',
      'language',
    ])
      expect(names.filter((each) => each === name)).toHaveLength(1)
  })

  it('keeps a first line break of the saved page, which a browser would drop', () => {
    expect(page({ source: '\nQuay' })).toContain('<textarea name="capture" hidden>\n\nQuay</textarea>')
  })

  it('has the same elements whatever the saved page says', () => {
    const view = (words: string): string => {
      const found = { value: words, confidence: 0.7, warnings: [words], lines: [words] }
      const all = Object.fromEntries(Object.keys(reviewOf(capture).found).map((name) => [name, found]))
      const lists = { share: [words], policy: [words], warnings: [words], refusal: words }
      return page({
        source: words,
        zone: words,
        found: all,
        discarded: [{ text: words, why: words }],
        ...lists,
      })
    }
    const expected = skeletonOf(view('words'))
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (words) => {
        expect(skeletonOf(view(words))).toEqual(expected)
      }),
      { numRuns: 25 },
    )
    expect(skeletonOf(view('</textarea><script>alert(1)</script>'))).toEqual(expected)
  })
})

describe('bringing in a saved page', () => {
  it('keeps the pasted text when it is refused, and says which line', () => {
    const refusal = 'Line 3: 31 June is no date.'
    const typed = { text: 'Quay\n</textarea>', zone: 'Europe/London' }
    const { markup } = capturePage({ frame: frame(), zones: ['Europe/London'], typed, refusal, notice: null })
    expect(markup).toContain(`role="alert">${refusal}</p>`)
    expect(markup).toContain('>\nQuay\n&lt;/textarea&gt;</textarea>')
    expect(markup).toContain('enctype="multipart/form-data"')
  })
})
