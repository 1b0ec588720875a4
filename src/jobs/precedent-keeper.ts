import type { Context } from '../context.ts'
import { applyPrecedentChanges, listPrecedentChanges } from '../desk/precedent-index-store.ts'
import type { Job } from './job.ts'
import { ledgerFollower } from './ledger-follower.ts'

/** Makes what people decided searchable as precedents, and takes out what was withdrawn or erased. */
export const precedentKeeper = (ctx: Context, pauseMs = 3_000): Job =>
  ledgerFollower(
    'precedent-keeper',
    ctx,
    { list: listPrecedentChanges, apply: applyPrecedentChanges },
    pauseMs,
  )
