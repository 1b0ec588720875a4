import { type RawBuilder, sql } from 'kysely'
import { type Db, PREPARED } from '../db/database.ts'
import type { Verdict } from '../policy/verdict.ts'
import { type KeptSignals, readSignals } from '../triage/kept-signals.ts'
import type { SignalSet } from '../triage/signal.ts'

/** A waiting comment with what its score hangs on. */
export type RankingItem = {
  commentId: number
  articleId: number
  depth: number
  isPublic: boolean
  /** As ranked before; null where nothing has read the signals yet, which are there then. */
  worst: { ruleId: string; probability: number } | null
  signals: SignalSet | null
  verdict: Verdict | null
  /** The rules that open reports cite, and when the first of them came. */
  reportRuleIds: string[]
  reportedAt: Date | null
}

export type Rank = {
  commentId: number
  /** Seconds, from `headStartOf`. */
  headStart: number
  worst: { ruleId: string; probability: number } | null
  requests: number
  rankAgainAt: Date | null
}

/** What is still to be answered of one comment: which rules are cited, and since when. */
export const openReports = (commentId: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select array_agg(p.rule_id order by p.id) as rule_ids, min(p.filed_at) as reported_at from report p
  where p.comment_id = ${commentId} and p.state = 'open'`

/** An article's readers have to change by this factor before its comments are ranked anew: half a doubling. */
const CHANGE = Math.SQRT2

/**
 * Locks up to `limit` waiting comments whose score is out of date: new ones, those of articles whose requests have changed
 * by half a doubling, those that come nearer to a deadline. Call it within the transaction that ranks them.
 *
 * What another node or a decision holds at this moment is passed over and found the next time, so nothing here waits for a
 * lock. Reads the articles that have waiting comments one by one from an index, and of each only what is out of date: the
 * cost grows with these articles and with what has changed, not with what waits.
 */
export async function lockOutdated(
  db: Db,
  requests: ReadonlyMap<number, number>,
  now: Date,
  limit: number,
): Promise<number[]> {
  const { rows } = await sql<{ comment_id: number }>`
    with recursive open_article (article_id) as (
      (select article_id from queue_item order by article_id limit 1)
      union all
      select (select q.article_id from queue_item q where q.article_id > o.article_id order by q.article_id limit 1)
      from open_article o where o.article_id is not null
    ), counted as materialized (
      select * from unnest(${[...requests.keys()]}::int[], ${[...requests.values()]}::int[]) c (article_id, requests)
    ), bounds as materialized (
      -- Whole numbers, as the index holds them; what was ranked by the requests of now lies between.
      select c.article_id, floor(c.requests / ${CHANGE}::float8)::int as fewer, ceil(c.requests * ${CHANGE}::float8)::int as more
      from (
        select o.article_id, greatest(coalesce(c.requests, 1), 1) as requests
        from open_article o left join counted c on c.article_id = o.article_id where o.article_id is not null) c
    ), outdated as materialized (
      (select q.comment_id from bounds b cross join lateral (
        (select comment_id from queue_item q
          where q.article_id = b.article_id and q.ranked_requests <= b.fewer limit ${limit})
        union all
        (select comment_id from queue_item q
          where q.article_id = b.article_id and q.ranked_requests >= b.more limit ${limit})) q
      limit ${limit})
      union
      (select comment_id from queue_item where rank_again_at <= ${now} limit ${limit})
    )
    select comment_id from queue_item
    where comment_id in (select comment_id from outdated) limit ${limit} for update skip locked`.execute(db)
  return rows.map((row) => row.comment_id)
}

/** Locks one waiting comment, to be ranked at once; false where it does not wait. */
export async function lockItem(db: Db, commentId: number): Promise<boolean> {
  const { rows } = await sql`select 1 from queue_item where comment_id = ${commentId} for update`.execute(db)
  return rows.length === 1
}

/** What the scores of these comments hang on, read after they were locked: a report filed meanwhile is in it. */
export async function listForRanking(db: Db, commentIds: readonly number[]): Promise<RankingItem[]> {
  const { rows } = await sql<{
    id: number
    article_id: number
    depth: number
    is_public: boolean
    worst_rule_id: string | null
    worst_probability: number | null
    signals: KeptSignals | null
    verdict: Verdict | null
    rule_ids: string[] | null
    reported_at: Date | null
  }>`${sql.raw(PREPARED)}
    select c.id, c.article_id, c.depth, c.state = 'published' as is_public, q.worst_rule_id, q.worst_probability,
      s.signals, s.verdict, r.rule_ids, r.reported_at
    from queue_item q
    join comment c on c.id = q.comment_id
    -- The signals are long, and read once: when they are ranked for the first time.
    left join comment_signal s on s.comment_id = c.id and s.revision_no = c.revision_no and q.worst_rule_id is null
    left join lateral (${openReports(sql`c.id`)}) r on true
    where q.comment_id = any(${commentIds}::bigint[])`.execute(db)
  return rows.map((row) => ({
    commentId: row.id,
    articleId: row.article_id,
    depth: row.depth,
    isPublic: row.is_public,
    worst:
      row.worst_rule_id === null || row.worst_probability === null
        ? null
        : { ruleId: row.worst_rule_id, probability: row.worst_probability },
    signals: row.signals && readSignals(row.signals),
    verdict: row.verdict,
    reportRuleIds: row.rule_ids ?? [],
    reportedAt: row.reported_at,
  }))
}

/** Of rows that are locked. */
export async function saveRanks(db: Db, ranks: readonly Rank[]): Promise<void> {
  const rows = ranks.map((rank) => ({
    comment_id: rank.commentId,
    priority: rank.headStart,
    rule_id: rank.worst?.ruleId ?? null,
    probability: rank.worst?.probability ?? null,
    requests: rank.requests,
    again_at: rank.rankAgainAt,
  }))
  await sql`
    update queue_item q set priority = r.priority, worst_rule_id = r.rule_id, worst_probability = r.probability,
      ranked_requests = r.requests, rank_again_at = r.again_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (comment_id bigint, priority int, rule_id text,
      probability real, requests int, again_at timestamptz)
    where q.comment_id = r.comment_id`.execute(db)
}

/** Another policy weighs its rules otherwise: everything that waits is read and ranked anew, some hundreds at a time. */
export async function forgetRanks(db: Db): Promise<void> {
  await sql`
    update queue_item set ranked_requests = 0, worst_rule_id = null, worst_probability = null
    where ranked_requests > 0`.execute(db)
}
