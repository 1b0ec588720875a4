import { type Estimate, type Evaluation, MISSED } from './evaluation.ts'
import { digits, percent, table } from './table.ts'

export type EvaluationReport = {
  engine: string
  texts: number
  seed: number
  questions: {
    question: string
    /** Texts without a score, as those in another language: they are in no figure, and a policy holds them. */
    unknown: number
    /** Null without a breach, or without a text that is none: nothing can be told apart. */
    result: Evaluation | null
  }[]
}

const between = ({ value, low, high }: Estimate): string =>
  `${digits(value)} (${digits(low)} to ${digits(high)})`
const share = ({ value, low, high }: Estimate): string =>
  `${percent(value)} (${percent(low)} to ${percent(high)})`

export function sayEvaluation({ engine, texts, seed, questions }: EvaluationReport): string[] {
  return [
    `${texts.toLocaleString('en-GB')} texts, engine ${engine}. In brackets the middle 95 % of 200 draws (seed ${seed}).`,
    ...questions.flatMap(({ question, unknown, result }) => [
      '',
      ...(result
        ? sayResult(question, unknown, result)
        : [
            `${question}: nothing to measure, since all its texts with a score have one label; ${unknown} unknown.`,
          ]),
    ]),
  ]
}

function sayResult(question: string, unknown: number, result: Evaluation): string[] {
  const count = (value: number): string => value.toLocaleString('en-GB')
  return [
    `${question}: ${count(result.breaches)} of ${count(result.texts)} are breaches${unknown > 0 ? `; ${count(unknown)} more have no score` : ''}`,
    ...table([
      ['  area under the curve', between(result.auc)],
      ['  average precision', between(result.averagePrecision)],
      ['  best F1', between(result.bestF1)],
      [`  publishable unread, ${percent(MISSED)} of breaches missed`, share(result.unread)],
      ['  Brier score', between(result.brier)],
      ['  calibration error', between(result.calibrationError)],
    ]),
    ...table([
      ['  hold from', 'held', 'of these breaches', 'breaches held'],
      ...result.cuts.map((cut) => [
        `  ${cut.threshold.toFixed(2)}`,
        percent(cut.held),
        cut.precision === null ? '–' : percent(cut.precision),
        percent(cut.recall),
      ]),
    ]),
    ...table([
      ['  probability', 'texts', 'said', 'found'],
      ...result.reliability.map((bin) => [
        `  ${bin.from.toFixed(1)} to ${bin.to.toFixed(1)}`,
        count(bin.texts),
        percent(bin.said),
        percent(bin.found),
      ]),
    ]),
  ]
}
