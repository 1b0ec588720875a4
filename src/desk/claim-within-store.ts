import { sql } from 'kysely'
import { withinSections } from '../accounts/section-store.ts'
import type { Db } from '../db/database.ts'
import { after, seconds } from '../lib/clock.ts'
import { ok, type Result } from '../lib/result.ts'
import type { Claim } from './claim-store.ts'
import { LEASE_SECONDS } from './decision.ts'
import { withinReach } from './reach-store.ts'
import type { Budget, SearchRefusal } from './search-sql-store.ts'
import { findWaiting, type Searcher } from './search-store.ts'

/** So many at once that colleagues who take from the same queue at this moment do not leave us without one. */
const CANDIDATES = 20

/**
 * The next waiting comment that answers a query, with lease and fence, behind `afterId`; undefined where none does. Found
 * first and claimed then, in one statement as every claim is: what a colleague took in between is passed over.
 */
export async function claimNextWithin(
  db: Db,
  where: Searcher & { afterId: number | null; ahead?: boolean; except?: readonly number[] },
  now: Date,
  budget: Budget,
): Promise<Result<Claim | undefined, SearchRefusal>> {
  const found = await findWaiting(
    db,
    { ...where, after: where.afterId, limit: CANDIDATES, freeAt: now },
    budget,
  )
  if (!found.ok) return found
  const ids = found.value.ids.filter((id) => !where.except?.includes(id))
  const { rows } = await sql<{ comment_id: number; fence: number; lease_until: Date }>`
    update queue_item set lease_staff_id = ${where.staffId}, lease_until = ${after(now, seconds(LEASE_SECONDS))},
      fence = nextval('claim_fence_seq'), ahead = ${where.ahead ?? false}
    where comment_id = (
      select comment_id from queue_item
      where comment_id = any(${ids}::bigint[]) and (lease_until is null or lease_until <= ${now})
        and ${withinSections(where.staffId, sql`queue_item.article_id`)}
        and ${withinReach(where.staffId, sql`queue_item.held_for`)}
      order by turn, comment_id limit 1 for update skip locked)
    returning comment_id, fence, lease_until`.execute(db)
  const [row] = rows
  return ok(row && { commentId: row.comment_id, fence: row.fence, leaseUntil: row.lease_until })
}
