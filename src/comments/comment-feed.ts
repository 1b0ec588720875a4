import type { Db } from '../db/database.ts'
import { type ChangedComment, listChangedComments } from './comment-feed-store.ts'
import { hydrateWords, type Words } from './conversation-store.ts'

/** What a feed says of a comment: its words while it is public, afterwards that it is gone and since when. */
export type CommentEntry =
  | {
      kind: 'public'
      id: number
      parentId: number | null
      printedName: string | null
      staff: boolean
      text: string
      submittedAt: Date
      publishedAt: Date
    }
  | { kind: 'gone'; id: number; at: Date }

/** The newest changes: a program that asks again hears of every take-down among them. */
export async function readCommentFeed(db: Db, articleId: number, limit: number): Promise<CommentEntry[]> {
  const changed = await listChangedComments(db, { articleId, limit })
  const words = await hydrateWords(
    db,
    changed.map(({ id }) => id),
  )
  return changed.map((comment) => entryOf(comment, words))
}

/**
 * Words only of a comment that both reads found public: one taken down between them is gone. Held again is gone as well,
 * since nobody should read on in a copy what the page no longer shows.
 */
export function entryOf(comment: ChangedComment, words: Words): CommentEntry {
  const said = comment.state === 'published' ? words.get(comment.id) : undefined
  if (typeof said?.text !== 'string') return { kind: 'gone', id: comment.id, at: comment.settledAt }
  return {
    kind: 'public',
    id: comment.id,
    parentId: comment.parentId,
    printedName: said.printedName,
    staff: said.staffMark !== null,
    text: said.text,
    submittedAt: comment.submittedAt,
    publishedAt: comment.publishedAt,
  }
}
