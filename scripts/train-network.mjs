import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { root } from './lib/run.mjs'

/* npm run train:network -- --data DIR [options of training/network.py] */
const [flag, data, ...options] = process.argv.slice(2)
if (flag !== '--data' || !data) {
  process.stderr.write('npm run train:network -- --data DIR [options of training/network.py]\n')
  process.exit(2)
}
/** Debian's own, which is the one that its package python3-torch installs into. */
const python = '/usr/bin/python3'

function run(program, args) {
  const { status, error } = spawnSync(program, args, { stdio: 'inherit' })
  if (error) process.stderr.write(`${error.message}\n`)
  if (status !== 0) process.exit(status ?? 1)
}

const folder = mkdtempSync(join(tmpdir(), 'postbag-network-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const exporter = join(root, 'dist', 'tokens-for-network.js')
await build({
  absWorkingDir: root,
  entryPoints: ['training/tokens-for-network.ts'],
  outfile: exporter,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
})
run(process.execPath, [exporter, '--data', data, '--out', folder])
run(python, [
  join(root, 'training/network.py'),
  folder,
  join(root, 'models/triage/network.safetensors'),
  ...options,
])
