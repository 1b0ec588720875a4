import type { Rule } from '../policy/rule.ts'
import type { RuleMatch, Verdict } from '../policy/verdict.ts'
import type { SignalSet } from '../triage/signal.ts'
import { ASSUMED, type WorstRule } from './expected-harm.ts'

/**
 * The rule with the highest probability × severity. The probability is the engine's estimate for that rule, with what was
 * learnt in it; where the verdict knows more, at least what `ASSUMED` says. The highest and not the sum: what speaks for
 * one rule mostly speaks for another too. Null where the policy has no rule that anything can be known of.
 */
export function worstRuleOf(
  rules: readonly Pick<Rule, 'id' | 'severity' | 'when'>[],
  signals: SignalSet | undefined,
  verdict: Verdict | null,
): WorstRule | null {
  const matches = new Map(verdict?.matches.map((match) => [match.ruleId, match]))
  const estimates = new Map(signals?.signals.map(({ name, value }) => [name, value]))
  let worst: WorstRule | null = null
  for (const { id, severity, when } of rules) {
    // A rule that only people can apply: nothing speaks for or against it.
    if (!when) continue
    const probability = probabilityOf(estimates.get(`${id}.probability`), matches.get(id))
    if (worst === null || probability * severity > worst.probability * worst.severity)
      worst = { ruleId: id, probability, severity }
  }
  return worst
}

function probabilityOf(estimate: number | null | undefined, match: RuleMatch | undefined): number {
  const known = typeof estimate === 'number' && !Number.isNaN(estimate)
  const measured = known ? Math.min(1, Math.max(0, estimate)) : undefined
  if (match?.value === 'yes' && match.effect !== 'none') return Math.max(ASSUMED.matched, measured ?? 0)
  return measured ?? ASSUMED.unknown
}
