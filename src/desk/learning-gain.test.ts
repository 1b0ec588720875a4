import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Trial } from './learning.ts'
import { DECISIONS_NEEDED, gainOf, lossOf } from './learning-gain.ts'

const trial = (adjustment: number, broke: boolean, baseLogit = 0): Trial => ({
  decisionId: 1,
  predictions: [{ rule: 'spam', baseLogit, adjustment, broke }],
})
const many = (count: number, one: (i: number) => Trial): Trial[] =>
  Array.from({ length: count }, (_, i) => one(i))
const right = (i: number) => trial(i % 2 ? 0.5 : -0.4, i % 2 === 1)
const wrong = (i: number) => trial(i % 2 ? -0.5 : 0.4, i % 2 === 1)

describe('what was learnt', () => {
  it('is called better once two hundred decisions say so beyond chance', () => {
    expect(gainOf(many(DECISIONS_NEEDED, right))).toMatchObject({ decisions: 200, verdict: 'better' })
    expect(gainOf(many(DECISIONS_NEEDED - 1, right)).verdict).toBe('too_few')
  })

  it('is called worse where it foretells worse, and neither where the interval reaches both ways', () => {
    expect(gainOf(many(DECISIONS_NEEDED, wrong)).verdict).toBe('worse')
    const mixed = gainOf(many(DECISIONS_NEEDED, (i) => (i % 4 < 2 ? right(i) : wrong(i))))
    expect(mixed.verdict).toBe('undecided')
    expect(mixed.low).toBeLessThan(0)
    expect(mixed.high).toBeGreaterThan(0)
  })

  it('is not called better for changing nothing', () => {
    expect(gainOf(many(DECISIONS_NEEDED, () => trial(0, true))).verdict).toBe('undecided')
    expect(gainOf([]).verdict).toBe('too_few')
  })

  it('has an interval around its mean, whatever was decided', () => {
    const one = fc.record({
      baseLogit: fc.double({ min: -40, max: 40, noNaN: true }),
      adjustment: fc.double({ min: -3, max: 3, noNaN: true }),
      broke: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(one, { minLength: 2, maxLength: 220 }), (list) => {
        const { mean, low, high } = gainOf(list.map((it) => trial(it.adjustment, it.broke, it.baseLogit)))
        expect(low <= mean && mean <= high).toBe(true)
        expect(Math.abs(mean)).toBeLessThanOrEqual(3.0001)
      }),
    )
  })
})

it('one decision that the engine called impossible weighs no more than seven nats', () => {
  expect(lossOf(true, -40)).toBeCloseTo(6.9, 1)
})
