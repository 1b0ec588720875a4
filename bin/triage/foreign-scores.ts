import { ok, type Result, refused } from '../../src/lib/result.ts'
import { readCsv } from './csv.ts'
import { LineSplitter } from './lines.ts'
import { readRecord } from './read-record.ts'
import type { Head } from './score-line.ts'

/** A text as Perspective scored it, 0 to 1, by one of its attributes. */
export type ForeignScore = { text: string; score: number; attribute: string }

/** Which head answers for an attribute. Severe toxicity has none of its own: the most toxic are at its upper end. */
const headsByAttribute: Record<string, Head> = {
  TOXICITY: 'toxic',
  SEVERE_TOXICITY: 'toxic',
  IDENTITY_ATTACK: 'identity',
  INSULT: 'insult',
  PROFANITY: 'obscene',
  THREAT: 'threat',
}

export const attributes: readonly string[] = Object.keys(headsByAttribute)

export const attributeOf = (name: string): string =>
  name
    .trim()
    .toUpperCase()
    .replace(/_EXPERIMENTAL$/, '')
export const headOf = (attribute: string): Head | undefined => headsByAttribute[attribute]

/**
 * CSV with a first line of names, or a JSON object a line: `text`, `score` and the `attribute`, where it has none
 * `otherwise`. Refused with the line or record that is wrong.
 */
export function readForeignScores(bytes: Uint8Array, otherwise: string): Result<ForeignScore[], string> {
  const records = /^(?:\uFEFF)?\s*\{/.test(Buffer.from(bytes.subarray(0, 200)).toString())
    ? readJsonl(bytes)
    : readCsvRecords(bytes)
  if (!records.ok) return records
  const scores: ForeignScore[] = []
  for (const { where, fields } of records.value) {
    const read = readScore(fields, otherwise)
    if (!read.ok) return refused(`${where}: ${read.refusal}`)
    scores.push(read.value)
  }
  return scores.length > 0 ? ok(scores) : refused('it holds no score')
}

type Numbered = { where: string; fields: Record<string, unknown> }

function readJsonl(bytes: Uint8Array): Result<Numbered[], string> {
  const splitter = new LineSplitter()
  const rows: Numbered[] = []
  for (const line of [...splitter.push(bytes), ...splitter.end()]) {
    const where = `line ${line.number}`
    if ('problem' in line) return refused(`${where}: ${line.problem}`)
    const record = readRecord(line.text)
    if (!record.ok) return refused(`${where}: ${record.refusal}`)
    rows.push({ where, fields: record.value.fields })
  }
  return ok(rows)
}

function readCsvRecords(bytes: Uint8Array): Result<Numbered[], string> {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refused('it is not UTF-8')
  }
  const records = readCsv(text)
  return records.ok ? ok(records.value.map((fields, i) => ({ where: `record ${i + 1}`, fields }))) : records
}

function readScore(fields: Record<string, unknown>, otherwise: string): Result<ForeignScore, string> {
  const { text, score, attribute = otherwise } = fields
  if (typeof text !== 'string') return refused('“text” is missing')
  const value = typeof score === 'string' && score.trim() !== '' ? Number(score) : score
  if (typeof value !== 'number' || !(value >= 0 && value <= 1))
    return refused('“score” is no number from 0 to 1')
  const name = attributeOf(String(attribute))
  if (headOf(name) === undefined)
    return refused(`nothing here answers for “${name}”. There are: ${attributes.join(', ')}`)
  return ok({ text, score: value, attribute: name })
}
