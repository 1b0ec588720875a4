import { sql } from 'kysely'
import { withinSections } from '../accounts/section-store.ts'
import { type Db, inTransaction } from '../db/database.ts'
import { ok, type Result, refused } from '../lib/result.ts'
import type { DecisionRefusal } from './decision.ts'
import { type EscalationTarget, hashOfFrozen } from './escalation.ts'

/** What stood at the moment it was handed up, each as its own table had it. */
type Frozen = {
  comment: unknown
  revision: unknown
  signals: unknown
  article: unknown
  reports: unknown
}

/**
 * Hands up a comment that is in hand, or sends one back to everybody: its place in the queue stays, only who may take it
 * changes, and the claim ends. What was known is frozen beside it, so that a later edit, report or new model cannot
 * change what was judged. Undone by sending it back, which is an entry of its own.
 */
export async function escalate(
  db: Db,
  order: { commentId: number; fence: number; to: EscalationTarget; note: string },
  by: { staffId: number },
  now: Date,
): Promise<Result<{ articleId: number }, DecisionRefusal>> {
  return inTransaction(db, async (tx) => {
    const { rows } = await sql<{ article_id: number }>`
      update queue_item set lease_staff_id = null, lease_until = null, ahead = false,
        held_for = ${order.to === 'everyone' ? null : order.to}::text
      where comment_id = ${order.commentId} and fence = ${order.fence} and lease_staff_id = ${by.staffId}
        and ${withinSections(by.staffId, sql`queue_item.article_id`)}
      returning article_id`.execute(tx)
    const item = rows[0]
    if (!item) return refused({ code: 'claim_lost', what: null, claimedBy: null })
    const frozen = await freeze(tx, order.commentId)
    await sql`
      with handed as (
        insert into escalation (comment_id, article_id, to_whom, staff_id, escalated_at, note, frozen, hash)
        values (${order.commentId}, ${item.article_id}, ${order.to}, ${by.staffId}, ${now}, ${order.note},
          ${JSON.stringify(frozen)}::jsonb, ${hashOfFrozen(frozen)})
      )
      insert into ledger (at, kind, actor, staff_id, article_id, comment_id, revision_no, value)
      select ${now}, ${order.to === 'everyone' ? 'comment_sent_back' : 'comment_escalated'}, 'staff', ${by.staffId},
        c.article_id, c.id, c.revision_no, ${order.to} from comment c where c.id = ${order.commentId}`.execute(
      tx,
    )
    return ok({ articleId: item.article_id })
  })
}

async function freeze(tx: Db, commentId: number): Promise<Frozen> {
  const { rows } = await sql<Frozen>`
    select jsonb_build_object('id', c.id, 'state', c.state, 'printedName', c.printed_name, 'submittedAt', c.submitted_at,
        'parentId', c.parent_id, 'articleRevisionNo', c.article_revision_no, 'linksAllowed', c.links_allowed) as comment,
      (select to_jsonb(r) from comment_revision r where r.comment_id = c.id and r.revision_no = c.revision_no) as revision,
      (select to_jsonb(s) from comment_signal s where s.comment_id = c.id and s.revision_no = c.revision_no) as signals,
      (select jsonb_build_object('articleId', a.article_id, 'revisionNo', a.revision_no, 'headline', a.headline,
        'standfirst', a.standfirst, 'blocks', a.blocks)
       from article_revision a join article now_live on now_live.id = a.article_id and now_live.revision_no = a.revision_no
       where a.article_id = c.article_id) as article,
      -- Of a report neither address nor network: who objected is no evidence of what was written.
      (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'ruleId', p.rule_id, 'words', p.words, 'state', p.state,
        'filedAt', p.filed_at) order by p.id), '[]') from report p where p.comment_id = c.id) as reports
    from comment c where c.id = ${commentId}`.execute(tx)
  return rows[0] as Frozen
}

export type Escalation = {
  to: EscalationTarget
  staffName: string
  note: string
  at: Date
  /** Hexadecimal. */
  hash: string
}

/** How often a comment was handed on, the newest first. */
export async function listEscalations(db: Db, commentId: number): Promise<Escalation[]> {
  const { rows } = await sql<Escalation>`
    select e.to_whom as "to", s.name as "staffName", e.note, e.escalated_at as at, encode(e.hash, 'hex') as hash
    from escalation e join staff s on s.id = e.staff_id
    where e.comment_id = ${commentId} order by e.id desc limit 20`.execute(db)
  return rows
}
