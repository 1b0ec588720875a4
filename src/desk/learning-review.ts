import { exactLogistic } from '../triage/exact-logistic.ts'
import { adjustment, partOf, type SiteState, spokenPart } from '../triage/site-learner.ts'
import type { SiteReader, SiteReading } from '../triage/site-reader.ts'
import type { Judgement, Prediction, Trial } from './learning.ts'
import { lossOf } from './learning-gain.ts'

export type WordChange = { word: string; change: number }

/** What was learnt of one rule, in the words of recent texts: the learner itself knows no words. */
export type RuleReview = { rule: string; examples: number; raises: WordChange[]; lowers: WordChange[] }

/** A decided text, and the rule under which what was learnt moves it most. */
export type MovedText = {
  decisionId: number
  text: string
  brokenRule: string | null
  rule: string
  before: number
  after: number
}

/** `missed`: of what broke a rule, the share called unlikely to; null where nothing did. */
export type LearningError = { logLoss: number; wrong: number; missed: number | null }

/** With and without what was learnt, each decision predicted before it was learnt. */
export type Progress = {
  decisions: number
  without: LearningError
  withIt: LearningError
  /** The log loss of each decision among the ones before it, oldest first. */
  course: { without: number[]; withIt: number[] }
}

const WORDS_SHOWN = 8
const TEXTS_SHOWN = 10
// In log-odds; less than this changes no probability by a point.
const smallestChange = 0.04

type ReadJudgement = Judgement & { reading: SiteReading }

export const readJudgements = (judgements: readonly Judgement[], reader: SiteReader): ReadJudgement[] =>
  judgements.map((judgement) => ({ ...judgement, reading: reader.read(judgement.text) }))

/** Rules in the order in which `rules` names them; a word counts as in a text of the usual length. */
export function reviewRules(
  state: SiteState,
  rules: readonly string[],
  judgements: readonly ReadJudgement[],
  reader: SiteReader,
): RuleReview[] {
  const words = [...new Set(judgements.flatMap(({ reading }) => reading.tokens.map(({ word }) => word)))]
  const features = judgements.reduce((sum, { reading }) => sum + reading.buckets.length, 0)
  const usual = features / Math.max(1, judgements.length)
  return rules.flatMap((rule) => {
    const memory = state.rules.get(rule)
    if (!memory) return []
    const changes = words
      .map((word) => ({ word, change: partOf(state, rule, reader.bucketsOfWord(word), usual) }))
      .filter(({ change }) => Math.abs(change) >= smallestChange)
      .sort((a, b) => b.change - a.change || (a.word < b.word ? -1 : 1))
    return [
      {
        rule,
        examples: memory.examples,
        raises: changes.filter(({ change }) => change > 0).slice(0, WORDS_SHOWN),
        lowers: changes
          .filter(({ change }) => change < 0)
          .reverse()
          .slice(0, WORDS_SHOWN),
      },
    ]
  })
}

/** The texts whose probability moved most, each under one of the rules that its decision spoke of. */
export function movedTexts(
  state: SiteState,
  rules: readonly string[],
  judgements: readonly ReadJudgement[],
): MovedText[] {
  const moved = judgements.flatMap((judgement) => {
    const about = judgement.brokenRule === null ? rules : [judgement.brokenRule]
    const each = about.flatMap((rule) => movedUnder(state, rule, judgement))
    return each.sort(byDistance).slice(0, 1)
  })
  return moved.sort(byDistance).slice(0, TEXTS_SHOWN)
}

const byDistance = (a: MovedText, b: MovedText): number =>
  Math.abs(b.after - b.before) - Math.abs(a.after - a.before)

function movedUnder(state: SiteState, rule: string, judgement: ReadJudgement): MovedText[] {
  const { decisionId, text, brokenRule, reading } = judgement
  const base = reading.baseLogit(rule)
  if (base === null || !state.rules.has(rule)) return []
  const adjusted = adjustment(state, rule, reading.buckets)
  const after = exactLogistic(base + spokenPart(adjusted, base, reading.seenLogit(rule)))
  return [{ decisionId, text, brokenRule, rule, before: exactLogistic(base), after }]
}

/** Of the newest decisions; undefined before the first. */
export function reviewTrials(trials: readonly Trial[]): Progress | undefined {
  const told = trials.filter(({ predictions }) => predictions.length > 0)
  const predictions = told.flatMap((trial) => trial.predictions)
  if (predictions.length === 0) return undefined
  return {
    decisions: told.length,
    without: errorOf(predictions, baseOf),
    withIt: errorOf(predictions, learntOf),
    course: { without: courseOf(told, baseOf), withIt: courseOf(told, learntOf) },
  }
}

type LogitOf = (prediction: Prediction) => number
const baseOf: LogitOf = ({ baseLogit }) => baseLogit
const learntOf: LogitOf = ({ baseLogit, adjustment: added }) => baseLogit + added

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, one) => sum + one, 0) / numbers.length

const errorOf = (predictions: readonly Prediction[], logitOf: LogitOf): LearningError => ({
  logLoss: mean(predictions.map((one) => lossOf(one.broke, logitOf(one)))),
  // Even odds are wrong half the time.
  wrong: mean(predictions.map((one) => (1 - Math.sign(logitOf(one)) * (one.broke ? 1 : -1)) / 2)),
  missed: missedOf(
    predictions.filter(({ broke }) => broke),
    logitOf,
  ),
})

const missedOf = (breaches: readonly Prediction[], logitOf: LogitOf): number | null =>
  breaches.length === 0 ? null : mean(breaches.map((one) => (logitOf(one) < 0 ? 1 : 0)))

// Single decisions jump; of twenty the course shows.
const smoothedOver = 20

function courseOf(trials: readonly Trial[], logitOf: LogitOf): number[] {
  const losses = trials.map(({ predictions }) =>
    mean(predictions.map((one) => lossOf(one.broke, logitOf(one)))),
  )
  return losses.map((_, i) => mean(losses.slice(Math.max(0, i + 1 - smoothedOver), i + 1)))
}
