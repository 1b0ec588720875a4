import { sql } from 'kysely'
import { withinSections } from '../accounts/section-store.ts'
import { type Db, inTransaction } from '../db/database.ts'
import { after, seconds } from '../lib/clock.ts'
import { ok, type Result, refused } from '../lib/result.ts'
import { type BulkBatch, type BulkOrder, type BulkRefusal, type LeftOut, statesOfBulk } from './bulk.ts'
import { UNDO_SECONDS } from './decision.ts'
import { type Decider, isUniqueViolation } from './decision-store.ts'
import { withinReach } from './reach-store.ts'
import { rulingStatement } from './ruling.ts'
import { superseded } from './superseded-store.ts'

export type BulkDone = { batchId: number; count: number; articleIds: number[] }
export type BulkDecided = BulkDone & { leftOut: LeftOut[] }

/** Comments, then their places in the queue, each in the order of ids: as everything that locks both does. */
async function lockAll(tx: Db, ids: readonly number[]): Promise<void> {
  await sql`select id from comment where id = any(${[...ids]}::bigint[]) order by id for update`.execute(tx)
  // Whoever would claim one now passes over it, or waits and finds it gone.
  await sql`
    select comment_id from queue_item where comment_id = any(${[...ids]}::bigint[]) order by comment_id for update`.execute(
    tx,
  )
}

/**
 * Chosen comments that wait, decided in one statement as one batch that is undone as one; `order` has passed
 * `checkBulk`. What a colleague holds, what has moved on and what has other words by now is left out and named; a single
 * decision that comes at the same moment is before or behind it, never both.
 */
export async function decideChosen(
  db: Db,
  order: BulkOrder,
  by: Decider,
  now: Date,
): Promise<Result<BulkDecided, BulkRefusal>> {
  const ids = order.chosen.map((one) => one.commentId)
  const revisions = order.chosen.map((one) => one.revisionNo)
  return inTransaction(db, async (tx) => {
    await lockAll(tx, ids)
    const { rows } = await rulingStatement({
      targets: sql`
        select c.id, c.article_id, c.revision_no, c.commenter_id, c.state as from_state,
          c.published_at as from_published_at, c.settled_at as from_settled_at, c.rule_id as from_rule_id,
          q.reason as from_queue_reason, q.priority as from_queue_priority, q.entered_at as from_queue_entered_at,
          ${becomes(order, now)}
        from unnest(${ids}::bigint[], ${revisions}::int[]) as chosen (id, revision_no)
        join comment c on c.id = chosen.id and c.revision_no = chosen.revision_no
        join queue_item q on q.comment_id = c.id
        where c.state = any(${[...statesOfBulk]}::text[])
          and (q.lease_staff_id is null or q.lease_staff_id = ${by.staffId} or q.lease_until <= ${now})
          and ${withinSections(by.staffId, sql`c.article_id`)} and ${withinReach(by.staffId, sql`q.held_for`)}
        order by c.id`,
      before: sql`, batch as (
        insert into decision_batch (scope, act, rule_id, staff_id, decided_at, comment_count)
        select 'chosen', ${order.act}, ${ruleOf(order)}::text, ${by.staffId}, ${now}, count(*) from target
        having count(*) > 0 returning id)`,
      act:
        order.act === 'publish'
          ? sql`case t.from_state when 'held' then 'publish' else 'keep' end`
          : sql`case t.from_state when 'held' then 'reject' else 'remove' end`,
      ruleId: sql`${ruleOf(order)}::text`,
      decider: 'staff',
      staffId: by.staffId,
      policyVersion: by.policyVersion,
      batchId: sql`(select id from batch)`,
      entry: sql`case d.act when 'publish' then 'comment_published' when 'keep' then 'comment_kept'
        when 'reject' then 'comment_rejected' else 'comment_removed' end`,
      reports: order.act === 'publish' ? 'dismissed' : 'upheld',
      letters: lettersFor(now),
      moreEntries: batchEntry('comments_decided', order.ruleId, null, by, now),
      sendAfter: after(now, seconds(UNDO_SECONDS)),
      now,
    }).execute(tx)
    const done = await doneIn(tx, rows)
    if (!done) return refused({ code: 'none_to_decide' })
    const decided = new Set(rows.map((row) => row.comment_id))
    const left = ids.filter((id) => !decided.has(id))
    return ok({ ...done, leftOut: await listLeftOut(tx, left, by.staffId, now) })
  })
}

const ruleOf = (order: BulkOrder): string | null => (order.act === 'refuse' ? order.ruleId : null)

