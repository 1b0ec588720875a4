import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import type { Verdict } from '../policy/verdict.ts'
import { type KeptSignals, keepSignals, readSignals } from '../triage/kept-signals.ts'
import type { SignalSet } from '../triage/signal.ts'
import { type CommentState, statesFor } from './comment.ts'
import { spansFrom, wordsAt } from './evidence.ts'
import type { Placement } from './submission.ts'
import { type Scored, scoredOf } from './unread.ts'

/** What its commenter may see of a comment, on the private receipt page. */
export type Receipt = {
  commentId: number
  state: CommentState
  text: string | null
  printedName: string | null
  revisionNo: number
  ruleId: string | null
  policyVersion: string | null
  /** What the desk added for the commenter's eyes. */
  words: string | null
  /** Which of the commenter's own words the desk went by. */
  evidence: string[]
  submittedAt: Date
  settledAt: Date
  articleId: number
  articleSlug: string
  articleHeadline: string
  articleLive: boolean
  /** How many comments the desk will see before this one; null when it does not wait. */
  ahead: number | null
  resent: boolean
  commenterId: number | null
  /** Empty once erased. */
  email: string
}

type ReceiptRow = {
  id: number
  state: CommentState
  text: string | null
  printed_name: string | null
  revision_no: number
  rule_id: string | null
  policy_version: string | null
  words: string | null
  spans: [number, number][] | null
  submitted_at: Date
  settled_at: Date
  article_id: number
  slug: string
  headline: string
  article_state: string
  ahead: number | null
  commenter_id: number | null
  email: string | null
}

export async function findReceipt(db: Db, commentId: number): Promise<Receipt | undefined> {
  const { rows } = await sql<ReceiptRow>`
    select c.id, c.state, cr.text, c.printed_name, c.revision_no, c.rule_id, d.policy_version, dw.words, ev.spans,
      c.submitted_at, c.settled_at, c.article_id, a.slug, ar.headline, a.state as article_state, c.commenter_id, w.email,
      case when q.comment_id is null or c.state <> 'held' then null else (
        select count(*)::int from queue_item o
        where (o.turn, o.comment_id) < (q.turn, q.comment_id)) end as ahead
    from comment c
    join article a on a.id = c.article_id
    join article_revision ar on ar.article_id = a.id and ar.revision_no = a.revision_no
    left join comment_revision cr on cr.comment_id = c.id and cr.revision_no = c.revision_no
    left join commenter w on w.id = c.commenter_id
    left join queue_item q on q.comment_id = c.id
    left join lateral (
      select id, policy_version, revision_no from decision where comment_id = c.id order by id desc limit 1) d on true
    left join decision_words dw on dw.decision_id = d.id and c.state in ('rejected', 'removed')
    left join decision_evidence ev on ev.decision_id = d.id and d.revision_no = c.revision_no
      and c.state in ('rejected', 'removed')
    where c.id = ${commentId}`.execute(db)
  const row = rows[0]
  return (
    row && {
      commentId: row.id,
      state: row.state,
      text: row.text,
      printedName: row.printed_name,
      revisionNo: row.revision_no,
      ruleId: row.rule_id,
      policyVersion: row.policy_version,
      words: row.words,
      evidence: wordsAt(row.text ?? '', spansFrom(row.spans)),
      submittedAt: row.submitted_at,
      settledAt: row.settled_at,
      articleId: row.article_id,
      articleSlug: row.slug,
      articleHeadline: row.headline,
      articleLive: row.article_state === 'live',
      ahead: row.ahead,
      resent: row.revision_no > 1,
      commenterId: row.commenter_id,
      email: row.email ?? '',
    }
  )
}

export type Unconfirmed = {
  articleId: number
  commenterId: number
  depth: number
  signals: SignalSet
  /** Empty once erased. */
  email: string
  verdict: Verdict
  scored: Scored
}

/** What confirming needs to know, as it was judged at submission. */
export async function findUnconfirmed(db: Db, commentId: number): Promise<Unconfirmed | undefined> {
  const { rows } = await sql<{
    article_id: number
    commenter_id: number
    email: string | null
    depth: number
    verdict: Verdict
    signals: KeptSignals
  }>`
    select c.article_id, c.commenter_id, w.email, c.depth, s.verdict, s.signals from comment c
    join commenter w on w.id = c.commenter_id
    join comment_signal s on s.comment_id = c.id and s.revision_no = c.revision_no
    where c.id = ${commentId} and c.state = 'unconfirmed'`.execute(db)
  const row = rows[0]
  if (!row) return undefined
  const signals = readSignals(row.signals)
  return {
    articleId: row.article_id,
    commenterId: row.commenter_id,
    email: row.email ?? '',
    depth: row.depth,
    signals,
    verdict: row.verdict,
    scored: scoredOf(signals, row.verdict),
  }
}

/**
 * The commenter pressed the button on the page the letter led to. Confirmed, placed and remembered in one statement,
 * and held where the arming that would publish it unread has ended meanwhile. Where the comment stands then; undefined
 * when it was confirmed, withdrawn or deleted meanwhile.
 */
