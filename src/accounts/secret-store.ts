import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../db/database.ts'

/** The installation's key, made on first use; two nodes starting at once agree on one. */
export async function ensureSecret(db: Db, name: string): Promise<Buffer> {
  await sql`insert into secret (name, value) values (${name}, ${randomBytes(32)}) on conflict (name) do nothing`.execute(
    db,
  )
  const { rows } = await sql<{ value: Buffer }>`select value from secret where name = ${name}`.execute(db)
  return (rows[0] as { value: Buffer }).value
}
