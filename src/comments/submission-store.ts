import { sql } from 'kysely'
import { type Db, PREPARED } from '../db/database.ts'
import { gather } from '../lib/gather.ts'
import type { CommentMode, ThreadSetting } from '../newsroom/article.ts'
import type { Verdict } from '../policy/verdict.ts'
import { keepSignals } from '../triage/kept-signals.ts'
import type { SignalSet } from '../triage/signal.ts'
import type { CommentState } from './comment.ts'
import type { MeasureInForce } from './measure.ts'
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
  byline: string
  /** Persons and organisations that the article names. */
  named: string[]
  parent: {
    state: CommentState
    rootId: number
    depth: number
    path: number[]
    text: string | null
    name: string | null
    /** Who wrote above it and just below it, nearest last: whom a reply may mean. */
    near: string[]
  } | null
  commenterId: number | null
  publishedBefore: number
  lettersLastHour: number
  recentTexts: string[]
  /** Of the same commenter, within ten minutes. */
  ownRecent: number
  /** What the desk has taken against the writer. */
  measures: MeasureInForce[]
  /** The thermostat of the thread. */
  thread: ThreadSetting | null
  /** Of the writer's last comment that reached the desk, anywhere and under this article; null where none is slowed. */
  lastSentAt: Date | null
  lastSentHere: Date | null
}

type SettingRow = {
  n: number
  article_id: number
  parent_article: number | null
  state: string
  mode: CommentMode
  mode_by: number | null
  revision_no: number
  headline: string
  byline: string
  names: string[] | null
  parent_name: string | null
  parent_state: CommentState | null
  parent_root: number | null
  parent_depth: number | null
  parent_path: string[] | number[] | null
  parent_text: string | null
  near_names: (string | null)[] | null
  commenter_id: number | null
  published_before: number
  letters: number
  own_texts: (string | null)[] | null
  own_recent: number
  newest_texts: (string | null)[] | null
  measures: { kind: MeasureInForce['kind']; pause: number | null; ends: string | null }[] | null
  thread: { setting: ThreadSetting['setting']; pause: number | null; ends: string } | null
  last_sent: Date | null
  last_sent_here: Date | null
}

/** By the same commenter and among the newest under the article, waiting or public: where a raid would repeat itself. */
const RECENT_TEXTS = 10

/** From the end of an index for each state: what an article holds in all costs nothing. */
const newestUnder = (state: 'held' | 'published') =>
  sql.raw(`(select c.id, c.revision_no from comment c
          where c.article_id = a.article_id and c.state = '${state}' order by c.id desc limit ${RECENT_TEXTS})`)

/** Looked up one by one, each by its key: a join may read every revision there is. */
const textOf = (comment: 'own' | 'near') =>
  sql.raw(`
        select cr.text from comment_revision cr
        where cr.comment_id = ${comment}.id and cr.revision_no = ${comment}.revision_no`)

const NEAR = 6

/**
 * Printed names around a reply: of the comments above its parent by their keys, and of the newest public ones below it
 * from the index that reads threads. A few rows however long the quarrel; in the question that is asked anyway.
 */
const nearNames = sql.raw(`(select json_agg(near.printed_name) from (
        (select above.printed_name from comment above where above.id = any(parent.path) and above.id <> parent.id)
        union all
        (select below.printed_name from comment below
         where below.root_id = parent.root_id and below.parent_id is not null and below.published_at is not null
           and below.path > parent.path[:${DEEPEST_INDENT}]
           and below.path < parent.path[:${DEEPEST_INDENT}] || 9223372036854775807
         order by below.path desc limit ${NEAR})) near)`)

/** In force, and only those: of a writer without any, one look into an index. */
const measuresOn = sql.raw(`(
        select json_agg(json_build_object('kind', m.kind, 'pause', m.pause_minutes, 'ends', m.ends_at)) from measure m
        where m.commenter_id = w.id and m.kind <> 'warning' and m.reverses is null
          and (m.ends_at is null or m.ends_at > asked.asked_at)
          and not exists (select 1 from measure lift where lift.reverses = m.id))`)

/** One never confirmed does not count: a stranger may have typed this address. Read only where a slow mode asks. */
const lastSent = (under: 'anywhere' | 'here') =>
  sql.raw(`(
        select c.submitted_at from comment c where c.commenter_id = w.id and c.state <> 'unconfirmed'
          ${under === 'here' ? 'and c.article_id = a.id' : ''}
        order by c.id desc limit 1)`)

