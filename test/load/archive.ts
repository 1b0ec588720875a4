import type { ShippedCurve } from '../../src/desk/unread-curve.ts'
import { random } from '../support/corpus.ts'

/**
 * An archive to replay: articles with the requests they got in each minute, comments as they came, and which of them break
 * a rule. Everything is drawn from one seed. What it assumes is in `assumed`; how well breaches are told from other comments
 * is not assumed but drawn from what the engine was measured to do (`models/triage/curve.json`).
 */
export type Archive = {
  minutes: number
  /** Page requests by article and minute. */
  requests: Uint16Array[]
  comments: ArchivedComment[]
}

export type ArchivedComment = {
  at: number
  articleId: number
  depth: number
  breach: boolean
  /** The rule it breaks, or would seem to; 1 to 5. */
  severity: number
  /** As the engine says: of that rule. */
  probability: number
  seemsSeverity: number
}

/** Chosen before the first replay, and not changed after it. */
export const assumed = {
  days: 7,
  articlesADay: 60,
  commentsADay: 2_000,
  /** One comment for so many page requests. */
  requestsAComment: 100,
  /** Requests fall by half in this time after publication. */
  halfLifeMinutes: 240,
  /** Of the articles of a day the one at rank r gets 1/r of the first one's requests (Zipf). */
  zipf: 1,
  /** Requests by hour of the day, against the mean: a newspaper's night, morning, noon and evening. */
  hours: [
    0.3, 0.2, 0.1, 0.1, 0.2, 0.4, 0.8, 1.2, 1.4, 1.4, 1.3, 1.3, 1.5, 1.4, 1.2, 1.2, 1.2, 1.3, 1.5, 1.6, 1.6,
    1.4, 0.9, 0.5,
  ],
  /** A comment is an answer with this chance, and so on down. */
  replies: 0.4,
  /** The severities of the shipped policy's rules that a machine can see, each as often as another. */
  severities: [2, 4, 5, 3, 2, 2],
  /** How often the engine points at the rule that is broken; nobody has measured it. */
  rightRule: 0.75,
} as const

type Draw = () => number

export function makeArchive(seed: number, curve: ShippedCurve): Archive {
  const draw = random(seed)
  const minutes = assumed.days * 1_440
  const rates = articleRates(draw, minutes)
  const requests = rates.map((rate) => Uint16Array.from(rate, (mean) => poisson(draw, mean)))
  const comments: ArchivedComment[] = []
  for (const [articleId, counts] of requests.entries())
    for (const [minute, count] of counts.entries())
      for (let n = poisson(draw, count / assumed.requestsAComment); n > 0; n--)
        comments.push(commentAt(draw, curve, minute + draw(), articleId))
  comments.sort((a, b) => a.at - b.at)
  return { minutes, requests, comments }
}

/** Mean requests a minute, scaled so that the whole week brings the comments it should. */
function articleRates(draw: Draw, minutes: number): Float64Array[] {
  const rates: Float64Array[] = []
  let sum = 0
  for (let day = 0; day < assumed.days; day++)
    for (let rank = 1; rank <= assumed.articlesADay; rank++) {
      const rate = new Float64Array(minutes)
      // Published between six in the morning and ten in the evening.
      const from = Math.floor(day * 1_440 + 360 + draw() * 960)
      for (let minute = from; minute < minutes; minute++) {
        const age = (minute - from) / assumed.halfLifeMinutes
        const hour = assumed.hours[Math.floor(minute / 60) % 24] ?? 1
        rate[minute] = (hour * 2 ** -age) / rank ** assumed.zipf
        sum += rate[minute] ?? 0
      }
      rates.push(rate)
    }
  const scale = (assumed.days * assumed.commentsADay * assumed.requestsAComment) / sum
  for (const rate of rates) for (let i = 0; i < rate.length; i++) rate[i] = (rate[i] ?? 0) * scale
  return rates
}

function commentAt(draw: Draw, curve: ShippedCurve, at: number, articleId: number): ArchivedComment {
  let depth = 0
  while (draw() < assumed.replies && depth < 20) depth++
  const breach = draw() < curve.breachShare
  const severity = pick(draw, assumed.severities)
  const right = draw() < assumed.rightRule
  return {
    at,
    articleId,
    depth,
    breach,
    severity,
    probability: probabilityOf(draw, curve, breach),
    seemsSeverity: breach && right ? severity : pick(draw, assumed.severities),
  }
}

const pick = (draw: Draw, list: readonly number[]): number => list[Math.floor(draw() * list.length)] ?? 1

/**
 * The curve gives, for each share of all comments from the least likely up, which part of all breaches is in it: the
 * distribution of breaches over the ranks. That of the others follows from both. A rank is drawn from its own and read as
 * the probability that stands there.
 */
function probabilityOf(draw: Draw, curve: ShippedCurve, breach: boolean): number {
  const { breachShare } = curve
  const points = [
    { share: 0, threshold: 0, missed: 0 },
    ...curve.points.map(({ share, threshold, missed }) => ({ share, threshold, missed: missed.value })),
    { share: 1, threshold: 1, missed: 1 },
  ]
  const below = points.map(({ share, missed }) =>
    breach ? missed : (share - breachShare * missed) / (1 - breachShare),
  )
  const u = draw()
  const i = Math.max(
    1,
    below.findIndex((part) => part >= u),
  )
  const [low, high] = [below[i - 1] ?? 0, below[i] ?? 1]
  const part = high > low ? (u - low) / (high - low) : 0
  const [from, to] = [points[i - 1]?.threshold ?? 0, points[i]?.threshold ?? 1]
  return from + part * (to - from)
}

/** Knuth's for small means, the normal beyond, where it is close. */
function poisson(draw: Draw, mean: number): number {
  if (mean <= 0) return 0
  if (mean > 30) {
    const normal = Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw())
    return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal))
  }
  const limit = Math.exp(-mean)
  let n = 0
  for (let product = draw(); product > limit; product *= draw()) n++
  return n
}
