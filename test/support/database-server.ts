import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { type Connection, openDatabase } from '../../src/db/database.ts'
import { startEmbedded } from '../../src/db/embedded.ts'
import { migrate } from '../../src/db/migrate.ts'
import { onDatabase } from './connection.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    databaseServer: { admin: Connection; template: string }
  }
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/**
 * One server for the whole run: the one that POSTBAG_TEST_DATABASE_URL (or DATABASE_URL) names, else an embedded one
 * in a temporary folder. On either, a migrated database that each test file copies.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env.POSTBAG_TEST_DATABASE_URL ?? process.env.DATABASE_URL
  const { admin, stop } = url ? { admin: { url }, stop: async () => {} } : await startTemporary()
  const template = `postbag_test_${randomBytes(6).toString('hex')}_template`
  try {
    await command(admin, `create database ${template}`)
    const database = openDatabase(onDatabase(admin, template), { max: 1 })
    await migrate(database.pool, join(ROOT, 'migrations')).finally(() => database.close())
  } catch (error) {
    await stop()
    throw error
  }
  project.provide('databaseServer', { admin, template })
  return async () => {
    await command(admin, `drop database if exists ${template} with (force)`)
    await stop()
  }
}

async function startTemporary(): Promise<{ admin: Connection; stop: () => Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'postbag-test-'))
  // Run as root, the server runs as nobody, who must get in; its own folder below is closed.
  await chmod(dataDir, 0o755)
  const server = await startEmbedded({
    dataDir,
    packageRoot: ROOT,
    // Nothing of a test outlives it: no reason to wait for the disk.
    settings: ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=120'],
  })
  const stop = async (): Promise<void> => {
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  return { admin: server.connection, stop }
}

async function command(admin: Connection, sql: string): Promise<void> {
  const client = new pg.Client('url' in admin ? { connectionString: admin.url } : admin)
  await client.connect()
  await client.query(sql).finally(() => client.end())
}
