import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { breachOf, unreadProbability } from '../src/comments/unread.ts'
import { type CurvePoint, curveOf, type Judged, type ShippedCurve } from '../src/desk/unread-curve.ts'
import { exactInterval } from '../src/lib/binomial.ts'
import { evaluate } from '../src/policy/evaluate.ts'
import { parsePolicy } from '../src/policy/parse.ts'
import { loadEngine } from '../src/triage/load-engine.ts'
import { type DevRow, readDevSet } from './devsets.ts'
import { heads } from './pool.ts'
import { progressOf } from './progress.ts'
import { modelFolder } from './scorer.ts'

/*
 * The curve of publishing unread that a paper begins with, before it has decisions of its own: comments under news that
 * no model was trained on, as the shipped policy treats them. Writes models/triage/curve.json.
 *
 * The set holds far more breaches than a paper sees. Both kinds are counted apart, as in a case-control study: which share
 * of the breaches lies below a threshold hangs on the breaches alone, and which share of all comments on how rare they
 * are, which is a choice: one in ten.
 */

const BREACH_SHARE = 0.1

const { values } = parseArgs({ options: { data: { type: 'string' } } })
if (values.data === undefined) {
  process.stderr.write('usage: npm run train:curve -- --data DIR\n')
  process.exit(2)
}
const policy = parsePolicy(readFileSync(join(process.cwd(), 'policies', 'default.yaml'), 'utf8'))
if (!policy.ok) throw new Error('policies/default.yaml does not read')
const engine = loadEngine(modelFolder)

/**
 * The comments that were labelled as they came. The rest of the set was gathered because raters found something to mark in
 * them, and such breaches are easier to see than most.
 */
const asTheyCame = readDevSet(values.data, 'civil').filter(({ src }) => src === 'civil_aa')

/** Any label that says yes is a breach; clean is only what was looked at as a whole. */
const brokeOf = (row: DevRow): boolean | undefined =>
  heads.some((head) => row[head] === 1) ? true : row.toxic === 0 ? false : undefined

const rows = asTheyCame.flatMap((row) => {
  const broke = brokeOf(row)
  return broke === undefined ? [] : [{ text: row.text, broke }]
})
const progress = progressOf('curve')
const read = rows.map(({ text, broke }, i) => {
  if (i % 100 === 0) progress.update(i, rows.length)
  const signals = engine.signalsFor(text, { recentTexts: [], ownRecent: 0 })
  const verdict = evaluate(policy.value, signals, { publishedBefore: undefined, language: signals.language })
  return { probability: unreadProbability(breachOf(signals), verdict), broke }
})
progress.end()

const breaches = read.filter(({ broke }) => broke)
const clean = read.length - breaches.length
const weight = ((BREACH_SHARE / (1 - BREACH_SHARE)) * clean) / breaches.length
const judged = read.map((one): Judged => ({ ...one, weight: one.broke ? weight : 1 }))

/** Of one in ten breaches, those below; of all below, these. */
function pointOf({ share, threshold }: CurvePoint): CurvePoint {
  const below = (one: { probability: number | null }): boolean =>
    one.probability !== null && one.probability <= threshold
  const missed = exactInterval(breaches.filter(below).length, breaches.length, 0.95)
  const cleanShare = ((1 - BREACH_SHARE) * read.filter((one) => !one.broke && below(one)).length) / clean
  const breaching = (miss: number): number => (BREACH_SHARE * miss) / (BREACH_SHARE * miss + cleanShare)
  const rounded = (value: number): number => Number(value.toPrecision(6))
  return {
    share,
    threshold: rounded(threshold),
    missed: { value: rounded(missed.value), low: rounded(missed.low), high: rounded(missed.high) },
    breaching: {
      value: rounded(breaching(missed.value)),
      low: rounded(breaching(missed.low)),
      high: rounded(breaching(missed.high)),
    },
  }
}

const curve: ShippedCurve = {
  engine: engine.version,
  breachShare: BREACH_SHARE,
  decisions: read.length,
  breaches: breaches.length,
  points: curveOf(judged).points.map(pointOf),
}
writeFileSync(join(modelFolder, 'curve.json'), `${JSON.stringify(curve, null, 2)}\n`)
for (const { share, missed } of curve.points)
  process.stdout.write(
    `${(100 * share).toFixed(0)} % unread: ${(100 * missed.value).toFixed(1)} % of breaches missed (${(100 * missed.low).toFixed(1)} to ${(100 * missed.high).toFixed(1)})\n`,
  )
