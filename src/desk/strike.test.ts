import { describe, expect, it } from 'vitest'
import { days } from '../lib/clock.ts'
import { type Mark, strikesOf, weightOf } from './strike.ts'

const now = new Date('2026-11-24T10:00:00Z')
const ago = (n: number) => new Date(now.getTime() - days(n))
const rules = [
  { id: 'spam', severity: 2 },
  { id: 'inflammatory', severity: 5 },
  { id: 'off_topic', severity: 1 },
  { id: 'link', severity: 2, strike: { weight: 4, days: 10 } },
]
const mark = (commentId: number, ruleId: string, at: Date, batch: Mark['batch'] = null): Mark => ({
  commentId,
  ruleId,
  at,
  batch,
})

describe('strikes', () => {
  it('weigh by the severity of their rule where the policy says nothing, and as it says where it does', () => {
    const strikes = strikesOf(
      [mark(1, 'spam', ago(1)), mark(2, 'inflammatory', ago(2)), mark(3, 'link', ago(3))],
      rules,
      now,
    )
    expect(strikes.map(({ ruleId, weight }) => [ruleId, weight])).toEqual([
      ['spam', 1],
      ['inflammatory', 3],
      ['link', 4],
    ])
    expect(weightOf(strikes)).toBe(8)
  })

  it('end at their time, to the moment', () => {
    expect(strikesOf([mark(1, 'link', ago(10))], rules, now)).toEqual([])
    expect(strikesOf([mark(1, 'link', new Date(ago(10).getTime() + 1))], rules, now)).toHaveLength(1)
  })

  it('are not made of what was merely off the subject, nor of a rule that the policy no longer has', () => {
    expect(strikesOf([mark(1, 'off_topic', ago(1)), mark(2, 'gone_rule', ago(1))], rules, now)).toEqual([])
  })

  it('count one order against a writer once, by its gravest, and an order against a thread not at all', () => {
    const order = { id: 7, scope: 'commenter' } as const
    const bulk = Array.from({ length: 50 }, (_, i) => mark(i, 'spam', ago(1), order))
    expect(weightOf(strikesOf([...bulk, mark(51, 'inflammatory', ago(1), order)], rules, now))).toBe(3)
    for (const scope of ['thread', 'article', 'everything'] as const)
      expect(strikesOf([mark(1, 'spam', ago(1), { id: 8, scope })], rules, now)).toEqual([])
  })
})
