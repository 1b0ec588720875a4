import { after, days } from '../lib/clock.ts'
import type { Rule } from '../policy/rule.ts'

/** A comment that stands refused or taken down, under which rule and since when: what its last decision left. */
export type Mark = {
  commentId: number
  ruleId: string
  at: Date
  /** Of a take-down of many comments in one order. */
  batch: { id: number; scope: 'comment' | 'thread' | 'commenter' | 'article' | 'everything' } | null
}

export type Strike = { commentId: number; ruleId: string; weight: number; at: Date; expiresAt: Date }

/** By severity, 1 to 5, where the policy does not say: off the subject is no offence, incitement is remembered longest. */
const shipped: Record<number, { weight: number; days: number }> = {
  1: { weight: 0, days: 30 },
  2: { weight: 1, days: 60 },
  3: { weight: 1, days: 90 },
  4: { weight: 2, days: 180 },
  5: { weight: 3, days: 365 },
}

export const strikeWorth = (rule: Pick<Rule, 'severity' | 'strike'>): { weight: number; days: number } =>
  rule.strike ?? shipped[rule.severity] ?? { weight: 1, days: 90 }

/**
 * The strikes that count now, newest first. One comment is one strike at the most: it is the comment that stands refused,
 * whatever came before. A writer's comments taken down in one order are one strike, the gravest; those taken down with a
 * thread, an article or everything are none, since that order was not about the writer. A rule that the policy no longer
 * has counts nothing: it was thought better of.
 */
export function strikesOf(
  marks: readonly Mark[],
  rules: readonly Pick<Rule, 'id' | 'severity' | 'strike'>[],
  now: Date,
): Strike[] {
  const byOrder = new Map<string, Strike>()
  for (const mark of marks) {
    const rule = rules.find((candidate) => candidate.id === mark.ruleId)
    if (!rule || (mark.batch && !['comment', 'commenter'].includes(mark.batch.scope))) continue
    const worth = strikeWorth(rule)
    const expiresAt = after(mark.at, days(worth.days))
    if (worth.weight === 0 || mark.at > now || expiresAt <= now) continue
    const strike = {
      commentId: mark.commentId,
      ruleId: mark.ruleId,
      weight: worth.weight,
      at: mark.at,
      expiresAt,
    }
    const order = mark.batch ? `batch ${mark.batch.id}` : `comment ${mark.commentId}`
    const known = byOrder.get(order)
    if (!known || known.weight < strike.weight) byOrder.set(order, strike)
  }
  return [...byOrder.values()].sort((a, b) => b.at.getTime() - a.at.getTime() || b.commentId - a.commentId)
}

export const weightOf = (strikes: readonly Pick<Strike, 'weight'>[]): number =>
  strikes.reduce((sum, strike) => sum + strike.weight, 0)
