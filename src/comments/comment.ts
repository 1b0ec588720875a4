/** Where a comment stands. `unconfirmed`: its e-mail address has not been confirmed, so the desk does not see it. */
export const commentStates = ['unconfirmed', 'held', 'published', 'rejected', 'removed', 'withdrawn'] as const
export type CommentState = (typeof commentStates)[number]

/**
 * The one statement of what may happen to a comment. Text is never edited by the desk: it is published or removed
 * whole, since the safe harbours for hosts hang on that.
 */
const allowed = {
  confirm: ['unconfirmed'],
  publish: ['held'],
  /** The desk looked at a public comment, after a report or in post-moderation, and leaves it up. */
  keep: ['published'],
  reject: ['held'],
  /** Once, with a new revision. */
  resend: ['rejected'],
  withdraw: ['unconfirmed', 'held', 'published'],
  hold: ['published'],
  remove: ['published'],
  /** Not 'withdrawn': its commenter took it back, and no desk order undoes that. */
  restore: ['removed', 'rejected'],
  reply: ['published'],
  report: ['published'],
  allow_links: ['held', 'published'],
} as const satisfies Record<string, readonly CommentState[]>

export type CommentAct = keyof typeof allowed
export const commentActs = Object.keys(allowed) as CommentAct[]

export function commentCan(act: CommentAct, comment: { state: CommentState }): boolean {
  return (allowed[act] as readonly CommentState[]).includes(comment.state)
}

/** The states in which an act is allowed, for a statement that must check and change in one step. */
export const statesFor = (act: CommentAct): readonly CommentState[] => allowed[act]
