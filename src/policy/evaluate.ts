import type { Evidence, Signal, SignalSet } from '../triage/signal.ts'
import type { Condition, Policy, Rule } from './rule.ts'
import type { Facts, RuleMatch, Ternary, Verdict } from './verdict.ts'

/**
 * What the policy proposes for a comment. Pure and total: the same signals and facts give the same verdict, live or
 * over last year's comments. Every rule is evaluated, also after one has held, since the desk wants to see all.
 *
 * A condition that could not be computed is unknown (Kleene's strong three-valued logic) and holds unless the rule
 * says otherwise for that language: a check that could not run never reads as "no".
 */
export function evaluate(policy: Policy, signals: SignalSet, facts: Facts): Verdict {
  const byName = new Map(signals.signals.map((signal) => [signal.name, signal]))
  const matches = policy.rules.flatMap((rule) => {
    const match = evaluateRule(rule, byName, facts)
    return match ? [match] : []
  })
  return {
    proposes: matches.some((match) => match.effect === 'hold') ? 'hold' : 'publish',
    policyVersion: policy.version,
    matches,
  }
}

/** Undefined for a rule that only people can apply. */
function evaluateRule(rule: Rule, signals: Map<string, Signal>, facts: Facts): RuleMatch | undefined {
  if (!rule.when) return undefined
  const seen = new Set<Signal>()
  const value = test(rule.when, signals, facts, seen)
  return {
    ruleId: rule.id,
    value,
    effect: effectOf(rule, value, facts.language),
    evidence: value === 'yes' ? evidenceOf(seen) : [],
    because: [...seen].map((signal) => signal.name),
  }
}

function effectOf(rule: Rule, value: Ternary, language: string | undefined): RuleMatch['effect'] {
  if (value === 'yes') return rule.onMatch
  if (value === 'no') return 'none'
  const own = language === undefined ? undefined : ownEntry(rule.onUnknown, language)
  return (own ?? rule.onUnknown.default) === 'hold' ? 'hold' : 'none'
}

// A language is whatever a detector says; `constructor` must not find anything.
const ownEntry = (entries: Rule['onUnknown'], language: string) =>
  Object.hasOwn(entries, language) ? entries[language] : undefined

/** `seen` collects the signals whose comparison said yes or unknown: what the desk is shown as the reason. */
function test(condition: Condition, signals: Map<string, Signal>, facts: Facts, seen: Set<Signal>): Ternary {
  switch (condition.kind) {
    case 'all':
      return fold(condition.of, 'no', 'yes', signals, facts, seen)
    case 'any':
      return fold(condition.of, 'yes', 'no', signals, facts, seen)
    case 'not': {
      const value = test(condition.of, signals, facts, seen)
      return value === 'yes' ? 'no' : value === 'no' ? 'yes' : 'unknown'
    }
    case 'compare': {
      const signal = condition.of === 'signal' ? signals.get(condition.name) : undefined
      const value = condition.of === 'signal' ? signal?.value : factOf(condition.name, facts)
      const result = compare(value, condition.atLeast, condition.atMost)
      if (signal && result !== 'no') seen.add(signal)
      return result
    }
  }
}

function fold(
  conditions: Condition[],
  decisive: Ternary,
  otherwise: Ternary,
  signals: Map<string, Signal>,
  facts: Facts,
  seen: Set<Signal>,
): Ternary {
  let result = otherwise
  for (const condition of conditions) {
    const value = test(condition, signals, facts, seen)
    if (value === decisive) result = decisive
    else if (value === 'unknown' && result !== decisive) result = 'unknown'
  }
  return result
}

function compare(value: number | null | undefined, atLeast?: number, atMost?: number): Ternary {
  if (value === null || value === undefined || Number.isNaN(value)) return 'unknown'
  return (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost)
    ? 'yes'
    : 'no'
}

const factOf = (name: string, facts: Facts): number | undefined =>
  name === 'published_before' ? facts.publishedBefore : undefined

function evidenceOf(signals: Set<Signal>): Evidence[] {
  return [...signals].flatMap((signal) => signal.evidence).sort((a, b) => a.start - b.start || a.end - b.end)
}
