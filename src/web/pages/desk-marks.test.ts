import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeHtml } from '../../lib/html.ts'
import { markedText, marksOf } from './desk-marks.ts'

const mark = (start: number, end: number, strong = false) => ({ start, end, strong })
const unmarked = (markup: string): string => markup.replace(/<\/?mark(?: class="strong")?>/g, '')

const text = fc.string({ unit: 'binary', maxLength: 60 })
const marks = fc.array(
  fc.record({
    start: fc.oneof(fc.integer({ min: -5, max: 70 }), fc.double()),
    end: fc.oneof(fc.integer({ min: -5, max: 70 }), fc.double()),
    strong: fc.boolean(),
  }),
  { maxLength: 12 },
)

describe('evidence in the words', () => {
  it('is marked where it stands', () => {
    expect(markedText('sold to crooks', [mark(8, 14)]).markup).toBe('sold to <mark>crooks</mark>')
  })

  it('shows the stronger of two that overlap, side by side and never one in the other', () => {
    expect(markedText('abcdefgh', [mark(1, 6), mark(4, 8, true)]).markup).toBe(
      'a<mark>bcd</mark><mark class="strong">efgh</mark>',
    )
  })

  it('joins spans that touch or repeat each other', () => {
    expect(markedText('abcdef', [mark(0, 2), mark(2, 4), mark(1, 3)]).markup).toBe('<mark>abcd</mark>ef')
  })

  it('is cut off at the ends of the text, and dropped where it is no place at all', () => {
    expect(markedText('abc', [mark(-4, 1), mark(2, 99), mark(3, 1), mark(Number.NaN, 2)]).markup).toBe(
      '<mark>a</mark>b<mark>c</mark>',
    )
  })

  it('never parts the two halves of one character', () => {
    expect(markedText('a😡b', [mark(2, 3)]).markup).toBe('a<mark>😡</mark>b')
    expect(markedText('a😡b', [mark(0, 2)]).markup).toBe('<mark>a😡</mark>b')
  })

  it('leaves exactly the escaped text when the marks are taken away', () => {
    fc.assert(
      fc.property(text, marks, (words, spans) => {
        const { markup } = markedText(words, spans)
        expect(unmarked(markup)).toBe(escapeHtml(words))
        expect(markup).not.toMatch(/<mark[^>]*>[^<]*<mark/)
        expect(markup).not.toContain('<mark></mark>')
      }),
    )
  })

  it('covers every unit that a span covers', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 40 }), marks, (words, spans) => {
        const { markup } = markedText(words, spans)
        const inside = [...markup.matchAll(/<mark[^>]*>([^<]*)<\/mark>/g)].map(([, each = '']) => each)
        const covered = [...words].filter((_, at) =>
          spans.some(({ start, end }) => {
            const known = Number.isFinite(start) && Number.isFinite(end)
            return known && at >= Math.trunc(start) && at < Math.trunc(end)
          }),
        )
        expect(inside.join('')).toBe(escapeHtml(covered.join('')))
      }),
    )
  })

  it('is strong where it holds the comment, plain where it flags it, absent where nothing follows', () => {
    const match = { ruleId: 'spam', value: 'yes', evidence: [{ start: 0, end: 1 }], because: [] } as const
    const matches = (['hold', 'flag', 'none'] as const).map((effect) => ({
      ...match,
      evidence: [...match.evidence],
      because: [],
      effect,
    }))
    expect(marksOf(matches)).toEqual([mark(0, 1, true), mark(0, 1, false)])
  })
})
