import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import type {
  Article,
  ArticleState,
  Block,
  CommentMode,
  Section,
  ThreadSetting,
  ThreadSettingName,
} from './article.ts'
import type { Draft } from './draft.ts'
import { namesInArticle } from './named.ts'

type ArticleRow = {
  id: number
  slug: string
  state: ArticleState
  section_id: number | null
  section_slug: string | null
  section_name: string | null
  revision_no: number
  headline: string
  standfirst: string
  byline: string
  agency: string
  dateline: string
  language: string
  blocks: Block[]
  sources: string[]
  photo_id: number | null
  photo_version: string | null
  photo_width: number | null
  photo_height: number | null
  photo_widths: number[] | null
  photo_caption: string
  photo_credit: string
  photo_alt: string
  published_at: Date | null
  updated_at: Date | null
  comment_mode: CommentMode
  thread_setting: ThreadSettingName | null
  thread_pause: number | null
  thread_ends: Date | null
}

const articleColumns = sql`
  a.id, a.slug, a.state, a.section_id, s.slug as section_slug, s.name as section_name, a.revision_no,
  r.headline, r.standfirst, r.byline, r.agency, r.dateline, r.language, r.blocks, r.sources,
  r.photo_id, ph.version as photo_version, ph.width as photo_width, ph.height as photo_height,
  (select array_agg(distinct pr.width order by pr.width) from photo_rendition pr where pr.photo_id = ph.id) as photo_widths,
  r.photo_caption, r.photo_credit, r.photo_alt, a.published_at, a.updated_at,
  coalesce(a.comment_mode, s.comment_mode, p.comment_mode) as comment_mode,
  th.setting as thread_setting, th.pause_minutes as thread_pause, th.ends_at as thread_ends`

const articleTables = sql`
  article a
  join publication p on p.id = a.publication_id
  join article_revision r on r.article_id = a.id and r.revision_no = a.revision_no
  left join section s on s.id = a.section_id
  left join photo ph on ph.id = r.photo_id
  left join thread_setting th on th.article_id = a.id and th.ended_at is null`

function threadFrom(row: ArticleRow): ThreadSetting | null {
  const { thread_setting: setting, thread_ends: endsAt, thread_pause: pauseMinutes } = row
  return setting === null || endsAt === null ? null : { setting, pauseMinutes, endsAt }
}

function articleFromRow(row: ArticleRow): Article {
  const thread = threadFrom(row)
  const closed = thread?.setting === 'closed' && row.comment_mode !== 'off'
  return {
    id: row.id,
    slug: row.slug,
    state: row.state,
    section:
      row.section_id === null
        ? null
        : { id: row.section_id, slug: row.section_slug ?? '', name: row.section_name ?? '' },
    revisionNo: row.revision_no,
    headline: row.headline,
    standfirst: row.standfirst,
    byline: row.byline,
    agency: row.agency,
    dateline: row.dateline,
    language: row.language,
    blocks: row.blocks,
    sources: row.sources,
    photo:
      row.photo_id === null
        ? null
        : {
            id: row.photo_id,
            version: row.photo_version ?? '',
            width: row.photo_width ?? 0,
            height: row.photo_height ?? 0,
            widths: row.photo_widths ?? [],
            caption: row.photo_caption,
            credit: row.photo_credit,
            alt: row.photo_alt,
          },
    publishedAt: row.published_at,
    updatedAt: row.updated_at,
    commentMode: closed ? 'closed' : row.comment_mode,
    thread,
  }
}

export async function findArticle(db: Db, id: number): Promise<Article | undefined> {
  const { rows } = await sql<ArticleRow>`
    select ${articleColumns} from ${articleTables} where a.id = ${id}`.execute(db)
  return rows[0] && articleFromRow(rows[0])
}

