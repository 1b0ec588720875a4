import { connect, type NatsConnection } from '@nats-io/transport-node'
import type { Context } from '../context.ts'
import { listChangesSince } from '../desk/ledger-store.ts'
import type { Change } from '../lib/changes.ts'
import { every, type Job } from './job.ts'

/**
 * Notices what other processes have committed, from the ledger itself, several times a second: a take-down is gone from
 * every open process within one second whatever becomes of a message. NATS, where it is set, only makes it sooner.
 */
export function changeWatcher(ctx: Context, pauseMs = 250): Job {
  let cursor: string | null = null
  return every('change-watcher', pauseMs, ctx.logger, async () => {
    const first = cursor === null
    const batch = await listChangesSince(ctx.db, cursor)
    cursor = batch.nextXid
    if (!first && (batch.articleIds.length > 0 || batch.settings))
      ctx.changes.announce({ articleIds: batch.articleIds, settings: batch.settings })
    await ctx.learnt.follow(batch.learningVersion)
  })
}

const SUBJECT = 'postbag.changed'

export type Wire = { close(): Promise<void> }

/** Tells the other nodes at once. A lost message costs them a quarter of a second, never a comment. */
export async function connectNodes(ctx: Context, natsUrl: string): Promise<Wire> {
  const nats: NatsConnection = await connect({
    servers: natsUrl.split(','),
    maxReconnectAttempts: -1,
    name: 'postbag',
  })
  let relaying = false
  const forget = ctx.changes.subscribe((change) => {
    if (!relaying && !nats.isClosed()) nats.publish(SUBJECT, JSON.stringify(change))
  })
  const subscription = nats.subscribe(SUBJECT)
  const reading = (async () => {
    for await (const message of subscription) {
      const change = readChange(message.string())
      if (!change) continue
      relaying = true
      ctx.changes.announce(change)
      relaying = false
    }
  })()
  return {
    async close() {
      forget()
      await nats.drain()
      await reading
    },
  }
}

/** The wire is inside the house, but a stranger's message must not break a node. */
function readChange(text: string): Change | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || !('articleIds' in value) || !('settings' in value))
      return undefined
    if (!Array.isArray(value.articleIds) || !value.articleIds.every((id) => Number.isSafeInteger(id)))
      return undefined
    return { articleIds: value.articleIds as number[], settings: value.settings === true }
  } catch {
    return undefined
  }
}
