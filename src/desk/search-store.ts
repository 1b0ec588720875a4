import { type RawBuilder, sql } from 'kysely'
import { withinSections } from '../accounts/section-store.ts'
import type { CommentState } from '../comments/comment.ts'
import type { Db } from '../db/database.ts'
import type { Result } from '../lib/result.ts'
import type { QueueReason } from './claim-store.ts'
import { isSelective, type QueryPlan } from './query-plan.ts'
import { withinReach } from './reach-store.ts'
import {
  type Budget,
  restOf,
  type SearchRefusal,
  textSearch,
  wholeOf,
  withinTime,
} from './search-sql-store.ts'
import { type Level, levelAfter, windowAt } from './search-window.ts'

export type Searcher = {
  plan: QueryPlan
  /** Finds only what this person may act on. */
  staffId: number
  /** The paper's time zone. */
  zone: string
}

/** Numbers of comments, in order. `reached`: the last one looked at, where time was up before the end. */
export type Found = { ids: number[]; more: boolean; reached: number | null }

/**
 * Comments that answer, the newest first, with numbers below `before`. Reads window by window (search-window.ts) until
 * the page is full, the paper is at its end or the budget is spent.
 */
export async function findComments(
  db: Db,
  where: Searcher & { before: number | null; limit: number },
  budget: Budget,
): Promise<Result<Found, SearchRefusal>> {
  return withinTime(db, async (tx) => {
    const started = budget.watch()
    const ids: number[] = []
    let level: Level | null = 0
    let highest = where.before === null ? await newest(tx) : where.before - 1
    while (highest > 0) {
      const at = windowAt(highest, level)
      const began = budget.watch()
      const wanted: number = where.limit + 1 - ids.length
      ids.push(...(await readWindow(tx, where, at, wanted)))
      if (ids.length > where.limit) return { ids: ids.slice(0, where.limit), more: true, reached: null }
      const ended = budget.watch()
      highest = at.lowest - 1
      level = levelAfter(at, level, ended - began, budget.milliseconds - (ended - started))
      if (level === null) return { ids, more: highest > 0, reached: highest > 0 ? at.lowest : null }
    }
    return { ids, more: false, reached: null }
  })
}

async function newest(db: Db): Promise<number> {
  const { rows } = await sql<{ id: number | null }>`select max(comment_id) as id from comment_search`.execute(
    db,
  )
  return rows[0]?.id ?? 0
}

/** The index is asked by itself, first: in one with the rest, the planner may think of walking all comments instead. */
async function readWindow(
  db: Db,
  where: Searcher,
  at: { search: Parameters<typeof textSearch>[0]; highest: number },
  limit: number,
): Promise<number[]> {
  const { index } = where.plan
  const search =
    index === null ? textSearch(at.search) : sql`(${textSearch(at.search)} && ${textSearch(index)})`
  const { rows } = await sql<{ id: number }>`
    with s as materialized (select comment_id${wordsFor(where.plan)} from comment_search where words @@ ${search})
    select c.id from s join comment c on c.id = s.comment_id
    where s.comment_id <= ${at.highest} and ${restOf(where.plan, where.zone)}
      and ${withinSections(where.staffId, sql`c.article_id`)}
    order by s.comment_id desc limit ${limit}`.execute(db)
  return rows.map(({ id }) => id)
}

/** Carried along only where a row is still to be asked for them. */
const wordsFor = (plan: QueryPlan): RawBuilder<unknown> => (plan.exact === null ? sql`` : sql`, words`)

/** Up to so many that answer are worth sorting into the order of the queue; more, and it is walked instead. */
const FEW = 2_000
const FIRST_WALK = 512
const STEP = 4

/**
 * Waiting comments that answer, in the order in which they are handed out, behind `after`. Walks the queue; where that
 * soon shows few answers, asks the index once for all of them, and goes on walking only if they are many.
 */
export async function findWaiting(
  db: Db,
  where: Searcher & { after: number | null; limit: number; freeAt: Date | null },
  budget: Budget,
): Promise<Result<Found, SearchRefusal>> {
  return withinTime(db, async (tx) => {
    const started = budget.watch()
    const ids: number[] = []
    let after = where.after
    for (let size = FIRST_WALK; ; size *= STEP) {
      const began = budget.watch()
      const walked = await walkQueue(tx, { ...where, after, limit: where.limit + 1 - ids.length }, size)
      ids.push(...walked.ids)
      if (ids.length > where.limit) return { ids: ids.slice(0, where.limit), more: true, reached: null }
      if (walked.last === null || walked.count < size) return { ids, more: false, reached: null }
      if (size === FIRST_WALK && where.plan.index !== null && isSelective(where.plan.index)) {
        const few = await listFew(tx, where, where.plan.index)
        if (few) return { ids: few.slice(0, where.limit), more: few.length > where.limit, reached: null }
      }
      after = walked.last
      const ended = budget.watch()
      if ((ended - began) * STEP > budget.milliseconds - (ended - started))
        return { ids, more: true, reached: after }
    }
  })
}

