import type { Context } from '../context.ts'
import { applyKeyChanges, listKeyChanges } from '../desk/near-key-store.ts'
import type { Job } from './job.ts'
import { ledgerFollower } from './ledger-follower.ts'

/** Gives what waits the keys by which its like is found, and takes them away when it waits no more. */
export const clusterIndexer = (ctx: Context, pauseMs = 1_000): Job =>
  ledgerFollower('cluster-indexer', ctx, { list: listKeyChanges, apply: applyKeyChanges }, pauseMs)
