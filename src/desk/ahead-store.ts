import { sql } from 'kysely'
import { type Db, PREPARED } from '../db/database.ts'
import { after, seconds } from '../lib/clock.ts'
import { LEASE_SECONDS } from './decision.ts'

/** Cards that lie ready behind the one in hand: the next, and one more for whoever presses twice. */
export const CARDS_AHEAD = 2

export type Held = { commentId: number; fence: number }

/**
 * Renews what a page says it holds, and notes which of them is shown; those it names that are no longer this person's are
 * missing from the answer.
 */
export async function renewAhead(
  db: Db,
  page: { hand: Held | null; ahead: readonly Held[] },
  staffId: number,
  now: Date,
): Promise<number[]> {
  const held = page.hand ? [page.hand, ...page.ahead] : page.ahead
  if (held.length === 0) return []
  const { rows } = await sql<{ comment_id: number }>`${sql.raw(PREPARED)}
    update queue_item q set lease_until = ${after(now, seconds(LEASE_SECONDS))},
      ahead = q.comment_id is distinct from ${page.hand?.commentId ?? null}::bigint
    from unnest(${held.map((one) => one.commentId)}::bigint[], ${held.map((one) => one.fence)}::bigint[])
      as asked (comment_id, fence)
    where q.comment_id = asked.comment_id and q.fence = asked.fence and q.lease_staff_id = ${staffId}
    returning q.comment_id`.execute(db)
  return rows.map((row) => row.comment_id)
}
