import { sql } from 'kysely'
import { withinSections } from '../accounts/section-store.ts'
import { type CommentState, statesFor } from '../comments/comment.ts'
import type { Db } from '../db/database.ts'
import type { CommentMode } from '../newsroom/article.ts'
import type { Verdict } from '../policy/verdict.ts'
import { type KeptSignals, readSignals } from '../triage/kept-signals.ts'
import type { SignalSet } from '../triage/signal.ts'
import type { QueueReason } from './claim-store.ts'
import type { DecisionAct } from './decision.ts'
import { type Escalation, listEscalations } from './escalation-store.ts'
import { openReports } from './queue-rank-store.ts'
import { withinReach } from './reach-store.ts'
import type { ReportState } from './report.ts'
import { superseded } from './superseded-store.ts'

/** A comment with all that a moderator needs to decide it, so that no other tab is opened. */
export type Card = {
  comment: {
    id: number
    text: string | null
    printedName: string | null
    submittedAt: Date
    revisionNo: number
    state: CommentState
    linksAllowed: boolean
    depth: number
    ruleId: string | null
    byStaff: boolean
  }
  reason: QueueReason | null
  /** Whom it was handed up to, and by whom and why; read only where it was. */
  heldFor: 'senior' | 'legal' | null
  escalations: Escalation[]
  claimedBy: { staffId: number; name: string } | null
  writer: {
    commenterId: number | null
    publishedCount: number
    rejectedCount: number
    removedCount: number
    firstSeenAt: Date | null
    lastDecisions: { act: DecisionAct; ruleId: string | null; decidedAt: Date }[]
  }
  parent: { printedName: string | null; text: string | null } | null
  article: {
    id: number
    slug: string
    headline: string
    standfirst: string
    section: string | null
    commentMode: CommentMode
    live: boolean
  }
  verdict: Verdict | null
  signals: SignalSet | undefined
  reports: {
    id: number
    ruleId: string
    words: string | null
    filedAt: Date
    withAccount: boolean
    state: ReportState
  }[]
  /** The words that were refused, where this is the second try. */
  earlierRevisionText: string | null
}

type CardRow = {
  id: number
  text: string | null
  printed_name: string | null
  submitted_at: Date
  revision_no: number
  state: CommentState
  links_allowed: boolean
  depth: number
  rule_id: string | null
  commenter_id: number | null
  by_staff: boolean
  first_seen_at: Date | null
  reason: QueueReason | null
  held_for: 'senior' | 'legal' | null
  holder_id: number | null
  holder: string | null
  parent_id: number | null
  parent_name: string | null
  parent_text: string | null
  article_id: number
  slug: string
  headline: string
  standfirst: string
  section: string | null
  comment_mode: CommentMode
  article_state: string
  verdict: Verdict | null
  signals: KeptSignals | null
  earlier_text: string | null
}

