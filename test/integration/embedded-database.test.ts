import { chmod, mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/db/database.ts'
import { type EmbeddedServer, startEmbedded } from '../../src/db/embedded.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

let dataDir: string
let servers: EmbeddedServer[]

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'postbag-embedded-'))
  await chmod(dataDir, 0o755)
  servers = []
})

afterEach(async () => {
  for (const server of servers) await server.stop()
  await rm(dataDir, { recursive: true, force: true })
})

async function start(folder = dataDir): Promise<EmbeddedServer> {
  const server = await startEmbedded({ dataDir: folder, packageRoot: ROOT })
  servers.push(server)
  return server
}

async function ask(server: EmbeddedServer, query: string): Promise<unknown> {
  const { pool, close } = openDatabase(server.connection, { max: 1 })
  try {
    const { rows } = await pool.query<Record<string, unknown>>(query)
    return Object.values(rows[0] ?? {})[0]
  } finally {
    await close()
  }
}

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

describe('the embedded database', () => {
  it('keeps its rows over a restart, syncs to disk, checks its pages and sorts the same everywhere', async () => {
    const first = await start()
    await ask(first, 'create table kept as select 42 as answer')
    expect(await ask(first, 'show fsync')).toBe('on')
    expect(await ask(first, 'show data_checksums')).toBe('on')
    expect(
      await ask(first, 'select datlocprovider::text from pg_database where datname = current_database()'),
    ).toBe('b')
    await first.stop()
    await expect.poll(() => isRunning(first.pid), { timeout: 10_000 }).toBe(false)
    const second = await start()
    expect(second.started).toBe(true)
    expect(await ask(second, 'select answer from kept')).toBe(42)
  })

  it('listens on no network address where there are unix sockets', async () => {
    const server = await start()
    if (process.platform !== 'win32') expect(await ask(server, 'show listen_addresses')).toBe('')
  })

  it('is shared by a second command, and stopped by the last to go', async () => {
    const serving = await start()
    const command = await start()
    expect(command.started).toBe(false)
    expect(command.pid).toBe(serving.pid)
    await serving.stop()
    expect(isRunning(serving.pid)).toBe(true)
    expect(await ask(command, 'select 1')).toBe(1)
    await command.stop()
    await expect.poll(() => isRunning(serving.pid), { timeout: 10_000 }).toBe(false)
  })

  it('lets one Postbag serve at a time, and the next one after it', async () => {
    const one = await start()
    const other = await start()
    expect(await one.claimServing()).toBe(true)
    expect(await other.claimServing()).toBe(false)
    await one.stop()
    expect(await other.claimServing()).toBe(true)
  })

  it('is made once when two commands come first at the same moment', async () => {
    const both = await Promise.all([start(), start()])
    expect(both[0].pid).toBe(both[1].pid)
    expect(await ask(both[0], 'select 1')).toBe(1)
    expect(await ask(both[1], 'select 1')).toBe(1)
  })

  it('sweeps up what a creation that was killed left behind', async () => {
    const leftover = join(dataDir, 'embedded', 'postgres.new-4194999-0a1b2c3d')
    await mkdir(leftover, { recursive: true })
    await writeFile(join(leftover, 'PG_VERSION'), '18')
    const server = await start()
    expect(await ask(server, 'select 1')).toBe(1)
    await expect(stat(leftover)).rejects.toThrow('ENOENT')
  })

  it('starts over a process number that another program has by now', async () => {
    const first = await start()
    const text = await readFile(join(first.place.data, 'postmaster.pid'), 'utf8')
    await first.stop()
    await writeFile(join(first.place.data, 'postmaster.pid'), text.replace(/^\d+/, String(process.ppid)), {
      mode: 0o600,
    })
    const second = await start()
    expect(second.started).toBe(true)
    expect(await ask(second, 'select 1')).toBe(1)
  })

  it('serves from a folder whose path no socket could hold', async () => {
    const long = join(dataDir, 'a-newspaper-of-the-coast-'.repeat(5))
    const server = await start(long)
    expect(await ask(server, 'select 1')).toBe(1)
    if (process.platform !== 'win32') expect(server.place.sockets.startsWith(long)).toBe(false)
  })

  // What does not apply to this machine is no test that it skips.
  if (process.getuid?.() === 0)
    it('moves where its unprivileged server can reach, when root keeps the folder closed', async () => {
      await chmod(dataDir, 0o700)
      const server = await start()
      try {
        expect(server.place.moved).toBe(true)
        expect(server.place.data).toMatch(/^\/var\/lib\/postbag\/[0-9a-f]{12}\/embedded\/postgres$/)
        expect(await ask(server, 'select 1')).toBe(1)
        const { uid, mode } = await stat(server.place.data)
        expect(uid).not.toBe(0)
        expect(mode & 0o077).toBe(0)
      } finally {
        await server.stop()
        await rm(join(server.place.data, '..', '..'), { recursive: true, force: true })
      }
    })

  if (process.platform !== 'win32')
    it('refuses a socket folder that somebody else put where ours would be', async () => {
      const long = join(dataDir, 'a-newspaper-of-the-coast-'.repeat(5))
      const { place, stop } = await start(long)
      await stop()
      await rm(place.sockets, { recursive: true })
      await symlink(dataDir, place.sockets)
      await expect(start(long)).rejects.toThrow('belongs to somebody else')
      await rm(place.sockets)
    })
})
