import { type RuleGround, shownGrounds } from './rule-estimates.ts'
import type { Evidence, Signal } from './signal.ts'

/**
 * A place in the raw text that speaks for a rule. `weight` is how likely the rule is broken by the strongest ground
 * that stands there alone, 0 to 1.
 */
export type RuleEvidence = Evidence & { rule: string; weight: number }

/** The rules that the toxic head speaks for: all that people mark in a text as toxic is one of them. */
const toxicRules: ReadonlySet<string> = new Set(['obscene', 'personal_attack', 'inflammatory'])

/** From here on a phrase or a word of a list stands for itself, whatever the models make of it. */
const CERTAIN = 0.5

/**
 * Where each rule may be broken, in the order of the text. Of all heads the toxic one's words agree best with what people
 * mark (Civil Comments' spans: character F1 .64, all grounds of the three rules .55), so that its places are shown, each
 * under the rules whose grounds stand there, and what a list found for certain. Without a place of its, all grounds.
 */
export function ruleEvidence(signals: readonly Signal[]): RuleEvidence[] {
  const byName = new Map(signals.map((signal) => [signal.name, signal]))
  const places = (ground: RuleGround): readonly Evidence[] => byName.get(ground.signal)?.evidence ?? []
  const toxic = byName.get('model.toxic')?.evidence ?? []
  const found: RuleEvidence[] = []
  const show = (rule: string, { start, end }: Evidence, weight: number): void => {
    found.push({ rule, start, end, weight })
  }
  const claimed = new Set<Evidence>()
  for (const { rule, grounds } of shownGrounds(byName))
    for (const ground of grounds) {
      const stands = toxic.length === 0 || !toxicRules.has(rule) || isCertain(ground)
      for (const place of places(ground)) {
        if (stands) show(rule, place, ground.share)
        for (const shared of toxicRules.has(rule) ? overlapping(toxic, place) : []) {
          claimed.add(shared)
          show(rule, shared, ground.share)
        }
      }
    }
  const unclaimed = toxic.filter((place) => !claimed.has(place))
  const likeliest = unclaimed.length > 0 ? likeliestRule(byName) : undefined
  if (likeliest) for (const place of unclaimed) show(likeliest.rule, place, likeliest.weight)
  return merged(found)
}

const isCertain = ({ by, signal, share }: RuleGround): boolean =>
  by === 'rule' && signal !== 'attack.person' && share >= CERTAIN

/** Those of some ordered places without overlaps that share a character with another; found by halves. */
function overlapping(ordered: readonly Evidence[], { start, end }: Evidence): readonly Evidence[] {
  let [low, high] = [0, ordered.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ordered[middle] as Evidence).end > start) high = middle
    else low = middle + 1
  }
  let last = low
  while (last < ordered.length && (ordered[last] as Evidence).start < end) last++
  return ordered.slice(low, last)
}

function likeliestRule(byName: ReadonlyMap<string, Signal>): { rule: string; weight: number } | undefined {
  const known = [...toxicRules].map((rule) => ({
    rule,
    weight: byName.get(`${rule}.probability`)?.value ?? 0,
  }))
  return known.reduce((best, one) => (one.weight > best.weight ? one : best))
}

/** Places of one rule that overlap become one, with the greater weight. */
function merged(found: RuleEvidence[]): RuleEvidence[] {
  const last = new Map<string, RuleEvidence>()
  const kept: RuleEvidence[] = []
  for (const one of found.sort((a, b) => a.start - b.start || a.end - b.end)) {
    const before = last.get(one.rule)
    if (before && one.start < before.end) {
      before.end = Math.max(before.end, one.end)
      before.weight = Math.max(before.weight, one.weight)
    } else {
      last.set(one.rule, one)
      kept.push(one)
    }
  }
  return kept.sort((a, b) => a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : 1))
}
