import { sql } from 'kysely'
import type { Db } from '../db/database.ts'

/** What a sitemap says of a live article: no more is read, since a sitemap holds thousands. */
export type SitemapStory = {
  id: number
  slug: string
  headline: string
  language: string
  publishedAt: Date
  updatedAt: Date
}

/** Articles whose ids stand in one range, and the newest edit among them. */
export type SitemapPart = { part: number; updatedAt: Date }

/** Ids in a range; sitemaps.org allows 50,000 addresses in a file. A range keeps its articles for ever. */
export const SITEMAP_RANGE = 10_000
/** Google takes so many in a sitemap of news. */
const MOST_NEWS = 1_000

type StoryRow = {
  id: number
  slug: string
  headline: string
  language: string
  published_at: Date
  updated_at: Date
}

const storyColumns = sql`a.id, a.slug, r.headline, r.language, a.published_at, coalesce(a.updated_at, a.published_at) as updated_at`
const storyTables = sql`article a join article_revision r on r.article_id = a.id and r.revision_no = a.revision_no`

const storyFromRow = (row: StoryRow): SitemapStory => ({
  id: row.id,
  slug: row.slug,
  headline: row.headline,
  language: row.language,
  publishedAt: row.published_at,
  updatedAt: row.updated_at,
})

/** Reads every live article once; asked only after one was published or taken back. */
export async function listSitemapParts(db: Db, publicationId: number): Promise<SitemapPart[]> {
  const { rows } = await sql<{ part: number; updated_at: Date }>`
    select (id - 1) / ${SITEMAP_RANGE} + 1 as part, max(coalesce(updated_at, published_at)) as updated_at
    from article where publication_id = ${publicationId} and state = 'live'
    group by 1 order by 1`.execute(db)
  return rows.map((row) => ({ part: row.part, updatedAt: row.updated_at }))
}

export async function listSitemapStories(
  db: Db,
  where: { publicationId: number; part: number },
): Promise<SitemapStory[]> {
  const { rows } = await sql<StoryRow>`
    select ${storyColumns} from ${storyTables}
    where a.id > ${(where.part - 1) * SITEMAP_RANGE} and a.id <= ${where.part * SITEMAP_RANGE}
      and a.publication_id = ${where.publicationId} and a.state = 'live'
    order by a.id`.execute(db)
  return rows.map(storyFromRow)
}

/** Published since then, newest first; what bears a later stamp than now is not news yet. */
export async function listNews(
  db: Db,
  where: { publicationId: number; since: Date; now: Date },
): Promise<SitemapStory[]> {
  const { rows } = await sql<StoryRow>`
    select ${storyColumns} from ${storyTables}
    where a.publication_id = ${where.publicationId} and a.state = 'live'
      and a.published_at > ${where.since} and a.published_at <= ${where.now}
    order by a.published_at desc, a.id desc limit ${MOST_NEWS}`.execute(db)
  return rows.map(storyFromRow)
}
