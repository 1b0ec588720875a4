import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import type { Block } from './article.ts'
import { namesInArticle } from './named.ts'

/** Keeps who a revision names, as its words are now. */
export async function saveNames(
  db: Db,
  revision: { articleId: number; revisionNo: number },
  names: readonly string[],
): Promise<void> {
  await sql`
    update article_revision set names = ${names}::text[]
    where article_id = ${revision.articleId} and revision_no = ${revision.revisionNo}`.execute(db)
}

type UnreadRow = {
  article_id: number
  revision_no: number
  language: string
  headline: string
  standfirst: string
  blocks: Block[]
  sources: string[]
  photo_caption: string
}

const READ_AT_ONCE = 50

/** Reads the revisions that were never read for names: those of before there were any, and those with a new picture. */
export async function nameUnread(db: Db): Promise<number> {
  for (let read = 0; ; ) {
    const { rows } = await sql<UnreadRow>`
      select article_id, revision_no, language, headline, standfirst, blocks, sources, photo_caption
      from article_revision where names is null order by article_id, revision_no limit ${READ_AT_ONCE}`.execute(
      db,
    )
    for (const row of rows)
      await saveNames(
        db,
        { articleId: row.article_id, revisionNo: row.revision_no },
        namesInArticle({ ...row, photo: { caption: row.photo_caption } }),
      )
    read += rows.length
    if (rows.length < READ_AT_ONCE) return read
  }
}
