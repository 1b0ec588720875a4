import { parseArgs } from 'node:util'
import { createLinearModel } from '../src/triage/linear-model.ts'
import { loadLinear, loadVocabulary } from '../src/triage/model-files.ts'
import { networkEvidenceThreshold } from '../src/triage/network-evidence.ts'
import { loadNetwork } from '../src/triage/network-file.ts'
import { createNetworkModel } from '../src/triage/network-model.ts'
import { createTokensOf } from '../src/triage/tokens.ts'
import { wordEvidence } from '../src/triage/word-evidence.ts'
import { characterF1, charactersOf, markedCharacters } from './char-overlap.ts'
import type { DevRow } from './devsets.ts'
import { readDevSet } from './devsets.ts'
import { rankings } from './measurements.ts'
import { rocAuc } from './metrics.ts'
import type { Head } from './pool.ts'
import { heads } from './pool.ts'

/* The network alone, the linear stage alone, and the mean of their standardised log-odds, on every development set. */

const { values } = parseArgs({
  options: { data: { type: 'string' }, models: { type: 'string', default: 'models/triage' } },
})
if (values.data === undefined) {
  process.stderr.write('usage: npm run bench:network -- --data DIR [--models DIR]\n')
  process.exit(2)
}
const data = values.data
const started = performance.now()
const network = createNetworkModel(loadNetwork(values.models))
const loaded = performance.now() - started
const linear = createLinearModel(loadLinear('models/triage').weights)
const tokensOf = createTokensOf(loadVocabulary('models/triage'))

/** By stage, then row, the log-odds of every head. */
type Stages = { network: Float64Array[]; linear: Float64Array[] }

function read(rows: readonly DevRow[]): Stages {
  const tokens = rows.map(({ text }) => tokensOf(text))
  return {
    network: tokens.map((row) => network.read(row).logits),
    linear: rows.map(({ text }, i) => linear.read(text, tokens[i] ?? []).logits),
  }
}

function spread(rows: readonly Float64Array[], head: number): number {
  const logits = rows.map((row) => row[head] ?? 0)
  const mean = logits.reduce((sum, logit) => sum + logit, 0) / logits.length
  return Math.sqrt(logits.reduce((sum, logit) => sum + (logit - mean) ** 2, 0) / logits.length)
}

/** One unit for both stages: how far comments under news lie apart. */
const news = read(readDevSet(data, 'civil'))
const scaleOf = (head: Head) => ({
  network: 1 / spread(news.network, network.heads.indexOf(head)),
  linear: 1 / spread(news.linear, linear.heads.indexOf(head)),
})
const scales = Object.fromEntries(heads.map((head) => [head, scaleOf(head)])) as Record<
  Head,
  ReturnType<typeof scaleOf>
>

function measure(rows: readonly DevRow[], stages: Stages, label: keyof DevRow, head: Head): number[] {
  const [inNetwork, inLinear] = [network.heads.indexOf(head), linear.heads.indexOf(head)]
  const judged = rows.flatMap((row, i) => {
    if (row[label] === undefined) return []
    const byNetwork = (stages.network[i]?.[inNetwork] ?? 0) * scales[head].network
    const byLinear = (stages.linear[i]?.[inLinear] ?? 0) * scales[head].linear
    return { positive: Number(row[label]) === 1, scores: [byNetwork, byLinear, byNetwork + byLinear] }
  })
  return [0, 1, 2].map((stage) =>
    rocAuc(judged.map(({ positive, scores }) => ({ positive, score: scores[stage] ?? 0 }))),
  )
}

function evidenceF1(): number {
  const rows = readDevSet(data, 'civil_evidence_spans')
  const toxic = network.heads.indexOf('toxic')
  const agreements = rows.map((row) => {
    const tokens = tokensOf(row.text)
    const added = network.read(tokens).contributions(toxic)
    const places = wordEvidence(tokens, added, networkEvidenceThreshold(added))
    return characterF1(charactersOf(places), markedCharacters(row))
  })
  return agreements.reduce((sum, agreement) => sum + agreement, 0) / rows.length
}

/** Comments of 200 to 400 characters a CPU-second, tokens cut beforehand, the last of four passes. */
function speed(): number {
  const texts = readDevSet(data, 'civil')
    .filter(({ text }) => text.length >= 200 && text.length <= 400)
    .map(({ text }) => tokensOf(text))
  let perSecond = 0
  for (let pass = 0; pass < 4; pass++) {
    const before = process.cpuUsage()
    for (const tokens of texts) network.read(tokens)
    const { user, system } = process.cpuUsage(before)
    perSecond = (1e6 * texts.length) / (user + system)
  }
  return perSecond
}

process.stdout.write('| set: label | network | linear | both |\n|---|---|---|---|\n')
const sets = new Map<string, { rows: DevRow[]; stages: Stages }>()
for (const [name, label, head] of rankings) {
  const rows = sets.get(name)?.rows ?? readDevSet(data, name)
  const stages = sets.get(name)?.stages ?? read(rows)
  sets.set(name, { rows, stages })
  const areas = measure(rows, stages, label, head as Head).map((area) => area.toFixed(4))
  process.stdout.write(`| ${name}: ${label} | ${areas.join(' | ')} |\n`)
}
for (const head of heads) {
  const { network: inNetwork, linear: inLinear } = scales[head]
  process.stdout.write(
    `| spread of ${head} | ${(1 / inNetwork).toFixed(3)} | ${(1 / inLinear).toFixed(3)} | |\n`,
  )
}
process.stdout.write(`| evidence, character F1 | ${evidenceF1().toFixed(3)} | | |\n`)
process.stdout.write(`| comments a CPU-second, warm, without cutting | ${Math.round(speed())} | | |\n`)
process.stdout.write(`| load, ms | ${Math.round(loaded)} | | |\n`)
