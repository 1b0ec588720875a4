import { sql } from 'kysely'
import { withinSections } from '../accounts/section-store.ts'
import { type Db, inTransaction } from '../db/database.ts'
import { after, hours, minutes } from '../lib/clock.ts'
import { ok, type Result, refused } from '../lib/result.ts'
import type { ThreadSetting, ThreadSettingName } from '../newsroom/article.ts'
import { BREACH } from '../triage/rule-estimates.ts'
import { isUniqueViolation } from './decision-store.ts'
import { type ThreadOrder, type ThreadRefusal, WINDOW_MINUTES } from './thermostat.ts'

/** Ends what is in force and begins what is ordered; the ledger says who, and every node draws the article anew. */
export async function setThread(
  db: Db,
  articleId: number,
  order: ThreadOrder,
  by: { staffId: number },
  now: Date,
): Promise<Result<ThreadOrder, ThreadRefusal>> {
  const endsAt = after(now, hours(order.hours))
  return inTransaction(db, async (tx) => {
    const found = await sql<{ within: boolean }>`
      select ${withinSections(by.staffId, sql`a.id`)} as within from article a where a.id = ${articleId}`.execute(
      tx,
    )
    if (!found.rows[0]) return refused<ThreadRefusal>({ code: 'article_not_found' })
    if (!found.rows[0].within) return refused<ThreadRefusal>({ code: 'section_not_yours' })
    await sql`
      update thread_setting set ended_at = ${now}, ended_why = 'staff', ended_by = ${by.staffId}
      where article_id = ${articleId} and ended_at is null`.execute(tx)
    if (order.setting !== 'open')
      await sql`
        insert into thread_setting (article_id, setting, pause_minutes, set_by, set_at, ends_at)
        values (${articleId}, ${order.setting}, ${order.pauseMinutes}, ${by.staffId}, ${now}, ${endsAt})`.execute(
        tx,
      )
    await sql`
      insert into ledger (at, kind, actor, staff_id, article_id, value)
      values (${now}, 'thread_set', 'staff', ${by.staffId}, ${articleId},
        ${order.setting === 'open' ? 'open' : `${order.setting}:${order.hours}`})`.execute(tx)
    return ok(order)
  }).catch((error: unknown) => {
    // Two people set it at once: one setting is in force for an article.
    if (isUniqueViolation(error)) return refused({ code: 'thread_moved' })
    throw error
  })
}

/** What is over, put on record, so that pages are drawn anew. Comments are judged by the time itself, not by this. */
export async function endDueThreads(db: Db, now: Date): Promise<number[]> {
  const { rows } = await sql<{ article_id: number }>`
    with over as (
      update thread_setting set ended_at = ends_at, ended_why = 'expired'
      where ended_at is null and ends_at <= ${now} returning article_id
    ), entry as (
      insert into ledger (at, kind, actor, article_id, value)
      select ${now}::timestamptz, 'thread_set', 'system', article_id, 'open' from over
    )
    select article_id from over`.execute(db)
  return rows.map((row) => row.article_id)
}

export type ThreadRow = {
  articleId: number
  headline: string
  setting: ThreadSetting | null
  setBy: string | null
  arrived: number
  /** 0 where nothing arrived. */
  breach: number
}

/** Of each busy article the newest are judged: their mean says what the next are like. */
const JUDGED = 40
const MOST_THREADS = 30

/**
 * Articles with a setting, and those that most comments came to within the window: read by the index that later drops the
 * network hashes, since every reader's comment has one that day. `articleId` asks for that one alone.
 */
export async function listThreads(
  db: Db,
  staffId: number,
  now: Date,
  articleId: number | null = null,
): Promise<ThreadRow[]> {
  const one = articleId === null ? sql`` : sql`and c.article_id = ${articleId}::int`
  const { rows } = await sql<{
    article_id: number
    headline: string
    setting: ThreadSettingName | null
    pause_minutes: number | null
    ends_at: Date | null
    set_by: string | null
    arrived: number
    breach: number
  }>`
    with recent as materialized (
      select c.id, c.revision_no, c.article_id, row_number() over (partition by c.article_id order by c.id desc) as nth,
        count(*) over (partition by c.article_id)::int as arrived
      from comment c
      where c.network_key is not null and c.submitted_at > ${after(now, -minutes(WINDOW_MINUTES))}
        and c.state <> 'unconfirmed' ${one}
    ), busy as materialized (
      select article_id, arrived from recent where nth = 1 order by arrived desc limit ${MOST_THREADS}
    ), judged as (
      select r.article_id, avg(coalesce(
        signal_value(s.signals, ${BREACH}),
        -- What could not be measured is taken for what its verdict took it for.
        case when s.verdict ->> 'proposes' = 'hold' then 1 else 0 end)) as breach
      from busy join recent r on r.article_id = busy.article_id and r.nth <= ${JUDGED}
      join comment_signal s on s.comment_id = r.id and s.revision_no = r.revision_no
      group by r.article_id
    ), shown as (
      select article_id from busy
      union select article_id from thread_setting where ended_at is null and ends_at > ${now}
        ${articleId === null ? sql`` : sql`and article_id = ${articleId}::int`}
      union select ${articleId}::int where ${articleId}::int is not null
    )
    select a.id as article_id, ar.headline, t.setting, t.pause_minutes, t.ends_at, st.name as set_by,
      coalesce(busy.arrived, 0) as arrived, coalesce(judged.breach, 0) as breach
    from shown join article a on a.id = shown.article_id and ${withinSections(staffId, sql`a.id`)}
    join article_revision ar on ar.article_id = a.id and ar.revision_no = a.revision_no
    left join busy on busy.article_id = a.id
    left join judged on judged.article_id = a.id
    left join thread_setting t on t.article_id = a.id and t.ended_at is null and t.ends_at > ${now}
    left join staff st on st.id = t.set_by
    order by t.id is null, coalesce(busy.arrived, 0) desc, a.id desc limit ${MOST_THREADS}`.execute(db)
  return rows.map((row) => ({
    articleId: row.article_id,
    headline: row.headline,
    setting:
      row.setting === null || row.ends_at === null
        ? null
        : { setting: row.setting, pauseMinutes: row.pause_minutes, endsAt: row.ends_at },
    setBy: row.set_by,
    arrived: row.arrived,
    breach: row.breach,
  }))
}

/** Staff whose browser was seen at the desk within the window. */
export async function countOnShift(db: Db, now: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct staff_id)::int as count from staff_session
    where seen_at > ${after(now, -minutes(WINDOW_MINUTES))} and expires_at > ${now}`.execute(db)
  return rows[0]?.count ?? 0
}