export type SettingQuestion = { articleId: number; parentId: number | null; email: string; now: Date }

export async function findSubmissionSetting(
  db: Db,
  at: SettingQuestion,
): Promise<SubmissionSetting | undefined> {
  return (await findSubmissionSettings(db, [at]))[0]
}

/** In the order asked; undefined where the article does not exist. */
export async function findSubmissionSettings(
  db: Db,
  asked: readonly SettingQuestion[],
): Promise<(SubmissionSetting | undefined)[]> {
  const questions = asked.map((at, n) => ({
    n,
    article_id: at.articleId,
    parent_id: at.parentId,
    email: at.email,
    asked_at: at.now,
  }))
  const { rows } = await sql<SettingRow>`${prepared}
    with asked as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(questions)}::jsonb)
        as asked (n int, article_id int, parent_id bigint, email text, asked_at timestamptz)
    ), newest as materialized (
      -- A crowd writes under one article: what came last is read and sent once, with the first question about it.
      select a.article_id, a.n, (select json_agg((${textOf('near')})) from (
        ${newestUnder('held')} union all ${newestUnder('published')} order by id desc limit ${RECENT_TEXTS}) near) as texts
      from (select article_id, min(n) as n from asked group by article_id) a
    )
    select asked.n, a.id as article_id, a.state, a.revision_no, r.headline, r.byline, r.names,
      coalesce(a.comment_mode, s.comment_mode, p.comment_mode) as mode,
      case when a.comment_mode is not null then a.comment_mode_by
           when s.comment_mode is not null then s.comment_mode_by else p.comment_mode_by end as mode_by,
      parent.article_id as parent_article, parent.state as parent_state, parent.root_id as parent_root, parent.depth as parent_depth,
      parent.path as parent_path, parent_words.text as parent_text, parent.printed_name as parent_name,
      case when parent.id is not null then ${nearNames} end as near_names,
      w.id as commenter_id,
      (select count(*)::int from (
        select 1 from comment c where c.commenter_id = w.id and c.state = 'published' limit 100) seen) as published_before,
      (select count(*)::int from letter l where l.commenter_id = w.id and l.kind = 'confirm'
        and l.created_at > asked.asked_at - interval '1 hour') as letters,
      (select json_agg((${textOf('own')})) from (
        select c.id, c.revision_no, c.submitted_at from comment c
        where c.commenter_id = w.id order by c.id desc limit ${RECENT_TEXTS}) own
        where own.submitted_at > asked.asked_at - interval '1 day') as own_texts,
      (select count(*)::int from (
        select c.submitted_at from comment c where c.commenter_id = w.id order by c.id desc limit ${RECENT_TEXTS}) own
        where own.submitted_at > asked.asked_at - interval '10 minutes') as own_recent,
      newest.texts as newest_texts, on_writer.measures,
      case when h.id is not null then json_build_object('setting', h.setting, 'pause', h.pause_minutes, 'ends', h.ends_at)
        end as thread,
      case when on_writer.measures is not null then ${lastSent('anywhere')} end as last_sent,
      case when h.setting = 'slow' then ${lastSent('here')} end as last_sent_here
    from asked
    join article a on a.id = asked.article_id
    left join newest on newest.n = asked.n
    join publication p on p.id = a.publication_id
    join article_revision r on r.article_id = a.id and r.revision_no = a.revision_no
    left join section s on s.id = a.section_id
    -- By its id alone, and whose article it is told below: with both conditions the planner may read the article's whole
    -- conversation for every question.
    left join comment parent on parent.id = asked.parent_id
    left join comment_revision parent_words
      on parent_words.comment_id = parent.id and parent_words.revision_no = parent.revision_no
    left join commenter w on w.email = asked.email
    left join lateral (select ${measuresOn} as measures) on_writer on true
    left join thread_setting h on h.article_id = a.id and h.ended_at is null and h.ends_at > asked.asked_at`.execute(
    db,
  )
  const newest = new Map(
    rows.flatMap((row) => (row.newest_texts ? [[row.article_id, row.newest_texts]] : [])),
  )
  const settings = new Map(rows.map((row) => [row.n, settingFromRow(row, newest.get(row.article_id) ?? [])]))
  return asked.map((_, n) => settings.get(n))
}

