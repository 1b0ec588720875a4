import { ok, type Result, refused } from '../lib/result.ts'
import { rawSpan } from '../triage/reading.ts'
import type { Evidence } from '../triage/signal.ts'
import type { Engine } from '../triage/signals.ts'
import { type AttributeValues, attributeValues } from './attributes.ts'
import type { ApiProblem } from './problem.ts'
import type { AnalyzeRequest, RequestedAttribute } from './request.ts'
import { sentencesOf } from './sentences.ts'

type Score = { value: number; type: 'PROBABILITY' }
type AttributeScore = {
  /** UTF-16 offsets into the comment as it was sent, `end` exclusive. */
  spanScores: { begin: number; end: number; score: Score }[]
  summaryScore: Score
}

/** The answer to `comments:analyze`; without `attributeScores` where every score lies below its threshold. */
export type AnalyzeAnswer = {
  attributeScores?: Record<string, AttributeScore>
  languages: readonly string[]
  clientToken?: string
  detectedLanguages: readonly string[]
}

type ScoredSpan = { place: Evidence; values: AttributeValues }

/**
 * Scores a comment. Pure; time is linear in the text's length, twice that with spans.
 *
 * A text in a language that the models never learnt, or without a word, has no score. `error` says so as Google does;
 * `hold` answers the highest score, for clients that publish what they hear nothing bad of. Never a low score.
 */
export function analyze(
  engine: Engine,
  request: AnalyzeRequest,
  onUnknown: 'error' | 'hold',
): Result<{ answer: AnalyzeAnswer; scored: boolean }, ApiProblem> {
  const { text } = request.comment
  const whole = { start: 0, end: text.length }
  const context = { ...request.context, recentTexts: [], ownRecent: 0 }
  const signals = engine.signalsFor(text, context)
  const values = attributeValues(signals)
  const missing = request.attributes.find(({ attribute }) => values[attribute] === null)
  if (missing && onUnknown === 'error') return refused(whyUnknown(signals.language, missing.name))

  const valuesAt = (piece: string): AttributeValues => {
    return attributeValues(engine.signalsFor(piece, context))
  }
  const scoreOf = (place: Evidence): ScoredSpan => ({
    place,
    values: valuesAt(text.slice(place.start, place.end)),
  })
  const sentences = request.spanAnnotations && !missing ? sentencesOf(text) : []
  const spans: ScoredSpan[] = sentences.length > 1 ? sentences.map(scoreOf) : [{ place: whole, values }]
  const scores = request.attributes.flatMap((one) => {
    const score = attributeScore(request, one, missing ? 1 : (values[one.attribute] as number), spans)
    return score ? [[one.name, score] as const] : []
  })
  // Too short a text to tell is read as English, as the engine reads it.
  const scoredIn = signals.language ?? (missing ? 'und' : 'en')
  return ok({
    scored: missing === undefined,
    answer: {
      ...(scores.length > 0 ? { attributeScores: Object.fromEntries(scores) } : {}),
      languages: request.languages.length > 0 ? request.languages : [scoredIn],
      ...(request.clientToken === undefined ? {} : { clientToken: request.clientToken }),
      detectedLanguages: [signals.language ?? 'und'],
    },
  })
}

/** In English a head always speaks: where it does not, a detector failed. */
function whyUnknown(language: string | undefined, attribute: string): ApiProblem {
  if (language === undefined) return { code: 'language_not_detected' }
  return language === 'en' ? { code: 'not_scored' } : { code: 'language_not_supported', attribute, language }
}

const asScore = (value: number): Score => ({ value, type: 'PROBABILITY' })

/** What lies below the threshold asked for is left out, the whole attribute as well as a span of it. */
function attributeScore(
  { comment }: AnalyzeRequest,
  { attribute, threshold }: RequestedAttribute,
  summary: number,
  spans: readonly ScoredSpan[],
): AttributeScore | undefined {
  if (summary < threshold) return undefined
  const spanScores = spans.flatMap(({ place, values }) => {
    const value = spans.length === 1 ? summary : values[attribute]
    if (value === null || value < threshold) return []
    const { start, end } = rawSpan(comment, place.start, place.end)
    return [{ begin: start, end, score: asScore(value) }]
  })
  return { spanScores, summaryScore: asScore(summary) }
}
