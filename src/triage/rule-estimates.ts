import type { Signal } from './signal.ts'

/** One ground for thinking that a rule is broken: a signal, and how much of its value counts. */
type Ground = { signal: string; weight: number }

/**
 * What speaks for each rule of the policy, and what takes it back. Grounds add up as independent chances do; what is
 * said of a thing, against hatred or in quotation marks weakens what the models heard, since their training texts have
 * few such sentences, and never what a rule saw word for word.
 */
const estimates: readonly {
  rule: string
  models: readonly Ground[]
  rules: readonly Ground[]
  weakenedBy: readonly Ground[]
}[] = [
  {
    rule: 'obscene',
    models: [{ signal: 'model.obscene', weight: 1 }],
    // Severity is 1 to 3.
    rules: [
      { signal: 'obscene.severity', weight: 0.3 },
      { signal: 'obscene.slurs', weight: 0.6 },
    ],
    weakenedBy: [],
  },
  {
    rule: 'personal_attack',
    models: [{ signal: 'model.insult', weight: 1 }],
    rules: [{ signal: 'attack.person', weight: 0.9 }],
    weakenedBy: [{ signal: 'attack.thing', weight: 0.6 }],
  },
  {
    rule: 'inflammatory',
    models: [
      { signal: 'model.identity', weight: 1 },
      { signal: 'model.threat', weight: 1 },
    ],
    rules: [
      { signal: 'inflammatory.threat', weight: 0.9 },
      { signal: 'inflammatory.incitement', weight: 0.9 },
      { signal: 'inflammatory.dehumanising', weight: 0.9 },
    ],
    weakenedBy: [
      { signal: 'speech.counter', weight: 0.5 },
      { signal: 'speech.quoted', weight: 0.3 },
    ],
  },
  {
    rule: 'defamatory',
    models: [],
    rules: [{ signal: 'defamatory.allegation', weight: 1 }],
    weakenedBy: [],
  },
  {
    rule: 'link',
    models: [],
    rules: [
      { signal: 'link.outside', weight: 1 },
      { signal: 'link.disguised', weight: 1 },
    ],
    weakenedBy: [],
  },
  {
    rule: 'spam',
    models: [{ signal: 'model.spam', weight: 1 }],
    rules: [
      { signal: 'spam.advert', weight: 0.9 },
      { signal: 'spam.refrain', weight: 0.5 },
      { signal: 'contact.count', weight: 0.8 },
    ],
    weakenedBy: [],
  },
]

/** How likely a comment breaks any rule that has a signal; what publishing unread goes by. */
export const BREACH = 'breach.probability'

/** One for each rule; `BREACH` stands for no rule. */
export const estimateNames: readonly string[] = estimates.map(({ rule }) => `${rule}.probability`)

/**
 * For each rule how likely it is that a comment breaks it, 0 to 1, with the places and words that say so, from the
 * signals measured before. Unknown as soon as one ground is, unless what is known reaches it without: a check that could
 * not run never makes a comment look better.
 */
export function estimateRules(signals: ReadonlyMap<string, Signal>): Signal[] {
  const rules = estimates.map((estimate) => {
    const { rule, models, rules } = estimate
    const value = (name: string): number | null => signals.get(name)?.value ?? null
    const grounds = groundsOf(estimate, signals)
    const probability = 1 - grounds.reduce((rest, ground) => rest * (1 - ground.share), 1)
    const unknown = [...models, ...rules].some(({ signal }) => value(signal) === null)
    return {
      name: `${rule}.probability`,
      value: unknown && probability < 0.5 ? null : probability,
      ...because(grounds.filter((one) => one.share >= SHOWN).map((one) => signals.get(one.signal))),
    }
  })
  return [...rules, breachOf(rules, signals.get('model.toxic')?.value ?? null)]
}

/**
 * The general head, and the rules' estimates each by its square: six faint ones in a long harmless comment must not add
 * up to a breach. Below one breach in twenty lie 63 % of Jigsaw's development comments by this, 58 % by the rules alone
 * and unsquared. They are not independent, an insult is often obscene too, so it orders comments; what it means is
 * read off the desk's curve. Each rule shows its own evidence.
 */
function breachOf(rules: readonly Signal[], toxic: number | null): Signal {
  const probability =
    1 - rules.reduce((rest, { value }) => rest * (1 - (value ?? 0) ** 2), 1 - Math.min(1, toxic ?? 0))
  const unknown = toxic === null || rules.some(({ value }) => value === null)
  return {
    name: BREACH,
    value: unknown && probability < 0.5 ? null : probability,
    source: 'rule',
    evidence: [],
  }
}

/** What spoke for a rule: a signal, and how likely the rule is broken by that alone, 0 to 1. */
export type RuleGround = { signal: string; share: number; by: 'model' | 'rule' }

/** For each rule what is worth a moderator's eye, the strongest first. A signal that is unknown speaks for nothing. */
export const shownGrounds = (
  signals: ReadonlyMap<string, Signal>,
): { rule: string; grounds: RuleGround[] }[] =>
  estimates.map((estimate) => ({
    rule: estimate.rule,
    grounds: groundsOf(estimate, signals).filter(({ share }) => share >= SHOWN),
  }))

function groundsOf(
  { models, rules, weakenedBy }: (typeof estimates)[number],
  signals: ReadonlyMap<string, Signal>,
): RuleGround[] {
  const share = ({ signal, weight }: Ground): number =>
    Math.min(1, (signals.get(signal)?.value ?? 0) * weight)
  const left = weakenedBy.reduce((rest, ground) => rest * (1 - share(ground)), 1)
  const heard = models.map((ground) => ({
    signal: ground.signal,
    share: share(ground) * left,
    by: 'model' as const,
  }))
  const seen = rules.map((ground) => ({ signal: ground.signal, share: share(ground), by: 'rule' as const }))
  return [...heard, ...seen].sort((one, other) => other.share - one.share)
}

/** What adds less is not worth a moderator's eye. */
const SHOWN = 0.1
const MOST_WORDS = 8

function because(spoke: readonly (Signal | undefined)[]): Pick<Signal, 'source' | 'evidence' | 'notes'> {
  const words = [...new Set(spoke.flatMap((signal) => signal?.notes ?? []))].slice(0, MOST_WORDS)
  return {
    source: spoke[0]?.source ?? 'rule',
    evidence: spoke
      .flatMap((signal) => signal?.evidence ?? [])
      .sort((a, b) => a.start - b.start || a.end - b.end),
    ...(words.length > 0 ? { notes: words } : {}),
  }
}

/** For each rule how likely it is broken by what the rules saw word for word, without the models. */
export const seenAlone = (signals: ReadonlyMap<string, Signal>): ReadonlyMap<string, number> =>
  new Map(
    estimates.map(({ rule, rules }) => {
      const share = ({ signal, weight }: Ground): number =>
        Math.min(1, (signals.get(signal)?.value ?? 0) * weight)
      return [rule, 1 - rules.reduce((rest, ground) => rest * (1 - share(ground)), 1)]
    }),
  )