/** Newest first; `before` is the id of the last article of the page before. */
export async function listLiveArticles(
  db: Db,
  where: { publicationId: number; sectionId?: number; before?: number; limit: number },
): Promise<Article[]> {
  const inSection = where.sectionId === undefined ? sql`` : sql`and a.section_id = ${where.sectionId}`
  const before =
    where.before === undefined
      ? sql``
      : sql`and (a.published_at, a.id) < (select published_at, id from article where id = ${where.before})`
  const { rows } = await sql<ArticleRow>`
    select ${articleColumns} from ${articleTables}
    where a.publication_id = ${where.publicationId} and a.state = 'live' ${inSection} ${before}
    order by a.published_at desc, a.id desc limit ${where.limit}`.execute(db)
  return rows.map(articleFromRow)
}

/** For the newsroom: drafts and taken-back articles as well, the latest made first. */
export async function listAllArticles(
  db: Db,
  where: { publicationId: number; before?: number; limit: number },
): Promise<Article[]> {
  const before = where.before === undefined ? sql`` : sql`and a.id < ${where.before}`
  const { rows } = await sql<ArticleRow>`
    select ${articleColumns} from ${articleTables}
    where a.publication_id = ${where.publicationId} ${before}
    order by a.id desc limit ${where.limit}`.execute(db)
  return rows.map(articleFromRow)
}

export async function listSections(db: Db, publicationId: number): Promise<Section[]> {
  const { rows } = await sql<Section>`
    select id, slug, name from section where publication_id = ${publicationId} order by position, id`.execute(
    db,
  )
  return rows
}

export type NewArticle = {
  publicationId: number
  sectionId: number | null
  slug: string
  draft: Draft
  photo: { id: number; alt: string } | null
  /** What it was made from, kept whole, with what was recognised in it. */
  capture: { source: string; report: unknown } | null
}

/** Article, first revision, capture and ledger entry in one statement: there is no half-saved article. */
export async function insertDraft(
  db: Db,
  article: NewArticle,
  by: { staffId: number | null },
  now: Date,
): Promise<number> {
  const { draft } = article
  const { rows } = await sql<{ id: number }>`
    with made as (
      insert into article (publication_id, section_id, slug, published_at, updated_at, created_at, created_by)
      values (${article.publicationId}, ${article.sectionId}, ${article.slug}, ${draft.publishedAt}, ${draft.updatedAt},
        ${now}, ${by.staffId})
      returning id
    ), revision as (
      insert into article_revision (article_id, revision_no, headline, standfirst, byline, agency, dateline, language,
        blocks, sources, photo_id, photo_caption, photo_credit, photo_alt, names, created_at, created_by)
      select id, 1, ${draft.headline}, ${draft.standfirst}, ${draft.byline}, ${draft.agency}, ${draft.dateline},
        ${draft.language}, ${JSON.stringify(draft.blocks)}::jsonb, ${draft.sources}::text[], ${article.photo?.id ?? null}::int,
        ${draft.photo?.caption ?? ''}, ${draft.photo?.credit ?? ''}, ${article.photo?.alt ?? ''},
        ${namesInArticle(draft)}::text[], ${now}, ${by.staffId}::int
      from made
    ), capture as (
      insert into article_capture (article_id, source, report, created_at)
      select id, ${article.capture?.source ?? null}, ${JSON.stringify(article.capture?.report ?? null)}::jsonb, ${now}
      from made where ${article.capture !== null}
    ), entry as (
      insert into ledger (at, kind, actor, staff_id, article_id)
      select ${now}::timestamptz, 'article_drafted', ${by.staffId === null ? 'system' : 'staff'}, ${by.staffId}::int, id from made
    )
    select id from made`.execute(db)
  return (rows[0] as { id: number }).id
}

