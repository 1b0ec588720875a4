import type { SignalSet } from '../../src/triage/signal.ts'
import { answerOf, type ScoreAnswer } from './score-line.ts'
import { bar, percent, table } from './table.ts'

/** A score with its reasons: for each rule the words that drove it, and which part of the engine spoke loudest. */
export type Explanation = ScoreAnswer & {
  engine: string
  reasons: Record<string, { words: string[]; source: string }>
}

export function explanationOf(text: string, set: SignalSet): Explanation {
  const answer = answerOf(text, set)
  const signals = new Map(set.signals.map((signal) => [signal.name, signal]))
  return {
    ...answer,
    engine: set.engine,
    reasons: Object.fromEntries(
      Object.keys(answer.rules).map((rule) => {
        const signal = signals.get(`${rule}.probability`)
        return [rule, { words: signal?.notes ?? [], source: signal?.source ?? 'rule' }]
      }),
    ),
  }
}

const sources: Record<string, string> = {
  rule: 'rules',
  lexicon: 'word list',
  linear: 'linear model',
  network: 'both models',
}

/** Line by line, for a terminal: the likeliest rule first. */
export function sayExplanation(text: string, explanation: Explanation): string[] {
  const { rules, heads, reasons, links, language, engine } = explanation
  const likeliest = Object.entries(rules).sort(([, a], [, b]) => (b ?? -1) - (a ?? -1))
  return [
    ...marked(text, explanation).split(/\r?\n/),
    '',
    ...table([
      ['rule', '', 'probability', 'loudest', 'words'],
      ...likeliest.map(([rule, value]) => [
        rule,
        bar(value),
        probability(value),
        // What hardly speaks has no loudest part.
        (value ?? 0) >= SPEAKS ? (sources[reasons[rule]?.source ?? ''] ?? '') : '',
        (reasons[rule]?.words ?? []).join(', '),
      ]),
    ]),
    '',
    ...table([
      ['head', '', 'probability'],
      ...Object.entries(heads).map(([head, value]) => [head, bar(value), probability(value)]),
    ]),
    '',
    ...explanation.evidence.map(
      ({ rule, start, end, weight }) =>
        `${rule} at ${start} to ${end}, ${percent(weight)}: “${text.slice(start, end)}”`,
    ),
    ...links.map((link) => `${link.kind} at ${link.start} to ${link.end}: ${link.domain ?? link.text}`),
    `Language: ${language ?? 'too little text to tell'}. Engine: ${engine}.`,
  ]
}

const SPEAKS = 0.1

const probability = (value: number | null): string => (value === null ? 'unknown' : percent(value))

/** The text with every place of evidence between ⟦ and ⟧; places of two rules that overlap are one. */
function marked(text: string, { evidence }: ScoreAnswer): string {
  let out = ''
  let done = 0
  let open: { start: number; end: number } | undefined
  const close = (): void => {
    if (!open) return
    out += `${text.slice(done, open.start)}⟦${text.slice(open.start, open.end)}⟧`
    done = open.end
  }
  for (const { start, end } of evidence) {
    if (open && start < open.end) open.end = Math.max(open.end, end)
    else {
      close()
      open = { start, end }
    }
  }
  close()
  return out + text.slice(done)
}
