import type { CommentState } from '../comments/comment.ts'

/** What becomes of many chosen comments at once: the same two answers as on the card. */
export const bulkActs = ['publish', 'refuse'] as const
export type BulkAct = (typeof bulkActs)[number]

/** The most in one batch: what a page can list and a person can look over. */
export const MOST_AT_ONCE = 1_000

/** A comment as it was read: decided only in that revision. */
export type Chosen = { commentId: number; revisionNo: number }

export type BulkOrder = {
  act: BulkAct
  ruleId: string | null
  chosen: readonly Chosen[]
  /** What was typed as the number of comments; null for what is no number. */
  typedCount: number | null
}

export type BulkRefusal =
  | { code: 'bulk_act_missing' }
  | { code: 'rule_missing' }
  | { code: 'rule_unknown'; ruleId: string }
  | { code: 'none_chosen' }
  | { code: 'too_many_chosen'; most: number }
  | { code: 'chosen_differ'; count: number }
  | { code: 'none_to_decide' }
  | { code: 'bulk_not_found' }
  | { code: 'already_reversed' }
  | { code: 'decided_since' }
  | { code: 'section_not_yours' }
  | { code: 'not_yours' }

/** Why a chosen comment was left out of the batch. */
export type LeftOut =
  | { commentId: number; why: 'in_hand'; by: string }
  | { commentId: number; why: 'moved_on' }

/** A batch over chosen comments, as it stands on record. */
export type BulkBatch = {
  id: number
  act: BulkAct
  ruleId: string | null
  staffId: number
  staffName: string
  decidedAt: Date
  commentCount: number
  /** The batch that this one undid, and the one that undid it. */
  reverses: number | null
  reversedBy: number | null
}

/** Checks an order before it reaches the database. A slip of the hand types no three digits. */
export function checkBulk(order: BulkOrder, ruleIds: readonly string[]): BulkRefusal | undefined {
  if (order.act === 'refuse' && order.ruleId === null) return { code: 'rule_missing' }
  if (order.ruleId !== null && !ruleIds.includes(order.ruleId))
    return { code: 'rule_unknown', ruleId: order.ruleId }
  if (order.chosen.length === 0) return { code: 'none_chosen' }
  if (order.chosen.length > MOST_AT_ONCE) return { code: 'too_many_chosen', most: MOST_AT_ONCE }
  if (order.typedCount !== order.chosen.length) return { code: 'chosen_differ', count: order.chosen.length }
  return undefined
}

/** Held ones are published or refused; public ones that wait are kept up or taken down. */
export const statesOfBulk: readonly CommentState[] = ['held', 'published']
