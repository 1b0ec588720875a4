import { sql } from 'kysely'
import { withinSections } from '../accounts/section-store.ts'
import type { CommentState } from '../comments/comment.ts'
import type { Db } from '../db/database.ts'
import { after, days } from '../lib/clock.ts'
import { LONGEST_STRIKE_DAYS } from '../policy/rule.ts'
import { FACTS_DAYS } from './standing.ts'
import type { Mark } from './strike.ts'

export type Writer = {
  id: number
  email: string | null
  firstSeenAt: Date
  confirmed: boolean
  erased: boolean
}

/** Undefined where there is none, or none of whose comments stands in this person's sections. */
export async function findWriter(db: Db, commenterId: number, staffId: number): Promise<Writer | undefined> {
  const { rows } = await sql<Writer>`
    select w.id, w.email, w.created_at as "firstSeenAt", w.confirmed_at is not null as confirmed,
      w.erased_at is not null as erased
    from commenter w where w.id = ${commenterId} and exists (
      select 1 from comment c where c.commenter_id = w.id and c.state <> 'unconfirmed'
        and ${withinSections(staffId, sql`c.article_id`)})`.execute(db)
  return rows[0]
}

/** True where the writer exists, whoever may see it. */
export async function isWriterKnown(db: Db, commenterId: number): Promise<boolean> {
  const { rows } = await sql`select 1 from commenter where id = ${commenterId}`.execute(db)
  return rows.length > 0
}

/** More marks than this change no standing that a person would read. */
const MOST_MARKS = 200

/**
 * What stands refused or taken down: read from the comments as their last decision left them, so that an undo, of one or of
 * a thousand, has subtracted its strike the moment it is committed, and no counter can disagree.
 */
export async function listMarks(db: Db, commenterId: number, now: Date): Promise<Mark[]> {
  const { rows } = await sql<Omit<Mark, 'batch'> & { batch_id: number | null; scope: string | null }>`
    select c.id as "commentId", c.rule_id as "ruleId", c.settled_at as at, d.batch_id, b.scope
    from comment c
    left join lateral (
      select batch_id from decision where comment_id = c.id and act in ('reject', 'remove') and reverses is null
      order by id desc limit 1) d on true
    left join decision_batch b on b.id = d.batch_id
    where c.commenter_id = ${commenterId} and c.state in ('rejected', 'removed') and c.rule_id is not null
      and c.settled_at > ${after(now, -days(LONGEST_STRIKE_DAYS))}
    order by c.settled_at desc limit ${MOST_MARKS}`.execute(db)
  return rows.map(({ batch_id, scope, ...mark }) => ({
    ...mark,
    batch: batch_id === null ? null : { id: batch_id, scope: scope as NonNullable<Mark['batch']>['scope'] },
  }))
}

/** Comments of the last half year by how they stand, of the newest thousand: numbers for a proportion. */
export async function countDecided(
  db: Db,
  commenterId: number,
  now: Date,
): Promise<{ decidedCount: number; refusedCount: number }> {
  const { rows } = await sql<{ decided: number; refused: number }>`
    select count(*) filter (where state in ('published', 'rejected', 'removed'))::int as decided,
      count(*) filter (where state in ('rejected', 'removed'))::int as refused
    from (select state from comment where commenter_id = ${commenterId}
      and submitted_at > ${after(now, -days(FACTS_DAYS))} order by id desc limit 1000) c`.execute(db)
  return { decidedCount: rows[0]?.decided ?? 0, refusedCount: rows[0]?.refused ?? 0 }
}

export type WriterComment = {
  commentId: number
  excerpt: string
  printedName: string | null
  state: CommentState
  ruleId: string | null
  submittedAt: Date
  settledAt: Date
  headline: string
}

/** Newest first, by keyset; only under this person's articles. */
export async function listWriterComments(
  db: Db,
  where: { commenterId: number; before: number | null; staffId: number; limit: number },
): Promise<WriterComment[]> {
  const before = where.before === null ? sql`` : sql`and c.id < ${where.before}`
  const { rows } = await sql<WriterComment>`
    select c.id as "commentId", coalesce(left(cr.text, 160), '') as excerpt, c.printed_name as "printedName", c.state,
      c.rule_id as "ruleId", c.submitted_at as "submittedAt", c.settled_at as "settledAt", ar.headline
    from (select * from comment c where c.commenter_id = ${where.commenterId} and c.state <> 'unconfirmed'
        and ${withinSections(where.staffId, sql`c.article_id`)} ${before} order by c.id desc limit ${where.limit}) c
    join article a on a.id = c.article_id
    join article_revision ar on ar.article_id = a.id and ar.revision_no = a.revision_no
    left join comment_revision cr on cr.comment_id = c.id and cr.revision_no = c.revision_no
    order by c.id desc`.execute(db)
  return rows
}

export type PrintedName = { name: string; count: number; firstAt: Date; lastAt: Date }

/** Of the newest thousand comments that this person may see. */
export async function listNames(db: Db, commenterId: number, staffId: number): Promise<PrintedName[]> {
  const { rows } = await sql<PrintedName>`
    select printed_name as name, count(*)::int as count, min(submitted_at) as "firstAt", max(submitted_at) as "lastAt"
    from (select c.printed_name, c.submitted_at from comment c
      where c.commenter_id = ${commenterId} and c.state <> 'unconfirmed' and c.printed_name is not null
        and ${withinSections(staffId, sql`c.article_id`)} order by c.id desc limit 1000) c
    group by printed_name order by max(submitted_at) desc limit 20`.execute(db)
  return rows
}