function becomes(order: BulkOrder, now: Date) {
  const nowhere = sql`null::text as to_queue_reason, null::int as to_queue_priority,
    null::timestamptz as to_queue_entered_at, null::bigint as reverses`
  return order.act === 'publish'
    ? sql`'published' as to_state, coalesce(c.published_at, ${now}) as to_published_at,
        case c.state when 'held' then ${now}::timestamptz else c.settled_at end as to_settled_at,
        null::text as to_rule_id, ${nowhere}`
    : sql`case c.state when 'held' then 'rejected' else 'removed' end as to_state, c.published_at as to_published_at,
        ${now}::timestamptz as to_settled_at, ${order.ruleId}::text as to_rule_id, ${nowhere}`
}

/** One letter to each writer, whichever number of comments it is about: a raid has few addresses. */
const lettersFor = (now: Date) => sql`, overtaken as (
    update letter l set cancelled_at = ${now} from target t join decided d on d.comment_id = t.id
    where l.comment_id = t.id and l.sent_at is null and l.cancelled_at is null and l.commenter_id is not null
      and d.act <> 'keep'
  ), letters as (
    insert into letter (kind, commenter_id, comment_id, decision_id, batch_id, created_at, send_after)
    select case d.act when 'publish' then 'published' when 'reject' then 'rejected' else 'removed' end
        || case when count(*) = 1 then '' else '_many' end, t.commenter_id,
      case when count(*) = 1 then min(t.id) end, case when count(*) = 1 then min(d.id) end,
      (select id from batch), ${now}, ${after(now, seconds(UNDO_SECONDS))}
    from target t join decided d on d.comment_id = t.id
    where t.commenter_id is not null and d.act <> 'keep' group by t.commenter_id, d.act)`

const batchEntry = (
  kind: string,
  ruleId: string | null,
  reverses: number | null,
  by: Decider,
  now: Date,
) => sql`
    union all
    select ${now}::timestamptz, ${kind}, 'staff', ${by.staffId}::int, null::int, null::bigint, null::int, null::bigint,
      null::bigint, b.id, ${reverses}::bigint, ${ruleId}::text, ${by.policyVersion} from batch b`

async function doneIn(tx: Db, rows: { id: number; article_id: number }[]): Promise<BulkDone | undefined> {
  const first = rows[0]
  if (!first) return undefined
  const { rows: found } = await sql<{ batch_id: number }>`
    select batch_id from decision where id = ${first.id}`.execute(tx)
  return {
    batchId: found[0]?.batch_id ?? 0,
    count: rows.length,
    articleIds: [...new Set(rows.map((row) => row.article_id))],
  }
}

/** Of what stands in another's section nothing is said but that it moved on. */
async function listLeftOut(db: Db, ids: readonly number[], staffId: number, now: Date): Promise<LeftOut[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: number; holder: string }>`
    select q.comment_id as id, s.name as holder from queue_item q join staff s on s.id = q.lease_staff_id
    where q.comment_id = any(${[...ids]}::bigint[]) and q.lease_until > ${now} and s.id <> ${staffId}
      and ${withinSections(staffId, sql`q.article_id`)} and ${withinReach(staffId, sql`q.held_for`)}`.execute(
    db,
  )
  const holders = new Map(rows.map((row) => [row.id, row.holder]))
  return ids.map((commentId) => {
    const by = holders.get(commentId)
    return by === undefined ? { commentId, why: 'moved_on' } : { commentId, why: 'in_hand', by }
  })
}

/**
 * Undoes a whole batch in one step, except what was decided anew or taken back by its commenter since. Letters still
 * waiting are stopped; whoever was told of a refusal is told that it no longer holds.
 */
