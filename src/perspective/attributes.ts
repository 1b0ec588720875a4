import type { SignalSet } from '../triage/signal.ts'

/** What a client asks to have scored, by the names that Perspective gave them. */
export type Attribute = 'TOXICITY' | 'SEVERE_TOXICITY' | 'IDENTITY_ATTACK' | 'INSULT' | 'PROFANITY' | 'THREAT'

const known: readonly Attribute[] = [
  'TOXICITY',
  'SEVERE_TOXICITY',
  'IDENTITY_ATTACK',
  'INSULT',
  'PROFANITY',
  'THREAT',
]

const byName = new Map<string, Attribute>(
  known.flatMap((attribute) => [
    [attribute, attribute],
    [`${attribute}_EXPERIMENTAL`, attribute],
  ]),
)

/** Every name that can be asked for, the `_EXPERIMENTAL` ones included. */
export const attributeNames: readonly string[] = [...byName.keys()]

export const attributeOf = (name: string): Attribute | undefined => byName.get(name)

/** For each attribute a probability, 0 to 1; null where the engine does not know. */
export type AttributeValues = Record<Attribute, number | null>

/**
 * The attributes as the engine's heads answer them. Five are a head each; SEVERE_TOXICITY is derived, since no pool
 * labels it (docs/perspective.md). A value that is no number is unknown, never a score.
 */
export function attributeValues({ signals }: Pick<SignalSet, 'signals'>): AttributeValues {
  const head = (name: string): number | null => {
    const value = signals.find((signal) => signal.name === `model.${name}`)?.value ?? null
    return value === null || !Number.isFinite(value) ? null : Math.min(1, Math.max(0, value))
  }
  const values = {
    TOXICITY: head('toxic'),
    IDENTITY_ATTACK: head('identity'),
    INSULT: head('insult'),
    PROFANITY: head('obscene'),
    THREAT: head('threat'),
  }
  return { ...values, SEVERE_TOXICITY: severe(values) }
}

/**
 * Toxic, and besides a threat, hatred of a group, or an insult in obscene words: the three as independent chances, as
 * everywhere in the engine. An oath that insults nobody and a polite insult stay mild; it is never above TOXICITY.
 */
function severe(values: Omit<AttributeValues, 'SEVERE_TOXICITY'>): number | null {
  const {
    TOXICITY: toxic,
    THREAT: threat,
    IDENTITY_ATTACK: identity,
    INSULT: insult,
    PROFANITY: obscene,
  } = values
  if (toxic === null || threat === null || identity === null || insult === null || obscene === null)
    return null
  return toxic * (1 - (1 - threat) * (1 - identity) * (1 - insult * obscene))
}
