import { sql } from 'kysely'
import { isCommentWithin, withinSections } from '../accounts/section-store.ts'
import type { CommentState } from '../comments/comment.ts'
import type { Span } from '../comments/evidence.ts'
import { cleanText } from '../comments/words.ts'
import { type Db, inTransaction } from '../db/database.ts'
import { after, seconds } from '../lib/clock.ts'
import { ok, type Result, refused } from '../lib/result.ts'
import {
  type DecisionAct,
  type DecisionOrder,
  type DecisionRefusal,
  entryOf,
  factsOf,
  type LatestDecision,
  reversalOf,
  statesBefore,
  UNDO_SECONDS,
} from './decision.ts'
import { withinReach } from './reach-store.ts'
import { rulingStatement } from './ruling.ts'
import { superseded } from './superseded-store.ts'

export type Decided = { decisionId: number; commentId: number; articleId: number; decidedAt: Date }
export type Decider = { staffId: number; policyVersion: string }

const sameState = sql.raw(
  `c.id, c.article_id, c.revision_no, c.commenter_id, c.state as from_state, c.published_at as from_published_at,
   c.settled_at as from_settled_at, c.rule_id as from_rule_id, q.reason as from_queue_reason,
   q.priority as from_queue_priority, q.entered_at as from_queue_entered_at`,
)

/** One decision by a person, under the claim it was made with. Losing the race is an answer, not an error. */
export async function decide(
  db: Db,
  order: DecisionOrder,
  by: Decider,
  now: Date,
): Promise<Result<Decided, DecisionRefusal>> {
  const { to, answersReports, letter, entry } = factsOf(order.act)
  const public_ = to === 'published' ? sql`coalesce(c.published_at, ${now})` : sql`c.published_at`
  const becomes = sql`
    ${to} as to_state, ${public_} as to_published_at,
    ${order.act === 'keep' ? sql`c.settled_at` : sql`${now}::timestamptz`} as to_settled_at,
    ${to === 'rejected' || to === 'removed' ? order.ruleId : null}::text as to_rule_id,
    ${order.act === 'hold' ? sql`'held'` : sql`null`}::text as to_queue_reason,
    coalesce(q.priority, 0) as to_queue_priority, ${now}::timestamptz as to_queue_entered_at, null::bigint as reverses`
  // With a claim, its row is locked as well: whoever claimed it later has changed the fence, and this finds nothing.
  const targets =
    order.fence === null
      ? sql`
        select ${sameState}, ${becomes} from comment c left join queue_item q on q.comment_id = c.id
        where c.id = ${order.commentId} and c.state = any(${statesBefore(order.act)}::text[])
          and ${withinReach(by.staffId, sql`q.held_for`)}
          and (q.lease_staff_id is null or q.lease_staff_id = ${by.staffId} or q.lease_until <= ${now})
          and ${withinSections(by.staffId, sql`c.article_id`)}
        for update of c`
      : sql`
        select ${sameState}, ${becomes} from comment c join queue_item q on q.comment_id = c.id
        where c.id = ${order.commentId} and c.state = any(${statesBefore(order.act)}::text[])
          and q.fence = ${order.fence} and q.lease_staff_id = ${by.staffId}
          and ${withinSections(by.staffId, sql`c.article_id`)}
        for update of c, q`
  const sendAfter = after(now, seconds(UNDO_SECONDS))
  const words = cleanText(order.words)
  const letters = sql`
    ${
      words === ''
        ? sql``
        : sql`, said as (insert into decision_words (decision_id, words) select id, ${words} from decided)`
    }${order.evidence?.length ? evidencePart(order.evidence, by.staffId, now) : sql``}${
      letter === null
        ? sql``
        : sql`, overtaken as (
        update letter l set cancelled_at = ${now} from target t
        where l.comment_id = t.id and l.sent_at is null and l.cancelled_at is null and l.commenter_id is not null
      ), letters as (
        insert into letter (kind, commenter_id, comment_id, decision_id, created_at, send_after)
        select ${letter}, t.commenter_id, t.id, d.id, ${now}, ${sendAfter}
        from target t join decided d on d.comment_id = t.id where t.commenter_id is not null)`
    }`
  const { rows } = await rulingStatement({
    targets,
    act: sql`${order.act}`,
    ruleId: sql`${order.ruleId}::text`,
    decider: 'staff',
    staffId: by.staffId,
    policyVersion: by.policyVersion,
    entry: sql`${entry}`,
    reports: answersReports,
    letters,
    sendAfter,
    now,
  }).execute(db)
  const row = rows[0]
  if (row)
    return ok({ decisionId: row.id, commentId: row.comment_id, articleId: row.article_id, decidedAt: now })
  return refused(await whyNot(db, order, by))
}

