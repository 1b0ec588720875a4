import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { after, minutes } from '../lib/clock.ts'
import { REQUEST_MINUTES } from './article-requests.ts'

/** So that the sum of five minutes forgets a half of a minute at a time, in ten rows an article. */
const SLOT_SECONDS = 30

/** Adds what one node counted since it last wrote to the half minute of `now`. */
export async function addRequests(db: Db, counted: ReadonlyMap<number, number>, now: Date): Promise<void> {
  if (counted.size === 0) return
  const slot = new Date(Math.floor(now.getTime() / 1000 / SLOT_SECONDS) * SLOT_SECONDS * 1000)
  await sql`
    insert into article_requests as r (article_id, slot, requests)
    select article_id, ${slot}, requests
    from unnest(${[...counted.keys()]}::int[], ${[...counted.values()]}::int[]) counted (article_id, requests)
    -- In one order, so that two nodes never wait for each other.
    order by article_id
    on conflict (article_id, slot) do update set requests = r.requests + excluded.requests`.execute(db)
}

/** Of the last five minutes, by article, over all nodes. A few hundred rows: only what was asked for has any. */
export async function sumRequests(db: Db, now: Date): Promise<Map<number, number>> {
  const { rows } = await sql<{ article_id: number; requests: number }>`
    select article_id, least(sum(requests), 1000000000)::int as requests from article_requests
    where slot > ${after(now, -minutes(REQUEST_MINUTES))} group by article_id`.execute(db)
  return new Map(rows.map((row) => [row.article_id, row.requests]))
}

export async function forgetRequests(db: Db, now: Date): Promise<void> {
  await sql`delete from article_requests where slot <= ${after(now, -minutes(REQUEST_MINUTES))}`.execute(db)
}
