import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const read = (...path) => {
  try {
    return readFileSync(join(...path), 'utf8')
  } catch {
    return undefined
  }
}

/**
 * Installs what the lock file says, when it says something else than last time. `development` brings what the tests
 * need, whatever NODE_ENV says. Everything is said on the error output: a command's own output stays pure.
 * Returns whether anything was installed.
 */
export function ensureInstalled(root, { development }) {
  const lockText = read(root, 'package-lock.json')
  if (lockText === undefined) throw new Error('package-lock.json is missing: this is no whole checkout.')
  const lock = createHash('sha256').update(lockText).digest('hex')
  const marker = join(root, 'node_modules', '.postbag-installed.json')
  const last = JSON.parse(read(marker) ?? '{}')
  if (last.lock === lock && (last.development || !development)) return false
  const installed = isInstalled(root, JSON.parse(lockText), development)
  if (!installed) install(root, development)
  writeFileSync(marker, JSON.stringify({ lock, development }))
  return !installed
}

/** Somebody may have run npm by hand: its own record of what is there is compared, package by package. */
function isInstalled(root, lock, development) {
  const present = JSON.parse(read(root, 'node_modules', '.package-lock.json') ?? '{}').packages ?? {}
  return Object.entries(lock.packages).every(
    ([path, wanted]) =>
      path === '' ||
      wanted.optional ||
      wanted.devOptional ||
      wanted.peer ||
      (wanted.dev && !development) ||
      present[path]?.version === wanted.version,
  )
}

function install(root, development) {
  process.stderr.write(
    `Installing ${development ? 'what Postbag and its tests need' : 'what Postbag needs'} (npm ci) …\n`,
  )
  // Nothing of what is installed runs at install time: what the embedded database needs is done at its start.
  const args = ['ci', development ? '--include=dev' : '--omit=dev', '--ignore-scripts', '--loglevel=error']
  const npm = process.env.npm_execpath
  const options = { cwd: root, stdio: ['ignore', 2, 2] }
  const { status, error } = npm
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
  if (status === 0) return
  throw new Error(
    `npm ci failed${error ? `: ${error.message}` : ''}. Is the network there? Run it again once it is.`,
  )
}
