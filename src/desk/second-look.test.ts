import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { random as seeded } from '../../test/support/corpus.ts'
import type { Condition } from '../policy/rule.ts'
import { chanceOf, type DrawCandidate, drawLooks, nearnessOf, readShare, thresholdOf } from './second-look.ts'

const asks = (id: string, atLeast: number): { id: string; when: Condition } => ({
  id,
  when: {
    kind: 'any',
    of: [
      { kind: 'compare', of: 'fact', name: 'x', atLeast: 1 },
      { kind: 'compare', of: 'signal', name: `${id}.probability`, atLeast },
    ],
  },
})
const rules = [asks('spam', 0.6), asks('obscene', 0.8), { id: 'off_topic', when: undefined }]
const candidate = (ruleId: string | null, estimates: Record<string, number | null>): DrawCandidate => ({
  decisionId: 1,
  ruleId,
  rules,
  estimates: new Map(Object.entries(estimates).map(([id, value]) => [`${id}.probability`, value])),
})

describe('how near a decision was to the line', () => {
  it('goes by the threshold that the policy gives the cited rule', () => {
    expect(thresholdOf(asks('spam', 0.6))).toBe(0.6)
    expect(thresholdOf({ id: 'off_topic', when: undefined })).toBeUndefined()
    expect(nearnessOf(candidate('spam', { spam: 0.6, obscene: 0 }))).toBe(1)
    expect(nearnessOf(candidate('spam', { spam: 0.45, obscene: 0.8 }))).toBeCloseTo(0.5, 12)
    expect(nearnessOf(candidate('spam', { spam: 1 }))).toBe(0)
  })

  it('of a publication goes by the nearest of all rules', () => {
    expect(nearnessOf(candidate(null, { spam: 0.01, obscene: 0.8 }))).toBe(1)
    expect(nearnessOf(candidate(null, { spam: 0.01, obscene: 0.02 }))).toBe(0)
  })

  it('is in the middle where nothing was measured, or only people can tell', () => {
    expect(nearnessOf(candidate('off_topic', { spam: 0.6 }))).toBe(0.5)
    expect(nearnessOf(candidate('spam', { spam: null }))).toBe(0.5)
    expect(nearnessOf(candidate('rule_of_an_older_policy', {}))).toBe(0.5)
  })
})

describe('the draw', () => {
  it('leaves no decision without a chance, and prefers the borderline', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(0.02, 0.03, 0.04, 0.05),
        (nearness, mean, share) => {
          const chance = chanceOf(nearness, share, mean)
          expect(chance).toBeGreaterThanOrEqual(share / 2)
          expect(chance).toBeLessThanOrEqual(0.5)
          expect(chance).toBeLessThanOrEqual(chanceOf(1, share, mean))
        },
      ),
    )
    expect(chanceOf(1, 0.03, 0.2)).toBeGreaterThan(4 * chanceOf(0, 0.03, 0.2))
  })

  it('takes nothing while the share is 0, and by the share over many decisions, however they lie', () => {
    for (const borderline of [0.02, 0.2, 0.6]) {
      const random = seeded(48)
      const candidates = Array.from({ length: 40_000 }, (_, i) => ({
        ...candidate('spam', { spam: random() < borderline ? 0.6 : 0.05 }),
        decisionId: i,
      }))
      const none = drawLooks(candidates, { share: 0, meanNearness: 0.25 }, random)
      expect(none.drawn).toEqual([])
      const { drawn } = drawLooks(candidates, { share: 0.03, meanNearness: 0.25 }, random)
      const part = drawn.length / candidates.length
      // Where next to nothing is borderline the other half of the budget is not spent.
      expect(part).toBeGreaterThan(borderline < 0.05 ? 0.018 : 0.027)
      expect(part).toBeLessThan(0.033)
      // Horvitz–Thompson: the drawn ones, weighed, are as many as there were.
      const stood = drawn.reduce((sum, { chance }) => sum + 1 / chance, 0)
      expect(stood / candidates.length).toBeGreaterThan(0.93)
      expect(stood / candidates.length).toBeLessThan(1.07)
    }
  })
})

it('the share is one of those that the page offers, whatever is typed', () => {
  expect(['0', '2', '3', '4', '5', ' 3 '].map(readShare)).toEqual([0, 2, 3, 4, 5, 3])
  for (const typed of ['1', '6', '03', '2.5', '-2', '', '３']) expect(readShare(typed)).toBeUndefined()
})
