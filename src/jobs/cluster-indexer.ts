import type { Context } from '../context.ts'
import {
  applyKeyChanges,
  findHorizon,
  type KeyChange,
  listAllKeyChanges,
  listKeyChangesSince,
} from '../desk/cluster-store.ts'
import { every, type Job } from './job.ts'

// Some 15 ms of work between two looks at what readers ask for.
const PAGE = 100

/**
 * Gives what waits the keys by which its like is found, and takes them away when it waits no more: all once at start, then
 * what the ledger says has changed. Beside the commit and not in it, since a comment is no sooner acknowledged for them.
 */
export function clusterIndexer(ctx: Context, pauseMs = 1_000): Job {
  let cursor: string | undefined
  return every('cluster-indexer', pauseMs, ctx.logger, async () => {
    const horizon = await findHorizon(ctx.db)
    for (let afterId = 0; ; ) {
      const where = { afterId, limit: PAGE }
      const changes: KeyChange[] =
        cursor === undefined
          ? await listAllKeyChanges(ctx.db, where)
          : await listKeyChangesSince(ctx.db, cursor, where)
      await applyKeyChanges(ctx.db, changes)
      if (changes.length < PAGE) break
      afterId = changes.at(-1)?.commentId ?? afterId
    }
    cursor = horizon
  })
}
