import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { type Connection, type Db, openDatabase } from '../../src/db/database.ts'
import { onDatabase, urlOf } from './connection.ts'

export type FreshDatabase = {
  db: Db
  pool: pg.Pool
  connection: Connection
  /** For a process that a test starts with DATABASE_URL. */
  url: string
  /** Closes the connections and removes the database. */
  drop(): Promise<void>
}

/** A database of one's own on the run's server: migrated and without rows, or quite empty. */
export async function freshDatabase(
  options: { migrated?: boolean; max?: number } = {},
): Promise<FreshDatabase> {
  const { admin, template } = inject('databaseServer')
  const name = `postbag_test_${randomBytes(8).toString('hex')}`
  const from = options.migrated === false ? 'template1' : template
  await command(admin, `create database ${name} template ${from}`)
  const connection = onDatabase(admin, name)
  const database = openDatabase(connection, { max: options.max ?? 8, name: 'postbag test' })
  return {
    db: database.db,
    pool: database.pool,
    connection,
    url: urlOf(connection),
    async drop() {
      await database.close()
      await command(admin, `drop database if exists ${name} with (force)`)
    },
  }
}

async function command(admin: Connection, sql: string): Promise<void> {
  const client = new pg.Client('url' in admin ? { connectionString: admin.url } : admin)
  await client.connect()
  await client.query(sql).finally(() => client.end())
}
