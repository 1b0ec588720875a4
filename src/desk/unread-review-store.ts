import { sql } from 'kysely'
import type { CommentState } from '../comments/comment.ts'
import { unreadProbability } from '../comments/unread.ts'
import type { Db } from '../db/database.ts'
import type { Verdict } from '../policy/verdict.ts'
import { BREACH } from '../triage/rule-estimates.ts'
import { readByAPerson } from './learning-store.ts'
import { DECISIONS_READ } from './unread.ts'
import type { AuditCount } from './unread-audit.ts'
import type { Judged } from './unread-curve.ts'

const tells = sql.raw(`d.act in ('publish', 'keep', 'reject', 'remove')
  and not exists (select 1 from decision u where u.reverses = d.id)`)

/** Of several that stand, the newest of a person who read the comment: first published, later taken down, is a breach. */
const isNewest = sql`not exists (
  select 1 from decision later
  where later.comment_id = d.comment_id and later.id > d.id and later.decider = 'staff' and later.reverses is null
    and later.act in ('publish', 'keep', 'reject', 'remove')
    and not exists (select 1 from decision u where u.reverses = later.id)
    and not exists (select 1 from decision_batch b where b.id = later.batch_id and b.scope <> 'comment'))`

const fromDecisions = sql.raw('from decision d join comment c on c.id = d.comment_id')

/**
 * The newest comments that a person read and decided, measured by this engine. What was published unread is never among
 * them, also where a reader's report brought it to the desk: the audit's draw stands for it, and counted beside that the
 * worst would weigh twice. Second tries are left out, since they are always read.
 */
export async function listJudged(db: Db, engine: string): Promise<Judged[]> {
  const { rows } = await sql<{
    broke: boolean
    probability: number | null
    verdict: Verdict
    audit_share: number | null
  }>`
    select d.act in ('reject', 'remove') as broke, s.verdict, g.audit_share,
      signal_value(s.signals, ${BREACH}) as probability
    ${fromDecisions}
    join comment_signal s on s.comment_id = d.comment_id and s.revision_no = d.revision_no
    left join unread_audit a on a.comment_id = d.comment_id
    left join unread_arming g on g.id = a.arming_id
    where ${readByAPerson} and ${tells} and ${isNewest} and d.revision_no = 1 and s.signals->>'engine' = ${engine}
      and not exists (select 1 from decision unread where unread.comment_id = d.comment_id and unread.arming_id is not null)
    order by d.id desc limit ${DECISIONS_READ}`.execute(db)
  return rows.map(({ broke, probability, verdict, audit_share }) => ({
    broke,
    probability: unreadProbability(probability, verdict),
    weight: audit_share === null ? 1 : 1 / audit_share,
  }))
}

/** What the audit's draw sent to the desk under one arming, and what the desk has found in it. */
export async function countAudit(db: Db, armingId: number): Promise<AuditCount & { drawn: number }> {
  const { rows } = await sql<{ drawn: number; read: number; breaches: number }>`
    select count(*)::int as drawn, count(found.broke)::int as read, count(*) filter (where found.broke)::int as breaches
    from unread_audit a left join lateral (
      select d.act in ('reject', 'remove') as broke ${fromDecisions}
      where d.comment_id = a.comment_id and d.revision_no = 1 and ${readByAPerson} and ${tells} and ${isNewest}) found on true
    where a.arming_id = ${armingId}`.execute(db)
  return rows[0] ?? { drawn: 0, read: 0, breaches: 0 }
}

/** How many went out unread under one arming, and how many of them a person has taken down since. */
export async function countUnread(
  db: Db,
  armingId: number,
): Promise<{ published: number; takenDown: number }> {
  const { rows } = await sql<{ published: number; takenDown: number }>`
    select count(*)::int as published, count(*) filter (where c.state = 'removed')::int as "takenDown"
    ${fromDecisions} where d.arming_id = ${armingId}`.execute(db)
  return rows[0] ?? { published: 0, takenDown: 0 }
}

export type UnreadRow = {
  commentId: number
  excerpt: string | null
  printedName: string | null
  headline: string
  state: CommentState
  publishedAt: Date
}

/** The last that went out unread, newest first. */
export async function listUnread(db: Db, limit: number): Promise<UnreadRow[]> {
  const { rows } = await sql<UnreadRow>`
    select d.comment_id as "commentId", left(r.text, 160) as excerpt, c.printed_name as "printedName", ar.headline, c.state,
      d.decided_at as "publishedAt"
    from (select * from decision where arming_id is not null order by id desc limit ${limit}) d
    join comment c on c.id = d.comment_id
    left join comment_revision r on r.comment_id = c.id and r.revision_no = c.revision_no
    join article a on a.id = d.article_id
    join article_revision ar on ar.article_id = a.id and ar.revision_no = a.revision_no
    order by d.id desc`.execute(db)
  return rows
}
