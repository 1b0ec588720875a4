import type { Rule } from '../policy/rule.ts'
import type { RuleMatch, Verdict } from '../policy/verdict.ts'
import type { SignalSet } from '../triage/signal.ts'
import { ASSUMED, NO_RULE, type WorstRule } from './expected-harm.ts'

/** As the comment was judged when it came, and where it stands. */
export type Judged = { signals: SignalSet | undefined; verdict: Verdict | null; isPublic: boolean }

/**
 * The rule with the highest probability × severity. The probability is the engine's estimate for that rule, with what was
 * learnt in it; where the verdict knows more, at least what `ASSUMED` says. The highest and not the sum: what speaks for
 * one rule mostly speaks for another too.
 *
 * Of a held comment that no rule spoke of, nothing is told apart: those that publishing unread drew for its audit are among
 * them, and a low probability on the card would give them away (docs/decisions/0008-audit-what-goes-out-unread.md).
 */
export function worstRuleOf(
  rules: readonly Pick<Rule, 'id' | 'severity' | 'when'>[],
  { signals, verdict, isPublic }: Judged,
): WorstRule {
  const spoke = verdict?.matches.some(({ effect }) => effect !== 'none') ?? false
  if (!isPublic && !spoke) return NO_RULE
  const matches = new Map(verdict?.matches.map((match) => [match.ruleId, match]))
  const estimates = new Map(signals?.signals.map(({ name, value }) => [name, value]))
  let worst: WorstRule | undefined
  for (const { id, severity, when } of rules) {
    // A rule that only people can apply: nothing speaks for or against it.
    if (!when) continue
    const probability = probabilityOf(estimates.get(`${id}.probability`), matches.get(id))
    if (!worst || probability * severity > worst.probability * worst.severity)
      worst = { ruleId: id, probability, severity }
  }
  return worst ?? NO_RULE
}

function probabilityOf(estimate: number | null | undefined, match: RuleMatch | undefined): number {
  const known = typeof estimate === 'number' && !Number.isNaN(estimate)
  const measured = known ? Math.min(1, Math.max(0, estimate)) : undefined
  if (match?.value === 'yes' && match.effect !== 'none') return Math.max(ASSUMED.matched, measured ?? 0)
  return measured ?? ASSUMED.unknown
}