const behind = (after: number | null): RawBuilder<unknown> =>
  after === null
    ? sql`true`
    : sql`(q.turn, q.comment_id) > (select turn, comment_id from queue_item where comment_id = ${after})`

const inOrder = sql.raw('q.turn, q.comment_id')
const free = (at: Date | null): RawBuilder<unknown> =>
  at === null ? sql`true` : sql`(q.lease_until is null or q.lease_until <= ${at})`

async function walkQueue(
  db: Db,
  where: Searcher & { after: number | null; limit: number; freeAt: Date | null },
  size: number,
): Promise<{ ids: number[]; last: number | null; count: number }> {
  const { rows } = await sql<{ ids: number[] | null; last: number | null; count: number }>`
    with q as materialized (
      select q.comment_id, q.turn, q.lease_until from queue_item q
      where ${withinSections(where.staffId, sql`q.article_id`)} and ${withinReach(where.staffId, sql`q.held_for`)}
        and ${behind(where.after)}
      order by ${inOrder} limit ${size}
    ), hit as (
      select q.comment_id, row_number() over (order by ${inOrder}) as n
      from q join comment c on c.id = q.comment_id join comment_search s on s.comment_id = q.comment_id
      where ${free(where.freeAt)} and ${wholeOf(where.plan, where.zone)}
      order by ${inOrder} limit ${where.limit})
    select (select array_agg(comment_id order by n) from hit) as ids, (select count(*)::int from q) as count,
      (select comment_id from q order by turn desc, comment_id desc limit 1) as last`.execute(db)
  const [row] = rows
  return { ids: row?.ids ?? [], last: row?.last ?? null, count: row?.count ?? 0 }
}

/** All of the page, where few comments answer; undefined where they are many. */
async function listFew(
  db: Db,
  where: Searcher & { after: number | null; limit: number; freeAt: Date | null },
  index: NonNullable<QueryPlan['index']>,
): Promise<number[] | undefined> {
  const { rows } = await sql<{ many: boolean; ids: number[] | null }>`
    with s as materialized (
      select comment_id${wordsFor(where.plan)} from comment_search where words @@ ${textSearch(index)} limit ${FEW + 1}
    ), hit as (
      select q.comment_id, row_number() over (order by ${inOrder}) as n
      from s join queue_item q on q.comment_id = s.comment_id join comment c on c.id = s.comment_id
      where (select count(*) from s) <= ${FEW} and ${free(where.freeAt)} and ${behind(where.after)}
        and ${restOf(where.plan, where.zone)} and ${withinSections(where.staffId, sql`q.article_id`)}
        and ${withinReach(where.staffId, sql`q.held_for`)}
      order by ${inOrder} limit ${where.limit + 1})
    select (select count(*) from s) > ${FEW} as many, (select array_agg(comment_id order by n) from hit) as ids`.execute(
    db,
  )
  return rows[0]?.many ? undefined : (rows[0]?.ids ?? [])
}

/** What a list shows of a comment. */
export type FoundRow = {
  commentId: number
  printedName: string | null
  excerpt: string
  state: CommentState
  ruleId: string | null
  submittedAt: Date
  /** Null where it does not wait. */
  reason: QueueReason | null
  claimedBy: string | null
  mine: boolean
  headline: string
}

/** In the order of `ids`. One that has gone meanwhile is left out. */
export async function listFound(
  db: Db,
  ids: readonly number[],
  staffId: number,
  now: Date,
): Promise<FoundRow[]> {
  const { rows } = await sql<FoundRow>`
    select c.id as "commentId", c.printed_name as "printedName", left(cr.text, 160) as excerpt, c.state,
      c.rule_id as "ruleId", c.submitted_at as "submittedAt", q.reason, ar.headline,
      coalesce(s.id = ${staffId} and not q.ahead, false) as mine,
      case when s.id is distinct from ${staffId} or not q.ahead then s.name end as "claimedBy"
    from unnest(${[...ids]}::bigint[]) with ordinality as found (id, n)
    join comment c on c.id = found.id
    join comment_revision cr on cr.comment_id = c.id and cr.revision_no = c.revision_no
    join article a on a.id = c.article_id
    join article_revision ar on ar.article_id = a.id and ar.revision_no = a.revision_no
    left join queue_item q on q.comment_id = c.id
    left join staff s on s.id = q.lease_staff_id and q.lease_until > ${now}
    where c.state not in ('unconfirmed', 'withdrawn') and cr.text is not null
      and ${withinSections(staffId, sql`c.article_id`)}
    order by found.n`.execute(db)
  return rows
}
