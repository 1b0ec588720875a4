import { expectedHarm, headStartOf, NO_RULE } from '../../src/desk/expected-harm.ts'
import type { Archive, ArchivedComment } from './archive.ts'

export type OrderName = 'harm' | 'oldest' | 'newest'
export type Mode = 'post' | 'post, flagged held' | 'pre'

/** Each moderator takes `minutesEach` for a comment, whatever it is; `staffed` says whether anybody is on in a minute. */
export type Labour = { moderators: number; minutesEach: number; staffed: (minute: number) => boolean }

export type Outcome = {
  decided: number
  /** Minutes in which a breach was public, and page requests that showed it, each also × severity. */
  breachMinutes: number
  breachRequests: number
  breachHarm: number
  /** For comments that were held and broke nothing: minutes kept, and requests of their page meanwhile. */
  goodMinutes: number
  goodRequests: number
  longestWait: number
}

type Waiting = { comment: ArchivedComment; index: number; isPublic: boolean; turn: number; rankedBy: number }

/** As the shipped policy holds. */
const HOLD_FROM = 0.6
const REQUEST_MINUTES = 5

/**
 * The same comments, the same moderators, the same pace; only the order differs. A moderator who is free takes the next
 * comment by that order, and the comment leaves the page when its time is over. Ours is ranked by the desk's own functions
 * from what the desk would know: the engine's probability, the requests counted in the last five minutes, the depth; and
 * like the desk's, its ranks change only when the requests have changed by half a doubling.
 */
export function replay(archive: Archive, order: OrderName, mode: Mode, labour: Labour): Outcome {
  const known = archive.requests.map((counts) => runningSums(counts))
  const recent = keptForTheMinute((articleId, minute) =>
    recentRequests(known[articleId] as Float64Array, minute),
  )
  const free = Array.from({ length: labour.moderators }, () => 0)
  const waiting: Waiting[] = []
  const out: Outcome = {
    decided: 0,
    breachMinutes: 0,
    breachRequests: 0,
    breachHarm: 0,
    goodMinutes: 0,
    goodRequests: 0,
    longestWait: 0,
  }
  const settle = (one: Waiting, until: number): void => {
    const { comment, isPublic } = one
    const minutes = until - comment.at
    const requests = requestsBetween(known[comment.articleId] as Float64Array, comment.at, until)
    out.longestWait = Math.max(out.longestWait, minutes)
    if (comment.breach && isPublic) {
      out.breachMinutes += minutes
      out.breachRequests += requests
      out.breachHarm += requests * comment.severity
    }
    if (!comment.breach && !isPublic) {
      out.goodMinutes += minutes
      out.goodRequests += requests
    }
  }
  let next = 0
  const arrive = (upTo: number): void => {
    for (
      let comment = archive.comments[next];
      comment && comment.at <= upTo;
      comment = archive.comments[next]
    ) {
      const isPublic = mode === 'post' || (mode === 'post, flagged held' && comment.probability < HOLD_FROM)
      const one: Waiting = { comment, index: next, isPublic, turn: 0, rankedBy: 0 }
      rank(one, recent(comment.articleId, comment.at))
      waiting.push(one)
      next++
    }
  }
  for (;;) {
    const who = free.indexOf(Math.min(...free))
    let now = nextStaffed(free[who] ?? 0, labour, archive.minutes)
    arrive(now)
    if (waiting.length === 0) {
      const coming = archive.comments[next]
      if (!coming) break
      now = nextStaffed(Math.max(now, coming.at), labour, archive.minutes)
      arrive(now)
    }
    const done = now + labour.minutesEach
    if (done >= archive.minutes) break
    const at = best(waiting, order, (articleId) => recent(articleId, now))
    const [taken] = waiting.splice(at, 1)
    if (taken) settle(taken, done)
    out.decided++
    free[who] = done
  }
  arrive(archive.minutes)
  // What nobody has decided stays as it is to the end.
  for (const one of waiting) settle(one, archive.minutes)
  return out
}

function best(waiting: Waiting[], order: OrderName, recent: (articleId: number) => number): number {
  // They stand in the order in which they came.
  if (order === 'oldest') return 0
  if (order === 'newest') return waiting.length - 1
  let found = 0
  for (let at = 0; at < waiting.length; at++) {
    const one = waiting[at] as Waiting
    const now = recent(one.comment.articleId)
    if (now <= Math.floor(one.rankedBy / Math.SQRT2) || now >= Math.ceil(one.rankedBy * Math.SQRT2))
      rank(one, now)
    if (one.turn < (waiting[found]?.turn ?? Number.POSITIVE_INFINITY)) found = at
  }
  return found
}

/** Asked for every waiting comment at every claim, and the same for a whole minute. */
function keptForTheMinute(
  count: (articleId: number, minute: number) => number,
): (articleId: number, at: number) => number {
  const kept: number[] = []
  const keptAt: number[] = []
  return (articleId, at) => {
    const minute = Math.floor(at)
    if (keptAt[articleId] !== minute) {
      kept[articleId] = count(articleId, minute)
      keptAt[articleId] = minute
    }
    return kept[articleId] as number
  }
}

function rank(one: Waiting, requests: number): void {
  const { comment, isPublic } = one
  const { probability, seemsSeverity: severity } = comment
  // As the desk's: what is held and no rule spoke of is not told apart (`worst-rule.ts`).
  const spoke = isPublic || probability >= HOLD_FROM
  const { score } = expectedHarm({
    worst: spoke ? { ruleId: 'planted', probability, severity } : NO_RULE,
    requests,
    depth: comment.depth,
    isPublic,
    reports: null,
    clockRun: null,
  })
  one.rankedBy = Math.max(1, requests)
  one.turn = comment.at - headStartOf(score) / 60
}

/** The first minute from `from` in which somebody is at work. */
function nextStaffed(from: number, { staffed }: Labour, end: number): number {
  let at = from
  while (at < end && !staffed(Math.floor(at))) at = Math.floor(at) + 1
  return at
}

function runningSums(counts: Uint16Array): Float64Array {
  const sums = new Float64Array(counts.length + 1)
  for (const [i, count] of counts.entries()) sums[i + 1] = (sums[i] ?? 0) + count
  return sums
}

/** Of the five whole minutes before: what has been counted, not what comes. */
const recentRequests = (sums: Float64Array, minute: number): number =>
  Math.max(1, (sums[minute] ?? sums.at(-1) ?? 0) - (sums[Math.max(0, minute - REQUEST_MINUTES)] ?? 0))

/** Parts of a minute count as their part. */
function requestsBetween(sums: Float64Array, from: number, until: number): number {
  const upTo = (at: number): number => {
    const whole = Math.floor(at)
    const before = sums[whole] ?? sums.at(-1) ?? 0
    return before + (at - whole) * ((sums[whole + 1] ?? before) - before)
  }
  return upTo(until) - upTo(from)
}
