import type { Context } from '../context.ts'
import { sealLedger } from '../desk/ledger-store.ts'
import { every, type Job } from './job.ts'

/**
 * Seals the ledger into its hash chain. The pause is the window in which a change to a fresh entry would leave no
 * trace: the promise is a minute, this keeps well inside it.
 */
export const ledgerSealer = (ctx: Context, pauseMs = 15_000): Job =>
  every('ledger-sealer', pauseMs, ctx.logger, async () => {
    while ((await sealLedger(ctx.db, ctx.clock.now())) > 0)
      ctx.changes.announce({ articleIds: [], settings: false })
  })
