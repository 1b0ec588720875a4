import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import {
  appendFile,
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { projectRoot } from '../../src/root.ts'

/** A program as small as can be in the place of the real one: opens the database, says so, and serves until told to end. */
const program = `
import { connect } from '../src/db/connect.ts'
import { projectRoot } from '../src/root.ts'

const [command = '', ...rest] = process.argv.slice(2)
try {
  const database = await connect({
    databaseUrl: undefined,
    dataDir: process.env['POSTBAG_DATA'] ?? '',
    projectRoot,
    serve: command === 'serve',
    log: (sentence) => process.stderr.write(sentence + '\\n'),
  })
  const { rows } = await database.pool.query('select pg_backend_pid() as pid')
  const end = async () => {
    await database.close()
    process.exit(0)
  }
  process.on('SIGTERM', end)
  process.stdout.write(JSON.stringify({ command, rest, applied: database.applied.length, rows }) + '\\n')
  if (command === 'leave') process.exit(7)
  if (command !== 'serve' && command !== 'wait') await end()
  setInterval(() => {}, 1_000_000)
} catch (error) {
  process.stderr.write((error as Error).message + '\\n')
  process.exitCode = 1
}
`

let checkout: string
let children: ChildProcess[]

beforeEach(async () => {
  checkout = await mkdtemp(join(tmpdir(), 'postbag-checkout-'))
  await chmod(checkout, 0o755)
  children = []
  for (const name of ['scripts', 'migrations', 'package.json', 'package-lock.json', 'tsconfig.json'])
    await cp(join(projectRoot, name), join(checkout, name), { recursive: true })
  for (const name of ['src/db', 'src/lib', 'src/root.ts'])
    await cp(join(projectRoot, name), join(checkout, name), { recursive: true })
  await mkdir(join(checkout, 'bin'))
  await mkdir(join(checkout, 'src/web/client'), { recursive: true })
  await mkdir(join(checkout, 'src/web/styles'))
  await writeFile(join(checkout, 'bin/postbag.ts'), program)
  await writeFile(
    join(checkout, 'src/web/client/part.ts'),
    'export const word = (n: number): string => String(n)\n',
  )
  await writeFile(
    join(checkout, 'src/web/client/desk.ts'),
    "import { word } from './part.ts'\ndocument.title = word(7)\n",
  )
  await writeFile(join(checkout, 'src/web/styles/reader.css'), 'p {\n  margin: 0 0 0 0;\n}\n')
  await mkdir(join(checkout, 'node_modules'))
  for (const name of await readdir(join(projectRoot, 'node_modules')))
    if (!name.startsWith('.'))
      await symlink(join(projectRoot, 'node_modules', name), join(checkout, 'node_modules', name))
  await cp(
    join(projectRoot, 'node_modules/.package-lock.json'),
    join(checkout, 'node_modules/.package-lock.json'),
  )
})

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  // Takes over what a killed process left, and stops it.
  await run('postbag', 'sweep')
  await rm(checkout, { recursive: true, force: true })
})

type Ended = { code: number | null; out: string; err: string }

function launch(script: 'start' | 'postbag', ...args: string[]) {
  const child = spawn(process.execPath, [join(checkout, 'scripts', `${script}.mjs`), ...args], {
    cwd: checkout,
    env: {
      ...process.env,
      POSTBAG_DATA: join(checkout, 'data'),
      npm_execpath: join(checkout, 'no-npm-here'),
    },
  })
  children.push(child)
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString()
  })
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, out, err })))
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve())
    child.once('close', () => reject(new Error(`ended before it was ready: ${err}`)))
  })
  // Whoever waits for the end alone does not care.
  ready.catch(() => {})
  return { child, ended, ready }
}

const run = (script: 'start' | 'postbag', ...args: string[]): Promise<Ended> => launch(script, ...args).ended

const serverPid = async (): Promise<number> => {
  const text = await readFile(join(checkout, 'data/embedded/postgres/postmaster.pid'), 'utf8').catch(() => '')
  return Number(text.split('\n')[0])
}

