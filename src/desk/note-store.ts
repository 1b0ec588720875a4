import { sql } from 'kysely'
import { withinSections } from '../accounts/section-store.ts'
import type { Db } from '../db/database.ts'

/** Staff's own words about a writer: for the desk's eyes, and the writer's own on demand (GDPR Art. 15). */
export type Note = {
  id: number
  words: string | null
  staffId: number
  staffName: string
  addedAt: Date
  struckAt: Date | null
  struckBy: string | null
}

export const LONGEST_NOTE = 1_000
const MOST_NOTES = 100

export async function listNotes(db: Db, commenterId: number): Promise<Note[]> {
  const { rows } = await sql<Note>`
    select n.id, n.words, n.staff_id as "staffId", s.name as "staffName", n.added_at as "addedAt",
      n.struck_at as "struckAt", b.name as "struckBy"
    from writer_note n join staff s on s.id = n.staff_id left join staff b on b.id = n.struck_by
    where n.commenter_id = ${commenterId} order by n.id desc limit ${MOST_NOTES}`.execute(db)
  return rows
}

/** Undefined where the writer has been erased: nothing is written about them any more. */
export async function addNote(
  db: Db,
  note: { commenterId: number; words: string },
  by: { staffId: number },
  now: Date,
): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    with added as (
      insert into writer_note (commenter_id, words, staff_id, added_at)
      select id, ${note.words}, ${by.staffId}, ${now} from commenter
      where id = ${note.commenterId} and email is not null for share
      returning id
    ), entry as (
      insert into ledger (at, kind, actor, staff_id, value)
      select ${now}::timestamptz, 'note_added', 'staff', ${by.staffId}::int, 'note:' || id from added
    )
    select id from added`.execute(db)
  return rows[0]?.id
}

/** Struck out, and still to be read, by whoever wrote it or by a senior. The writer it is about; undefined where it cannot be. */
export async function strikeOutNote(
  db: Db,
  noteId: number,
  by: { staffId: number; mayStrikeOthers: boolean },
  now: Date,
): Promise<number | undefined> {
  const { rows } = await sql<{ commenter_id: number }>`
    with struck as (
      update writer_note set struck_at = ${now}, struck_by = ${by.staffId}
      where id = ${noteId} and struck_at is null and (staff_id = ${by.staffId} or (${by.mayStrikeOthers} and exists (
        select 1 from comment c where c.commenter_id = writer_note.commenter_id
          and ${withinSections(by.staffId, sql`c.article_id`)})))
      returning id, commenter_id
    ), entry as (
      insert into ledger (at, kind, actor, staff_id, value)
      select ${now}::timestamptz, 'note_struck', 'staff', ${by.staffId}::int, 'note:' || id from struck
    )
    select commenter_id from struck`.execute(db)
  return rows[0]?.commenter_id
}
