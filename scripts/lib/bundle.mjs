import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensureInstalled } from './install.mjs'
import { orEnd, root } from './run.mjs'

/** Bundles one TypeScript program of the workshop and runs it with this command's arguments. */
export async function runBundled(entry, name) {
  await orEnd(async () => ensureInstalled(root, { development: true }))
  const { build } = await import('esbuild')
  const outfile = join(root, 'dist', `${name}.js`)
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
  })
  const { status } = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  })
  process.exitCode = status ?? 1
}
