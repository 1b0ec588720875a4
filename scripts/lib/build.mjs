import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, extname, join, relative } from 'node:path'

const TARGET = 'node20.19'
/** Browsers of the last five years; the pages work without any script. */
const BROWSERS = 'es2021'

/**
 * Builds when a source changed since the last time:
 * `bin/postbag.ts` → `dist/postbag.js` and the parts that it loads on demand; `src/web/client/*.ts` and `src/web/styles/*.css` → `public/assets/` under names
 * that hold a hash of what is in them, listed in `public/assets/manifest.json` (`{"desk.js": "desk-1a2b3c4d.js"}`).
 * Returns whether anything was built.
 */
export async function ensureBuilt(root, { force = false } = {}) {
  const record = join(root, 'dist', 'build.json')
  const sources = fingerprint(root)
  if (!force && readRecord(record) === sources) return false
  const esbuild = await import('esbuild')
  const built = [...(await bundleServer(esbuild, root)), ...(await bundleAssets(esbuild, root))]
  for (const { path, contents } of built) write(path, contents)
  removeOld(root, new Set(built.map(({ path }) => basename(path))))
  write(record, JSON.stringify({ sources }))
  return true
}

/** Names, sizes and times of change: reading every file would cost more than most builds. */
function fingerprint(root) {
  const hash = createHash('sha256')
  const add = (path) => {
    const { mtimeMs, size } = statSync(path)
    hash.update(`${relative(root, path)} ${size} ${mtimeMs}\n`)
  }
  for (const folder of ['bin', 'src', 'training'].filter((name) => existsSync(join(root, name))))
    for (const path of filesBelow(join(root, folder))) if (!path.endsWith('.test.ts')) add(path)
  add(join(root, 'package-lock.json'))
  add(join(root, 'scripts', 'lib', 'build.mjs'))
  return hash.digest('hex')
}

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? filesBelow(path) : [path]
    })
    .sort()
}

/** Undefined too when what was built is gone. */
function readRecord(record) {
  try {
    statSync(join(dirname(record), 'postbag.js'))
    statSync(join(dirname(record), '../public/assets/manifest.json'))
    return JSON.parse(readFileSync(record, 'utf8')).sources
  } catch {
    return undefined
  }
}

async function bundleServer(esbuild, root) {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['bin/postbag.ts'],
    outdir: 'dist',
    // All in one folder: what looks for the project's files counts how deep it lies.
    chunkNames: 'postbag-[hash]',
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: TARGET,
    sourcemap: 'linked',
    sourcesContent: false,
    write: false,
  })
  return outputFiles
}

async function bundleAssets(esbuild, root) {
  const entryPoints = [...entries(root, 'src/web/client', '.ts'), ...entries(root, 'src/web/styles', '.css')]
  const { outputFiles, metafile } = await esbuild.build({
    absWorkingDir: root,
    entryPoints,
    outdir: 'public/assets',
    entryNames: '[name]',
    bundle: true,
    minify: true,
    platform: 'browser',
    format: 'iife',
    target: BROWSERS,
    // The stylesheets name what the server serves.
    external: ['/assets/*', '/photos/*'],
    metafile: true,
    write: false,
  })
  const parts = partsOfOthers(metafile)
  const assets = outputFiles
    .filter(({ path }) => !parts.has(relative(root, path).replaceAll('\\', '/')))
    .map(({ path, contents }) => ({ name: basename(path), path: withHash(path, contents), contents }))
  const manifest = Object.fromEntries(assets.map(({ name, path }) => [name, basename(path)]))
  const path = join(root, 'public/assets/manifest.json')
  return [...assets, { path, contents: `${JSON.stringify(manifest, null, 2)}\n` }]
}

function entries(root, folder, extension) {
  return readdirSync(join(root, folder))
    .filter((name) => extname(name) === extension && !name.endsWith('.test.ts') && !name.endsWith('.d.ts'))
    .map((name) => `${folder}/${name}`)
}

/** A file that another one imports is a part of it, and no page asks for it alone. */
function partsOfOthers({ outputs }) {
  const all = Object.entries(outputs)
  return new Set(
    all
      .filter(([path, { entryPoint }]) =>
        all.some(([other, { inputs }]) => other !== path && entryPoint !== undefined && entryPoint in inputs),
      )
      .map(([path]) => path),
  )
}

function withHash(path, contents) {
  const extension = extname(path)
  const hash = createHash('sha256').update(contents).digest('hex').slice(0, 8)
  return join(dirname(path), `${basename(path, extension)}-${hash}${extension}`)
}

/** Aside and renamed: a server that starts meanwhile reads the old file or the new one, never half of one. */
function write(path, contents) {
  mkdirSync(dirname(path), { recursive: true })
  const fresh = `${path}.${process.pid}`
  writeFileSync(fresh, contents)
  renameSync(fresh, path)
}

function removeOld(root, current) {
  const others = (folder, isOurs) =>
    readdirSync(join(root, folder))
      .filter((name) => isOurs(name) && !current.has(name))
      .map((name) => join(root, folder, name))
  // The workshop's own bundles lie in dist as well.
  const parts = others('dist', (name) => /^postbag-[A-Z0-9]+\.js(?:\.map)?$/.test(name))
  for (const path of [...others('public/assets', () => true), ...parts])
    rmSync(path, { recursive: true, force: true })
}