const settingFromRow = (row: SettingRow, newest: (string | null)[]): SubmissionSetting => ({
  articleLive: row.state === 'live',
  mode: row.mode,
  modeBy: row.mode_by,
  revisionNo: row.revision_no,
  headline: row.headline,
  byline: row.byline,
  named: row.names ?? [],
  parent:
    row.parent_state === null || row.parent_article !== row.article_id
      ? null
      : {
          state: row.parent_state,
          rootId: row.parent_root ?? 0,
          depth: row.parent_depth ?? 0,
          path: (row.parent_path ?? []).map(Number),
          text: row.parent_text,
          name: row.parent_name,
          near: [...new Set(row.near_names ?? [])].filter((name) => name !== null),
        },
  commenterId: row.commenter_id,
  publishedBefore: row.published_before,
  lettersLastHour: row.letters,
  ownRecent: row.own_recent,
  recentTexts: [...new Set([...(row.own_texts ?? []), ...newest])].filter((text) => text !== null),
  measures: (row.measures ?? []).map(({ kind, pause, ends }) => ({
    kind,
    pauseMinutes: pause,
    endsAt: ends === null ? null : new Date(ends),
  })),
  thread: row.thread && {
    setting: row.thread.setting,
    pauseMinutes: row.thread.pause,
    endsAt: new Date(row.thread.ends),
  },
  lastSentAt: row.last_sent,
  lastSentHere: row.last_sent_here,
})

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
  /** Of a comment published by the rule: whoever armed post-moderation, or publishing unread. */
  armedBy: number | null
}

export type Arriving = NewComment & { now: Date }

export async function insertComment(db: Db, comment: NewComment, now: Date): Promise<number | undefined> {
  return (await insertComments(db, [{ ...comment, now }]))[0]?.commentId
}

export type Inserted = { commentId: number; state: CommentState }

/**
 * Comment, revision, signals, queue item or letter, decision and ledger entry of each comment, all in one statement: one
 * transaction and one flush to disk, however many came together. Nothing is acknowledged before it is committed.
 *
 * What would go out unread under an arming that has ended meanwhile is held: a person who disarms it does so at once, in
 * every process, without a further read.
 *
 * Returns ids and states in the order given; undefined where the same submission came within the last ten minutes: the
 * fingerprint's unique key makes the second of two simultaneous clicks wait for the first and then find it. Throws
 * 23505 when a script's key was used before, and then nothing of the whole batch is stored.
 */
