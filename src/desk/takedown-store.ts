import { type RawBuilder, sql } from 'kysely'
import { withinSections } from '../accounts/section-store.ts'
import { statesFor } from '../comments/comment.ts'
import { type Db, inTransaction } from '../db/database.ts'
import { after, seconds } from '../lib/clock.ts'
import { ok, type Result, refused } from '../lib/result.ts'
import { UNDO_SECONDS } from './decision.ts'
import { type Decider, isUniqueViolation } from './decision-store.ts'
import { rulingStatement } from './ruling.ts'
import { superseded } from './superseded-store.ts'
import {
  needsTypedCount,
  type TakedownBatch,
  type TakedownOrder,
  type TakedownRefusal,
  type TakedownScope,
} from './takedown.ts'

export type TakenDown = { batchId: number; count: number; articleIds: number[] }

/** The comments a scope reaches, as a condition on `c`. */
function reach(scope: TakedownScope, scopeId: number | null): RawBuilder<unknown> {
  switch (scope) {
    case 'comment':
      return sql`c.id = ${scopeId}`
    case 'thread':
      return sql`c.root_id = (select root_id from comment where id = ${scopeId})`
    case 'commenter':
      return sql`c.commenter_id = (select commenter_id from comment where id = ${scopeId})`
    case 'article':
      return sql`c.article_id = ${scopeId}`
    case 'everything':
      return sql`true`
  }
}

/** Of a scope that spans sections, such as all of a commenter's, whoever is limited reaches what is in their own. */
const removableBy = (staffId: number): RawBuilder<unknown> =>
  sql`c.state = any(${statesFor('remove')}::text[]) and ${withinSections(staffId, sql`c.article_id`)}`

