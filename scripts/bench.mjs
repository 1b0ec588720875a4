import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensureBuilt } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { orEnd, root } from './lib/run.mjs'

await orEnd(async () => {
  ensureInstalled(root, { development: true })
  await ensureBuilt(root)
})
const { build } = await import('esbuild')
const outfile = join(root, 'dist', 'bench.js')
await build({
  absWorkingDir: root,
  entryPoints: ['test/load/bench.ts'],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
})
process.exitCode =
  spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1
