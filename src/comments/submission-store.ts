import { sql } from 'kysely'
import { type Db, PREPARED } from '../db/database.ts'
import type { CommentMode } from '../newsroom/article.ts'
import type { Verdict } from '../policy/verdict.ts'
import type { SignalSet } from '../triage/signal.ts'
import type { CommentState } from './comment.ts'
import type { Placement, Submission } from './submission.ts'
import { DEEPEST_INDENT } from './thread.ts'

const prepared = sql.raw(PREPARED)

/** Everything a submission is judged by, in one read. */
export type SubmissionSetting = {
  articleLive: boolean
  mode: CommentMode
  modeBy: number | null
  revisionNo: number
  headline: string
  parent: { state: CommentState; rootId: number; depth: number; path: number[]; text: string | null } | null
  commenterId: number | null
  publishedBefore: number
  lettersLastHour: number
  recentTexts: string[]
}

type SettingRow = {
  state: string
  mode: CommentMode
  mode_by: number | null
  revision_no: number
  headline: string
  parent_state: CommentState | null
  parent_root: number | null
  parent_depth: number | null
  parent_path: string[] | number[] | null
  parent_text: string | null
  commenter_id: number | null
  published_before: number
  letters: number
  recent_texts: string[] | null
}

/** By the same commenter and among what waits under the article: where a raid would repeat itself. */
const RECENT_TEXTS = 10

export async function findSubmissionSetting(
  db: Db,
  at: { articleId: number; parentId: number | null; email: string; now: Date },
): Promise<SubmissionSetting | undefined> {
  const { rows } = await sql<SettingRow>`${prepared}
    select a.state, a.revision_no, r.headline,
      coalesce(a.comment_mode, s.comment_mode, p.comment_mode) as mode,
      case when a.comment_mode is not null then a.comment_mode_by
           when s.comment_mode is not null then s.comment_mode_by else p.comment_mode_by end as mode_by,
      parent.state as parent_state, parent.root_id as parent_root, parent.depth as parent_depth,
      parent.path as parent_path, parent_words.text as parent_text,
      w.id as commenter_id,
      (select count(*)::int from (
        select 1 from comment c where c.commenter_id = w.id and c.state = 'published' limit 100) seen) as published_before,
      (select count(*)::int from letter l where l.commenter_id = w.id and l.kind = 'confirm'
        and l.created_at > ${at.now}::timestamptz - interval '1 hour') as letters,
      (select array_agg(recent.text) from (
        select cr.text from (
          (select c.id, c.revision_no from comment c
            where c.commenter_id = w.id and c.submitted_at > ${at.now}::timestamptz - interval '1 day'
            order by c.id desc limit ${RECENT_TEXTS})
          union
          (select c.id, c.revision_no from comment c
            where c.article_id = a.id and c.state = 'held'
            order by c.id desc limit ${RECENT_TEXTS})
        ) mine join comment_revision cr on cr.comment_id = mine.id and cr.revision_no = mine.revision_no
        where cr.text is not null order by mine.id desc) recent) as recent_texts
    from article a
    join publication p on p.id = a.publication_id
    join article_revision r on r.article_id = a.id and r.revision_no = a.revision_no
    left join section s on s.id = a.section_id
    left join comment parent on parent.id = ${at.parentId}::bigint and parent.article_id = a.id
    left join comment_revision parent_words
      on parent_words.comment_id = parent.id and parent_words.revision_no = parent.revision_no
    left join commenter w on w.email = ${at.email}
    where a.id = ${at.articleId}`.execute(db)
  const row = rows[0]
  if (!row) return undefined
  return {
    articleLive: row.state === 'live',
    mode: row.mode,
    modeBy: row.mode_by,
    revisionNo: row.revision_no,
    headline: row.headline,
    parent:
      row.parent_state === null
        ? null
        : {
            state: row.parent_state,
            rootId: row.parent_root ?? 0,
            depth: row.parent_depth ?? 0,
            path: (row.parent_path ?? []).map(Number),
            text: row.parent_text,
          },
    commenterId: row.commenter_id,
    publishedBefore: row.published_before,
    lettersLastHour: row.letters,
    recentTexts: row.recent_texts ?? [],
  }
}

/** One row for each address, made on the first letter to it. */
export async function ensureCommenter(db: Db, email: string, now: Date): Promise<number> {
  await sql`insert into commenter (email, created_at) values (${email}, ${now}) on conflict (email) do nothing`.execute(
    db,
  )
  const { rows } = await sql<{ id: number }>`select id from commenter where email = ${email}`.execute(db)
  return (rows[0] as { id: number }).id
}

export type NewComment = {
  articleId: number
  setting: SubmissionSetting
  submission: Submission
  commenterId: number
  placement: Placement
  priority: number
  signals: SignalSet
  verdict: Verdict
  fingerprint: Buffer
  networkKey: Buffer | null
  /** Of a comment published by the rule: whoever armed post-moderation. */
  armedBy: number | null
}