/** For this person: undefined as well where the comment stands in another's section. */
export async function findCard(
  db: Db,
  commentId: number,
  staffId: number,
  now: Date,
): Promise<Card | undefined> {
  const { rows } = await sql<CardRow>`
    select c.id, cr.text, c.printed_name, c.submitted_at, c.revision_no, c.state, c.links_allowed, c.depth, c.rule_id,
      c.commenter_id, c.staff_id is not null as by_staff, w.created_at as first_seen_at, q.reason, q.held_for,
      h.id as holder_id, h.name as holder,
      c.parent_id, p.printed_name as parent_name, pr.text as parent_text,
      a.id as article_id, a.slug, ar.headline, ar.standfirst, s.name as section, a.state as article_state,
      coalesce(a.comment_mode, s.comment_mode, pub.comment_mode) as comment_mode,
      sig.verdict, sig.signals, case when c.revision_no > 1 then
        (select text from comment_revision where comment_id = c.id and revision_no = c.revision_no - 1) end as earlier_text
    from comment c
    join comment_revision cr on cr.comment_id = c.id and cr.revision_no = c.revision_no
    join article a on a.id = c.article_id
    join publication pub on pub.id = a.publication_id
    join article_revision ar on ar.article_id = a.id and ar.revision_no = a.revision_no
    left join section s on s.id = a.section_id
    left join comment_signal sig on sig.comment_id = c.id and sig.revision_no = c.revision_no
    left join commenter w on w.id = c.commenter_id
    left join comment p on p.id = c.parent_id
    left join comment_revision pr on pr.comment_id = p.id and pr.revision_no = p.revision_no
    left join queue_item q on q.comment_id = c.id
    left join staff h on h.id = q.lease_staff_id and q.lease_until > ${now}
    where c.id = ${commentId} and c.state <> 'unconfirmed' and ${withinSections(staffId, sql`c.article_id`)}`.execute(
    db,
  )
  const row = rows[0]
  if (!row) return undefined
  const [standing, lastDecisions, reports, escalations] = await Promise.all([
    findStanding(db, row.commenter_id),
    listDecisionsOnCommenter(db, row.commenter_id),
    listReports(db, commentId),
    row.held_for === null ? [] : listEscalations(db, commentId),
  ])
  return {
    comment: {
      id: row.id,
      text: row.text,
      printedName: row.printed_name,
      submittedAt: row.submitted_at,
      revisionNo: row.revision_no,
      state: row.state,
      linksAllowed: row.links_allowed,
      depth: row.depth,
      ruleId: row.rule_id,
      byStaff: row.by_staff,
    },
    reason: row.reason,
    heldFor: row.held_for,
    escalations,
    claimedBy: row.holder_id === null ? null : { staffId: row.holder_id, name: row.holder ?? '' },
    writer: { commenterId: row.commenter_id, firstSeenAt: row.first_seen_at, lastDecisions, ...standing },
    parent: row.parent_id === null ? null : { printedName: row.parent_name, text: row.parent_text },
    article: {
      id: row.article_id,
      slug: row.slug,
      headline: row.headline,
      standfirst: row.standfirst,
      section: row.section,
      commentMode: row.comment_mode,
      live: row.article_state === 'live',
    },
    verdict: row.verdict,
    signals: row.signals ? readSignals(row.signals) : undefined,
    reports,
    earlierRevisionText: row.earlier_text,
  }
}

async function findStanding(db: Db, commenterId: number | null) {
  const { rows } = await sql<{ published: number; rejected: number; removed: number }>`
    select count(*) filter (where state = 'published')::int as published,
      count(*) filter (where state = 'rejected')::int as rejected,
      count(*) filter (where state = 'removed')::int as removed
    from comment where commenter_id = ${commenterId}::bigint`.execute(db)
  const row = rows[0]
  return {
    publishedCount: row?.published ?? 0,
    rejectedCount: row?.rejected ?? 0,
    removedCount: row?.removed ?? 0,
  }
}

async function listDecisionsOnCommenter(db: Db, commenterId: number | null) {
  const { rows } = await sql<{ act: DecisionAct; ruleId: string | null; decidedAt: Date }>`
    select d.act, d.rule_id as "ruleId", d.decided_at as "decidedAt"
    from (select id from comment where commenter_id = ${commenterId}::bigint order by id desc limit 20) c
    join decision d on d.comment_id = c.id
    where d.reverses is null and not exists (select 1 from decision r where r.reverses = d.id)
    order by d.id desc limit 5`.execute(db)
  return rows
}

export async function listReports(db: Db, commentId: number): Promise<Card['reports']> {
  const { rows } = await sql<Card['reports'][number]>`
    select id, rule_id as "ruleId", words, filed_at as "filedAt", reporter_email is not null as "withAccount", state
    from report where comment_id = ${commentId} order by id limit 50`.execute(db)
  return rows
}

export type QueueRow = {
  commentId: number
  printedName: string | null
  excerpt: string
  reason: QueueReason
  enteredAt: Date
  claimedBy: string | null
  mine: boolean
  headline: string
}

/** What a row was ranked by. */
export type RankedBy = {
  depth: number
  isPublic: boolean
  worstRuleId: string | null
  worstProbability: number | null
  /** 0: it has just come, and nothing has ranked it yet. */
  rankedRequests: number
  reportRuleIds: string[] | null
  reportedAt: Date | null
}

