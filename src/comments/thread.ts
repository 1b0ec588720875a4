import type { CommentState } from './comment.ts'

/** A comment as the article page may show it; `text` is null for everything but a published one. */
export type ThreadComment = {
  id: number
  parentId: number | null
  rootId: number
  /** 0 for a root. Beyond `DEEPEST_INDENT` it is shown flat, with "in reply to". */
  depth: number
  printedName: string | null
  /** Set for a comment by the paper's own staff: how the mark reads. */
  staffMark: string | null
  text: string | null
  /** The desk has looked at the links and lets them be links. */
  linksAllowed: boolean
  submittedAt: Date
  state: Extract<CommentState, 'published' | 'removed' | 'withdrawn' | 'held'>
  /** The rule a removed comment broke. */
  ruleId: string | null
  /** When it took the state it is in; printed on tombstones. */
  settledAt: Date
  /** The parent, where the indent no longer shows it. */
  inReplyTo: { id: number; printedName: string | null } | null
}

export type Thread = {
  root: ThreadComment
  replies: ThreadComment[]
  /** Replies that this page leaves to the thread's own page. */
  moreReplies: number
}

/** One page of the conversation under an article, newest thread first. */
export type ConversationPage = {
  threads: Thread[]
  /** Pages are keyed by comment id, never by number: a page's address keeps its comments as new ones arrive. */
  earlierBefore: number | null
  /** False on pages of earlier comments. */
  newest: boolean
  tally: { published: number; rejected: number; removed: number }
}

/** Indents beyond four levels would leave no line on a phone. */
export const DEEPEST_INDENT = 3
export const ROOTS_A_PAGE = 50
/** More than this would let one quarrel push the other readers off the page. */
export const REPLIES_A_THREAD = 10
