import fc from 'fast-check'
import { expect, it } from 'vitest'
import { MOST_SPANS, sentencesOf } from './sentences.ts'

it('gives each sentence its own place, without the blanks around it', () => {
  const text = '  What kind of name is that? Sorry, I like it. 😀 Yes!\n'
  expect(sentencesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    'What kind of name is that?',
    'Sorry, I like it.',
    '😀 Yes!',
  ])
})

it('leaves no word out, overlaps nowhere, and makes no more pieces than are worth a score', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc
      .array(fc.constantFrom('a. ', 'No! ', '\n', 'word ', '。', '😀'), { maxLength: 600 })
      .map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(texts, (text) => {
      const spans = sentencesOf(text)
      expect(spans.length).toBeLessThanOrEqual(MOST_SPANS)
      let last = 0
      for (const { start, end } of spans) {
        expect(text.slice(last, start).trim()).toBe('')
        expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
        expect(end).toBeGreaterThan(start)
        last = end
      }
      expect(text.slice(last).trim()).toBe('')
    }),
  )
})
