import { ok, type Result, refused } from '../../src/lib/result.ts'
import type { SignalContext } from '../../src/triage/signal.ts'
import type { Line } from './lines.ts'
import { isObject, readRecord } from './read-record.ts'
import { heads } from './score-line.ts'

/** What may be labelled: `head obscene` and `rule obscene` are two questions, `obscene` alone asks both. */
export type Labelled = { text: string; context: SignalContext; labels: ReadonlyMap<string, boolean> }

/**
 * A line with labels: `labels` by head or rule, each 0 or 1, or `rules`, the list of all that the text breaks, empty for
 * a text to publish. A label that is absent is unknown. Refused with what is wrong.
 */
export function readLabelled(line: Line, rules: readonly string[]): Result<Labelled, string> {
  const wrong = (problem: string) => refused(`line ${line.number}: ${problem}`)
  if ('problem' in line) return wrong(line.problem)
  const record = readRecord(line.text)
  if (!record.ok) return wrong(record.refusal)
  const { text, context, fields } = record.value
  const labels =
    fields['labels'] === undefined ? fromList(fields['rules'], rules) : fromLabels(fields['labels'], rules)
  return labels.ok ? ok({ text, context, labels: labels.value }) : wrong(labels.refusal)
}

function fromLabels(given: unknown, rules: readonly string[]): Result<Map<string, boolean>, string> {
  if (!isObject(given)) return refused('“labels” is no object')
  const labels = new Map<string, boolean>()
  for (const [name, value] of Object.entries(given)) {
    if (value === null) continue
    if (value !== 0 && value !== 1 && typeof value !== 'boolean')
      return refused(`“labels.${name}” is neither 0 nor 1`)
    const asked = questionsOf(name, rules)
    if (asked.length === 0)
      return refused(
        `“labels.${name}”: there is no such head or rule. Heads: ${heads.join(', ')}. Rules: ${rules.join(', ')}`,
      )
    for (const question of asked) labels.set(question, Boolean(value))
  }
  return ok(labels)
}

function fromList(given: unknown, rules: readonly string[]): Result<Map<string, boolean>, string> {
  if (!Array.isArray(given)) return refused('it has neither “labels” nor a list “rules”')
  // A rule that nothing measures, such as keeping to the subject, is no mistake of whoever labelled.
  return ok(new Map(rules.map((rule) => [`rule ${rule}`, given.includes(rule)])))
}

const questionsOf = (name: string, rules: readonly string[]): string[] => [
  ...((heads as readonly string[]).includes(name) ? [`head ${name}`] : []),
  ...(rules.includes(name) ? [`rule ${name}`] : []),
]
