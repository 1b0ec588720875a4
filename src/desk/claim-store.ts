import { sql } from 'kysely'
import { withinSections } from '../accounts/section-store.ts'
import { type Db, PREPARED } from '../db/database.ts'
import { after, seconds } from '../lib/clock.ts'
import { LEASE_SECONDS, LEAVE_SECONDS } from './decision.ts'
import { withinReach } from './reach-store.ts'

export type Claim = { commentId: number; fence: number; leaseUntil: Date }
export type QueueReason = 'held' | 'reported' | 'post'

type ClaimRow = { comment_id: number; fence: number; lease_until: Date }
const claimFromRow = (row: ClaimRow): Claim => ({
  commentId: row.comment_id,
  fence: row.fence,
  leaseUntil: row.lease_until,
})

/**
 * The card this person already holds, with its lease renewed: a reload shows the same card under the same fence. Without
 * one, the first of those loaded ahead is in hand from now on.
 */
export async function resumeClaim(db: Db, staffId: number, now: Date): Promise<Claim | undefined> {
  const { rows } = await sql<ClaimRow>`
    update queue_item set lease_until = ${after(now, seconds(LEASE_SECONDS))}, ahead = false
    where comment_id = (
      select comment_id from queue_item where lease_staff_id = ${staffId} and lease_until > ${now}
      order by ahead, case when ahead then fence end, lease_until desc limit 1 for update)
    returning comment_id, fence, lease_until`.execute(db)
  return rows[0] && claimFromRow(rows[0])
}

export type ClaimNext = {
  staffId: number
  reason: QueueReason | null
  afterId: number | null
  /** Loaded for a later key press, not shown yet. */
  ahead?: boolean
  /** Passed over a moment ago, in this sitting. */
  except?: readonly number[]
}

/**
 * Lease and fence in one statement: SKIP LOCKED passes over what another moderator is taking at this moment, so two
 * can never hold one comment. `afterId` goes on behind a card that was passed over.
 */
export async function claimNext(db: Db, where: ClaimNext, now: Date): Promise<Claim | undefined> {
  const reason = where.reason === null ? sql`` : sql`and reason = ${where.reason}`
  const behind =
    where.afterId === null
      ? sql``
      : sql`and (turn, comment_id) > (select turn, comment_id from queue_item where comment_id = ${where.afterId})`
  const others = where.except?.length ? sql`and comment_id <> all(${where.except}::bigint[])` : sql``
  const { rows } = await sql<ClaimRow>`${sql.raw(PREPARED)}
    update queue_item set lease_staff_id = ${where.staffId}, lease_until = ${after(now, seconds(LEASE_SECONDS))},
      fence = nextval('claim_fence_seq'), ahead = ${where.ahead ?? false}
    where comment_id = (
      select comment_id from queue_item
      where (lease_until is null or lease_until <= ${now}) ${reason} ${behind} ${others}
        and ${withinSections(where.staffId, sql`queue_item.article_id`)}
        and ${withinReach(where.staffId, sql`queue_item.held_for`)}
      order by turn, comment_id limit 1 for update skip locked)
    returning comment_id, fence, lease_until`.execute(db)
  return rows[0] && claimFromRow(rows[0])
}

/** One comment by choice; undefined when somebody else has it in hand or it no longer waits. */
export async function claimComment(
  db: Db,
  commentId: number,
  staffId: number,
  now: Date,
): Promise<Claim | undefined> {
  const { rows } = await sql<ClaimRow>`
    update queue_item set lease_staff_id = ${staffId}, lease_until = ${after(now, seconds(LEASE_SECONDS))}, ahead = false,
      fence = case when lease_staff_id = ${staffId} and lease_until > ${now} then fence
        else nextval('claim_fence_seq') end
    where comment_id = ${commentId}
      and (lease_until is null or lease_until <= ${now} or lease_staff_id = ${staffId})
      and ${withinSections(staffId, sql`queue_item.article_id`)}
      and ${withinReach(staffId, sql`queue_item.held_for`)}
    returning comment_id, fence, lease_until`.execute(db)
  return rows[0] && claimFromRow(rows[0])
}

/** Presence: the open card says every 30 s that its holder is still there. */
export async function renewClaim(
  db: Db,
  claim: { commentId: number; fence: number; staffId: number },
  now: Date,
): Promise<Date | undefined> {
  const { rows } = await sql<{ lease_until: Date }>`
    update queue_item set lease_until = ${after(now, seconds(LEASE_SECONDS))}, ahead = false
    where comment_id = ${claim.commentId} and fence = ${claim.fence} and lease_staff_id = ${claim.staffId}
    returning lease_until`.execute(db)
  return rows[0]?.lease_until
}

/**
 * The page that held it has gone. Nobody can tell a closed tab from a reload that has already drawn the same card
 * again, so the lease ends in a moment instead of now; the card that is still open renews it.
 */
export async function leaveClaim(
  db: Db,
  claim: { commentId: number; fence: number; staffId: number },
  now: Date,
): Promise<void> {
  await sql`
    update queue_item set lease_until = least(lease_until, ${after(now, seconds(LEAVE_SECONDS))})
    where comment_id = ${claim.commentId} and fence = ${claim.fence} and lease_staff_id = ${claim.staffId}`.execute(
    db,
  )
}

export async function releaseClaim(
  db: Db,
  claim: { commentId: number; fence: number; staffId: number },
): Promise<void> {
  await sql`
    update queue_item set lease_staff_id = null, lease_until = null
    where comment_id = ${claim.commentId} and fence = ${claim.fence} and lease_staff_id = ${claim.staffId}`.execute(
    db,
  )
}

/** All that this person holds but one: whoever takes another gives the first back, and what was loaded behind it. */
export async function releaseOthers(
  db: Db,
  where: { staffId: number; exceptId: number | null },
): Promise<void> {
  await sql`
    update queue_item set lease_staff_id = null, lease_until = null, ahead = false
    where lease_staff_id = ${where.staffId} and comment_id is distinct from ${where.exceptId}::bigint`.execute(
    db,
  )
}
