import type { Context } from '../context.ts'
import { every, type Job } from './job.ts'

/** Writes down how often each key was used: a crash loses the counts of some seconds, and no score waits for a write. */
export const keyUseCounter = (ctx: Context, pauseMs = 5_000): Job =>
  every('key-use-counter', pauseMs, ctx.logger, () => ctx.apiKeys.writeCounts(ctx.clock.now()))
