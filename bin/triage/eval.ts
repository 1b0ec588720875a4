import { parseArgs } from 'node:util'
import type { Judged } from '../../training/metrics.ts'
import { randomOf } from '../../training/random.ts'
import { progressBar, say, UsageError } from '../terminal.ts'
import { evaluate, hasBoth } from './evaluation.ts'
import { type EvaluationReport, sayEvaluation } from './evaluation-report.ts'
import { type Labelled, readLabelled } from './labelled.ts'
import { readLines } from './read-lines.ts'
import { openEngine } from './score-batch.ts'
import { answerOf } from './score-line.ts'

/** `postbag triage eval FILE`: how well labelled texts are told apart, question by question. */
export async function evaluateFile(words: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      seed: { type: 'string', default: '7' },
      models: { type: 'string' },
    },
  })
  const [file] = positionals
  const seed = Number(values.seed)
  if (file === undefined || positionals.length > 1 || !Number.isSafeInteger(seed))
    throw new UsageError('postbag triage eval FILE [--json] [--seed N] [--models DIR]')
  const engine = openEngine(values.models)
  const rules = Object.keys(answerOf('', engine.signalsFor('', {})).rules)
  const rows = await readLines(file, (line) => readLabelled(line, rules))

  const asked = new Map<string, { judged: Judged[]; unknown: number }>()
  const bar = progressBar('Scoring')
  rows.forEach((row: Labelled, i) => {
    const { heads, rules } = answerOf(row.text, engine.signalsFor(row.text, row.context))
    const scores: Record<string, number | null> = {
      ...prefixed('head', heads),
      ...prefixed('rule', rules),
    }
    for (const [question, positive] of row.labels) {
      const found = asked.get(question) ?? { judged: [], unknown: 0 }
      asked.set(question, found)
      const score = scores[question] ?? null
      if (score === null) found.unknown++
      else found.judged.push({ score, positive })
    }
    bar.update(i + 1, rows.length)
  })
  bar.end()

  const report: EvaluationReport = {
    engine: engine.version,
    texts: rows.length,
    seed,
    questions: [...asked].sort().map(([question, { judged, unknown }]) => ({
      question,
      unknown,
      result: hasBoth(judged) ? evaluate(judged, randomOf(seed)) : null,
    })),
  }
  if (values.json) say(JSON.stringify(report))
  else for (const line of sayEvaluation(report)) say(line)
  return 0
}

const prefixed = (kind: string, scores: Record<string, number | null>): Record<string, number | null> =>
  Object.fromEntries(Object.entries(scores).map(([name, score]) => [`${kind} ${name}`, score]))
