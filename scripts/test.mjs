import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { findNeeds } from './lib/needs.mjs'
import { checkNodeVersion } from './lib/node-version.mjs'
import { root } from './lib/run.mjs'

const strict = process.env.CI === 'true'
const needs = findNeeds(process.env)
const env = { ...process.env, NODE_ENV: 'test' }
for (const { variable, value } of needs) if (value) env[variable] = value

const tool = (name, ...args) => {
  const program = {
    tsc: 'typescript/bin/tsc',
    biome: '@biomejs/biome/bin/biome',
    vitest: 'vitest/vitest.mjs',
  }[name]
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', program), ...args], {
    cwd: root,
    env,
    stdio: 'inherit',
  })
  return status === 0
}

/** One of vitest's projects; what it skipped is counted and named. */
const tests = (project) => () => {
  const folder = mkdtempSync(join(tmpdir(), 'postbag-run-'))
  const report = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const passed = tool('vitest', 'run', '--project', project, ...reporters)
  try {
    return { passed, ...readReport(report) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readReport(path) {
  const { testResults } = JSON.parse(readFileSync(path, 'utf8'))
  const all = testResults.flatMap(({ assertionResults }) => assertionResults)
  const skipped = all.filter(
    ({ status }) => status === 'pending' || status === 'skipped' || status === 'todo',
  )
  return {
    count: all.filter(({ status }) => status === 'passed').length,
    skipped: skipped.map(({ fullName }) => fullName),
  }
}

const steps = {
  install: () => {
    ensureInstalled(root, { development: true })
    return { passed: true }
  },
  build: async () => {
    await ensureBuilt(root)
    return { passed: true }
  },
  types: () => ({ passed: tool('tsc', '--noEmit') }),
  'client-types': () => ({ passed: tool('tsc', '--noEmit', '-p', 'src/web/client') }),
  lint: () => ({ passed: tool('biome', 'check', '.') }),
  unit: tests('unit'),
  integration: tests('integration'),
  e2e: tests('e2e'),
}

async function runStep(name) {
  const started = performance.now()
  process.stdout.write(`\n== ${name} ==\n`)
  const outcome = await Promise.resolve()
    .then(steps[name])
    .catch((error) => {
      process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
      return { passed: false }
    })
  return { name, ...outcome, seconds: (performance.now() - started) / 1000 }
}

function lineOf({ name, passed, count, skipped = [], seconds }) {
  const counted = count === undefined ? '' : `, ${count} tests passed, ${skipped.length} skipped`
  return `${name}: ${passed ? 'passed' : 'FAILED'}${counted}, ${seconds.toFixed(1)} s`
}

function summarise(results) {
  const skipped = results.flatMap((result) => result.skipped ?? [])
  const missing = skipped.length > 0 ? needs.filter(({ value }) => !value) : []
  process.stdout.write('\n== summary ==\n')
  for (const { group, lacks } of missing) process.stdout.write(`skipped: ${group}: ${lacks}\n`)
  for (const name of skipped) process.stdout.write(`skipped: ${name}\n`)
  for (const result of results) process.stdout.write(`${lineOf(result)}\n`)
  if (strict && skipped.length > 0)
    process.stdout.write(`FAILED: with CI=true nothing may be skipped, and ${skipped.length} tests were.\n`)
  return results.every(({ passed }) => passed) && !(strict && skipped.length > 0)
}

checkNodeVersion()
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in steps))
if (unknown.length > 0) {
  process.stderr.write(
    `There is no step ${unknown.join(', ')}. The steps are ${Object.keys(steps).join(', ')}.\n`,
  )
  process.exit(2)
}
const results = []
for (const name of asked.length > 0 ? asked : Object.keys(steps)) {
  const result = await runStep(name)
  results.push(result)
  process.stdout.write(`${lineOf(result)}\n`)
  // Without what is installed nothing else can be judged.
  if (name === 'install' && !result.passed) break
}
process.exit(summarise(results) ? 0 : 1)
