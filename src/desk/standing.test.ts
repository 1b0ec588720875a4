import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measureKinds } from '../comments/measure.ts'
import { days } from '../lib/clock.ts'
import { recommendMeasure, type StandingFacts, thresholds } from './standing.ts'

const now = new Date('2026-11-24T10:00:00Z')
const ago = (n: number) => new Date(now.getTime() - days(n))
const strike = (weight: number, at: Date) => ({
  commentId: 1,
  ruleId: 'spam',
  weight,
  at,
  expiresAt: new Date(at.getTime() + days(90)),
})
const facts = (about: Partial<StandingFacts>): StandingFacts => ({
  strikes: [],
  decidedCount: 5,
  refusedCount: 3,
  warnedAt: null,
  inForce: [],
  ...about,
})

describe('what may be in order', () => {
  it('is nothing for a single small breach', () => {
    expect(recommendMeasure(facts({ strikes: [strike(1, ago(1))] }))).toBeUndefined()
  })

  it('is a warning first, however heavy the strikes', () => {
    expect(recommendMeasure(facts({ strikes: [strike(30, ago(1))] }))).toEqual({
      kind: 'warning',
      because: 'warning_first',
    })
  })

  it('is nothing while a warning is heeded', () => {
    expect(recommendMeasure(facts({ strikes: [strike(9, ago(5))], warnedAt: ago(2) }))).toBeUndefined()
  })

  it('is the next step once a strike has followed the warning', () => {
    const after = (weight: number) =>
      recommendMeasure(facts({ strikes: [strike(weight, ago(1))], warnedAt: ago(2) }))?.kind
    expect([2, 4, 6, 9, 15].map(after)).toEqual(['warning', 'slow', 'pre', 'suspension', 'ban'])
  })

  it('is not what is in force already, or milder', () => {
    const about = { strikes: [strike(6, ago(1))], warnedAt: ago(2) }
    expect(recommendMeasure(facts({ ...about, inForce: [{ kind: 'pre' }] }))).toBeUndefined()
    expect(recommendMeasure(facts({ ...about, inForce: [{ kind: 'suspension' }] }))).toBeUndefined()
    expect(recommendMeasure(facts({ ...about, inForce: [{ kind: 'slow' }] }))?.kind).toBe('pre')
  })

  it('stays a warning for whom nine of ten comments are fine', () => {
    const about = { strikes: [strike(9, ago(1))], warnedAt: ago(2), decidedCount: 100, refusedCount: 9 }
    expect(recommendMeasure(facts(about))).toEqual({ kind: 'warning', because: 'mild_share' })
  })

  it('never grows milder by a further strike, nor passes a threshold that is not reached', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 5 }), (weight, more) => {
        const rank = (total: number): number => {
          const kind = recommendMeasure(facts({ strikes: [strike(total, ago(1))], warnedAt: ago(2) }))?.kind
          if (kind) expect(total).toBeGreaterThanOrEqual(thresholds[kind])
          return kind ? measureKinds.indexOf(kind) : -1
        }
        expect(rank(weight + more)).toBeGreaterThanOrEqual(rank(weight))
      }),
    )
  })
})
