import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import type { Context } from '../context.ts'
import { limitKey } from './network.ts'
import { RefusedError } from './request.ts'

export type LimitName = 'comments' | 'reports' | 'sign_ins' | 'pages'

export type Limit = { points: number; seconds: number }

/** Generous for a person in a quarrel, tight for a script. By network address and, where known, by commenter. */
export const defaultLimits: Record<LimitName, Limit> = {
  comments: { points: 5, seconds: 600 },
  reports: { points: 20, seconds: 3_600 },
  sign_ins: { points: 20, seconds: 600 },
  /** Private pages that are drawn anew at every request: receipts and their like. */
  pages: { points: 120, seconds: 60 },
}

export type Limiters = Record<LimitName, RateLimiterMemory>

/**
 * Counted in the process: a restart forgets, and n nodes allow up to n times as much. That is the price of a check
 * that costs microseconds; letters, which cost other people, are counted in the database.
 */
export function createLimiters(limits: Record<LimitName, Limit>): Limiters {
  const make = (name: LimitName) =>
    new RateLimiterMemory({ keyPrefix: name, points: limits[name].points, duration: limits[name].seconds })
  return {
    comments: make('comments'),
    reports: make('reports'),
    sign_ins: make('sign_ins'),
    pages: make('pages'),
  }
}

export async function spend(ctx: Context, name: LimitName, key: string): Promise<void> {
  try {
    await ctx.limiters[name].consume(key)
  } catch (result) {
    if (result instanceof Error) throw result
    const { msBeforeNext } = result as RateLimiterRes
    throw new RefusedError({
      code: 'too_fast',
      what: name,
      retryAfterSeconds: Math.ceil(msBeforeNext / 1000),
    })
  }
}

export const addressKey = (address: string): string => `net:${limitKey(address)}`