/** An ended process that nobody has collected yet runs nothing. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return process.platform !== 'linux' || !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

describe('npm start and npm run postbag', () => {
  it('print the command’s own output alone, first and later', async () => {
    const first = await run('postbag', 'greet', '--json')
    expect(first.code).toBe(0)
    expect(JSON.parse(first.out)).toMatchObject({ command: 'greet', rest: ['--json'] })
    expect(first.err).toContain('Creating the database')
    const second = await run('postbag', 'greet')
    expect(JSON.parse(second.out)).toMatchObject({ applied: 0 })
    expect(second.err).toBe('')
  })

  it('build again when a source changed, and only then', async () => {
    await run('postbag', 'greet')
    const record = () => readFile(join(checkout, 'dist/build.json'), 'utf8')
    const before = await record()
    await run('postbag', 'greet')
    expect(await record()).toBe(before)
    await appendFile(join(checkout, 'src/web/client/desk.ts'), "document.title += '!'\n")
    await run('postbag', 'greet')
    expect(await record()).not.toBe(before)
  })

  it('name what browsers load after what is in it, parts inside their wholes, old ones gone', async () => {
    const manifest = async () =>
      JSON.parse(await readFile(join(checkout, 'public/assets/manifest.json'), 'utf8')) as Record<
        string,
        string
      >
    await run('postbag', 'greet')
    const before = await manifest()
    expect(Object.keys(before)).toEqual(['desk.js', 'reader.css'])
    expect(await readFile(join(checkout, 'public/assets', before['reader.css'] ?? ''), 'utf8')).toBe(
      'p{margin:0}\n',
    )
    await writeFile(
      join(checkout, 'src/web/client/part.ts'),
      'export const word = (n: number): string => String(n + 1)\n',
    )
    await run('postbag', 'greet')
    const after = await manifest()
    expect(after['desk.js']).not.toBe(before['desk.js'])
    expect(after['reader.css']).toBe(before['reader.css'])
    expect((await readdir(join(checkout, 'public/assets'))).sort()).toEqual(
      [...Object.values(after), 'manifest.json'].sort(),
    )
  })

  it('install when the lock file says something else, and say plainly that it failed', async () => {
    await run('postbag', 'greet')
    const lock = join(checkout, 'package-lock.json')
    const changed = (await readFile(lock, 'utf8')).replace(
      /("node_modules\/pg": \{\s+"version": ")[^"]+/,
      '$10.0.1',
    )
    await writeFile(lock, changed)
    const ended = await run('postbag', 'greet')
    expect(ended.code).toBe(1)
    expect(ended.out).toBe('')
    expect(ended.err).toContain('npm ci failed')
  })

  it('end in good order when told to, and take the database with them', async () => {
    const { child, ended, ready } = launch('start')
    await ready
    const pid = await serverPid()
    expect(isRunning(pid)).toBe(true)
    child.kill('SIGTERM')
    expect((await ended).code).toBe(0)
    await expect.poll(() => isRunning(pid), { timeout: 10_000 }).toBe(false)
  })

  it('take the database with them when they just leave, or are interrupted', async () => {
    const left = launch('postbag', 'leave')
    await left.ready
    expect((await left.ended).code).toBe(7)
    const { child, ended, ready } = launch('postbag', 'wait')
    await ready
    const pid = await serverPid()
    child.kill('SIGINT')
    expect((await ended).code).toBe(130)
    await expect.poll(() => isRunning(pid), { timeout: 10_000 }).toBe(false)
  })

  it('take over the database of one that was killed', async () => {
    const { child, ended, ready } = launch('start')
    await ready
    const pid = await serverPid()
    child.kill('SIGKILL')
    await ended
    expect(isRunning(pid)).toBe(true)
    const next = launch('start')
    await next.ready
    expect(await serverPid()).toBe(pid)
  })

  it('start again when the database was killed too', async () => {
    const { child, ended, ready } = launch('start')
    await ready
    const pid = await serverPid()
    child.kill('SIGKILL')
    process.kill(pid, 'SIGKILL')
    await ended
    const next = launch('start')
    await next.ready
    expect(await serverPid()).not.toBe(pid)
  })

  it('refuse to serve twice from one folder, while a command may look in', async () => {
    const { ready } = launch('start')
    await ready
    const second = await run('start')
    expect(second.code).toBe(1)
    expect(second.err).toContain('Another Postbag already serves from')
    const pid = await serverPid()
    expect((await run('postbag', 'greet')).code).toBe(0)
    expect(isRunning(pid)).toBe(true)
  })
})
