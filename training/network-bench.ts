import { parseArgs } from 'node:util'
import { measurementsOf } from './measurements.ts'
import { networkScorers } from './network-scorers.ts'
import { linearScorer } from './scorer.ts'
import { measureSpeed } from './speed.ts'

/* The network alone, the linear stage alone, and both together, on every development set. */

const { values } = parseArgs({ options: { data: { type: 'string' } } })
if (values.data === undefined) {
  process.stderr.write('usage: npm run bench:network -- --data DIR\n')
  process.exit(2)
}
const data = values.data
const started = performance.now()
const { alone, both } = networkScorers(data)
const scorers = [alone, linearScorer(), both]
const loadMilliseconds = performance.now() - started

const columns = scorers.map((scorer) => [
  ...measurementsOf(scorer, data),
  ...measureSpeed(scorer, data, loadMilliseconds),
])
process.stdout.write(`| measure | ${scorers.map(({ name }) => name).join(' | ')} |\n|---|---|---|---|\n`)
columns[0]?.forEach(({ measure }, i) => {
  process.stdout.write(`| ${measure} | ${columns.map((column) => column[i]?.value).join(' | ')} |\n`)
})
