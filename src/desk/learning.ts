import { type Example, learn, nothingLearnt, type SiteState, spokenPart } from '../triage/site-learner.ts'
import type { SiteReader } from '../triage/site-reader.ts'

/** A standing decision of a person on one text. */
export type Judgement = {
  decisionId: number
  /** Of its entry in the sealed ledger, whose order is the order of learning. */
  position: number
  /** The rule it was refused or taken down under; null where the desk found that it broke none. */
  brokenRule: string | null
  policyVersion: string
  text: string
  commenterId: number
  articleId: number
  decidedAt: Date
}

/**
 * How one decision was predicted before it was learnt, rule by rule (progressive validation, Blum et al. 1999):
 * `adjustment` is what would have reached a live score.
 */
export type Trial = { decisionId: number; predictions: Prediction[] }
export type Prediction = { rule: string; baseLogit: number; adjustment: number; broke: boolean }

type Lesson = Example & { seenLogit: number | null }

/** How often the commenters and articles of one day were decided. */
export type Pace = { day: string; commenters: Record<string, number>; articles: Record<string, number> }

/** What decisions taught so far: a function of the decisions that stand, in their order. */
export type Learning = {
  state: SiteState
  decisionCount: number
  lastDecisionId: number | null
  pace: Pace
  trials: readonly Trial[]
}

export const blankLearning: Learning = {
  state: nothingLearnt,
  decisionCount: 0,
  lastDecisionId: null,
  pace: { day: '', commenters: {}, articles: {} },
  trials: [],
}

/** As many as the page judges the learner by. */
export const TRIALS_KEPT = 200

/** Learns judgements in their order. `rulesOf` names the rules of a policy version: who publishes says it broke none. */
export function learnJudgements(
  learning: Learning,
  judgements: readonly Judgement[],
  reader: SiteReader,
  rulesOf: (policyVersion: string) => readonly string[],
): Learning {
  const pace = structuredClone(learning.pace)
  const lessons = judgements.map((judgement) => {
    const about = judgement.brokenRule === null ? rulesOf(judgement.policyVersion) : [judgement.brokenRule]
    return { judgement, examples: examplesOf(judgement, about, nextWeight(pace, judgement), reader) }
  })
  const { state, adjustments } = learn(
    learning.state,
    lessons.flatMap(({ examples }) => examples),
  )
  let at = 0
  const trials = lessons.map(({ judgement, examples }) => ({
    decisionId: judgement.decisionId,
    predictions: examples.map(({ rule, baseLogit, seenLogit, broke }) => ({
      rule,
      baseLogit,
      adjustment: spokenPart(adjustments[at++] as number, baseLogit, seenLogit),
      broke,
    })),
  }))
  return {
    state,
    decisionCount: learning.decisionCount + judgements.length,
    lastDecisionId: judgements.at(-1)?.decisionId ?? learning.lastDecisionId,
    pace,
    trials: [...learning.trials, ...trials].slice(-TRIALS_KEPT),
  }
}

/** A refusal says nothing of the other rules: the desk names one, and presses one key. */
function examplesOf(
  { text, brokenRule }: Judgement,
  rules: readonly string[],
  weight: number,
  reader: SiteReader,
): Lesson[] {
  const reading = reader.read(text)
  return rules.flatMap((rule) => {
    const baseLogit = reading.baseLogit(rule)
    return baseLogit === null
      ? []
      : [
          {
            rule,
            buckets: reading.buckets,
            baseLogit,
            seenLogit: reading.seenLogit(rule),
            broke: rule === brokenRule,
            weight,
          },
        ]
  })
}

/**
 * Who sends a hundred comments a day, or a hundred people sent under one article, must not teach a hundred times as
 * much. The n-th of a commenter counts 1/n, which no number of comments lifts far; the n-th under an article, where
 * most are strangers to each other, 1/√n. Counts the judgement in `pace`.
 */
export function nextWeight(
  pace: Pace,
  { decidedAt, commenterId, articleId }: Pick<Judgement, 'decidedAt' | 'commenterId' | 'articleId'>,
): number {
  // Days are UTC's. Sealed after a decision of the next day, one still counts towards that day.
  const day = decidedAt.toISOString().slice(0, 10)
  if (day > pace.day) Object.assign(pace, { day, commenters: {}, articles: {} })
  const ofCommenter = (pace.commenters[commenterId] ?? 0) + 1
  const underArticle = (pace.articles[articleId] ?? 0) + 1
  pace.commenters[commenterId] = ofCommenter
  pace.articles[articleId] = underArticle
  return Math.min(1 / ofCommenter, 1 / Math.sqrt(underArticle))
}
