import type { Context } from '../context.ts'
import type { Db } from '../db/database.ts'
import { findHorizon } from '../desk/ledger-store.ts'
import { every, type Job } from './job.ts'

/** A table that follows from others, kept beside the commits that change those. A change that is applied is listed no more. */
export type Derived<Change extends { commentId: number }> = {
  /** Behind `afterId`, in the order of comment ids. `sinceXid` null: among all there are. */
  list(db: Db, where: { sinceXid: string | null; afterId: number; limit: number }): Promise<Change[]>
  apply(db: Db, changes: readonly Change[]): Promise<void>
}

// Some 15 ms of work between two looks at what readers ask for.
const PAGE = 100

/**
 * Keeps a derived table: all of it once at start, then what transactions changed since the last look, as the ledger has
 * it. The next look begins at the oldest transaction that was still open before this one, so that none is passed over.
 */
export function ledgerFollower<Change extends { commentId: number }>(
  name: string,
  ctx: Context,
  derived: Derived<Change>,
  pauseMs: number,
): Job {
  let sinceXid: string | null = null
  return every(name, pauseMs, ctx.logger, async () => {
    const horizon = await findHorizon(ctx.db)
    for (let afterId = 0; ; ) {
      const changes = await derived.list(ctx.db, { sinceXid, afterId, limit: PAGE })
      await derived.apply(ctx.db, changes)
      if (changes.length < PAGE) break
      // The last comment may have changes that no longer fitted.
      afterId = (changes.at(-1)?.commentId ?? 1) - 1
    }
    sinceXid = horizon
  })
}
