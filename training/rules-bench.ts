import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { projectRoot } from '../src/root.ts'
import { loadEngine } from '../src/triage/load-engine.ts'
import { rocAuc } from './metrics.ts'
import { halfOf, type NewsComment, readNewsComments } from './news-comments.ts'

/*
 * Prints, for each rule, how well signals tell the comments that break it from clean ones, as the area under the ROC
 * curve: the rules and lexicons alone, the models alone, and the engine's estimate. For both halves
 * of our set, for what was written later, and for a file of rows `{ id, text, rules }` given with `--file`.
 * `--errors RULE` lists the worst of the dev half by the rules; the check half is never looked at.
 */

const { values: options } = parseArgs({
  options: { file: { type: 'string' }, errors: { type: 'string' }, count: { type: 'string', default: '12' } },
})

const engine = loadEngine(join(projectRoot, 'models/triage'))

type Measure = (name: string) => number

/** As chances of independent grounds: what one does not see another may. */
const either = (...chances: number[]): number => 1 - chances.reduce((rest, chance) => rest * (1 - chance), 1)

type Score = (signal: Measure) => number

/** What speaks for each rule, by rule and by model; the engine's own estimate adds them up. */
const scores: Record<string, { rules: Score; heads?: Score }> = {
  obscene: {
    rules: (signal) => Math.min(1, (signal('obscene.severity') + signal('obscene.slurs')) / 4),
    heads: (signal) => signal('model.obscene'),
  },
  personal_attack: {
    rules: (signal) => signal('attack.person'),
    heads: (signal) => signal('model.insult'),
  },
  inflammatory: {
    rules: (signal) =>
      either(...['threat', 'incitement', 'dehumanising'].map((kind) => signal(`inflammatory.${kind}`))),
    heads: (signal) => either(signal('model.identity'), signal('model.threat')),
  },
  defamatory: { rules: (signal) => signal('defamatory.allegation') },
  link: { rules: (signal) => Math.min(1, signal('link.outside')) },
  spam: {
    rules: (signal) =>
      either(signal('spam.advert'), signal('spam.refrain'), Math.min(0.9, signal('contact.count'))),
    heads: (signal) => signal('model.spam'),
  },
}

type Scored = { row: NewsComment; signal: Measure; notes: string }

function scored(row: NewsComment): Scored {
  const { signals } = engine.signalsFor(row.text, { recentTexts: [], ownRecent: 0, ...row.context })
  const signal = (name: string): number => signals.find((one) => one.name === name)?.value ?? 0
  const notes = signals
    .filter(({ name, value }) => /^(?:obscene|attack|inflam|defam|spam|speech)/.test(name) && value)
    .map(({ name, value, notes: words }) => `${name} ${value?.toFixed(2)} ${words?.join('|') ?? ''}`)
  return { row, signal, notes: notes.join('; ') }
}

function printTable(title: string, rows: Scored[]): void {
  const clean = rows.filter(({ row }) => row.rules.length === 0)
  console.log(`\n${title}: ${rows.length} comments, ${clean.length} clean`)
  console.log(`  ${'AUC against clean'.padEnd(22)} rules  models engine`)
  for (const [rule, { rules, heads }] of Object.entries(scores)) {
    const judged = rows.filter(({ row }) => row.rules.length === 0 || row.rules.includes(rule))
    const area = (score: Score): string =>
      rocAuc(
        judged.map(({ row, signal }) => ({ score: score(signal), positive: row.rules.length > 0 })),
      ).toFixed(3)
    const columns = [
      area(rules),
      heads ? area(heads) : '     ',
      area((signal) => signal(`${rule}.probability`)),
    ]
    const count = judged.length - clean.length
    if (count === 0) continue
    console.log(`  ${rule.padEnd(16)} ${String(count).padStart(5)}  ${columns.join('  ')}`)
  }
}

function printErrors(rule: string, rows: Scored[]): void {
  const score = scores[rule]?.rules ?? (() => 0)
  const sorted = rows
    .filter(({ row }) => row.rules.length === 0 || row.rules.includes(rule))
    .sort((one, other) => score(one.signal) - score(other.signal))
  const missed = sorted.filter(({ row }) => row.rules.includes(rule)).slice(0, Number(options.count))
  const alarms = sorted
    .filter(({ row }) => row.rules.length === 0)
    .reverse()
    .slice(0, Number(options.count))
  for (const [title, list] of [
    ['lowest that break it', missed],
    ['highest that are clean', alarms],
  ] as const) {
    console.log(`\n${title}`)
    for (const { row, signal, notes } of list)
      console.log(`  ${score(signal).toFixed(2)} ${row.id} ${row.text}\n       ${notes}`)
  }
}

const rows = readNewsComments().map(scored)
const half = (wanted: string): Scored[] => rows.filter(({ row }) => halfOf(row) === wanted)
for (const wanted of ['dev', 'check']) printTable(`${wanted} half`, half(wanted))
printTable('written later', readNewsComments('late').map(scored))
printTable('written last', readNewsComments('third').map(scored))
const named = readNewsComments('named')
printTable('named in the article', named.map(scored))
printTable(
  'the same, without the names',
  named.map(({ context, ...row }) => scored({ ...row, context: { ...context, names: [] } })),
)
if (options.file) {
  const lines = gunzipSync(readFileSync(options.file)).toString().trimEnd().split('\n')
  printTable(
    options.file.replace(/^.*\//, ''),
    lines.map((line) => scored(JSON.parse(line))),
  )
}
if (options.errors) printErrors(options.errors, half('dev'))