export async function insertComments(
  db: Db,
  comments: readonly Arriving[],
): Promise<(Inserted | undefined)[]> {
  const fingerprints = comments.map((c) => c.fingerprint.toString('hex'))
  // The same click twice in one batch: the second finds the first, as it would a moment later.
  const firsts = comments.flatMap((c, n) =>
    fingerprints.indexOf(fingerprints[n] ?? '') === n ? [rowFor(c, n, fingerprints[n] ?? '')] : [],
  )
  const { rows } = await sql<{ n: number; comment_id: number; state: CommentState }>`${prepared}
    with asked as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(firsts)}::jsonb) as asked (n int, fingerprint text,
        came_at timestamptz, article_id int, article_revision_no int, parent_id bigint, root_id bigint, depth int,
        path_above bigint[], commenter_id bigint, printed_name text, placed text, placed_reason text, priority int,
        network_key text, submission_key text, text text, signals jsonb, verdict jsonb, policy_version text,
        armed_by int, arming_asked bigint, audited boolean)
    ), claim as (
      insert into submission as s (fingerprint, comment_id, submitted_at)
      select decode(fingerprint, 'hex'), nextval('comment_id_seq'), came_at from asked
      -- Two processes that hold two clicks each take them in the same order, so neither waits for the other for ever.
      order by fingerprint
      on conflict (fingerprint) do update
        set comment_id = excluded.comment_id, submitted_at = excluded.submitted_at
        where s.submitted_at <= excluded.submitted_at - interval '10 minutes'
      returning fingerprint, comment_id
    ), fresh as materialized (
      select asked.*, claim.comment_id, g.id as arming_id,
        case when g.id is not distinct from arming_asked then placed else 'held' end as state,
        case when g.id is not distinct from arming_asked then placed_reason else 'held' end as queue_reason
      from claim join asked on decode(asked.fingerprint, 'hex') = claim.fingerprint
      left join unread_arming g on g.id = asked.arming_asked and g.ended_at is null
    ), made as (
      insert into comment (id, article_id, article_revision_no, parent_id, root_id, depth, path, commenter_id,
        printed_name, state, submitted_at, published_at, settled_at, network_key, submission_key)
      select comment_id, article_id, article_revision_no, parent_id, coalesce(root_id, comment_id), depth,
        path_above || comment_id, commenter_id, printed_name, state, came_at, case when state = 'published' then came_at end, came_at,
        decode(network_key, 'hex'), submission_key
      from fresh
    ), revision as (
      insert into comment_revision (comment_id, revision_no, text, created_at)
      select comment_id, 1, text, came_at from fresh
    ), measured as (
      insert into comment_signal (comment_id, revision_no, signals, verdict, policy_version)
      select comment_id, 1, signals, verdict, policy_version from fresh
    ), queued as (
      insert into queue_item (comment_id, article_id, reason, priority, entered_at)
      select comment_id, article_id, queue_reason, priority, came_at from fresh where queue_reason is not null
    ), letter as (
      insert into letter (kind, commenter_id, comment_id, created_at, send_after)
      select 'confirm', commenter_id, comment_id, came_at, came_at from fresh where state = 'unconfirmed'
    ), ruling as (
      insert into decision (comment_id, revision_no, article_id, act, policy_version, decider, staff_id, from_state,
        to_state, from_settled_at, decided_at, arming_id)
      select comment_id, 1, article_id, 'publish', policy_version, 'rule', armed_by, 'held', 'published', came_at, came_at,
        arming_id
      from fresh where state = 'published'
      returning id, comment_id
    ), drawn as (
      insert into unread_audit (comment_id, arming_id, drawn_at)
      select comment_id, arming_id, came_at from fresh where audited and arming_id is not null
    ), entry as (
      insert into ledger (at, kind, actor, staff_id, article_id, comment_id, revision_no, policy_version, decision_id)
      select came_at,
        case state when 'unconfirmed' then 'comment_submitted' when 'published' then 'comment_published'
          else 'comment_held' end,
        case when state = 'published' then 'rule' else 'commenter' end,
        case when state = 'published' then armed_by end, article_id, fresh.comment_id, 1, policy_version, ruling.id
      from fresh left join ruling on ruling.comment_id = fresh.comment_id
    )
    select n, comment_id, state from fresh`.execute(db)
  const made = new Map(rows.map((row) => [row.n, { commentId: row.comment_id, state: row.state }]))
  return comments.map((_, n) => made.get(n))
}

function rowFor(c: Arriving, n: number, fingerprint: string) {
  const { submission, setting, placement } = c
  const parent = setting.parent
  return {
    n,
    fingerprint,
    came_at: c.now,
    article_id: c.articleId,
    article_revision_no: setting.revisionNo,
    parent_id: submission.parentId,
    root_id: parent?.rootId ?? null,
    depth: parent ? parent.depth + 1 : 0,
    // Cut at the deepest indent: replies below it stand flat, in the order of their ids.
    path_above: parent ? parent.path.slice(0, DEEPEST_INDENT) : [],
    commenter_id: c.commenterId,
    printed_name: submission.printedName,
    placed: placement.state,
    placed_reason: placement.queueReason,
    priority: c.priority,
    network_key: c.networkKey?.toString('hex') ?? null,
    submission_key: submission.key,
    text: submission.text,
    signals: keepSignals(c.signals),
    verdict: c.verdict,
    policy_version: c.verdict.policyVersion,
    armed_by: c.armedBy,
    arming_asked: placement.draw?.armingId ?? null,
    audited: placement.draw?.audited ?? false,
  }
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

/** The two calls that every submission makes. */
export type SubmissionStore = {
  setting(question: SettingQuestion): Promise<SubmissionSetting | undefined>
  insert(comment: Arriving): Promise<Inserted | undefined>
}

/** Enough for a crowd; a statement much larger would only make its first comment wait for its last. */
const LARGEST_BATCH = 64

/**
 * For the process that serves: comments that come while others are being written are written together. A commit waits
 * for the disk, and that wait is the same for one comment and for fifty. A batch that fails is tried one by one, which
 * makes no comment twice: the fingerprint finds what a lost answer had stored.
 */
export function gatherSubmissions(db: Db): SubmissionStore {
  return {
    setting: gather((asked) => findSubmissionSettings(db, asked), { largest: LARGEST_BATCH, atOnce: 2 }),
    insert: gather((comments) => insertComments(db, comments), { largest: LARGEST_BATCH, atOnce: 2 }),
  }
}