/**
 * Comment, revision, signals, queue item, decision, ledger entries and letter in one statement, so in one transaction
 * and one round trip (five rows in one statement commit twice as fast as five statements). Nothing is acknowledged
 * before it is committed.
 *
 * Returns undefined when the same submission came within the last ten minutes: the fingerprint's unique key makes the
 * second of two simultaneous clicks wait for the first and then find it.
 */
export async function insertComment(db: Db, c: NewComment, now: Date): Promise<number | undefined> {
  const { submission, setting, placement } = c
  const parent = setting.parent
  // Cut at the deepest indent: replies below it stand flat, in the order of their ids.
  const pathAbove = parent ? parent.path.slice(0, DEEPEST_INDENT) : []
  const queued = placement.queueReason !== null
  const published = placement.state === 'published'
  const firstEntry =
    placement.state === 'unconfirmed' ? 'comment_submitted' : published ? 'comment_published' : 'comment_held'
  const decision = published
    ? sql`, ruling as (
        insert into decision (comment_id, revision_no, article_id, act, policy_version, decider, staff_id, from_state,
          to_state, from_settled_at, decided_at)
        select comment_id, 1, ${c.articleId}, 'publish', ${c.verdict.policyVersion}, 'rule', ${c.armedBy}::int, 'held',
          'published', ${now}, ${now} from claim
        returning id, comment_id)`
    : sql``
  const queue = queued
    ? sql`, queued as (
        insert into queue_item (comment_id, article_id, reason, priority, entered_at)
        select comment_id, ${c.articleId}, ${placement.queueReason}, ${c.priority}, ${now} from claim)`
    : sql`, letter as (
        insert into letter (kind, commenter_id, comment_id, created_at, send_after)
        select 'confirm', ${c.commenterId}, comment_id, ${now}, ${now} from claim)`
  const { rows } = await sql<{ comment_id: number }>`${prepared}
    with claim as (
      insert into submission as s (fingerprint, comment_id, submitted_at)
      values (${c.fingerprint}, nextval('comment_id_seq'), ${now})
      on conflict (fingerprint) do update
        set comment_id = excluded.comment_id, submitted_at = excluded.submitted_at
        where s.submitted_at <= ${now}::timestamptz - interval '10 minutes'
      returning comment_id
    ), made as (
      insert into comment (id, article_id, article_revision_no, parent_id, root_id, depth, path, commenter_id,
        printed_name, state, submitted_at, published_at, settled_at, network_key, submission_key)
      select comment_id, ${c.articleId}, ${setting.revisionNo}, ${submission.parentId}::bigint,
        ${parent ? sql`${parent.rootId}::bigint` : sql`comment_id`}, ${parent ? parent.depth + 1 : 0},
        ${pathAbove}::bigint[] || comment_id, ${c.commenterId}, ${submission.printedName}, ${placement.state}, ${now},
        ${published ? now : null}::timestamptz, ${now}, ${c.networkKey}, ${submission.key}
      from claim
    ), revision as (
      insert into comment_revision (comment_id, revision_no, text, created_at)
      select comment_id, 1, ${submission.text}, ${now} from claim
    ), measured as (
      insert into comment_signal (comment_id, revision_no, signals, verdict, policy_version)
      select comment_id, 1, ${JSON.stringify(c.signals)}::jsonb, ${JSON.stringify(c.verdict)}::jsonb,
        ${c.verdict.policyVersion} from claim
    )${queue}${decision}, entry as (
      insert into ledger (at, kind, actor, staff_id, article_id, comment_id, revision_no, policy_version, decision_id)
      select ${now}::timestamptz, ${firstEntry}, ${published ? 'rule' : 'commenter'}, ${published ? c.armedBy : null}::int, ${c.articleId},
        comment_id, 1, ${c.verdict.policyVersion}, ${published ? sql`(select id from ruling)` : sql`null::bigint`} from claim
    )
    select comment_id from claim`.execute(db)
  return rows[0]?.comment_id
}

/** The comment that a repeated submission already made, and whether it came from the same network address. */
export async function findEarlierSubmission(
  db: Db,
  by: { fingerprint: Buffer; key: string | null; networkKey: Buffer | null },
  now: Date,
): Promise<{ commentId: number; sameNetwork: boolean; state: CommentState } | undefined> {
  const { rows } = await sql<{ id: number; same: boolean; state: CommentState }>`
    select c.id, c.state, c.network_key is not distinct from ${by.networkKey} as same from comment c
    where c.submission_key = ${by.key}
      or c.id = (select s.comment_id from submission s
        where s.fingerprint = ${by.fingerprint} and s.submitted_at > ${now}::timestamptz - interval '10 minutes')
    order by c.submission_key is not null desc limit 1`.execute(db)
  const row = rows[0]
  return row && { commentId: row.id, sameNetwork: row.same, state: row.state }
}
