import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostileCases } from '../../../test/hostile/cases.ts'
import type { Block } from '../article.ts'
import { parseMarkdownArticle } from '../import/markdown.ts'
import { wordsOf } from '../import/source.ts'
import { seedArticles } from '../seed/articles.ts'
import { type ExportedArticle, markdownOf } from './markdown.ts'

const zone = 'Asia/Kolkata'

/** Out as Markdown and in again, in the shape of what went out. */
function roundTrip(article: ExportedArticle): ExportedArticle | string {
  const read = parseMarkdownArticle(Buffer.from(markdownOf(article, zone)), { zone })
  if (!read.ok) return read.refusal.message
  const { draft, section, alt } = read.value
  return {
    ...draft,
    section: section === null ? null : { name: section },
    photo: draft.photo === null ? null : { ...draft.photo, alt },
  }
}

const plain: ExportedArticle = {
  headline: 'The east quay opens',
  standfirst: '',
  byline: '',
  agency: '',
  dateline: '',
  language: 'en-GB',
  section: null,
  blocks: [{ kind: 'paragraph', text: 'The board voted.' }],
  sources: [],
  photo: null,
  publishedAt: new Date('2021-07-30T16:03:00Z'),
  updatedAt: null,
}

/** What an article can hold: one line, nothing invisible. A quotation that begins with a dash would name its speaker. */
const line = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom(
        '# ',
        '> ',
        '- ',
        '1. ',
        '12) ',
        '+ ',
        '*',
        '_',
        '`',
        '![',
        '](',
        '<b>',
        '&amp;',
        '\\',
        '---',
        '===',
        '~~~',
        '    ',
        '|',
        ' #',
        'http://a.example',
      ),
    ),
    { maxLength: 8 },
  )
  .map((parts) => wordsOf(parts.join('').toWellFormed()))
const words = line.filter((text) => /\p{L}/u.test(text))
const name = words.filter((text) => text.length <= 80)
const block: fc.Arbitrary<Block> = fc.oneof(
  words.map((text): Block => ({ kind: 'paragraph', text })),
  words.map((text): Block => ({ kind: 'subhead', text })),
  fc
    .record({
      text: words.filter((text) => !/^(?:—|–|--)/.test(text)),
      speaker: fc.option(name, { nil: undefined }),
    })
    .map(
      ({ text, speaker }): Block => ({ kind: 'quote', text, ...(speaker === undefined ? {} : { speaker }) }),
    ),
)
const instant = fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => new Date(seconds * 1000))
const article: fc.Arbitrary<ExportedArticle> = fc.record({
  headline: words.filter((text) => text.length <= 300),
  standfirst: line,
  byline: line,
  agency: line,
  dateline: line,
  language: fc.constantFrom('en-GB', 'hi', 'ur', 'be'),
  section: fc.option(words.map((said) => ({ name: said }))),
  blocks: fc.array(block, { minLength: 1, maxLength: 6 }),
  sources: fc.uniqueArray(
    words.filter((text) => !text.includes(',')),
    { maxLength: 3 },
  ),
  photo: fc.option(fc.record({ caption: words, credit: words, alt: line })),
  publishedAt: fc.option(instant),
  updatedAt: fc.option(instant),
})

describe('an article as Markdown', () => {
  it('comes back as the same article, whatever it says', () => {
    fc.assert(
      fc.property(article, (given) => {
        expect(roundTrip(given)).toEqual(given)
      }),
      { numRuns: 500 },
    )
  })

  it.each(seedArticles(new Date('2026-11-24T10:00:00Z')).map((each) => [each.draft.headline, each] as const))(
    'the demo’s “%s” comes back whole',
    (_, { draft, drawing }) => {
      const whole: ExportedArticle = {
        ...draft,
        section: { name: 'Town' },
        photo: draft.photo && { ...draft.photo, alt: drawing?.alt ?? '' },
      }
      expect(roundTrip(whole)).toEqual(whole)
    },
  )

  it.each(
    hostileCases
      .map(({ name: title, text }) => [title, wordsOf(text.toWellFormed())] as const)
      .filter(([, text]) => /[\p{L}\p{N}]/u.test(text) && text.length <= 300),
  )('hostile words stay words: %s', (_, text) => {
    const hostile: ExportedArticle = {
      ...plain,
      headline: text,
      standfirst: text,
      byline: text,
      photo: { caption: text, credit: text, alt: text },
      blocks: [
        { kind: 'paragraph', text },
        { kind: 'subhead', text },
        { kind: 'paragraph', text },
      ],
    }
    expect(roundTrip(hostile)).toEqual(hostile)
  })

  it('is read by people: marks only where they would be taken for marks', () => {
    const told = markdownOf(
      { ...plain, blocks: [{ kind: 'quote', text: 'It cost 3.5 million - a lot.', speaker: 'Nell Ashby' }] },
      zone,
    )
    expect(told).toBe(
      '---\ntitle: "The east quay opens"\ndate: "2021-07-30T21:33:00+05:30"\nlang: "en-GB"\n---\n\n> It cost 3.5 million - a lot.\n> — Nell Ashby\n',
    )
  })
})