export async function confirmComment(
  db: Db,
  c: {
    commentId: number
    commenterId: number
    placement: Placement
    priority: number
    verdict: Verdict
    armedBy: number | null
    session: { tokenHash: Buffer; expiresAt: Date }
  },
  now: Date,
): Promise<CommentState | undefined> {
  const { state, queueReason, draw } = c.placement
  const { rows } = await sql<{ state: CommentState }>`
    with standing as materialized (
      select case when stands then ${state} else 'held' end as state,
        case when stands then ${queueReason}::text else 'held' end as queue_reason,
        case when stands then ${draw?.armingId ?? null}::bigint end as arming_id
      from (select ${draw === undefined} or exists (
        select 1 from unread_arming where id = ${draw?.armingId ?? null}::bigint and ended_at is null) as stands) s
    ), placed as (
      update comment c set state = standing.state, settled_at = ${now},
        published_at = case when standing.state = 'published' then ${now}::timestamptz end
      from standing
      where c.id = ${c.commentId} and c.state = any(${statesFor('confirm')}::text[])
      returning c.id, c.article_id, c.revision_no, c.state, standing.queue_reason, standing.arming_id
    ), queued as (
      insert into queue_item (comment_id, article_id, reason, priority, entered_at)
      select id, article_id, queue_reason, ${c.priority}, ${now} from placed where queue_reason is not null
    ), drawn as (
      insert into unread_audit (comment_id, arming_id, drawn_at)
      select id, arming_id, ${now} from placed where ${draw?.audited ?? false} and arming_id is not null
    ), confirmed as (
      update commenter set confirmed_at = coalesce(confirmed_at, ${now})
      where id = ${c.commenterId} and exists (select 1 from placed)
    ), remembered as (
      insert into commenter_session (token_hash, commenter_id, created_at, expires_at)
      select ${c.session.tokenHash}, ${c.commenterId}, ${now}, ${c.session.expiresAt} from placed
    ), ruling as (
      insert into decision (comment_id, revision_no, article_id, act, policy_version, decider, staff_id, from_state,
        to_state, from_settled_at, decided_at, arming_id)
      select id, revision_no, article_id, 'publish', ${c.verdict.policyVersion}, 'rule', ${c.armedBy}::int, 'held',
        'published', ${now}, ${now}, arming_id from placed where state = 'published'
      returning id
    ), entry as (
      insert into ledger (at, kind, actor, staff_id, article_id, comment_id, revision_no, policy_version, decision_id)
      select ${now}::timestamptz, 'comment_confirmed', 'commenter', null::int, article_id, id, revision_no, ${c.verdict.policyVersion},
        null::bigint from placed
      union all
      select ${now}::timestamptz, case state when 'published' then 'comment_published' else 'comment_held' end, 'rule',
        ${c.armedBy}::int, article_id, id, revision_no, ${c.verdict.policyVersion}, (select id from ruling) from placed
    )
    select state from placed`.execute(db)
  return rows[0]?.state
}

/** Taken back by its commenter. Open reports lapse: what they objected to is gone. */
export async function withdrawComment(db: Db, commentId: number, now: Date): Promise<boolean> {
  const { rows } = await sql`
    with gone as (
      update comment set state = 'withdrawn', settled_at = ${now}, rule_id = null
      where id = ${commentId} and state = any(${statesFor('withdraw')}::text[])
      returning id, article_id, revision_no
    ), dequeued as (
      delete from queue_item where comment_id in (select id from gone)
    ), lapsed as (
      update report set state = 'lapsed', answered_at = ${now}
      where comment_id in (select id from gone) and state = 'open' returning id, comment_id, reporter_email
    ), answers as (
      insert into letter (kind, report_id, comment_id, created_at, send_after)
      select 'report_answered', id, comment_id, ${now}, ${now} from lapsed where reporter_email is not null
    ), unsent as (
      update letter set cancelled_at = ${now}
      where comment_id in (select id from gone) and kind = 'confirm' and sent_at is null and cancelled_at is null
    ), entry as (
      insert into ledger (at, kind, actor, article_id, comment_id, revision_no, report_id)
      select ${now}::timestamptz, 'comment_withdrawn', 'commenter', article_id, id, revision_no, null::bigint from gone
      union all
      select ${now}::timestamptz, 'report_answered', 'system', null, comment_id, null, id from lapsed
    )
    select id from gone`.execute(db)
  return rows.length === 1
}

/** A refused comment comes back once, in new words, and waits again. The first words stay on record beside it. */
export async function resendComment(
  db: Db,
  c: {
    commentId: number
    text: string
    signals: SignalSet
    verdict: Verdict
    priority: number
  },
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    with back as (
      update comment set state = 'held', settled_at = ${now}, rule_id = null, revision_no = 2, links_allowed = false
      where id = ${c.commentId} and state = any(${statesFor('resend')}::text[]) and revision_no = 1
      returning id, article_id
    ), revision as (
      insert into comment_revision (comment_id, revision_no, text, created_at)
      select id, 2, ${c.text}, ${now} from back
    ), measured as (
      insert into comment_signal (comment_id, revision_no, signals, verdict, policy_version)
      select id, 2, ${JSON.stringify(keepSignals(c.signals))}::jsonb, ${JSON.stringify(c.verdict)}::jsonb, ${c.verdict.policyVersion}
      from back
    ), queued as (
      insert into queue_item (comment_id, article_id, reason, priority, entered_at)
      select id, article_id, 'held', ${c.priority}, ${now} from back
    ), unsent as (
      update letter set cancelled_at = ${now}
      where comment_id in (select id from back) and kind = 'rejected' and sent_at is null and cancelled_at is null
    ), entry as (
      insert into ledger (at, kind, actor, article_id, comment_id, revision_no, policy_version)
      select ${now}::timestamptz, 'comment_resent', 'commenter', article_id, id, 2, ${c.verdict.policyVersion} from back
    )
    select id from back`.execute(db)
  return rows.length === 1
}
