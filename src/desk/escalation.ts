import { createHash } from 'node:crypto'

/** Whom a comment can be handed up to, and back. */
export const escalationTargets = ['senior', 'legal', 'everyone'] as const
export type EscalationTarget = (typeof escalationTargets)[number]

export const isEscalationTarget = (text: string): text is EscalationTarget =>
  (escalationTargets as readonly string[]).includes(text)

export const LONGEST_NOTE = 1_000

export type EscalationRefusal =
  | { code: 'escalation_unknown' }
  | { code: 'reason_missing' }
  | { code: 'note_too_long'; longest: number }

/** Why it goes up is asked for: whoever takes it begins with that. Sent back, the decision says enough. */
export function checkEscalation(order: { to: string; note: string }): EscalationRefusal | undefined {
  if (!isEscalationTarget(order.to)) return { code: 'escalation_unknown' }
  if (order.to !== 'everyone' && order.note === '') return { code: 'reason_missing' }
  if (order.note.length > LONGEST_NOTE) return { code: 'note_too_long', longest: LONGEST_NOTE }
  return undefined
}

/**
 * SHA-256 of what was frozen, over its JSON with the keys in order: the database keeps no order of its own, and a copy
 * read back must give the same hash.
 */
export const hashOfFrozen = (frozen: unknown): Buffer =>
  createHash('sha256')
    .update(JSON.stringify(inOrder(frozen)))
    .digest()

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, inOrder(inner)]),
  )
}
