import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { randomOf } from '../../training/random.ts'
import { progressBar, say, UsageError } from '../terminal.ts'
import { attributeOf, attributes, headOf, readForeignScores } from './foreign-scores.ts'
import { openEngine } from './score-batch.ts'
import { answerOf } from './score-line.ts'
import { percent, table } from './table.ts'
import { type MappedThreshold, mapThresholds, type Pair, usualThresholds } from './threshold-map.ts'

type MapReport = {
  engine: string
  attributes: {
    attribute: string
    head: string
    texts: number
    unknown: number
    thresholds: MappedThreshold[]
  }[]
}

/** `postbag triage map FILE`: which threshold here holds as many of these comments as one of Perspective's. */
export async function mapFile(words: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      threshold: { type: 'string', multiple: true },
      attribute: { type: 'string', default: 'TOXICITY' },
      seed: { type: 'string', default: '7' },
      models: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  const [file] = positionals
  const thresholds = (values.threshold ?? usualThresholds).map(Number)
  const seed = Number(values.seed)
  if (file === undefined || positionals.length > 1 || !Number.isSafeInteger(seed))
    throw new UsageError('postbag triage map FILE [--threshold T …] [--attribute NAME] [--seed N] [--json]')
  if (!thresholds.every((one) => one > 0 && one <= 1))
    throw new UsageError('A threshold is a number above 0, up to 1, as in --threshold 0.8.')
  if (headOf(attributeOf(values.attribute)) === undefined)
    throw new UsageError(
      `Nothing here answers for “${values.attribute}”. There are: ${attributes.join(', ')}.`,
    )
  const scores = readForeignScores(await readFile(file), values.attribute)
  if (!scores.ok) throw new UsageError(`${file}, ${scores.refusal}.`)

  const engine = openEngine(values.models)
  const byAttribute = new Map<string, { pairs: Pair[]; unknown: number }>()
  const bar = progressBar('Scoring')
  scores.value.forEach(({ text, score, attribute }, i) => {
    const found = byAttribute.get(attribute) ?? { pairs: [], unknown: 0 }
    byAttribute.set(attribute, found)
    const head = headOf(attribute)
    const ours = head === undefined ? null : answerOf(text, engine.signalsFor(text, {})).heads[head]
    if (ours === null) found.unknown++
    else found.pairs.push({ theirs: score, ours })
    bar.update(i + 1, scores.value.length)
  })
  bar.end()

  const report: MapReport = {
    engine: engine.version,
    attributes: [...byAttribute].sort().map(([attribute, { pairs, unknown }]) => ({
      attribute,
      head: headOf(attribute) ?? '',
      texts: pairs.length,
      unknown,
      thresholds: mapThresholds(pairs, thresholds, randomOf(seed)),
    })),
  }
  if (values.json) say(JSON.stringify(report))
  else for (const line of sayMap(report)) say(line)
  return 0
}

const threshold = (value: number | null): string => (value === null ? 'none' : value.toFixed(3))

function sayMap({ engine, attributes }: MapReport): string[] {
  return [
    `Engine ${engine}. “From … to”: the middle 95 % on 200 draws of the same comments.`,
    ...attributes.flatMap(({ attribute, head, texts, unknown, thresholds }) => [
      '',
      `${attribute}, here the head “${head}”: ${texts.toLocaleString('en-GB')} comments${unknown > 0 ? `; ${unknown.toLocaleString('en-GB')} more have no score here` : ''}`,
      ...table([
        ['theirs', 'held', 'ours', 'from', 'to', 'by both', 'only there', 'only here'],
        ...thresholds.map((one) => [
          one.theirs.toFixed(2),
          percent(one.share),
          threshold(one.ours),
          threshold(one.low),
          threshold(one.high),
          percent(one.both),
          percent(one.onlyTheirs),
          percent(one.onlyOurs),
        ]),
      ]),
    ]),
  ]
}
