import type { Context } from '../context.ts'
import { sweep } from '../desk/retention-store.ts'
import { every, type Job } from './job.ts'

/** Deletes what has had its time: unconfirmed comments, hashes of network addresses, used links, old letters. */
export const retentionSweeper = (ctx: Context, pauseMs = 60_000): Job =>
  every('retention-sweeper', pauseMs, ctx.logger, async () => {
    await sweep(ctx.db, ctx.clock.now())
  })