export async function countTakedown(
  db: Db,
  scope: TakedownScope,
  scopeId: number | null,
  staffId: number,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from comment c where ${reach(scope, scopeId)} and ${removableBy(staffId)}`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}

/** All of a scope in one statement, under one rule, as one batch that is reversed as one. */
export async function takeDown(
  db: Db,
  order: TakedownOrder,
  by: Decider,
  now: Date,
): Promise<Result<TakenDown, TakedownRefusal>> {
  const { scope, scopeId, ruleId } = order
  return inTransaction(db, async (tx) => {
    if (needsTypedCount(scope)) {
      const count = await countTakedown(tx, scope, scopeId, by.staffId)
      if (order.typedCount !== count) return refused({ code: 'count_differs', count })
    }
    const sendAfter = after(now, seconds(UNDO_SECONDS))
    const { rows } = await rulingStatement({
      targets: sql`
        select c.id, c.article_id, c.revision_no, c.commenter_id, c.state as from_state,
          c.published_at as from_published_at, c.settled_at as from_settled_at, c.rule_id as from_rule_id,
          q.reason as from_queue_reason, q.priority as from_queue_priority, q.entered_at as from_queue_entered_at,
          'removed' as to_state, c.published_at as to_published_at, ${now}::timestamptz as to_settled_at,
          ${ruleId} as to_rule_id, null::text as to_queue_reason, null::int as to_queue_priority,
          null::timestamptz as to_queue_entered_at, null::bigint as reverses
        from comment c left join queue_item q on q.comment_id = c.id
        where ${reach(scope, scopeId)} and ${removableBy(by.staffId)} order by c.id for update of c`,
      before: sql`, batch as (
        insert into decision_batch (scope, scope_id, rule_id, staff_id, decided_at, comment_count)
        select ${scope}, ${scopeId}::bigint, ${ruleId}, ${by.staffId}, ${now}, count(*) from target having count(*) > 0
        returning id, comment_count)`,
      act: sql`'remove'`,
      ruleId: sql`${ruleId}`,
      decider: 'staff',
      staffId: by.staffId,
      policyVersion: by.policyVersion,
      batchId: sql`(select id from batch)`,
      entry: sql`'comment_removed'`,
      reports: 'upheld',
      letters: sql`, overtaken as (
        update letter l set cancelled_at = ${now} from target t
        where l.comment_id = t.id and l.sent_at is null and l.cancelled_at is null and l.commenter_id is not null
      ), letters as (
        insert into letter (kind, commenter_id, comment_id, decision_id, batch_id, created_at, send_after)
        select case when count(*) = 1 then 'removed' else 'removed_many' end, t.commenter_id,
          case when count(*) = 1 then min(t.id) end, case when count(*) = 1 then min(d.id) end,
          (select id from batch), ${now}, ${sendAfter}
        from target t join decided d on d.comment_id = t.id where t.commenter_id is not null group by t.commenter_id)`,
      moreEntries: sql`
        union all
        select ${now}::timestamptz, 'comments_taken_down', 'staff', ${by.staffId}::int,
          ${scope === 'article' ? scopeId : null}::int, null::bigint, null::int, null::bigint, null::bigint, b.id,
          null::bigint, ${ruleId}, ${by.policyVersion} from batch b`,
      sendAfter,
      now,
    }).execute(tx)
    return takenDown(tx, rows)
  })
}

async function takenDown(
  tx: Db,
  rows: { id: number; article_id: number }[],
): Promise<Result<TakenDown, TakedownRefusal>> {
  const first = rows[0]
  if (!first) return refused({ code: 'nothing_to_take_down' })
  const batch = await sql<{ batch_id: number }>`select batch_id from decision where id = ${first.id}`.execute(
    tx,
  )
  return ok({
    batchId: (batch.rows[0] as { batch_id: number }).batch_id,
    count: rows.length,
    articleIds: [...new Set(rows.map((row) => row.article_id))],
  })
}

/** Puts a whole batch back in one step, except what was decided anew or taken back by its commenter since. */
export async function putBack(
  db: Db,
  batchId: number,
  by: Decider,
  now: Date,
): Promise<Result<TakenDown, TakedownRefusal>> {
  return inTransaction(db, async (tx) => {
    const found = await sql<{
      scope: string
      scope_id: number | null
      reversal: boolean
      reversed: boolean
      beyond: boolean
    }>`
      select scope, scope_id, reverses is not null as reversal, exists (select 1 from decision d
        where d.batch_id = b.id and not ${withinSections(by.staffId, sql`d.article_id`)}) as beyond,
        exists (select 1 from decision_batch r where r.reverses = b.id) as reversed
      from decision_batch b where id = ${batchId} and scope <> 'chosen'`.execute(tx)
    const batch = found.rows[0]
    if (!batch || batch.reversal) return refused({ code: 'batch_not_found' })
    // A batch is put back whole or not at all.
    if (batch.beyond) return refused({ code: 'section_not_yours' })
    if (batch.reversed) return refused({ code: 'already_reversed' })
    // Locks the letters, so that one being sent at this moment counts as sent.
    const letters = await sql<{ commenter_id: number; sent: boolean }>`
      select commenter_id, sent_at is not null as sent from letter
      where batch_id = ${batchId} and commenter_id is not null for update`.execute(tx)
    const told = letters.rows.filter((letter) => letter.sent).map((letter) => letter.commenter_id)
    const { rows } = await rulingStatement({
      targets: sql`
        select c.id, c.article_id, c.revision_no, c.commenter_id, c.state as from_state,
          c.published_at as from_published_at, c.settled_at as from_settled_at, c.rule_id as from_rule_id,
          null::text as from_queue_reason, null::int as from_queue_priority, null::timestamptz as from_queue_entered_at,
          d.from_state as to_state, d.from_published_at as to_published_at, d.from_settled_at as to_settled_at,
          d.from_rule_id as to_rule_id, d.from_queue_reason as to_queue_reason,
          d.from_queue_priority as to_queue_priority, d.from_queue_entered_at as to_queue_entered_at, d.id as reverses
        from decision d join comment c on c.id = d.comment_id
        where d.batch_id = ${batchId} and c.state = 'removed'
          and not ${superseded}
        order by c.id for update of c`,
      before: sql`, batch as (
        insert into decision_batch (scope, scope_id, staff_id, decided_at, comment_count, reverses)
        select ${batch.scope}, ${batch.scope_id}::bigint, ${by.staffId}, ${now}, count(*), ${batchId} from target
        having count(*) > 0 returning id)`,
      act: sql`'restore'`,
      ruleId: sql`null::text`,
      decider: 'staff',
      staffId: by.staffId,
      policyVersion: by.policyVersion,
      batchId: sql`(select id from batch)`,
      entry: sql`'comment_restored'`,
      reports: 'reopen',
      letters: sql`, unsent as (
        update letter l set cancelled_at = ${now}
        where l.batch_id = ${batchId} and l.sent_at is null and l.cancelled_at is null
      ), letters as (
        insert into letter (kind, commenter_id, batch_id, created_at, send_after)
        select 'restored_many', t.commenter_id, (select id from batch), ${now}, ${after(now, seconds(UNDO_SECONDS))}
        from target t where t.commenter_id = any(${told}::bigint[]) group by t.commenter_id)`,
      moreEntries: sql`
        union all
        select ${now}::timestamptz, 'comments_put_back', 'staff', ${by.staffId}::int,
          ${batch.scope === 'article' ? batch.scope_id : null}::int, null::bigint, null::int, null::bigint, null::bigint,
          b.id, ${batchId}::bigint, null::text, ${by.policyVersion} from batch b`,
      sendAfter: now,
      now,
    }).execute(tx)
    return takenDown(tx, rows)
  }).catch((error: unknown) => {
    if (isUniqueViolation(error)) return refused({ code: 'already_reversed' })
    throw error
  })
}

export async function listBatches(
  db: Db,
  where: { before: number | null; limit: number },
): Promise<TakedownBatch[]> {
  const before = where.before === null ? sql`` : sql`and b.id < ${where.before}`
  const { rows } = await sql<{
    id: number
    scope: TakedownScope
    rule_id: string | null
    name: string
    decided_at: Date
    comment_count: number
    reverses: number | null
    reversed_by: number | null
    about: string | null
  }>`
    select b.id, b.scope, b.rule_id, s.name, b.decided_at, b.comment_count, b.reverses,
      (select r.id from decision_batch r where r.reverses = b.id) as reversed_by,
      case b.scope
        when 'article' then (select ar.headline from article a join article_revision ar
          on ar.article_id = a.id and ar.revision_no = a.revision_no where a.id = b.scope_id)
        when 'everything' then null
        else (select c.printed_name from comment c where c.id = b.scope_id) end as about
    from decision_batch b join staff s on s.id = b.staff_id
    where b.scope <> 'chosen' ${before} order by b.id desc limit ${where.limit}`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    scope: row.scope,
    ruleId: row.rule_id,
    staffName: row.name,
    decidedAt: row.decided_at,
    commentCount: row.comment_count,
    reverses: row.reverses,
    reversedBy: row.reversed_by,
    about: row.about,
  }))
}
