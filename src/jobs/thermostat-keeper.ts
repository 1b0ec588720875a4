import type { Context } from '../context.ts'
import { endDueThreads } from '../desk/thermostat-store.ts'
import { every, type Job } from './job.ts'

/** Draws an article anew once its thermostat has run out: the sentence for readers goes, the form is back. */
export const thermostatKeeper = (ctx: Context, pauseMs = 5_000): Job =>
  every('thermostat-keeper', pauseMs, ctx.logger, async () => {
    const articleIds = await endDueThreads(ctx.db, ctx.clock.now())
    if (articleIds.length > 0) ctx.changes.announce({ articleIds, settings: false })
  })