/** Sets the picture of the revision in force. Only drafts and taken-back articles: a live page's history is public. */
export async function attachPhoto(
  db: Db,
  articleId: number,
  photo: { id: number; caption: string; credit: string; alt: string },
): Promise<boolean> {
  const { rows } = await sql`
    update article_revision r
    -- The caption may name somebody: the words are read anew before they go out.
    set names = null, photo_id = ${photo.id}, photo_caption = ${photo.caption}, photo_credit = ${photo.credit}, photo_alt = ${photo.alt}
    from article a
    where a.id = ${articleId} and a.state <> 'live' and r.article_id = a.id and r.revision_no = a.revision_no
    returning a.id`.execute(db)
  return rows.length === 1
}

/** A draft, or an article taken back, goes out; the first time, now is its stamp unless it brought one. */
export async function publishArticle(
  db: Db,
  articleId: number,
  by: { staffId: number | null },
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    with live as (
      update article set state = 'live', published_at = coalesce(published_at, ${now}),
        updated_at = coalesce(updated_at, published_at, ${now})
      where id = ${articleId} and state <> 'live' returning id
    ), entry as (
      insert into ledger (at, kind, actor, staff_id, article_id)
      select ${now}::timestamptz, 'article_published', ${by.staffId === null ? 'system' : 'staff'}, ${by.staffId}::int, id from live
    )
    select id from live`.execute(db)
  return rows.length === 1
}

export async function unpublishArticle(
  db: Db,
  articleId: number,
  by: { staffId: number | null },
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    with gone as (
      update article set state = 'unpublished' where id = ${articleId} and state = 'live' returning id
    ), entry as (
      insert into ledger (at, kind, actor, staff_id, article_id)
      select ${now}::timestamptz, 'article_unpublished', ${by.staffId === null ? 'system' : 'staff'}, ${by.staffId}::int, id from gone
    )
    select id from gone`.execute(db)
  return rows.length === 1
}

export type ModeTarget =
  | { of: 'publication'; id: number }
  | { of: 'section'; id: number }
  | { of: 'article'; id: number }

/** `null` inherits (not for the paper itself). Whoever sets post-moderation answers for what it publishes unread. */
export async function setCommentMode(
  db: Db,
  target: ModeTarget,
  mode: CommentMode | null,
  by: { staffId: number },
  now: Date,
): Promise<boolean> {
  const table = sql.table(target.of)
  const { rows } = await sql`
    with changed as (
      update ${table} set comment_mode = ${mode}, comment_mode_by = ${by.staffId} where id = ${target.id} returning id
    ), entry as (
      insert into ledger (at, kind, actor, staff_id, article_id, value)
      select ${now}::timestamptz, 'comment_mode_changed', 'staff', ${by.staffId}::int,
        ${target.of === 'article' ? target.id : null}::int, ${`${target.of}:${mode ?? 'inherit'}`} from changed
    )
    select id from changed`.execute(db)
  return rows.length === 1
}

/** The modes as set, for the page that sets them. */
export async function listCommentModes(
  db: Db,
  publicationId: number,
): Promise<{ sections: { id: number; name: string; mode: CommentMode | null }[]; publication: CommentMode }> {
  const sections = await sql<{ id: number; name: string; mode: CommentMode | null }>`
    select id, name, comment_mode as mode from section where publication_id = ${publicationId} order by position, id`.execute(
    db,
  )
  const publication = await sql<{ mode: CommentMode }>`
    select comment_mode as mode from publication where id = ${publicationId}`.execute(db)
  return { sections: sections.rows, publication: (publication.rows[0] as { mode: CommentMode }).mode }
}

/** An article's own mode, and what it inherits without one. */
export async function findOwnMode(
  db: Db,
  articleId: number,
): Promise<{ own: CommentMode | null; inherited: CommentMode }> {
  const { rows } = await sql<{ own: CommentMode | null; inherited: CommentMode }>`
    select a.comment_mode as own, coalesce(s.comment_mode, p.comment_mode) as inherited
    from article a join publication p on p.id = a.publication_id left join section s on s.id = a.section_id
    where a.id = ${articleId}`.execute(db)
  return rows[0] ?? { own: null, inherited: 'pre' }
}
