import { sql } from 'kysely'
import { withinSections } from '../accounts/section-store.ts'
import type { CommentState } from '../comments/comment.ts'
import type { Db } from '../db/database.ts'
import { likenessOf } from '../triage/likeness.ts'
import { nearKeysOf } from '../triage/near-keys.ts'
import { type Alike, clusterOf, MOST_IN_CLUSTER, nearestOf } from './cluster.ts'
import { withinReach } from './reach-store.ts'

export type Cluster = {
  /** Without the one in hand; the nearest first, at most MOST_IN_CLUSTER. */
  members: Alike[]
  /** There are more than were looked at. */
  more: boolean
}

type Candidate = { commentId: number; text: string }

/** What waits, may be taken by this person and has a key in common with any of these texts. */
async function listCandidates(
  db: Db,
  texts: readonly string[],
  where: { exceptId: number; staffId: number },
): Promise<Candidate[]> {
  const keys = [...new Set(texts.flatMap((text) => nearKeysOf(likenessOf(text))))]
  if (keys.length === 0) return []
  const { rows } = await sql<Candidate>`
    with k as materialized (
      -- Alone, and limited: the planner takes "has a key in common" for one row in eight, and would read whole tables.
      select comment_id, revision_no from near_key
      where keys && ${keys}::int[] and comment_id <> ${where.exceptId} limit ${2 * MOST_IN_CLUSTER}
    )
    select k.comment_id as "commentId", r.text
    from k
    join queue_item q on q.comment_id = k.comment_id
    join comment c on c.id = k.comment_id and c.revision_no = k.revision_no
    join comment_revision r on r.comment_id = k.comment_id and r.revision_no = k.revision_no
    where r.text is not null and ${withinSections(where.staffId, sql`q.article_id`)}
    limit ${MOST_IN_CLUSTER + 1}`.execute(db)
  return rows
}

/**
 * What waits and is like this text. Two look-ups of an index, the second only where the first found something, then each
 * candidate compared: the cost grows with the size of the cluster, not of the queue. `floor` is from 0 to 1.
 */
export async function findCluster(
  db: Db,
  of: { commentId: number; text: string },
  where: { staffId: number; floor: number },
): Promise<Cluster> {
  const reach = { exceptId: of.commentId, staffId: where.staffId }
  const first = await listCandidates(db, [of.text], reach)
  const nearest = nearestOf(of.text, first, where.floor)
  if (nearest.length === 0) return { members: [], more: false }
  const all =
    first.length > MOST_IN_CLUSTER
      ? first
      : await listCandidates(db, [of.text, ...nearest.map((one) => one.text)], reach)
  const members = clusterOf(of.text, nearest, all, where.floor)
  return { members: members.slice(0, MOST_IN_CLUSTER), more: all.length > MOST_IN_CLUSTER }
}

/** For the card: how many, without what they are. `floor` in per cent; nothing for a comment without words. */
export async function countCluster(
  db: Db,
  of: { commentId: number; text: string | null },
  where: { staffId: number; floor: number },
): Promise<{ count: number; more: boolean } | null> {
  const { commentId, text } = of
  if (text === null) return null
  const { members, more } = await findCluster(db, { commentId, text }, { ...where, floor: where.floor / 100 })
  return { count: members.length, more }
}

/** A comment as a row of a list of many that are decided at once. */
export type BulkItem = {
  commentId: number
  revisionNo: number
  printedName: string | null
  text: string
  state: CommentState
  /** A colleague's, whose lease runs; null where it is free or one's own. */
  claimedBy: string | null
  headline: string
}

/** In any order; without what waits no more, has lost its words or stands in another's section. */
export async function listBulkItems(
  db: Db,
  commentIds: readonly number[],
  staffId: number,
  now: Date,
): Promise<BulkItem[]> {
  const { rows } = await sql<BulkItem>`
    select c.id as "commentId", c.revision_no as "revisionNo", c.printed_name as "printedName", r.text, c.state,
      case when s.id <> ${staffId} then s.name end as "claimedBy", ar.headline
    from queue_item q
    join comment c on c.id = q.comment_id
    join comment_revision r on r.comment_id = c.id and r.revision_no = c.revision_no
    join article a on a.id = c.article_id
    join article_revision ar on ar.article_id = a.id and ar.revision_no = a.revision_no
    left join staff s on s.id = q.lease_staff_id and q.lease_until > ${now}
    where q.comment_id = any(${[...commentIds]}::bigint[]) and r.text is not null
      and ${withinSections(staffId, sql`q.article_id`)} and ${withinReach(staffId, sql`q.held_for`)}`.execute(
    db,
  )
  return rows
}

/** Never below this are two comments one cluster; per cent. On record as the paper's. False where it was so already. */
export async function setClusterFloor(
  db: Db,
  floor: number,
  by: { staffId: number },
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    with changed as (
      update publication set cluster_floor = ${floor} where cluster_floor <> ${floor} returning id
    )
    insert into ledger (at, kind, actor, staff_id, value)
    select ${now}::timestamptz, 'paper_changed', 'staff', ${by.staffId}::int, 'publication:cluster_floor' from changed
    returning seq`.execute(db)
  return rows.length > 0
}
