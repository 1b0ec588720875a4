/** The rule a comment most probably breaks at the highest cost. */
export type WorstRule = {
  /** Empty where no rule is named, and all is assumed. */
  ruleId: string
  /** 0 to 1. */
  probability: number
  /** 1 to 5, from the policy. */
  severity: number
}

/** What the score of a waiting comment is made of, as known at one moment. */
export type HarmFacts = {
  worst: WorstRule
  /** Page requests of its article in the last five minutes, over all nodes; null where nobody counted. */
  requests: number | null
  /** 0 for a root, one more for each answer above it. */
  depth: number
  isPublic: boolean
  reports: {
    count: number
    /** From `reportWeight`, 0 to 1: how far they alone say that a rule is broken. */
    weight: number
    /** 1 to 5: of the gravest rule that they cite. */
    severity: number
  } | null
  /** The part of its time that has run, 1 at the deadline and more after it; null where nothing has a deadline. */
  clockRun: number | null
}

/** Where the policy and the engine are silent. */
export const ASSUMED = {
  /** Of a rule that could not be checked: newspapers refuse 2 to 11 in a hundred. */
  unknown: 0.1,
  /** At least, of a rule whose condition holds by something the engine has no estimate for: as likely as not. */
  matched: 0.5,
  /** The middle of 1 to 5. */
  severity: 3,
} as const

/** What is reckoned with where no rule may be named. */
export const NO_RULE: WorstRule = { ruleId: '', probability: ASSUMED.unknown, severity: ASSUMED.severity }

/**
 * What a held comment weighs of a public one. Nobody sees it, yet a threat must be known of, and a good comment is kept
 * from its readers: a tenth of a mild breach shown. An assumption, not a measurement.
 */
export const HELD_PART = 0.1

export type HarmTerm =
  | {
      kind: 'breach'
      points: number
      worst: WorstRule
      requests: number
      depthPart: number
      publicPart: number
    }
  | {
      kind: 'waiting'
      points: number
      probability: number
      requests: number
      depthPart: number
      publicPart: number
    }
  | {
      kind: 'reports'
      points: number
      count: number
      weight: number
      severity: number
      requests: number
      depthPart: number
      publicPart: number
    }
  | { kind: 'deadline'; points: number; clockRun: number }

export type ExpectedHarm = {
  /** The sum of the terms' points. One point: one request of a page that shows a breach of severity 1, in five minutes. */
  score: number
  terms: HarmTerm[]
}

/**
 * What five more minutes without a decision are expected to cost. With equal labour for each decision, going by cost for
 * each unit of time is what makes the whole cost least (Smith's rule: W. E. Smith, Naval Research Logistics Quarterly 3,
 * 1956; cμ in queueing). Pure, and it holds no age: that is the queue's, see `headStartOf`.
 */
export function expectedHarm(facts: HarmFacts): ExpectedHarm {
  const requests = Math.max(1, facts.requests ?? 1)
  const depthPart = depthPartOf(facts.depth)
  const publicPart = facts.isPublic ? 1 : HELD_PART
  const seen = { requests, depthPart, publicPart }
  const exposure = requests * depthPart * publicPart
  const { worst } = facts
  const terms: HarmTerm[] = [
    { kind: 'breach', points: worst.probability * worst.severity * exposure, worst, ...seen },
  ]
  if (!facts.isPublic) {
    const { probability } = worst
    terms.push({ kind: 'waiting', points: (1 - probability) * exposure, probability, ...seen })
  }
  if (facts.reports && facts.reports.count > 0) {
    const { weight, severity } = facts.reports
    terms.push({ kind: 'reports', points: weight * severity * exposure, ...facts.reports, ...seen })
  }
  if (facts.clockRun !== null) {
    const points = urgencyOf(facts.clockRun)
    if (points > 0) terms.push({ kind: 'deadline', points, clockRun: facts.clockRun })
  }
  return { score: terms.reduce((sum, { points }) => sum + points, 0), terms }
}

/** Fewer read on the deeper a quarrel goes: half at a depth of three. An assumption, not a measurement. */
const depthPartOf = (depth: number): number => 1 / Math.sqrt(1 + Math.max(0, depth))

/** Parts of a deadline at which a comment becomes more urgent, and the points from then on. */
const urgencies = [
  { from: 1, points: 4_096 },
  { from: 0.8, points: 256 },
  { from: 0.5, points: 16 },
] as const

const urgencyOf = (clockRun: number): number => urgencies.find(({ from }) => clockRun >= from)?.points ?? 0

/** The next moment at which the clock alone changes the score; undefined once the deadline is past. */
export function nextUrgencyAt(begun: Date, due: Date, now: Date): Date | undefined {
  const span = due.getTime() - begun.getTime()
  const moments = urgencies.map(({ from }) => begun.getTime() + from * span)
  const ahead = moments.filter((moment) => moment > now.getTime())
  return ahead.length === 0 ? undefined : new Date(Math.min(...ahead))
}

/** A doubling of the score is worth six hours of waiting: why six, docs/decisions/0013-order-by-expected-harm.md. */
export const DOUBLING_SECONDS = 21_600
/** Scores beyond these count as these, so that how far one comment can overtake another has an end. */
export const LEAST_SCORE = 1 / 4
export const MOST_SCORE = 16_384
/** Four days: nothing that came so much later is taken before a comment that waits, whatever their scores. */
export const LONGEST_OVERTAKEN_SECONDS = DOUBLING_SECONDS * Math.log2(MOST_SCORE / LEAST_SCORE)

/**
 * The score in seconds of waiting, negative below one point. The queue is oldest first by time of entry less this. So the
 * order of two comments hangs on their scores and entries and never on when one asks: age counts for every comment alike,
 * and an index can hold it.
 */
export function headStartOf(score: number): number {
  // Also for a score that is no number: what cannot be computed is taken first.
  const within = Number.isNaN(score) ? MOST_SCORE : Math.min(MOST_SCORE, Math.max(LEAST_SCORE, score))
  return Math.round(DOUBLING_SECONDS * Math.log2(within))
}

export type HarmLevel = 'slight' | 'some' | 'high' | 'severe'

/** In one word: from 4, 64 and 1,024 points; a mild breach that so many see in five minutes. */
export const levelOf = (score: number): HarmLevel =>
  score < 4 ? 'slight' : score < 64 ? 'some' : score < 1_024 ? 'high' : 'severe'
