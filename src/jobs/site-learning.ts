import type { Context } from '../context.ts'
import { blankLearning, type Learning, learnJudgements } from '../desk/learning.ts'
import {
  findFirstFallen,
  findLatestVersion,
  findWhole,
  insertVersion,
  type LearningVersion,
  type LineStart,
  listJudgements,
  moveOn,
} from '../desk/learning-store.ts'
import { findChainHead } from '../desk/ledger-store.ts'
import { every, type Job } from './job.ts'

const theFirst: LineStart = { position: 0, at: null }

// Some 10 ms of work between two looks at what readers ask for.
const PAGE = 25

/**
 * Learns from what the desk decided since the last version. A decision that was learnt and has been reversed since is
 * unlearnt: from the last version that did not know it, or from the start of the line, what stands is learnt again.
 */
export const siteLearning = (ctx: Context, pauseMs = 45_000): Job =>
  every('site-learning', pauseMs, ctx.logger, async () => {
    if ((await ctx.settings.now()).publication.learning === 'off') return
    const position = (await findChainHead(ctx.db))?.position ?? 0
    const latest = await findLatestVersion(ctx.db)
    const fallenFrom = latest && (await findFirstFallen(ctx.db, latest, position))
    const start = latest?.start ?? theFirst
    const from = latest && (await basisOf(ctx, latest, fallenFrom))
    const known = from?.learning ?? blankLearning
    const learning = await learnBetween(ctx, start, from?.position ?? start.position, position, known)
    const nothingNew = from?.isLatest === true && learning.decisionCount === known.decisionCount
    if (latest && nothingNew) return moveOn(ctx.db, latest.version, position)
    const version = (latest?.version ?? 0) + 1
    const made = { version, engine: ctx.siteReader.version, start, position, learning, reset: null }
    // Where another process was faster, its version is the one to speak.
    await insertVersion(ctx.db, made, fallenFrom, ctx.clock.now())
    await ctx.learnt.follow(version)
  })

type Basis = { position: number; learning: Learning; isLatest: boolean }

async function basisOf(
  { db, siteReader }: Context,
  latest: LearningVersion,
  fallenFrom: number | undefined,
): Promise<Basis | undefined> {
  const before = fallenFrom ?? latest.position + 1
  const whole = await findWhole(db, latest, { engine: siteReader.version, before })
  return whole && { ...whole, isLatest: whole.version === latest.version }
}

async function learnBetween(
  { db, settings, siteReader }: Context,
  start: LineStart,
  from: number,
  upTo: number,
  known: Learning,
): Promise<Learning> {
  const rules = new Map<string, string[]>()
  let learning = known
  for (let after = from; ; ) {
    const judgements = await listJudgements(db, { start, after, upTo, limit: PAGE })
    for (const { policyVersion } of judgements)
      if (!rules.has(policyVersion))
        rules.set(
          policyVersion,
          (await settings.policy(policyVersion)).rules.map((rule) => rule.id),
        )
    learning = learnJudgements(learning, judgements, siteReader, (version) => rules.get(version) ?? [])
    if (judgements.length < PAGE) return learning
    after = judgements.at(-1)?.position ?? upTo
  }
}
