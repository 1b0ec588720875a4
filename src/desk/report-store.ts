import { sql } from 'kysely'
import type { CommentState } from '../comments/comment.ts'
import { statesFor } from '../comments/comment.ts'
import type { Db } from '../db/database.ts'
import { ok, type Result, refused } from '../lib/result.ts'
import type { ReportOrder, ReportRefusal, ReportState } from './report.ts'
import { rulingStatement } from './ruling.ts'

/**
 * Report, queue item and ledger entry in one statement. The same reader pressing twice gets the report that is already
 * open. Where reports from enough different network addresses are open, the comment is held until the desk has looked.
 */
export async function fileReport(
  db: Db,
  report: {
    commentId: number
    articleId: number
    order: ReportOrder
    networkKey: Buffer
    /** Whose report it is, where a session shows that the address is theirs. */
    reporterId?: number | null
  },
  policy: { version: string; holdAt: number },
  now: Date,
): Promise<Result<{ reportId: number; held: boolean }, ReportRefusal>> {
  const { order, reporterId = null } = report
  const { rows } = await sql<{ id: number; fresh: boolean }>`
    with aim as (
      select id, article_id, revision_no from comment
      where id = ${report.commentId} and article_id = ${report.articleId} and state = any(${statesFor('report')}::text[])
      for share
    ), filed as (
      insert into report as r (comment_id, article_id, rule_id, words, reporter_email, reporter_id, network_key, filed_at)
      select id, article_id, ${order.ruleId}, nullif(${order.words}, ''), ${order.email}::text, ${reporterId}::bigint,
        ${report.networkKey}, ${now}
      from aim
      on conflict (comment_id, network_key) where state = 'open' and network_key is not null do update
        set reporter_email = coalesce(r.reporter_email, excluded.reporter_email),
          reporter_id = case when r.reporter_email is null then excluded.reporter_id else r.reporter_id end
      returning id, filed_at = ${now} as fresh
    ), queued as (
      insert into queue_item as q (comment_id, article_id, reason, priority, entered_at)
      select id, article_id, 'reported', 0, ${now} from aim
      -- What it is worth in the order is for the ranking to say (queue-rank.ts), which comes next.
      on conflict (comment_id) do update set ranked_requests = 0,
        reason = case when q.reason = 'post' then 'reported' else q.reason end
        where exists (select 1 from filed where fresh)
    ), entry as (
      insert into ledger (at, kind, actor, article_id, comment_id, revision_no, report_id, rule_id, policy_version)
      select ${now}::timestamptz, 'report_filed', 'reporter', aim.article_id, aim.id, aim.revision_no, filed.id, ${order.ruleId},
        ${policy.version} from aim, filed where filed.fresh
    )
    select id, fresh from filed`.execute(db)
  const filed = rows[0]
  if (!filed) return refused(await whyNotReported(db, report.commentId, report.articleId))
  const held =
    filed.fresh && policy.holdAt > 0 && (await holdPastThreshold(db, report.commentId, policy, now))
  return ok({ reportId: filed.id, held })
}

async function whyNotReported(db: Db, commentId: number, articleId: number): Promise<ReportRefusal> {
  const { rows } = await sql<{ state: CommentState; was_public: boolean }>`
    select state, published_at is not null as was_public from comment
    where id = ${commentId} and article_id = ${articleId}`.execute(db)
  const row = rows[0]
  // A comment that never was public does not exist for a reporter.
  if (!row?.was_public) return { code: 'comment_not_found' }
  return { code: 'comment_cannot', act: 'report', state: row.state }
}

/** Counts network addresses, not reports: a brigade behind one address is one objection. */
async function holdPastThreshold(
  db: Db,
  commentId: number,
  policy: { version: string; holdAt: number },
  now: Date,
): Promise<boolean> {
  const { rows } = await rulingStatement({
    targets: sql`
      select c.id, c.article_id, c.revision_no, c.commenter_id, c.state as from_state,
        c.published_at as from_published_at, c.settled_at as from_settled_at, c.rule_id as from_rule_id,
        q.reason as from_queue_reason, q.priority as from_queue_priority, q.entered_at as from_queue_entered_at,
        'held' as to_state, c.published_at as to_published_at, ${now}::timestamptz as to_settled_at,
        null::text as to_rule_id, 'reported' as to_queue_reason, q.priority as to_queue_priority,
        q.entered_at as to_queue_entered_at, null::bigint as reverses
      from comment c left join queue_item q on q.comment_id = c.id
      where c.id = ${commentId} and c.state = any(${statesFor('hold')}::text[])
        and (select count(distinct network_key) from report r where r.comment_id = c.id and r.state = 'open') >= ${policy.holdAt}
        -- A person looked at it and kept it: more of the same reports do not overrule that.
        and not exists (select 1 from decision k where k.comment_id = c.id and k.act = 'keep')
      for update of c`,
    act: sql`'hold'`,
    ruleId: sql`null::text`,
    decider: 'reports',
    staffId: null,
    policyVersion: policy.version,
    entry: sql`'comment_held'`,
    reports: null,
    sendAfter: now,
    now,
  }).execute(db)
  return rows.length === 1
}

/** What the reporter may see on the report's receipt. */
export type ReportReceipt = {
  reportId: number
  state: ReportState
  ruleId: string
  filedAt: Date
  answeredAt: Date | null
  commentState: CommentState
  articleId: number
  articleSlug: string
  articleHeadline: string
  commentId: number
  /** Whose it is, where that was shown when it was filed. */
  reporterId: number | null
}

export async function findReportReceipt(db: Db, reportId: number): Promise<ReportReceipt | undefined> {
  const { rows } = await sql<{
    id: number
    state: ReportState
    rule_id: string
    filed_at: Date
    answered_at: Date | null
    comment_state: CommentState
    article_id: number
    slug: string
    headline: string
    comment_id: number
    reporter_id: number | null
  }>`
    select r.id, r.state, r.rule_id, r.filed_at, r.answered_at, c.state as comment_state, r.article_id, a.slug,
      ar.headline, r.comment_id, r.reporter_id
    from report r join comment c on c.id = r.comment_id join article a on a.id = r.article_id
    join article_revision ar on ar.article_id = a.id and ar.revision_no = a.revision_no
    where r.id = ${reportId}`.execute(db)
  const row = rows[0]
  return (
    row && {
      reportId: row.id,
      state: row.state,
      ruleId: row.rule_id,
      filedAt: row.filed_at,
      answeredAt: row.answered_at,
      commentState: row.comment_state,
      articleId: row.article_id,
      articleSlug: row.slug,
      articleHeadline: row.headline,
      commentId: row.comment_id,
      reporterId: row.reporter_id,
    }
  )
}
