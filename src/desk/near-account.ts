import { shinglesOf, similaritiesTo } from '../triage/shingles.ts'

/** Why two writers may be one person: for a moderator's eyes, with its reason, and never a ground for a decision. */
export type NearReason =
  | { by: 'email' }
  /** `sharedBy`: writers behind that network address within the retention; a school or a mobile network has many. */
  | { by: 'network'; sharedBy: number }
  | { by: 'text'; likeness: number; ownCommentId: number; otherCommentId: number }

export type NearAccount = { commenterId: number; name: string | null; reasons: NearReason[] }

export type Text = { commentId: number; commenterId: number; name: string | null; text: string }

/** Above it a shared network says nothing of one person. */
export const MOST_BEHIND_NETWORK = 5
/** Short phrases are common property: "Well said, I could not agree more." */
const SHORTEST = 60
export const LEAST_LIKENESS = 0.7

/** The nearest pair of texts with each other writer, from `LEAST_LIKENESS` on; longest first read, linear in the pairs. */
export function nearTexts(own: readonly Text[], others: readonly Text[]): NearAccount[] {
  const nearest = new Map<number, NearAccount & { likeness: number }>()
  const mine = own.map((text) => ({ text, shingles: shinglesOf(text.text) }))
  for (const other of others) {
    const theirs = shinglesOf(other.text)
    if (theirs.normalised.length < SHORTEST) continue
    for (const { text, shingles } of mine) {
      if (shingles.normalised.length < SHORTEST) continue
      const [likeness = 0] = similaritiesTo(shingles, [theirs])
      if (likeness < LEAST_LIKENESS || likeness <= (nearest.get(other.commenterId)?.likeness ?? 0)) continue
      nearest.set(other.commenterId, {
        commenterId: other.commenterId,
        name: other.name,
        likeness,
        reasons: [{ by: 'text', likeness, ownCommentId: text.commentId, otherCommentId: other.commentId }],
      })
    }
  }
  return [...nearest.values()].map(({ likeness: _, ...account }) => account)
}

/** One entry for each writer with every reason found; those with more reasons first. */
export function mergeNear(found: readonly NearAccount[]): NearAccount[] {
  const merged = new Map<number, NearAccount>()
  for (const account of found) {
    const known = merged.get(account.commenterId)
    merged.set(
      account.commenterId,
      known
        ? { ...known, name: known.name ?? account.name, reasons: [...known.reasons, ...account.reasons] }
        : account,
    )
  }
  return [...merged.values()].sort(
    (a, b) => b.reasons.length - a.reasons.length || a.commenterId - b.commenterId,
  )
}
