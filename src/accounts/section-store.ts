import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/database.ts'

/**
 * Whether this person may act under an article, as a condition of a statement: everybody without sections of their own,
 * and whoever has the article's. An article in no section is for those who are not limited. It stands in the statements
 * that claim, decide, take down and show, so that no page and no later route can leave it out.
 */
export const withinSections = (staffId: number, articleId: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`(
    not exists (select 1 from staff_section own where own.staff_id = ${staffId}::int)
    or exists (select 1 from staff_section own join article at_home on at_home.section_id = own.section_id
      where own.staff_id = ${staffId}::int and at_home.id = ${articleId}))`

/** Empty: the whole paper. */
export async function listOwnSections(db: Db, staffId: number): Promise<{ id: number; name: string }[]> {
  const { rows } = await sql<{ id: number; name: string }>`
    select s.id, s.name from staff_section own join section s on s.id = own.section_id
    where own.staff_id = ${staffId} order by s.position, s.id`.execute(db)
  return rows
}

/** False for a comment in another's section; true for one that is not there at all, which is another answer. */
export async function isCommentWithin(db: Db, staffId: number, commentId: number): Promise<boolean> {
  const { rows } = await sql<{ within: boolean }>`
    select ${withinSections(staffId, sql`c.article_id`)} as within from comment c where c.id = ${commentId}`.execute(
    db,
  )
  return rows[0]?.within ?? true
}