export async function reverseChosen(
  db: Db,
  order: { batchId: number; mayReverseOthers: boolean },
  by: Decider,
  now: Date,
): Promise<Result<BulkDone, BulkRefusal>> {
  return inTransaction(db, async (tx) => {
    const batch = await findBulkBatch(tx, order.batchId)
    if (!batch || batch.reverses !== null) return refused({ code: 'bulk_not_found' })
    // A batch is undone whole or not at all.
    if (await reachesBeyond(tx, batch.id, by.staffId)) return refused({ code: 'section_not_yours' })
    if (batch.reversedBy !== null) return refused({ code: 'already_reversed' })
    if (batch.staffId !== by.staffId && !order.mayReverseOthers) return refused({ code: 'not_yours' })
    const told = await listTold(tx, batch.id)
    const { rows } = await rulingStatement({
      targets: sql`
        select c.id, c.article_id, c.revision_no, c.commenter_id, c.state as from_state,
          c.published_at as from_published_at, c.settled_at as from_settled_at, c.rule_id as from_rule_id,
          q.reason as from_queue_reason, q.priority as from_queue_priority, q.entered_at as from_queue_entered_at,
          d.from_state as to_state, d.from_published_at as to_published_at, d.from_settled_at as to_settled_at,
          d.from_rule_id as to_rule_id, d.from_queue_reason as to_queue_reason,
          d.from_queue_priority as to_queue_priority, d.from_queue_entered_at as to_queue_entered_at,
          d.id as reverses, d.act as undone
        from decision d join comment c on c.id = d.comment_id left join queue_item q on q.comment_id = c.id
        where d.batch_id = ${batch.id} and c.state = d.to_state and not ${superseded}
        order by c.id for update of c`,
      before: sql`, batch as (
        insert into decision_batch (scope, act, staff_id, decided_at, comment_count, reverses)
        select 'chosen', ${batch.act}, ${by.staffId}, ${now}, count(*), ${batch.id} from target
        having count(*) > 0 returning id)`,
      act: sql`case t.undone when 'publish' then 'hold' when 'keep' then 'keep' else 'restore' end`,
      ruleId: sql`null::text`,
      decider: 'staff',
      staffId: by.staffId,
      policyVersion: by.policyVersion,
      batchId: sql`(select id from batch)`,
      entry: sql`case d.act when 'hold' then 'comment_held' when 'keep' then 'comment_kept'
        else 'comment_restored' end`,
      reports: 'reopen',
      letters: sql`, unsent as (
        update letter l set cancelled_at = ${now}
        where l.batch_id = ${batch.id} and l.sent_at is null and l.cancelled_at is null
      ), letters as (
        insert into letter (kind, commenter_id, comment_id, decision_id, batch_id, created_at, send_after)
        select case when count(*) = 1 then 'restored' else 'restored_many' end, t.commenter_id,
          case when count(*) = 1 then min(t.id) end, case when count(*) = 1 then min(d.id) end,
          (select id from batch), ${now}, ${after(now, seconds(UNDO_SECONDS))}
        from target t join decided d on d.comment_id = t.id
        where d.act = 'restore' and t.commenter_id = any(${told}::bigint[]) group by t.commenter_id)`,
      moreEntries: batchEntry('comments_reversed', null, batch.id, by, now),
      sendAfter: now,
      now,
    }).execute(tx)
    const done = await doneIn(tx, rows)
    return done ? ok(done) : refused({ code: 'decided_since' })
  }).catch((error: unknown) => {
    // Two people pressed undo at once: `reverses` is unique, the second finds it done.
    if (isUniqueViolation(error)) return refused({ code: 'already_reversed' })
    throw error
  })
}

async function reachesBeyond(tx: Db, batchId: number, staffId: number): Promise<boolean> {
  const { rows } = await sql<{ beyond: boolean }>`
    select exists (select 1 from decision d where d.batch_id = ${batchId}
      and not ${withinSections(staffId, sql`d.article_id`)}) as beyond`.execute(tx)
  return rows[0]?.beyond ?? true
}

/** To whom a letter about the batch has gone; locks the letters, so that one being sent at this moment counts as sent. */
async function listTold(tx: Db, batchId: number): Promise<number[]> {
  const { rows } = await sql<{ commenter_id: number; sent: boolean }>`
    select commenter_id, sent_at is not null as sent from letter
    where batch_id = ${batchId} and commenter_id is not null for update`.execute(tx)
  return rows.filter((letter) => letter.sent).map((letter) => letter.commenter_id)
}

export async function findBulkBatch(db: Db, batchId: number): Promise<BulkBatch | undefined> {
  return (await listBulkBatches(db, { before: batchId + 1, limit: 1 })).find((batch) => batch.id === batchId)
}

/** Newest first. */
export async function listBulkBatches(
  db: Db,
  where: { before: number | null; limit: number },
): Promise<BulkBatch[]> {
  const before = where.before === null ? sql`` : sql`and b.id < ${where.before}`
  const { rows } = await sql<BulkBatch>`
    select b.id, b.act, b.rule_id as "ruleId", b.staff_id as "staffId", s.name as "staffName",
      b.decided_at as "decidedAt", b.comment_count as "commentCount", b.reverses,
      (select r.id from decision_batch r where r.reverses = b.id) as "reversedBy"
    from decision_batch b join staff s on s.id = b.staff_id
    where b.scope = 'chosen' ${before} order by b.id desc limit ${where.limit}`.execute(db)
  return rows
}
