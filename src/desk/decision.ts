import { type CommentAct, type CommentState, statesFor } from '../comments/comment.ts'
import type { Span } from '../comments/evidence.ts'

/** What the desk can decide. Each is an act of the one table of what may happen to a comment. */
export const decisionActs = ['publish', 'keep', 'reject', 'hold', 'remove', 'restore'] as const
export type DecisionAct = (typeof decisionActs)[number] & CommentAct

export type LedgerKindOfAct = `comment_${'published' | 'kept' | 'rejected' | 'held' | 'removed' | 'restored'}`

type ActFacts = {
  to: CommentState
  /** Refusals and take-downs cite a rule. */
  needsRule: boolean
  /** What the act answers to those who reported the comment. */
  answersReports: 'upheld' | 'dismissed' | null
  /** The letter that goes to the commenter, after the delay in which an undo stops it. */
  letter: 'published' | 'rejected' | 'removed' | 'restored' | null
  entry: LedgerKindOfAct
}

const facts: Record<Exclude<DecisionAct, 'restore'>, ActFacts> = {
  publish: {
    to: 'published',
    needsRule: false,
    answersReports: 'dismissed',
    letter: 'published',
    entry: 'comment_published',
  },
  keep: {
    to: 'published',
    needsRule: false,
    answersReports: 'dismissed',
    letter: null,
    entry: 'comment_kept',
  },
  reject: {
    to: 'rejected',
    needsRule: true,
    answersReports: 'upheld',
    letter: 'rejected',
    entry: 'comment_rejected',
  },
  hold: { to: 'held', needsRule: false, answersReports: null, letter: null, entry: 'comment_held' },
  remove: {
    to: 'removed',
    needsRule: true,
    answersReports: 'upheld',
    letter: 'removed',
    entry: 'comment_removed',
  },
}

/** Restoring has no form of its own: it is always the reversal of the decision that took the comment away. */
export type FreshAct = Exclude<DecisionAct, 'restore'>
export const freshActs = Object.keys(facts) as FreshAct[]
export const factsOf = (act: FreshAct): ActFacts => facts[act]

export const entryOf = (act: DecisionAct): LedgerKindOfAct =>
  act === 'restore' ? 'comment_restored' : facts[act].entry

export type DecisionOrder = {
  commentId: number
  act: FreshAct
  ruleId: string | null
  /** Added to the letter, for the commenter's eyes. */
  words: string
  /** The claim it was decided under; null for an act on a comment that is not in the queue. */
  fence: number | null
  /** Which words it goes by, in the text of the revision that was read. */
  evidence?: readonly Span[]
  /** The revision that was on the card: what has changed since is shown to whoever lost the claim. */
  revisionSeen?: number | null
}

export type DecisionRefusal =
  | { code: 'rule_missing' }
  | { code: 'rule_unknown'; ruleId: string }
  | { code: 'words_too_long'; longest: number }
  | { code: 'evidence_astray' }
  | { code: 'claim_lost'; what: LatestDecision | null; claimedBy: string | null; reworded?: boolean }
  | { code: 'comment_cannot'; act: CommentAct; state: CommentState }
  | { code: 'comment_not_found' }
  | { code: 'decision_not_found' }
  | { code: 'already_reversed' }
  | { code: 'decided_since' }
  | { code: 'not_yours' }
  | { code: 'section_not_yours' }

export type LatestDecision = {
  decisionId: number
  act: DecisionAct
  ruleId: string | null
  staffId: number | null
  staffName: string | null
  decidedAt: Date
  reversal: boolean
}

export const LONGEST_WORDS = 2_000

/** Checks an order before it reaches the database; what only the database knows is checked there, in one statement. */
export function checkOrder(order: DecisionOrder, ruleIds: readonly string[]): DecisionRefusal | undefined {
  if (facts[order.act].needsRule && order.ruleId === null) return { code: 'rule_missing' }
  if (order.ruleId !== null && !ruleIds.includes(order.ruleId))
    return { code: 'rule_unknown', ruleId: order.ruleId }
  if (order.words.length > LONGEST_WORDS) return { code: 'words_too_long', longest: LONGEST_WORDS }
  return undefined
}

/** The states an order may find its comment in. */
export const statesBefore = (act: FreshAct): readonly CommentState[] => statesFor(act)

/**
 * What reversing a decision is called: the act that leads back. A reversal of a reversal takes the comment away again,
 * under the rule it was first taken away for.
 */
export function reversalOf(decision: { act: DecisionAct; fromState: CommentState }): DecisionAct {
  switch (decision.act) {
    case 'publish':
      return 'hold'
    case 'keep':
      return 'keep'
    case 'hold':
      return 'publish'
    case 'reject':
    case 'remove':
      return 'restore'
    case 'restore':
      return decision.fromState === 'removed' ? 'remove' : 'reject'
  }
}

/** Letters wait this long, so that an undo stops them; the page changes at once. */
export const UNDO_SECONDS = 10
/** A claim lapses this long after its holder was last seen. */
export const LEASE_SECONDS = 90
/** Of a claim whose page has gone: time for the same card, drawn again by a reload, to say that it is there. */
export const LEAVE_SECONDS = 3
