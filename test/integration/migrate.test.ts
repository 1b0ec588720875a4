import { appendFile, cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrate, schemaVersion } from '../../src/db/migrate.ts'
import { projectRoot } from '../../src/root.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'

let database: FreshDatabase
let folder: string

beforeEach(async () => {
  database = await freshDatabase({ migrated: false })
  folder = await mkdtemp(join(tmpdir(), 'postbag-migrations-'))
  await cp(join(projectRoot, 'migrations'), folder, { recursive: true })
})

afterEach(async () => {
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

const tables = async (): Promise<string[]> => {
  const { rows } = await database.pool.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public'",
  )
  return rows.map(({ name }) => name)
}

describe('migrations', () => {
  it('are applied in the order of their numbers, once', async () => {
    const applied = await migrate(database.pool, folder)
    expect(applied[0]).toMatch(/^0001-/)
    expect(applied).toEqual([...applied].sort())
    expect(await migrate(database.pool, folder)).toEqual([])
    expect(await schemaVersion(database.pool)).toBe(applied.at(-1))
  })

  it('are applied once when several nodes start at the same moment', async () => {
    const all = await Promise.all([1, 2, 3, 4].map(() => migrate(database.pool, folder)))
    expect(all.filter((applied) => applied.length > 0)).toHaveLength(1)
  })

  it('leave nothing of a file that fails, and keep those before it', async () => {
    await writeFile(join(folder, '9998-good.sql'), 'create table good ();')
    await writeFile(join(folder, '9999-bad.sql'), 'create table half (); select nothing from nowhere;')
    await expect(migrate(database.pool, folder)).rejects.toThrow('Migration 9999-bad.sql failed')
    expect(await tables()).toContain('good')
    expect(await tables()).not.toContain('half')
  })

  it('refuse a file that was changed after it had been applied', async () => {
    const [first] = await migrate(database.pool, folder)
    await appendFile(join(folder, first ?? ''), '\n-- a word more\n')
    await expect(migrate(database.pool, folder)).rejects.toThrow(`Migration ${first} differs`)
  })

  it('refuse a database that a newer Postbag has moved on', async () => {
    await writeFile(join(folder, '9999-tomorrow.sql'), 'create table tomorrow ();')
    await migrate(database.pool, folder)
    await rm(join(folder, '9999-tomorrow.sql'))
    await expect(migrate(database.pool, folder)).rejects.toThrow('newer Postbag (9999-tomorrow.sql)')
  })

  it('may take longer than a page may, and pages no longer than before', async () => {
    await writeFile(
      join(folder, '9999-slow.sql'),
      "create table seen as select current_setting('statement_timeout') as allowed;",
    )
    await migrate(database.pool, folder)
    const one = async (query: string): Promise<unknown> => (await database.pool.query(query)).rows[0]
    expect(await one('select allowed from seen')).toEqual({ allowed: '0' })
    expect(await one("select current_setting('statement_timeout') as allowed")).toEqual({ allowed: '30s' })
  })
})
