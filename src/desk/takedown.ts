import type { CommentState } from '../comments/comment.ts'

/** How much goes at once (S13: any or all comments, at any time). */
export const takedownScopes = ['comment', 'thread', 'commenter', 'article', 'everything'] as const
export type TakedownScope = (typeof takedownScopes)[number]

export type TakedownOrder = {
  scope: TakedownScope
  /** The comment it starts from; for an article its id; null for everything. */
  scopeId: number | null
  ruleId: string
  /** What the person who ordered it typed as the number of comments; checked for the two largest scopes. */
  typedCount: number | null
}

export type TakedownRefusal =
  | { code: 'rule_missing' }
  | { code: 'rule_unknown'; ruleId: string }
  | { code: 'nothing_to_take_down' }
  | { code: 'count_differs'; count: number }
  | { code: 'batch_not_found' }
  | { code: 'already_reversed' }
  | { code: 'comment_not_found' }
  | { code: 'section_not_yours' }
  | { code: 'comment_cannot'; act: 'remove'; state: CommentState }

/** Above this reach a slip of the hand would empty a page: the number is typed as well. */
export const needsTypedCount = (scope: TakedownScope): boolean =>
  scope === 'article' || scope === 'everything'

export type TakedownBatch = {
  id: number
  scope: TakedownScope
  ruleId: string | null
  staffName: string
  decidedAt: Date
  commentCount: number
  reverses: number | null
  reversedBy: number | null
  /** What it was taken for, in words: an article's headline or a commenter's name. */
  about: string | null
}
