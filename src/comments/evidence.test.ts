import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MOST_SPANS, readEvidence, wordsAt } from './evidence.ts'

const text = 'Throw them off the quay, 🦀 and the board with them.'

describe('the words a decision goes by', () => {
  it('are where the moderator selected them', () => {
    const read = readEvidence(text, '0-14 32-41', '')
    expect(read.ok && wordsAt(text, read.value)).toEqual(['Throw them off', 'the board'])
  })

  it('can be typed by whoever has no script, and are found in the comment', () => {
    const read = readEvidence(text, '', ' off the quay ')
    expect(read).toEqual({ ok: true, value: [{ start: 11, end: 23 }] })
  })

  it('are nothing where nothing was selected', () => {
    expect(readEvidence(text, '', '  ')).toEqual({ ok: true, value: [] })
  })

  it.each([
    ['beyond the end', '40-900'],
    ['from the end to the start', '9-3'],
    ['of no length', '5-5'],
    ['that are no places', 'a-b'],
    ['that try to be SQL', "1-2';drop"],
    ['more than anybody reads', Array.from({ length: MOST_SPANS + 1 }, (_, n) => `${n}-${n + 1}`).join(' ')],
  ])('are refused %s', (_, field) => {
    expect(readEvidence(text, field, '')).toEqual({ ok: false, refusal: { code: 'evidence_astray' } })
  })

  it('are refused where the comment does not say them, or has been erased', () => {
    expect(readEvidence(text, '', 'on the quay').ok).toBe(false)
    expect(readEvidence(null, '0-4', '').ok).toBe(false)
  })

  it('never cut a character in half', () => {
    const crab = text.indexOf('🦀')
    const read = readEvidence(text, `${crab + 1}-${crab + 2}`, '')
    expect(read.ok && wordsAt(text, read.value)).toEqual(['🦀'])
  })

  it('whatever is selected, stand in order, apart, and inside the text', () => {
    const place = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => `${a}-${b}`)
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.array(place, { maxLength: 10 }),
        (words, places) => {
          const read = readEvidence(words, places.join(' '), '')
          if (!read.ok) return
          let before = -1
          for (const { start, end } of read.value) {
            expect(start).toBeGreaterThan(before)
            expect(end).toBeGreaterThan(start)
            expect(end).toBeLessThanOrEqual(words.length)
            expect(words.slice(start, end).isWellFormed()).toBe(true)
            before = end
          }
        },
      ),
    )
  })
})