export async function listQueue(
  db: Db,
  where: { reason: QueueReason | null; after: number | null; staffId: number; limit: number },
  now: Date,
): Promise<(QueueRow & RankedBy)[]> {
  const reason = where.reason === null ? sql`` : sql`and q.reason = ${where.reason}`
  const behind =
    where.after === null
      ? sql``
      : sql`and (q.turn, q.comment_id) > (select turn, comment_id from queue_item where comment_id = ${where.after})`
  const { rows } = await sql<QueueRow & RankedBy>`
    select q.comment_id as "commentId", c.printed_name as "printedName", left(cr.text, 160) as excerpt, q.reason,
      q.entered_at as "enteredAt", ar.headline, coalesce(s.id = ${where.staffId} and not q.ahead, false) as mine,
      case when s.id is distinct from ${where.staffId} or not q.ahead then s.name end as "claimedBy",
      c.depth, c.state = 'published' as "isPublic", q.worst_rule_id as "worstRuleId",
      q.worst_probability as "worstProbability", q.ranked_requests as "rankedRequests",
      r.rule_ids as "reportRuleIds", r.reported_at as "reportedAt"
    from (
      select * from queue_item q where ${withinSections(where.staffId, sql`q.article_id`)}
        and ${withinReach(where.staffId, sql`q.held_for`)} ${reason} ${behind}
      order by turn, comment_id limit ${where.limit}) q
    join comment c on c.id = q.comment_id
    join comment_revision cr on cr.comment_id = c.id and cr.revision_no = c.revision_no
    join article a on a.id = q.article_id
    join article_revision ar on ar.article_id = a.id and ar.revision_no = a.revision_no
    left join staff s on s.id = q.lease_staff_id and q.lease_until > ${now}
    left join lateral (${openReports(sql`q.comment_id`)}) r on true
    order by q.turn, q.comment_id`.execute(db)
  return rows
}

export type QueueCounts = { held: number; reported: number; post: number; oldestEnteredAt: Date | null }

/** Of what this person may take. */
export async function countQueue(db: Db, staffId: number): Promise<QueueCounts> {
  const { rows } = await sql<{ held: number; reported: number; post: number; oldest: Date | null }>`
    select count(*) filter (where reason = 'held')::int as held,
      count(*) filter (where reason = 'reported')::int as reported,
      count(*) filter (where reason = 'post')::int as post, min(entered_at) as oldest
    from queue_item q where ${withinSections(staffId, sql`q.article_id`)}
      and ${withinReach(staffId, sql`q.held_for`)}`.execute(db)
  const row = rows[0]
  return {
    held: row?.held ?? 0,
    reported: row?.reported ?? 0,
    post: row?.post ?? 0,
    oldestEnteredAt: row?.oldest ?? null,
  }
}

export type DecidedRow = {
  decisionId: number
  commentId: number
  articleId: number
  headline: string
  excerpt: string
  printedName: string | null
  act: DecisionAct
  ruleId: string | null
  decider: 'staff' | 'rule' | 'reports'
  staffId: number | null
  staffName: string | null
  decidedAt: Date
  reverses: number | null
  /** Still the latest on its comment, and not reversed: an undo would work. */
  reversible: boolean
  /** Which words it goes by; places in the text of `revisionNo`. */
  spans: [number, number][] | null
  revisionNo: number
}

