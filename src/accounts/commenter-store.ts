import { sql } from 'kysely'
import { type Db, PREPARED } from '../db/database.ts'
import { hashToken } from '../lib/ids.ts'

/** Whose confirmed address this cookie remembers. */
export async function findCommenterSession(
  db: Db,
  token: string,
  now: Date,
): Promise<{ commenterId: number; email: string } | undefined> {
  const { rows } = await sql<{ id: number; email: string }>`${sql.raw(PREPARED)}
    select c.id, c.email from commenter_session s join commenter c on c.id = s.commenter_id
    where s.token_hash = ${hashToken(token)} and s.expires_at > ${now} and c.email is not null`.execute(db)
  const row = rows[0]
  return row && { commenterId: row.id, email: row.email }
}
