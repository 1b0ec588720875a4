import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { linearLogits } from '/tmp/net/shim-linear.ts'
import { projectRoot } from '../src/root.ts'
import { loadVocabulary } from '../src/triage/model-files.ts'
import { loadNetworkWeights } from '../src/triage/network-file.ts'
import { createNetwork, heads } from '../src/triage/network-model.ts'
import { createTokensOf } from '../src/triage/tokens.ts'
import { areaUnderCurve } from './area-under-curve.ts'

/* The network alone, the linear stage alone, and the mean of their standardised logits, on every development set. */

type Row = { text: string } & Record<string, number | string | undefined>
type Head = (typeof heads)[number]

const sets: readonly (readonly [file: string, label: string, head: Head])[] = [
  ...heads.map((head) => ['jigsaw', head, head] as const),
  ...heads.map((head) => ['civil', head, head] as const),
  ['insults_news_2012', 'insult', 'insult'],
  ['surge', 'toxic', 'toxic'],
  ['fox_news', 'hate', 'identity'],
  ['wiki_cat_perspective', 'toxic', 'toxic'],
  ['hatecheck', 'hateful', 'identity'],
  ['madlibs', 'bad', 'toxic'],
  ['obfuscated', 'toxic', 'toxic'],
  ['wp_nonfuzz', 'toxic', 'toxic'],
  ['youtoxic', 'toxic', 'toxic'],
  ['youtoxic', 'obscene', 'obscene'],
  ['edos', 'identity', 'identity'],
  ['edos', 'threat', 'threat'],
  ['hatexplain', 'identity', 'identity'],
  ['hatemoji', 'identity', 'identity'],
]

const { values } = parseArgs({ options: { data: { type: 'string' }, network: { type: 'string' } } })
if (!values.data) throw new Error('Say --data DIR, the folder that holds devset.')
const folder = join(values.data, 'devset')
const tokensOf = createTokensOf(loadVocabulary(join(projectRoot, 'models/triage')))
const network = createNetwork(loadNetworkWeights(values.network))

const rowsOf = (file: string): Row[] =>
  gunzipSync(readFileSync(join(folder, `${file}.jsonl.gz`)))
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Row)

/** One list of logits a head. */
type Logits = number[][]
const columns = (scored: ArrayLike<number>[]): Logits => heads.map((_, i) => scored.map((row) => row[i] ?? 0))
const byNetwork = (rows: Row[]): Logits =>
  columns(rows.map(({ text }) => network.score(tokensOf(text).map(({ word }) => word))))
const byLinear = (rows: Row[]): Logits => columns(rows.map(({ text }) => linearLogits(text)))

const spread = (logits: number[]): number => {
  const mean = logits.reduce((sum, logit) => sum + logit, 0) / logits.length
  return Math.sqrt(logits.reduce((sum, logit) => sum + (logit - mean) ** 2, 0) / logits.length)
}
const news = rowsOf('civil')
const networkSpread = byNetwork(news).map(spread)
const linearSpread = byLinear(news).map(spread)

const scored = new Map<string, { rows: Row[]; network: Logits; linear: Logits }>()
for (const [file, label, head] of sets) {
  const rows = rowsOf(file)
  const set = scored.get(file) ?? { rows, network: byNetwork(rows), linear: byLinear(rows) }
  scored.set(file, set)
  const at = heads.indexOf(head)
  const known = rows.map((_, i) => i).filter((i) => rows[i]?.[label] !== undefined)
  const labels = known.map((i) => Number(rows[i]?.[label]) > 0.5)
  const pick = (logits: Logits): number[] => known.map((i) => logits[at]?.[i] ?? 0)
  const [net, lin] = [pick(set.network), pick(set.linear)]
  const both = net.map(
    (logit, i) => logit / (networkSpread[at] ?? 1) + (lin[i] ?? 0) / (linearSpread[at] ?? 1),
  )
  const figures = [net, lin, both].map((logits) => areaUnderCurve(logits, labels).toFixed(4))
  process.stdout.write(
    `${file.padEnd(22)}${label.padEnd(10)}${figures.join('  ')}  (${labels.filter(Boolean).length}/${labels.length})\n`,
  )
}
