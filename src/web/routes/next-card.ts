import { type Claim, claimNext } from '../../desk/claim-store.ts'
import { claimNextWithin } from '../../desk/claim-within-store.ts'
import { parseQuery } from '../../desk/query-parse.ts'
import { planQuery } from '../../desk/query-plan.ts'
import type { SavedQueue } from '../../desk/saved-queue.ts'
import { findChosenQueue } from '../../desk/saved-queue-store.ts'
import { invariant } from '../../lib/invariant.ts'
import { refuse, type Visit } from '../request.ts'

/** Whoever asks for a card waits for it: the whole of a long queue may be looked through. */
const CLAIM_MS = 1_500

/** The next card: of the saved queue that this person works through, named beside it, or of the whole queue. */
export async function takeNext(
  visit: Visit,
  afterId: number | null,
  loaded: { ahead?: boolean; except?: readonly number[] } = {},
): Promise<{ claim: Claim | undefined; queue: SavedQueue | undefined }> {
  const { ctx, now, staff } = visit
  invariant(staff, 'only staff take cards')
  const queue = await findChosenQueue(ctx.db, staff.id)
  if (!queue)
    return {
      claim: await claimNext(ctx.db, { staffId: staff.id, reason: null, afterId, ...loaded }, now),
      queue,
    }
  const searcher = await searcherOf(visit, queue.query)
  if (!searcher.ok) return { claim: undefined, queue }
  const claim = await claimNextWithin(ctx.db, { ...searcher.value, afterId, ...loaded }, now, {
    milliseconds: CLAIM_MS,
    watch: () => performance.now(),
  })
  return claim.ok ? { claim: claim.value, queue } : refuse(claim.refusal)
}

/**
 * Claims the next few for later key presses: the same lease, the same fence, the queue's own order. One statement each,
 * so that none is ever held that this person was not given.
 */
export async function takeAhead(visit: Visit, count: number, except: readonly number[]): Promise<Claim[]> {
  const claims: Claim[] = []
  while (claims.length < count) {
    const { claim } = await takeNext(visit, null, { ahead: true, except })
    if (!claim) break
    claims.push(claim)
  }
  return claims
}

/** A query as typed, ready to be looked up for this person; or what is wrong with it. */
export async function searcherOf(visit: Visit, typed: string) {
  const { policy, sections, publication } = await visit.ctx.settings.now()
  invariant(visit.staff, 'only staff search')
  const query = parseQuery(typed, {
    rules: policy.rules.map(({ id }) => id),
    sections: sections.map(({ slug }) => slug),
  })
  if (!query.ok) return query
  return {
    ok: true as const,
    value: {
      query: query.value,
      plan: planQuery(query.value, visit.now),
      staffId: visit.staff.id,
      zone: publication.zone,
    },
  }
}
