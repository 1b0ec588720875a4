import type { Context } from '../context.ts'
import { rankOutdated } from '../desk/queue-rank.ts'
import { forgetRanks } from '../desk/queue-rank-store.ts'
import { addRequests, forgetRequests, sumRequests } from '../newsroom/article-request-store.ts'
import { every, type Job } from './job.ts'

/** In one run at most: what a crowd sets off goes on in the next, and other jobs and pages are served between. */
const MOST_BATCHES = 40

/**
 * Writes down how often each article was asked for here, learns what all nodes counted, and ranks what waits anew where
 * that or a deadline changes its place. Without it the queue still has an order: that of the moment at which each came.
 */
export function queueRanker(ctx: Context, pauseMs = 10_000): Job {
  let policyVersion: string | undefined
  return every('queue-ranker', pauseMs, ctx.logger, async () => {
    const now = ctx.clock.now()
    await writeDown(ctx, now)
    const requests = await sumRequests(ctx.db, now)
    ctx.requests.learn(requests)
    const { policy } = await ctx.settings.now()
    if (policyVersion !== undefined && policyVersion !== policy.version) await forgetRanks(ctx.db)
    policyVersion = policy.version
    for (let batch = 0; batch < MOST_BATCHES; batch++)
      if (!(await rankOutdated(ctx.db, { policy, requests }, now)).more) break
  })
}

async function writeDown({ db, requests }: Context, now: Date): Promise<void> {
  const counted = requests.take()
  try {
    await addRequests(db, counted, now)
  } catch (error) {
    requests.putBack(counted)
    throw error
  }
  await forgetRequests(db, now)
}