/** The places of the words it goes by, beside the decision and in the ledger: numbers, so that the words can be erased. */
const evidencePart = (spans: readonly Span[], staffId: number, now: Date) => sql`, cited as (
      insert into decision_evidence (decision_id, spans)
      select id, ${JSON.stringify(spans.map(({ start, end }) => [start, end]))}::jsonb from decided
    ), cited_entry as (
      insert into ledger (at, kind, actor, staff_id, article_id, comment_id, revision_no, decision_id, rule_id, value)
      select ${now}::timestamptz, 'evidence_cited', 'staff', ${staffId}::int, article_id, comment_id, revision_no, id, rule_id,
        ${spans.map(({ start, end }) => `${start}-${end}`).join(' ')} from decided)`

/** Says what happened instead, so that a moderator who lost the race knows who decided what, and when. */
async function whyNot(db: Db, order: DecisionOrder, by: Decider): Promise<DecisionRefusal> {
  const { rows } = await sql<{
    state: CommentState
    revision_no: number
    holder: string | null
    holder_id: number | null
  }>`
    select c.state, c.revision_no, s.name as holder, s.id as holder_id from comment c
    left join queue_item q on q.comment_id = c.id
    left join staff s on s.id = q.lease_staff_id
    where c.id = ${order.commentId}`.execute(db)
  const row = rows[0]
  if (!row) return { code: 'comment_not_found' }
  if (!(await isCommentWithin(db, by.staffId, order.commentId))) return { code: 'section_not_yours' }
  const latest = await findLatestDecision(db, order.commentId)
  if (!statesBefore(order.act).includes(row.state) && (order.fence === null || latest === undefined))
    return { code: 'comment_cannot', act: order.act, state: row.state }
  return {
    code: 'claim_lost',
    what: latest ?? null,
    claimedBy: row.holder_id === by.staffId ? null : row.holder,
    reworded: order.revisionSeen != null && order.revisionSeen !== row.revision_no,
  }
}

/** What `readEvidence` fits the selected words to; null once erased. */
export async function findTextNow(db: Db, commentId: number): Promise<string | null> {
  const { rows } = await sql<{ text: string | null }>`
    select cr.text from comment c
    join comment_revision cr on cr.comment_id = c.id and cr.revision_no = c.revision_no
    where c.id = ${commentId}`.execute(db)
  return rows[0]?.text ?? null
}

export async function findLatestDecision(db: Db, commentId: number): Promise<LatestDecision | undefined> {
  const { rows } = await sql<{
    id: number
    act: DecisionAct
    rule_id: string | null
    staff_id: number | null
    name: string | null
    decided_at: Date
    reverses: number | null
  }>`
    select d.id, d.act, d.rule_id, d.staff_id, s.name, d.decided_at, d.reverses from decision d left join staff s on s.id = d.staff_id
    where d.comment_id = ${commentId} order by d.id desc limit 1`.execute(db)
  const row = rows[0]
  return (
    row && {
      decisionId: row.id,
      act: row.act,
      ruleId: row.rule_id,
      staffId: row.staff_id,
      staffName: row.name,
      decidedAt: row.decided_at,
      reversal: row.reverses !== null,
    }
  )
}

/**
 * Undo: a new decision that puts back what the latest one found, the page to the byte. A letter still waiting is
 * stopped; one already sent is followed by another that says the decision was reversed.
 */
