import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { projectRoot } from '../src/root.ts'
import { linkDetector } from '../src/triage/link-detector.ts'
import { loadVocabulary } from '../src/triage/model-files.ts'
import { repeatDetector } from '../src/triage/repeat-detector.ts'
import { createRuleDetectors } from '../src/triage/rule-detectors.ts'
import { shoutingDetector } from '../src/triage/shouting-detector.ts'
import { measureWith } from '../src/triage/signals.ts'
import { createTokensOf } from '../src/triage/tokens.ts'
import { halfOf, type NewsComment, readNewsComments } from './news-comments.ts'

/*
 * Prints, for each rule, how well its signals alone tell the comments that break it from clean ones: the area under the
 * ROC curve, for both halves of our set, for what was written later, and for a file of rows `{ id, text, rules }` given with `--file`.
 * `--errors RULE` lists the worst of the dev half; the check half is never looked at.
 */

const { values: options } = parseArgs({
  options: { file: { type: 'string' }, errors: { type: 'string' }, count: { type: 'string', default: '12' } },
})

const tokensOf = createTokensOf(loadVocabulary(join(projectRoot, 'models/triage')))
const detectors = [linkDetector, shoutingDetector, repeatDetector, ...createRuleDetectors(tokensOf)]

type Measure = (name: string) => number

/** What speaks for each rule, where no model does. */
const scores: Record<string, (signal: Measure) => number> = {
  obscene: (signal) => signal('obscene.severity') + signal('obscene.slurs'),
  personal_attack: (signal) => signal('attack.person'),
  inflammatory: (signal) =>
    Math.max(...['threat', 'incitement', 'dehumanising'].map((kind) => signal(`inflammatory.${kind}`))),
  defamatory: (signal) => signal('defamatory.allegation'),
  link: (signal) => signal('link.outside'),
  spam: (signal) => signal('spam.advert') + signal('spam.refrain') + signal('contact.count'),
}

type Scored = { row: NewsComment; signal: Measure; notes: string }

function scored(row: NewsComment): Scored {
  const { signals } = measureWith(detectors, row.text, { recentTexts: [], ...row.context })
  const signal = (name: string): number => signals.find((one) => one.name === name)?.value ?? 0
  const notes = signals
    .filter(({ name, value }) => /^(?:obscene|attack|inflam|defam|spam|speech)/.test(name) && value)
    .map(({ name, value, notes: words }) => `${name} ${value?.toFixed(2)} ${words?.join('|') ?? ''}`)
  return { row, signal, notes: notes.join('; ') }
}

/** The chance that a comment that breaks the rule scores above a clean one; a tie is half a win. */
function areaUnderCurve(breaking: number[], clean: number[]): number {
  let wins = 0
  for (const one of breaking) for (const other of clean) wins += one > other ? 1 : one === other ? 0.5 : 0
  return wins / (breaking.length * clean.length)
}

function printTable(title: string, rows: Scored[]): void {
  const clean = rows.filter(({ row }) => row.rules.length === 0)
  console.log(`\n${title}: ${rows.length} comments, ${clean.length} clean`)
  for (const [rule, score] of Object.entries(scores)) {
    const breaking = rows.filter(({ row }) => row.rules.includes(rule))
    const area = areaUnderCurve(
      breaking.map(({ signal }) => score(signal)),
      clean.map(({ signal }) => score(signal)),
    )
    console.log(
      `  ${rule.padEnd(16)} ${String(breaking.length).padStart(3)}  AUC against clean ${area.toFixed(3)}`,
    )
  }
}

function printErrors(rule: string, rows: Scored[]): void {
  const score = scores[rule] ?? (() => 0)
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
if (options.file) {
  const lines = gunzipSync(readFileSync(options.file)).toString().trimEnd().split('\n')
  printTable(
    options.file.replace(/^.*\//, ''),
    lines.map((line) => scored(JSON.parse(line))),
  )
}
if (options.errors) printErrors(options.errors, half('dev'))
