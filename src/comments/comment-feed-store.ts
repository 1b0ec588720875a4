import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import type { CommentState } from './comment.ts'

/** A comment that is or was public, without its words. */
export type ChangedComment = {
  id: number
  parentId: number | null
  state: CommentState
  submittedAt: Date
  publishedAt: Date
  settledAt: Date
}

/** The comments under an article that took their state last: published, taken down, withdrawn, held again. */
export async function listChangedComments(
  db: Db,
  where: { articleId: number; limit: number },
): Promise<ChangedComment[]> {
  const { rows } = await sql<{
    id: number
    parent_id: number | null
    state: CommentState
    submitted_at: Date
    published_at: Date
    settled_at: Date
  }>`
    select id, parent_id, state, submitted_at, published_at, settled_at from comment
    where article_id = ${where.articleId} and published_at is not null
    order by settled_at desc, id desc limit ${where.limit}`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    parentId: row.parent_id,
    state: row.state,
    submittedAt: row.submitted_at,
    publishedAt: row.published_at,
    settledAt: row.settled_at,
  }))
}