export async function reverseDecision(
  db: Db,
  order: { decisionId: number; mayReverseOthers: boolean },
  by: Decider,
  now: Date,
): Promise<Result<Decided & { act: DecisionAct }, DecisionRefusal>> {
  return inTransaction(db, async (tx) => {
    // Locks the letter, so that one being sent at this moment counts as sent.
    const letters = await sql<{ sent: boolean }>`
      select sent_at is not null as sent from letter
      where decision_id = ${order.decisionId} and commenter_id is not null for update`.execute(tx)
    return reverse(
      tx,
      order,
      by,
      letters.rows.some((letter) => letter.sent),
      now,
    )
  }).catch((error: unknown) => {
    // Two people pressed undo at once: `reverses` is unique, the second finds it done.
    if (isUniqueViolation(error)) return refused({ code: 'already_reversed' })
    throw error
  })
}

async function reverse(
  db: Db,
  order: { decisionId: number; mayReverseOthers: boolean },
  by: Decider,
  firstLetterSent: boolean,
  now: Date,
): Promise<Result<Decided & { act: DecisionAct }, DecisionRefusal>> {
  const found = await sql<{
    act: DecisionAct
    from_state: CommentState
    staff_id: number | null
    reversed: boolean
    superseded: boolean
    within: boolean
  }>`
    select d.act, d.from_state, d.staff_id, ${withinSections(by.staffId, sql`d.article_id`)} as within,
      exists (select 1 from decision r where r.reverses = d.id) as reversed,
      ${superseded} as superseded
    from decision d where d.id = ${order.decisionId}`.execute(db)
  const decision = found.rows[0]
  if (!decision) return refused({ code: 'decision_not_found' })
  if (!decision.within) return refused({ code: 'section_not_yours' })
  if (decision.reversed) return refused({ code: 'already_reversed' })
  if (decision.superseded) return refused({ code: 'decided_since' })
  if (decision.staff_id !== by.staffId && !order.mayReverseOthers) return refused({ code: 'not_yours' })
  const act = reversalOf({ act: decision.act, fromState: decision.from_state })
  const targets = sql`
    select ${sameState}, d.from_state as to_state, d.from_published_at as to_published_at,
      d.from_settled_at as to_settled_at, d.from_rule_id as to_rule_id,
      case when d.from_state in ('held', 'published') and (d.from_queue_reason is not null or d.from_state = 'held')
        then coalesce(d.from_queue_reason, 'held') end as to_queue_reason,
      d.from_queue_priority as to_queue_priority, d.from_queue_entered_at as to_queue_entered_at, d.id as reverses
    from decision d join comment c on c.id = d.comment_id left join queue_item q on q.comment_id = c.id
    where d.id = ${order.decisionId} and c.state = d.to_state
      and not ${superseded} and ${withinSections(by.staffId, sql`c.article_id`)}
    for update of c`
  const ruleId = act === 'remove' || act === 'reject' ? sql`t.to_rule_id` : sql`null::text`
  // Where the first letter has gone out, silence would leave the commenter with a decision that no longer holds.
  const letters =
    act === 'restore' && firstLetterSent
      ? sql`, letters as (
          insert into letter (kind, commenter_id, comment_id, decision_id, created_at, send_after)
          select 'restored', t.commenter_id, t.id, d.id, ${now}, ${after(now, seconds(UNDO_SECONDS))}
          from target t join decided d on d.comment_id = t.id where t.commenter_id is not null)`
      : sql``
  const { rows } = await rulingStatement({
    targets,
    act: sql`${act}`,
    ruleId,
    decider: 'staff',
    staffId: by.staffId,
    policyVersion: by.policyVersion,
    entry: sql`${entryOf(act)}`,
    reports: 'reopen',
    letters,
    sendAfter: now,
    now,
  }).execute(db)
  const row = rows[0]
  if (!row) return refused({ code: 'decided_since' })
  return ok({ decisionId: row.id, commentId: row.comment_id, articleId: row.article_id, decidedAt: now, act })
}

export const isUniqueViolation = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === '23505'
