import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'

/** Arbitrary, but the same in every release: two processes must not migrate one database at once. */
const MIGRATION_LOCK = 7_305_217

export class MigrationError extends Error {
  override name = 'MigrationError'
}

type Migration = { name: string; sql: string; checksum: string }

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name)).sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/**
 * Applies plain SQL files in the order of their numbers, each in a transaction of its own. Forward only: a mistake is
 * mended by a new file. Returns the names it applied.
 */
export async function migrate(pool: pg.Pool, folder: string): Promise<string[]> {
  const migrations = await readMigrations(folder)
  const client = await pool.connect()
  try {
    // An index on a large table takes longer than any page may.
    await client.query('set statement_timeout = 0')
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await client.query(`
      create table if not exists schema_migration (
        name text primary key, checksum text not null, applied_at timestamptz not null default now())`)
    const { rows } = await client.query<{ name: string; checksum: string }>(
      'select name, checksum from schema_migration',
    )
    const applied = new Map(rows.map((row) => [row.name, row.checksum]))
    checkHistory(migrations, applied)
    const fresh = migrations.filter((migration) => !applied.has(migration.name))
    for (const migration of fresh) await apply(client, migration)
    return fresh.map((migration) => migration.name)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => {})
    await client.query('reset statement_timeout').catch(() => {})
    client.release()
  }
}

function checkHistory(migrations: Migration[], applied: Map<string, string>): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration.checksum]))
  for (const [name, checksum] of applied) {
    if (!known.has(name))
      throw new MigrationError(
        `The database has already been moved on by a newer Postbag (${name}). Start that version, or restore a backup.`,
      )
    if (known.get(name) !== checksum)
      throw new MigrationError(
        `Migration ${name} differs from the one this database was made with. Migrations are never changed: restore the file.`,
      )
  }
}

async function apply(client: pg.PoolClient, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(migration.sql)
    await client.query('insert into schema_migration (name, checksum) values ($1, $2)', [
      migration.name,
      migration.checksum,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new MigrationError(
      `Migration ${migration.name} failed: ${error instanceof Error ? error.message : error}`,
      { cause: error },
    )
  }
}

/** The newest migration applied: a backup carries it, and is restored only into the same. */
export async function schemaVersion(database: Pick<pg.ClientBase, 'query'>): Promise<string> {
  const { rows } = await database.query<{ name: string }>('select max(name) as name from schema_migration')
  return rows[0]?.name ?? ''
}
