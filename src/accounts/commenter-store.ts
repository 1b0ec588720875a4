import { sql } from 'kysely'
import { type Db, PREPARED } from '../db/database.ts'
import { gather } from '../lib/gather.ts'
import { hashToken } from '../lib/ids.ts'

export type CommenterSession = { commenterId: number; email: string }

/** Whose confirmed address this cookie remembers. */
export type FindCommenterSession = (cookie: {
  token: string
  now: Date
}) => Promise<CommenterSession | undefined>

/** For the process that serves: cookies that come together are looked up together. */
export const gatherCommenterSessions = (db: Db): FindCommenterSession =>
  gather((cookies) => findCommenterSessions(db, cookies), { largest: 64, atOnce: 2 })

/** In the order asked; undefined where the cookie is unknown, out of date, or its owner erased. */
async function findCommenterSessions(
  db: Db,
  cookies: readonly { token: string; now: Date }[],
): Promise<(CommenterSession | undefined)[]> {
  const hashes = cookies.map(({ token }) => hashToken(token).toString('hex'))
  const { rows } = await sql<{ n: string; id: number; email: string }>`${sql.raw(PREPARED)}
    select asked.n, c.id, c.email
    from unnest(${hashes}::text[], ${cookies.map(({ now }) => now.toISOString())}::timestamptz[])
      with ordinality as asked (hash, at, n)
    join commenter_session s on s.token_hash = decode(asked.hash, 'hex') and s.expires_at > asked.at
    join commenter c on c.id = s.commenter_id and c.email is not null`.execute(db)
  const found = new Map(rows.map((row) => [Number(row.n), { commenterId: row.id, email: row.email }]))
  return cookies.map((_, at) => found.get(at + 1))
}
