import type { Condition, Rule } from '../policy/rule.ts'

/** What the paper may choose, in per cent of its decisions; 0 turns it off. */
export const SHARES = [0, 2, 3, 4, 5] as const
/** An answer without script takes a while: nothing renews this lease. */
export const LOOK_MINUTES = 10
/** What nobody looked at in this time says more of the desk's load than of agreement: it is asked no more. */
export const LOOK_DAYS = 28

export type SecondLookRefusal =
  | { code: 'look_lost' }
  | { code: 'look_answer_missing' }
  | { code: 'look_share' }
  | { code: 'rule_unknown'; ruleId: string }

/** One decision as the draw knows it. `estimates` are the engine's for the revision that was decided, by signal name. */
export type DrawCandidate = {
  decisionId: number
  /** The rule it was decided under; null: published, or kept up. */
  ruleId: string | null
  rules: readonly Pick<Rule, 'id' | 'when'>[]
  estimates: ReadonlyMap<string, number | null>
}

export type Drawn = { decisionId: number; chance: number }

/** Of the share, what is spread evenly over all decisions: clear ones and plain publications are looked at as well. */
const EVEN_PART = 0.5
/** From the threshold so far, in probability, nothing is borderline any more. */
const REACH = 0.3
/** Where neither engine nor policy has a number, as with what only people can tell. */
const UNKNOWN_NEARNESS = 0.5
/** However near: of what is drawn most often, at most every other one. */
const MOST_CHANCE = 0.5
/** The mean follows the last some hundred decisions: a paper's comments change with its news. */
const MEAN_OVER = 200
/** Before any was drawn from. */
export const FIRST_MEAN = 0.25
/** Where next to nothing was borderline lately, the next borderline one must not take the whole budget. */
const LEAST_MEAN = 0.05

/** From where on the policy holds a comment by the rule's own estimate; undefined where it does not ask that. */
export function thresholdOf({ id, when }: Pick<Rule, 'id' | 'when'>): number | undefined {
  const search = (condition: Condition): number | undefined => {
    if (condition.kind === 'compare')
      return condition.of === 'signal' && condition.name === `${id}.probability`
        ? condition.atLeast
        : undefined
    const parts = condition.kind === 'not' ? [] : condition.of
    for (const part of parts) {
      const found = search(part)
      if (found !== undefined) return found
    }
    return undefined
  }
  return when && search(when)
}

/**
 * How near the engine's probability of the cited rule was to that rule's threshold: 1 on it, 0 from `REACH` away. Of a
 * publication, which cites none, the nearest of all rules.
 */
export function nearnessOf({ ruleId, rules, estimates }: DrawCandidate): number {
  const asked = ruleId === null ? rules : rules.filter((rule) => rule.id === ruleId)
  const known = asked.flatMap((rule) => {
    const threshold = thresholdOf(rule)
    const estimate = estimates.get(`${rule.id}.probability`)
    if (threshold === undefined || typeof estimate !== 'number' || Number.isNaN(estimate)) return []
    return [Math.max(0, 1 - Math.abs(estimate - threshold) / REACH)]
  })
  return known.length === 0 ? UNKNOWN_NEARNESS : Math.max(...known)
}

/** `share` from 0 to 1, of all decisions. Never 0 while the share is not: every decision can be drawn. */
export const chanceOf = (nearness: number, share: number, meanNearness: number): number =>
  Math.min(
    MOST_CHANCE,
    share * (EVEN_PART + ((1 - EVEN_PART) * nearness) / Math.max(LEAST_MEAN, meanNearness)),
  )

/**
 * One draw for each decision, each on its own (Poisson sampling), so that the chance alone says how many decisions a drawn
 * one stands for (Horvitz and Thompson 1952). `random` is uniform from 0 to below 1. The chance goes by the mean nearness
 * before the decision: over many, the share comes out.
 */
export function drawLooks(
  candidates: readonly DrawCandidate[],
  { share, meanNearness }: { share: number; meanNearness: number },
  random: () => number,
): { drawn: Drawn[]; meanNearness: number } {
  const drawn: Drawn[] = []
  let mean = meanNearness
  for (const candidate of candidates) {
    const nearness = nearnessOf(candidate)
    const chance = chanceOf(nearness, share, mean)
    if (random() < chance) drawn.push({ decisionId: candidate.decisionId, chance })
    mean += (nearness - mean) / MEAN_OVER
  }
  return { drawn, meanNearness: mean }
}

export function readShare(typed: string): number | undefined {
  const share = /^\d$/.test(typed.trim()) ? Number(typed) : undefined
  return SHARES.find((one) => one === share)
}
