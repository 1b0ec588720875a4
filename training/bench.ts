import { parseArgs } from 'node:util'
import { measurementsOf } from './measurements.ts'
import { linearScorer } from './scorer.ts'
import { measureSpam } from './spam-measurement.ts'
import { measureSpeed } from './speed.ts'

const { values } = parseArgs({ options: { data: { type: 'string' } } })
if (values.data === undefined) {
  process.stderr.write('usage: npm run bench:triage -- --data DIR\n')
  process.exit(2)
}

const started = performance.now()
const scorer = linearScorer()
const loadMilliseconds = performance.now() - started

// Speed first: what the other measurements leave in memory is not the engine's.
const speed = measureSpeed(scorer, values.data, loadMilliseconds)
const lines = [...measurementsOf(scorer, values.data), ...measureSpam(values.data), ...speed]
process.stdout.write(`| measure | ${scorer.name} |\n|---|---|\n`)
for (const { measure, value } of lines) process.stdout.write(`| ${measure} | ${value} |\n`)
