import { randomBytes } from 'node:crypto'
import { chown, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import pg from 'pg'
import { EmbeddedError, type EmbeddedPlace, findPlace } from './embedded-place.ts'
import {
  findServer,
  isAlive,
  type LocalConnection,
  launchServer,
  passwordFile,
  pause,
  runProgram,
  type ServerProcess,
  SUPERUSER,
  signalStop,
  stopServer,
} from './embedded-process.ts'

const DATABASE = 'postbag'
/** Advisory locks: every process that uses the server shares the first; the one that serves readers holds the second. */
const IN_USE = 7_305_218
const SERVING = 7_305_219
const AN_HOUR_MS = 3_600_000

export type EmbeddedServer = {
  connection: LocalConnection
  place: EmbeddedPlace
  /** The server's process. */
  pid: number
  /** False when a server that was already running is used. */
  started: boolean
  /** Held until `stop`; false when another Postbag already serves from this data folder. */
  claimServing(): Promise<boolean>
  /** Stops the server in good order, unless another process still uses it; the last one to go stops it. */
  stop(): Promise<void>
}

export type EmbeddedOptions = {
  /** Absolute. */
  dataDir: string
  /** The folder that holds node_modules. */
  packageRoot: string
  log?: (sentence: string) => void
  /** Further settings, `name=value`: a test turns durability off. */
  settings?: readonly string[]
}

/**
 * Finds the server of this data folder running, or creates and starts it. Throws `EmbeddedError` with a sentence for
 * the terminal.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const place = await findPlace(options.dataDir, options.packageRoot)
  await createCluster(place, options.log ?? (() => {}))
  for (let tries = 1; ; tries++) {
    try {
      return await joinServer(place, options.settings ?? [])
    } catch (error) {
      // Two commands started at once, or one was just stopping the server, or sessions of a killed one still end: the
      // other's server is there, or gone, in a moment.
      if (tries === 5) throw error
      await pause(200)
    }
  }
}

async function joinServer(place: EmbeddedPlace, settings: readonly string[]): Promise<EmbeddedServer> {
  const found = await findServer(place, DATABASE)
  const server = found ?? (await launchServer(place, DATABASE, settings))
  const forget = found ? () => {} : endWithUs(server.pid)
  await ensureDatabase(server.connection)
  const session = await openSession(server)
  return {
    connection: server.connection,
    place,
    pid: server.pid,
    started: found === undefined,
    claimServing: () => claimServing(session),
    async stop() {
      forget()
      await session.query('select pg_advisory_unlock_shared($1)', [IN_USE]).catch(() => {})
      // Nobody can begin to use it between this question and its end: they would wait for the lock.
      const last = await tryLock(session, IN_USE).catch(() => true)
      if (last) await stopServer(place, server.pid)
      await session.end().catch(() => {})
    },
  }
}

async function openSession(server: ServerProcess): Promise<pg.Client> {
  const session = new pg.Client({ ...server.connection, application_name: 'postbag presence' })
  session.on('error', () => {})
  await session.connect()
  await session.query('select pg_advisory_lock_shared($1)', [IN_USE])
  return session
}

/** A process that was killed a moment ago may not be missed yet. */
async function claimServing(session: pg.Client): Promise<boolean> {
  for (let tries = 0; tries < 10; tries++) {
    if (await tryLock(session, SERVING)) return true
    await pause(100)
  }
  return false
}

async function tryLock(session: pg.Client, key: number): Promise<boolean> {
  const { rows } = await session.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [key])
  return rows[0]?.held === true
}

/** The server we started must not outlive us, even when something ends this process without asking us. */
function endWithUs(pid: number): () => void {
  const atExit = () => signalStop(pid)
  const signals: [NodeJS.Signals, number][] = [
    ['SIGHUP', 129],
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ]
  const listeners = signals.map(([signal, code]) => {
    const listener = () => {
      // Whoever listens too wants to end in good order; without anybody, or when pressed again, we stand in for the
      // default, which skips `exit`.
      if (process.listenerCount(signal) === 1) process.exit(code)
    }
    // First, so that those who listen once are still counted.
    process.prependListener(signal, listener)
    return [signal, listener] as const
  })
  process.once('exit', atExit)
  return () => {
    process.off('exit', atExit)
    for (const [signal, listener] of listeners) process.off(signal, listener)
  }
}

/** Created aside and renamed when whole, so that a kill in the middle leaves nothing that looks like a database. */
async function createCluster(place: EmbeddedPlace, log: (sentence: string) => void): Promise<void> {
  const version = await stat(join(place.data, 'PG_VERSION')).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EACCES')
      throw new EmbeddedError(`${place.data} belongs to somebody else. Run Postbag as its owner, or as root.`)
  })
  if (version) return
  log(`Creating the database in ${place.data}`)
  await removeLeftovers(place)
  const fresh = `${place.data}.new-${process.pid}-${randomBytes(4).toString('hex')}`
  const password = `${fresh}.password`
  await writeFile(password, randomBytes(24).toString('base64url'), { mode: 0o600 })
  if (place.identity) await chown(password, place.identity.uid, place.identity.gid)
  await runProgram(place, 'initdb', [
    `--pgdata=${fresh}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${password}`,
    // The socket is closed to everybody else; over loopback (Windows) the password counts.
    '--auth-local=trust',
    '--auth-host=scram-sha-256',
    '--encoding=UTF8',
    // The same order of text on every machine, whatever its C library.
    '--locale-provider=builtin',
    '--locale=C.UTF-8',
    '--data-checksums',
  ])
  await rename(password, passwordFile(fresh))
  await rename(fresh, place.data).catch(async (error: NodeJS.ErrnoException) => {
    // Another process was quicker: its database is as good as ours.
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    await rm(fresh, { recursive: true, force: true })
  })
  await syncFolder(dirname(place.data))
}

/** What a creation that was killed left behind; not what another process is making at this moment. */
async function removeLeftovers(place: EmbeddedPlace): Promise<void> {
  const home = dirname(place.data)
  const prefix = `${basename(place.data)}.new-`
  for (const name of await readdir(home)) {
    if (!name.startsWith(prefix)) continue
    const { mtimeMs } = await stat(join(home, name)).catch(() => ({ mtimeMs: 0 }))
    // A number may be another program's by now; no creation takes an hour.
    const abandoned = !isAlive(Number.parseInt(name.slice(prefix.length), 10))
    if (abandoned || Date.now() - mtimeMs > AN_HOUR_MS)
      await rm(join(home, name), { recursive: true, force: true })
  }
}

async function syncFolder(path: string): Promise<void> {
  // Windows opens no folders.
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  await folder.sync().finally(() => folder.close())
}

async function ensureDatabase(connection: LocalConnection): Promise<void> {
  const client = new pg.Client({ ...connection, database: 'postgres' })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [DATABASE])
    if (rows.length === 0) await client.query(`create database ${DATABASE}`)
  } catch (error) {
    // Made by another process in the same moment.
    const code = (error as { code?: string }).code
    if (code !== '42P04' && code !== '23505') throw error
  } finally {
    await client.end()
  }
}