export async function listDecided(
  db: Db,
  where: { before: number | null; staffId: number; commentId?: number; batchId?: number; limit: number },
): Promise<DecidedRow[]> {
  const before = where.before === null ? sql`` : sql`and d.id < ${where.before}`
  const one = where.commentId === undefined ? sql`` : sql`and d.comment_id = ${where.commentId}`
  const batch = where.batchId === undefined ? sql`` : sql`and d.batch_id = ${where.batchId}`
  const { rows } = await sql<DecidedRow>`
    select d.id as "decisionId", d.comment_id as "commentId", d.article_id as "articleId", ar.headline,
      coalesce(left(cr.text, 160), '') as excerpt, c.printed_name as "printedName", d.act, d.rule_id as "ruleId", d.decider,
      d.staff_id as "staffId", s.name as "staffName", d.decided_at as "decidedAt", d.reverses,
      coalesce(c.state = d.to_state, false)
        and not ${superseded} as reversible, ev.spans, d.revision_no as "revisionNo"
    from decision d
    left join decision_evidence ev on ev.decision_id = d.id
    join article a on a.id = d.article_id
    join article_revision ar on ar.article_id = a.id and ar.revision_no = a.revision_no
    left join comment c on c.id = d.comment_id
    left join comment_revision cr on cr.comment_id = c.id and cr.revision_no = c.revision_no
    left join staff s on s.id = d.staff_id
    where ${withinSections(where.staffId, sql`d.article_id`)} ${before} ${one} ${batch} order by d.id desc limit ${where.limit}`.execute(
    db,
  )
  return rows
}

export type Undoable = {
  decisionId: number
  act: DecisionAct
  ruleId: string | null
  decidedAt: Date
  printedName: string | null
  excerpt: string
  hasLetter: boolean
}

/** The last decision of this person that an undo would still reverse. */
export async function findUndoable(db: Db, staffId: number, since: Date): Promise<Undoable | undefined> {
  const { rows } = await sql<Undoable>`
    select d.id as "decisionId", d.act, d.rule_id as "ruleId", d.decided_at as "decidedAt",
      c.printed_name as "printedName", coalesce(left(cr.text, 160), '') as excerpt,
      exists (select 1 from letter l where l.decision_id = d.id and l.cancelled_at is null) as "hasLetter"
    from (
      select * from decision where staff_id = ${staffId} and decider = 'staff' and decided_at > ${since}
      order by id desc limit 1) d
    join comment c on c.id = d.comment_id
    left join comment_revision cr on cr.comment_id = c.id and cr.revision_no = c.revision_no
    where d.reverses is null and d.batch_id is null and c.state = d.to_state
      and not ${superseded}`.execute(db)
  return rows[0]
}

/** The desk has looked at the links of a comment and lets them be links, or takes that back. */
export async function setLinksAllowed(
  db: Db,
  c: { commentId: number; allowed: boolean },
  by: { staffId: number },
  now: Date,
): Promise<{ articleId: number } | undefined> {
  const { rows } = await sql<{ article_id: number }>`
    with changed as (
      update comment set links_allowed = ${c.allowed}
      where id = ${c.commentId} and links_allowed <> ${c.allowed}
        and state = any(${statesFor('allow_links')}::text[])
        and ${withinSections(by.staffId, sql`comment.article_id`)}
      returning id, article_id, revision_no
    ), entry as (
      insert into ledger (at, kind, actor, staff_id, article_id, comment_id, revision_no)
      select ${now}::timestamptz, ${c.allowed ? 'links_allowed' : 'links_disallowed'}, 'staff', ${by.staffId}::int, article_id, id,
        revision_no from changed
    )
    select article_id from changed`.execute(db)
  const row = rows[0]
  return row && { articleId: row.article_id }
}

export type HistoryEntry = {
  seq: number
  at: Date
  kind: string
  actor: string
  staffName: string | null
  ruleId: string | null
}

/** What the ledger holds on one comment. */
export async function listHistory(db: Db, commentId: number): Promise<HistoryEntry[]> {
  const { rows } = await sql<HistoryEntry>`
    select l.seq, l.at, l.kind, l.actor, s.name as "staffName", l.rule_id as "ruleId"
    from ledger l left join staff s on s.id = l.staff_id
    where l.comment_id = ${commentId} order by l.seq limit 200`.execute(db)
  return rows
}

export async function listRevisions(
  db: Db,
  commentId: number,
): Promise<{ revisionNo: number; text: string | null; createdAt: Date }[]> {
  const { rows } = await sql<{ revisionNo: number; text: string | null; createdAt: Date }>`
    select revision_no as "revisionNo", text, created_at as "createdAt" from comment_revision
    where comment_id = ${commentId} order by revision_no`.execute(db)
  return rows
}
