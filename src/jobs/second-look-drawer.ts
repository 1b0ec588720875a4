import type { Context } from '../context.ts'
import { drawFromLedger } from '../desk/second-look-store.ts'
import { every, type Job } from './job.ts'

/** Draws decisions for a second look, behind the commit and the seal: deciding writes nothing for it. */
export const secondLookDrawer = (ctx: Context, pauseMs = 20_000): Job =>
  every('second-look-drawer', pauseMs, ctx.logger, async () => {
    const source = { policyOf: (version: string) => ctx.settings.policy(version), random: ctx.random }
    while ((await drawFromLedger(ctx.db, source, ctx.clock.now())).more);
  })
