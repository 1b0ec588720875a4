import type { Entering } from '../comments/submission.ts'
import { type Db, inTransaction } from '../db/database.ts'
import { after, hours } from '../lib/clock.ts'
import type { Policy } from '../policy/rule.ts'
import type { Card, RankedBy } from './card-store.ts'
import {
  ASSUMED,
  type ExpectedHarm,
  expectedHarm,
  type HarmFacts,
  headStartOf,
  NO_RULE,
  nextUrgencyAt,
  type WorstRule,
} from './expected-harm.ts'
import {
  listForRanking,
  lockItem,
  lockOutdated,
  type Rank,
  type RankingItem,
  saveRanks,
} from './queue-rank-store.ts'
import { REPORT_HOURS } from './report.ts'
import { weighReports } from './reporter-store.ts'
import { worstRuleOf } from './worst-rule.ts'

/** Few enough that what is locked is free again in some milliseconds: a claim passes over it meanwhile. */
const BATCH = 500

/** What a waiting comment's score hangs on, whoever asks. */
export function harmFactsOf(
  item: {
    worst: WorstRule
    depth: number
    isPublic: boolean
    reportRuleIds: readonly string[]
    reportedAt: Date | null
    /** From `weighReports`. */
    reportWeight: number
  },
  policy: Pick<Policy, 'rules'>,
  requests: number | null,
  now: Date,
): HarmFacts {
  const { worst, depth, isPublic, reportRuleIds, reportedAt, reportWeight } = item
  return {
    worst,
    requests,
    depth,
    isPublic,
    reports:
      reportRuleIds.length === 0
        ? null
        : {
            count: reportRuleIds.length,
            weight: reportWeight,
            severity: Math.max(...reportRuleIds.map((id) => severityOf(policy, id))),
          },
    clockRun: reportedAt === null ? null : (now.getTime() - reportedAt.getTime()) / hours(REPORT_HOURS),
  }
}

/** A rule of an older policy may be gone. */
export const severityOf = (policy: Pick<Policy, 'rules'>, ruleId: string): number =>
  policy.rules.find(({ id }) => id === ruleId)?.severity ?? ASSUMED.severity

/** Pure: where a comment stands in the queue, from what is known of it now. */
export function rankOf(
  item: RankingItem & { reportWeight: number },
  policy: Pick<Policy, 'rules'>,
  requests: number | null,
  now: Date,
): Rank {
  const worst = item.worst
    ? { ...item.worst, severity: severityOf(policy, item.worst.ruleId) }
    : worstRuleOf(policy.rules, { ...item, signals: item.signals ?? undefined })
  const { score } = expectedHarm(harmFactsOf({ ...item, worst }, policy, requests, now))
  const { reportedAt } = item
  const next = reportedAt && nextUrgencyAt(reportedAt, after(reportedAt, hours(REPORT_HOURS)), now)
  return {
    commentId: item.commentId,
    headStart: headStartOf(score),
    worst,
    requests: Math.max(1, requests ?? 1),
    rankAgainAt: next ?? null,
  }
}

/** Of a row of the queue, by what it was ranked by; null where nothing has ranked it yet. */
export function harmOfRow(
  row: RankedBy & { reportWeight: number },
  policy: Pick<Policy, 'rules'>,
  now: Date,
): ExpectedHarm | null {
  if (row.rankedRequests === 0) return null
  const { worstRuleId: ruleId, worstProbability: probability } = row
  const worst =
    ruleId === null || probability === null
      ? NO_RULE
      : { ruleId, probability, severity: severityOf(policy, ruleId) }
  const reportRuleIds = row.reportRuleIds ?? []
  return expectedHarm(harmFactsOf({ ...row, worst, reportRuleIds }, policy, row.rankedRequests, now))
}

/** Of a card, with the requests as they are now. */
export function harmOfCard(
  card: Card & { reportWeight: number },
  policy: Pick<Policy, 'rules'>,
  requests: number | null,
  now: Date,
): ExpectedHarm {
  const open = card.reports.filter(({ state }) => state === 'open')
  const isPublic = card.comment.state === 'published'
  const facts = {
    worst: worstRuleOf(policy.rules, { ...card, isPublic }),
    depth: card.comment.depth,
    isPublic,
    reportRuleIds: open.map(({ ruleId }) => ruleId),
    // In the order in which they came.
    reportedAt: open[0]?.filedAt ?? null,
    reportWeight: card.reportWeight,
  }
  return expectedHarm(harmFactsOf(facts, policy, requests, now))
}

/** Pure: the place of a comment that only comes, before anything of it is stored. */
export const entryHeadStart = (
  entering: Entering,
  policy: Pick<Policy, 'rules'>,
  requests: number | null,
): number =>
  headStartOf(
    expectedHarm({
      worst: worstRuleOf(policy.rules, entering),
      requests,
      depth: entering.depth,
      isPublic: entering.isPublic,
      reports: null,
      clockRun: null,
    }).score,
  )

export type Ranking = {
  policy: Pick<Policy, 'rules'>
  /** Page requests of five minutes by article; what is not in it is unknown. */
  requests: ReadonlyMap<number, number>
}

/** Ranks a batch of what is out of date; how many. Fewer than `BATCH` means that nothing further is. */
export async function rankOutdated(
  db: Db,
  { policy, requests }: Ranking,
  now: Date,
): Promise<{ ranked: number; more: boolean }> {
  return inTransaction(db, async (tx) => {
    const ids = await lockOutdated(tx, requests, now, BATCH)
    if (ids.length === 0) return { ranked: 0, more: false }
    await rank(tx, ids, policy, (articleId) => requests.get(articleId) ?? null, now)
    return { ranked: ids.length, more: ids.length === BATCH }
  })
}

/** Ranks one comment at once: a report that was just filed need not wait for the ranker. */
export async function rankItem(
  db: Db,
  commentId: number,
  policy: Pick<Policy, 'rules'>,
  requests: number | null,
  now: Date,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    if (await lockItem(tx, commentId)) await rank(tx, [commentId], policy, () => requests, now)
  })
}

async function rank(
  tx: Db,
  ids: readonly number[],
  policy: Pick<Policy, 'rules'>,
  requestsOf: (articleId: number) => number | null,
  now: Date,
): Promise<void> {
  const items = await listForRanking(tx, ids)
  const reported = items.filter(({ reportedAt }) => reportedAt !== null)
  const weights = await weighReports(
    tx,
    reported.map(({ commentId }) => commentId),
    now,
  )
  const ranks = items.map((item) =>
    rankOf(
      { ...item, reportWeight: weights.get(item.commentId) ?? 0 },
      policy,
      requestsOf(item.articleId),
      now,
    ),
  )
  await saveRanks(tx, ranks)
}
