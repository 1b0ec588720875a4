import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { open, readFile, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import type { Connection } from './database.ts'
import { EmbeddedError, type EmbeddedPlace } from './embedded-place.ts'

export type LocalConnection = Extract<Connection, { host: string }>

export const SUPERUSER = 'postbag'
/** A unix socket's file is named after it; nothing listens on this port. */
const SOCKET_PORT = 5432
const LARGEST_LOG = 4_000_000

export const passwordFile = (folder: string): string => join(folder, 'postbag.password')
const logFile = (place: EmbeddedPlace): string => `${place.data}.log`
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Nothing of our own environment decides how the server behaves: no PGPORT, no locale. */
const environment = (): NodeJS.ProcessEnv =>
  process.platform === 'win32'
    ? { SystemRoot: 'C:\\Windows', LC_ALL: 'C' }
    : { PATH: '/usr/bin:/bin', LC_ALL: 'C' }

/** Runs one of PostgreSQL's programs to its end. */
export function runProgram(place: EmbeddedPlace, program: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(join(place.programs, 'bin', program), args, {
      ...place.identity,
      cwd: dirname(place.data),
      env: environment(),
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4_000)
    })
    child.on('error', (cause) =>
      reject(new EmbeddedError(`${program} does not run: ${cause.message}`, { cause })),
    )
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new EmbeddedError(`${program} ended with ${code}: ${said.trim()}`)),
    )
  })
}

export type ServerProcess = { pid: number; connection: LocalConnection }

/** Starts a server and waits until it answers; recovery after a kill may take its time. */
export async function launchServer(
  place: EmbeddedPlace,
  database: string,
  settings: readonly string[],
): Promise<ServerProcess & { child: ChildProcess }> {
  const port = place.sockets === '' ? await freePort() : SOCKET_PORT
  const connection = await connectionFor(place, place.sockets, port, database)
  const child = await spawnServer(place, port, settings)
  while (child.exitCode === null && child.signalCode === null) {
    if (await answers(connection)) return { pid: child.pid ?? 0, connection, child }
    await pause(20)
  }
  const said = await readFile(logFile(place), 'utf8').catch(() => '')
  throw new EmbeddedError(
    `PostgreSQL did not start (${logFile(place)}): ${said.trim().split('\n').slice(-3).join(' ')}`,
  )
}

async function spawnServer(
  place: EmbeddedPlace,
  port: number,
  settings: readonly string[],
): Promise<ChildProcess> {
  const old = await stat(logFile(place)).catch(() => undefined)
  const log = await open(logFile(place), old && old.size > LARGEST_LOG ? 'w' : 'a', 0o600)
  const all = [
    `port=${port}`,
    ...(place.sockets === ''
      ? ['listen_addresses=127.0.0.1']
      : ['listen_addresses=', `unix_socket_directories=${place.sockets}`, 'unix_socket_permissions=0700']),
    'max_connections=60',
    'shared_buffers=128MB',
    'effective_cache_size=512MB',
    // Short queries only: compiling them costs more than it saves.
    'jit=off',
    'log_min_messages=warning',
    ...settings,
  ]
  const child = spawn(
    join(place.programs, 'bin', 'postgres'),
    ['-D', place.data, ...all.flatMap((setting) => ['-c', setting])],
    {
      ...place.identity,
      cwd: dirname(place.data),
      env: environment(),
      stdio: ['ignore', log.fd, log.fd],
      // Its own process group: Ctrl-C must reach it through us, after the last request has been answered.
      detached: true,
    },
  )
  const spawned = new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve)
    child.once('error', (cause) =>
      reject(new EmbeddedError(`PostgreSQL does not run: ${cause.message}`, { cause })),
    )
  })
  await spawned.finally(() => log.close())
  child.unref()
  return child
}

/**
 * The server that a killed process left running, or that another command started: PostgreSQL writes its process, port
 * and socket folder into a file. A dead one leaves that file behind.
 */
export async function findServer(place: EmbeddedPlace, database: string): Promise<ServerProcess | undefined> {
  const file = join(place.data, 'postmaster.pid')
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const [pidLine, , , portLine, socketLine] = text.split('\n')
  const pid = Number(pidLine)
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid) || !(await isServer(pid))) {
    // After a restart of the machine its number may be another program's, and a killed process that nobody collected
    // keeps its own: PostgreSQL would take either for a server, and refuse to start.
    await rm(file, { force: true })
    await rm(join(place.sockets, `.s.PGSQL.${SOCKET_PORT}.lock`), { force: true })
    return undefined
  }
  const sockets = socketLine?.trim() || place.sockets
  const connection = await connectionFor(place, sockets, Number(portLine) || SOCKET_PORT, database)
  // It may still be starting; or stopping, and then we shall be needed.
  for (let tries = 0; tries < 300; tries++) {
    if (!isAlive(pid)) return undefined
    if (await answers(connection)) return { pid, connection }
    await pause(100)
  }
  throw new EmbeddedError(
    `A PostgreSQL (process ${pid}) holds ${place.data} but does not answer. Stop it, then try again.`,
  )
}

async function isServer(pid: number): Promise<boolean> {
  if (process.platform === 'win32') return true
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() =>
    promisify(execFile)('ps', ['-p', String(pid), '-o', 'command=']).then(
      ({ stdout }) => stdout,
      () => 'postgres',
    ),
  )
  return command.includes('postgres')
}

/**
 * PostgreSQL's fast shutdown: sessions are ended, a checkpoint is written, the next start is quick. A signal on Windows
 * would only kill.
 */
export async function stopServer(place: EmbeddedPlace, pid: number): Promise<void> {
  if (process.platform === 'win32')
    return runProgram(place, 'pg_ctl', ['stop', '-D', place.data, '-m', 'fast', '-w'])
  if (!signalStop(pid)) return
  while (isAlive(pid)) await pause(10)
}

/** Sends the signal without waiting; false when there is nobody to send it to. */
export function signalStop(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGINT')
  } catch {
    return false
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return !isUncollected(pid)
}

/** In a container whose first process collects no orphans, an ended server keeps its number for ever. */
function isUncollected(pid: number): boolean {
  if (process.platform !== 'linux') return false
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

async function connectionFor(
  place: EmbeddedPlace,
  sockets: string,
  port: number,
  database: string,
): Promise<LocalConnection> {
  if (sockets !== '') return { host: sockets, port, user: SUPERUSER, database }
  const password = (await readFile(passwordFile(place.data), 'utf8')).trim()
  return { host: '127.0.0.1', port, user: SUPERUSER, password, database }
}

async function answers(connection: LocalConnection): Promise<boolean> {
  const client = new pg.Client({ ...connection, database: 'postgres', connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
