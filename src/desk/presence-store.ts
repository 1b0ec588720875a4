import { sql } from 'kysely'
import { withinSections } from '../accounts/section-store.ts'
import { type Db, PREPARED } from '../db/database.ts'
import { withinReach } from './reach-store.ts'

/** Who is on one of the comments that a page shows; `name` null where it waits and nobody has it. */
export type Presence = { commentId: number; name: string | null; mine: boolean }

/**
 * Of the comments asked for, those that still wait, with whoever holds them now. What is missing has been decided, or is
 * none of this person's. Each by its key, so that it costs the same however long the queue is.
 */
export async function listPresence(
  db: Db,
  where: { commentIds: readonly number[]; staffId: number },
  now: Date,
): Promise<Presence[]> {
  const { rows } = await sql<Presence>`${sql.raw(PREPARED)}
    select q.comment_id as "commentId", s.name, coalesce(s.id = ${where.staffId}, false) as mine
    from queue_item q
    left join staff s on s.id = q.lease_staff_id and q.lease_until > ${now}
    where q.comment_id = any(${where.commentIds}::bigint[])
      and ${withinSections(where.staffId, sql`q.article_id`)} and ${withinReach(where.staffId, sql`q.held_for`)}`.execute(
    db,
  )
  return rows
}
