import { CARDS_AHEAD, type Held, renewAhead } from '../../desk/ahead-store.ts'
import { listQueue } from '../../desk/card-store.ts'
import { type Claim, releaseClaim } from '../../desk/claim-store.ts'
import { listPresence } from '../../desk/presence-store.ts'
import { type LoadedCard, loadedCard, waitingList } from '../pages/desk-card-page.ts'
import { sayWhoHas } from '../pages/desk-words.ts'
import { idIn, type Visit } from '../request.ts'
import { json } from '../respond.ts'
import { loopFrame, readInHand, readRules, staffOf, WAITING_SHOWN } from './desk.ts'
import { takeAhead } from './next-card.ts'

/** More than a page can hold ahead, or show of the queue: whatever asks for more is none of our pages. */
const MOST_ASKED = 60

/**
 * POST paths.desk.cards(): what lies ready behind the card in hand. `hand` and `held` = `comment.fence` of what is shown
 * and of each loaded so far, `pass` = comments passed over in this sitting. Renews the former, claims what is missing of
 * two, and answers with those cards whole, so that a key press waits for nothing.
 */
export async function loadAhead(visit: Visit): Promise<Response> {
  const { ctx, fields, now } = visit
  const staffId = staffOf(visit).id
  const [hand = null] = heldIn(fields.get('hand'))
  const ahead = heldIn(fields.get('held')).slice(0, MOST_ASKED)
  const renewed = await renewAhead(ctx.db, { hand, ahead }, staffId, now)
  const kept = ahead.map((one) => one.commentId).filter((id) => renewed.includes(id))
  const except = idsIn(fields.get('pass'))
  const claims = await takeAhead(visit, CARDS_AHEAD - kept.length, except)
  const [cards, items] = await Promise.all([
    drawAhead(visit, claims),
    listQueue(ctx.db, { reason: null, after: null, staffId, limit: WAITING_SHOWN }, now),
  ])
  return json({ ok: true, kept, cards, waiting: waitingList(items).markup })
}

async function drawAhead(visit: Visit, claims: readonly Claim[]): Promise<LoadedCard[]> {
  const [frame, rules] = await Promise.all([loopFrame(visit), readRules(visit)])
  const drawn = await Promise.all(
    claims.map(async (claim) => {
      const card = await readInHand(visit, claim)
      // Erased between the claim and the look: nothing to show, so nothing to hold.
      if (!card) await releaseClaim(visit.ctx.db, { ...claim, staffId: staffOf(visit).id })
      return card ? [loadedCard({ frame, card, rules })] : []
    }),
  )
  return drawn.flat()
}

const heldIn = (text: string): Held[] =>
  text.split(' ').flatMap((one) => {
    const [comment, fence] = one.split('.').map(idIn)
    return comment !== undefined && fence !== undefined ? [{ commentId: comment, fence }] : []
  })

const idsIn = (text: string): number[] =>
  text
    .split(' ')
    .slice(0, MOST_ASKED)
    .flatMap((one) => idIn(one) ?? [])

/** GET paths.desk.presence(): of the comments in `?of=`, who is on which; what is missing waits no more. */
export async function showPresence(visit: Visit): Promise<Response> {
  const commentIds = idsIn(visit.c.req.query('of') ?? '')
  const found =
    commentIds.length === 0
      ? []
      : await listPresence(visit.ctx.db, { commentIds, staffId: staffOf(visit).id }, visit.now)
  return json({
    ok: true,
    waiting: found.map(({ commentId, name, mine }) => ({
      comment: commentId,
      who: name === null || mine ? null : sayWhoHas(name),
    })),
  })
}
