import { MOST_COUNTED } from '../../desk/saved-queue.ts'
import { listSavedQueues } from '../../desk/saved-queue-store.ts'
import { findWaiting } from '../../desk/search-store.ts'
import { invariant } from '../../lib/invariant.ts'
import type { QueueLink } from '../pages/desk-find-page.ts'
import type { Visit } from '../request.ts'
import { searcherOf } from './next-card.ts'

/** What all counts together may cost a page. */
const COUNTING_MS = 30

/** The saved queues with what waits in each, as far as the time goes: the rest stand without a number. */
export async function listQueueLinks(visit: Visit): Promise<QueueLink[]> {
  invariant(visit.staff, 'only staff have queues')
  const queues = await listSavedQueues(visit.ctx.db, visit.staff.id)
  const began = performance.now()
  const links: QueueLink[] = []
  for (const { id, name, query, shared } of queues) {
    const left = COUNTING_MS - (performance.now() - began)
    links.push({ id, name, shared, waiting: left > 0 ? await countWithin(visit, query, left) : null })
  }
  return links
}

async function countWithin(visit: Visit, query: string, milliseconds: number): Promise<string | null> {
  const searcher = await searcherOf(visit, query)
  if (!searcher.ok) return null
  const where = { ...searcher.value, after: null, limit: MOST_COUNTED, freeAt: null }
  const found = await findWaiting(visit.ctx.db, where, { milliseconds, watch: () => performance.now() })
  if (!found.ok || (found.value.reached !== null && found.value.ids.length === 0)) return null
  return `${found.value.ids.length}${found.value.more ? '+' : ''}`
}
