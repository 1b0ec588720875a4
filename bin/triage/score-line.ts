import { findLinks } from '../../src/triage/links.ts'
import { estimateNames } from '../../src/triage/rule-estimates.ts'
import { type RuleEvidence, ruleEvidence } from '../../src/triage/rule-evidence.ts'
import type { SignalSet } from '../../src/triage/signal.ts'
import type { Engine } from '../../src/triage/signals.ts'
import type { Line } from './lines.ts'
import { readRecord } from './read-record.ts'

/** What the engine makes of one text, as it goes over the wire. `null` is unknown, never a zero. */
export type ScoreAnswer = {
  heads: Record<Head, number | null>
  rules: Record<string, number | null>
  /** UTF-16 offsets in the text as it was given. */
  evidence: RuleEvidence[]
  links: { start: number; end: number; text: string; kind: string; domain: string | null }[]
  /** ISO 639-1, null where it could not be told. */
  language: string | null
}

export const heads = ['toxic', 'obscene', 'threat', 'insult', 'identity'] as const
export type Head = (typeof heads)[number]

/** Weights are for the eye and for a threshold: four digits. Probabilities stay whole, since they are ranked. */
const rounded = (weight: number): number => Math.round(weight * 1e4) / 1e4

export function answerOf(text: string, { signals, language }: SignalSet): ScoreAnswer {
  const values = new Map(signals.map(({ name, value }) => [name, value]))
  const found = (values.get('link.count') ?? 1) + (values.get('contact.count') ?? 1)
  return {
    heads: Object.fromEntries(heads.map((head) => [head, values.get(`model.${head}`) ?? null])) as Record<
      Head,
      number | null
    >,
    rules: Object.fromEntries(
      signals.flatMap(({ name, value }) =>
        estimateNames.includes(name) ? [[name.slice(0, -'.probability'.length), value]] : [],
      ),
    ),
    evidence: ruleEvidence(signals).map((one) => ({
      rule: one.rule,
      start: one.start,
      end: one.end,
      weight: rounded(one.weight),
    })),
    links: (found > 0 ? findLinks(text) : []).map((link) => ({
      start: link.start,
      end: link.end,
      text: link.text,
      kind: link.kind,
      domain: link.domain,
    })),
    language: language ?? null,
  }
}

export type LineAnswer = ScoreAnswer | { error: string }

/** One answer a line, whatever the line: who reads the answers counts on their order. */
export function answerLine(engine: Pick<Engine, 'signalsFor'>, line: Line): LineAnswer {
  const error = (problem: string) => ({ error: `line ${line.number}: ${problem}` })
  if ('problem' in line) return error(line.problem)
  const record = readRecord(line.text)
  if (!record.ok) return error(record.refusal)
  const { text, context } = record.value
  try {
    return answerOf(text, engine.signalsFor(text, context))
  } catch (cause) {
    return error(`it could not be scored (${cause instanceof Error ? cause.message : cause})`)
  }
}
