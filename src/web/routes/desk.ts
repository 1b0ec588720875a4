import { isCommentWithin } from '../../accounts/section-store.ts'
import { type Staff, staffMay } from '../../accounts/staff.ts'
import { commentCan } from '../../comments/comment.ts'
import { readEvidence } from '../../comments/evidence.ts'
import {
  type Card,
  countQueue,
  findCard,
  findUndoable,
  listDecided,
  listHistory,
  listQueue,
  listRevisions,
  setLinksAllowed,
} from '../../desk/card-store.ts'
import {
  type Claim,
  claimComment,
  claimNext,
  leaveClaim,
  type QueueReason,
  releaseClaim,
  releaseOthers,
  renewClaim,
  resumeClaim,
} from '../../desk/claim-store.ts'
import { countCluster } from '../../desk/cluster-store.ts'
import {
  checkOrder,
  type DecisionOrder,
  type DecisionRefusal,
  type FreshAct,
  freshActs,
  UNDO_SECONDS,
} from '../../desk/decision.ts'
import { type Decider, decide, findTextNow, reverseDecision } from '../../desk/decision-store.ts'
import { listPins } from '../../desk/precedent-store.ts'
import { harmOfCard, harmOfRow } from '../../desk/queue-rank.ts'
import { weighReports } from '../../desk/reporter-store.ts'
import { after, minutes, seconds } from '../../lib/clock.ts'
import { html } from '../../lib/html.ts'
import { invariant } from '../../lib/invariant.ts'
import { ok } from '../../lib/result.ts'
import { explainVerdict } from '../../policy/explain.ts'
import { findLinks } from '../../triage/links.ts'
import type { DeskFrame } from '../desk-layout.ts'
import {
  type CardView,
  type DeskCardProps,
  deskCardPage,
  loadedCard,
  undoStrip,
} from '../pages/desk-card-page.ts'
import { deskCommentPage } from '../pages/desk-comment-page.ts'
import { deskDecidedPage } from '../pages/desk-decided-page.ts'
import { examplesOf } from '../pages/desk-precedents-page.ts'
import { deskQueuePage } from '../pages/desk-queue-page.ts'
import { type Reworded, rewordedPart } from '../pages/desk-reworded.ts'
import { deskRules, sayDecision } from '../pages/desk-words.ts'
import { paths } from '../paths.ts'
import { sayRefusal } from '../refusals.ts'
import { idIn, refuse, type Visit, wantsJson } from '../request.ts'
import { json, privatePage, refusedJson, seeOther } from '../respond.ts'
import { takeNext } from './next-card.ts'
import { listQueueLinks } from './queue-links.ts'

export const staffOf = (visit: Visit): Staff => {
  invariant(visit.staff, 'a desk route was reached without staff')
  return visit.staff
}

export async function deciderOf(visit: Visit): Promise<Decider> {
  const { policy } = await visit.ctx.settings.now()
  return { staffId: staffOf(visit).id, policyVersion: policy.version }
}

export async function deskFrame(visit: Visit): Promise<DeskFrame> {
  const [frame, counts] = await Promise.all([loopFrame(visit), countQueue(visit.ctx.db, staffOf(visit).id)])
  return { ...frame, waiting: counts.held + counts.reported + counts.post }
}

/** For what is sent between two key presses: nobody counts the queue there. */
export async function loopFrame(visit: Visit): Promise<DeskFrame> {
  const { publication } = await visit.ctx.settings.now()
  const { assets } = visit.ctx
  return {
    paper: publication,
    staff: staffOf(visit),
    formToken: visit.formToken,
    assets: { css: assets.paths.deskCss, script: assets.paths.deskScript },
    waiting: null,
    now: visit.now,
  }
}

const reasonIn = (text: string | undefined): QueueReason | null =>
  text === 'held' || text === 'reported' || text === 'post' ? text : null

/** The comment in hand, renewed; nothing is taken by looking. */
export async function showCard(visit: Visit): Promise<Response> {
  return drawCard(visit, await resumeClaim(visit.ctx.db, staffOf(visit).id, visit.now), null, '', 200)
}

/** A comment under its claim, with all that is known of it in words; null where it has gone meanwhile. */
export async function readInHand(visit: Visit, claim: Claim): Promise<CardView | null> {
  const { ctx, now } = visit
  const staffId = staffOf(visit).id
  const { commentId } = claim
  const [card, { policy, publication }] = await Promise.all([
    findCard(ctx.db, commentId, staffId, now),
    ctx.settings.now(),
  ])
  if (!card) return null
  const reported = card.reports.some(({ state }) => state === 'open')
  const [like, weights] = await Promise.all([
    countCluster(
      ctx.db,
      { commentId, text: card.comment.text },
      { staffId, floor: publication.clusterFloor },
    ),
    weighReports(ctx.db, reported ? [commentId] : [], now),
  ])
  return {
    ...card,
    fence: claim.fence,
    leaseUntil: claim.leaseUntil,
    harm: harmOfCard(
      { ...card, reportWeight: weights.get(commentId) ?? 0 },
      policy,
      ctx.requests.of(card.article.id),
      now,
    ),
    explanations: card.verdict ? explainVerdict(policy, card.verdict, card.signals) : [],
    linkCount: linkCountOf(card.comment.text),
    like,
  }
}

/** The rules as the desk's keys name them, with their living examples. */
export async function readRules(visit: Visit): Promise<DeskCardProps['rules']> {
  const [{ policy }, pins] = await Promise.all([
    visit.ctx.settings.now(),
    listPins(visit.ctx.db, staffOf(visit).id),
  ])
  return deskRules(policy.rules).map((rule) => ({ ...rule, examples: examplesOf(rule.id, pins) }))
}

/** The last decision of whoever asks, as the page offers to undo it. */
export async function readUndoable(visit: Visit): Promise<DeskCardProps['undoable']> {
  const { ctx, now } = visit
  const [last, { policy }] = await Promise.all([
    findUndoable(ctx.db, staffOf(visit).id, after(now, -minutes(10))),
    ctx.settings.now(),
  ])
  if (!last) return null
  const leaves = after(last.decidedAt, seconds(UNDO_SECONDS)).getTime()
  return {
    decisionId: last.decisionId,
    sentence: `${sayDecision(last, policy.rules)}: ${last.printedName ?? 'name erased'}, “${shortened(last.excerpt)}”`,
    secondsLeft: last.hasLetter ? Math.max(0, Math.ceil((leaves - now.getTime()) / 1000)) : null,
  }
}

export const WAITING_SHOWN = 12

async function drawCard(
  visit: Visit,
  claim: Claim | undefined,
  notice: string | null,
  typedWords: string,
  status: number,
  reworded: Reworded | null = null,
): Promise<Response> {
  const { ctx, now } = visit
  const staff = staffOf(visit)
  const [frame, card, counts, items, rules, undoable] = await Promise.all([
    deskFrame(visit),
    claim ? readInHand(visit, claim) : null,
    countQueue(ctx.db, staff.id),
    listQueue(ctx.db, { reason: null, after: null, staffId: staff.id, limit: WAITING_SHOWN }, now),
    readRules(visit),
    readUndoable(visit),
  ])
  const page = deskCardPage({
    frame,
    card,
    reworded,
    typedWords,
    queue: {
      waiting: counts.held + counts.reported + counts.post,
      oldestMinutes: counts.oldestEnteredAt
        ? Math.max(0, Math.floor((now.getTime() - counts.oldestEnteredAt.getTime()) / minutes(1)))
        : null,
      items,
    },
    rules,
    undoable,
    notice,
  })
  return privatePage(page, status)
}

const shortened = (text: string): string =>
  text.length > 60 ? `${text.slice(0, 58).trimEnd()}…`.toWellFormed() : text
const linkCountOf = (text: string | null): number =>
  text === null ? 0 : findLinks(text).filter((link) => link.href !== null).length

/** POST paths.desk.claims(): `comment`, or `after` with the `fence` under which that one is given back, or neither. */
export async function claim(visit: Visit): Promise<Response> {
  const { ctx, fields, now } = visit
  const staffId = staffOf(visit).id
  const commentId = idIn(fields.get('comment'))
  const afterId = idIn(fields.get('after')) ?? null
  const fence = idIn(fields.get('fence'))
  if (afterId !== null && fence !== undefined)
    await releaseClaim(ctx.db, { commentId: afterId, fence, staffId })
  // The script has the next card already: the one passed over was all there was to do.
  if (afterId !== null && wantsJson(visit)) return json({ ok: true })
  if (commentId !== undefined) {
    await releaseOthers(ctx.db, { staffId, exceptId: commentId })
    const taken = await claimComment(ctx.db, commentId, staffId, now)
    if (!taken)
      return drawCard(
        visit,
        undefined,
        'A colleague has that comment in hand, or it has been decided.',
        '',
        409,
      )
    return seeOther(paths.desk.card())
  }
  const reason = reasonIn(fields.get('reason'))
  const takeOne = async (behind: number | null) =>
    reason === null
      ? (await takeNext(visit, behind)).claim
      : claimNext(ctx.db, { staffId, reason, afterId: behind }, now)
  // Behind the last one the queue begins again: what was passed over comes back.
  const next =
    (await resumeClaim(ctx.db, staffId, now)) ??
    (await takeOne(afterId)) ??
    (afterId === null ? undefined : await takeOne(null))
  if (!next) return drawCard(visit, undefined, null, '', 200)
  return seeOther(paths.desk.card())
}

export async function renew(visit: Visit): Promise<Response> {
  const commentId = idIn(visit.c.req.param('comment')) ?? 0
  const fence = idIn(visit.fields.get('fence')) ?? 0
  const until = await renewClaim(visit.ctx.db, { commentId, fence, staffId: staffOf(visit).id }, visit.now)
  if (until) return json({ ok: true, leaseUntil: until.toISOString() })
  const refusal: DecisionRefusal = { code: 'claim_lost', ...(await whoHas(visit, commentId)) }
  return refusedJson(sayRefusal(refusal))
}

async function whoHas(visit: Visit, commentId: number): Promise<{ what: null; claimedBy: string | null }> {
  const card = await findCard(visit.ctx.db, commentId, staffOf(visit).id, visit.now)
  return { what: null, claimedBy: card?.claimedBy?.name ?? null }
}

export async function release(visit: Visit): Promise<Response> {
  const commentId = idIn(visit.c.req.param('comment')) ?? 0
  const fence = idIn(visit.fields.get('fence')) ?? 0
  const held = { commentId, fence, staffId: staffOf(visit).id }
  // A button was pressed, or the page has gone and sent word: only the first is meant for sure.
  const sentByPage = (visit.c.req.header('sec-fetch-mode') ?? 'navigate') !== 'navigate'
  if (sentByPage) {
    await leaveClaim(visit.ctx.db, held, visit.now)
    // A beacon follows where it is sent on to, and the card would take the comment in hand again.
    return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } })
  }
  await releaseClaim(visit.ctx.db, held)
  await releaseOthers(visit.ctx.db, { staffId: held.staffId, exceptId: null })
  return seeOther(paths.desk.card())
}

/** POST paths.desk.decisions: `act`, `rule`, `words`, `fence`. One key, one rule, one decision; then the next card. */
export async function takeDecision(visit: Visit): Promise<Response> {
  const { ctx, fields, now } = visit
  const act = freshActs.find((candidate): candidate is FreshAct => candidate === fields.get('act'))
  const commentId = idIn(visit.c.req.param('comment'))
  if (commentId === undefined || act === undefined) return refuse({ code: 'comment_not_found' })
  const { policy } = await ctx.settings.now()
  const order: DecisionOrder = {
    commentId,
    act,
    ruleId: fields.get('rule') === '' ? null : fields.get('rule'),
    words: fields.get('words'),
    fence: idIn(fields.get('fence')) ?? null,
    revisionSeen: idIn(fields.get('revision')) ?? null,
  }
  const wrong = checkOrder(
    order,
    policy.rules.map((rule) => rule.id),
  )
  if (wrong) return sayNotDecided(visit, order, wrong)
  const evidence = await evidenceIn(visit, commentId)
  if (!evidence.ok) return sayNotDecided(visit, order, evidence.refusal)
  const decided = await decide(ctx.db, { ...order, evidence: evidence.value }, await deciderOf(visit), now)
  if (!decided.ok && isOwnAnswer(visit, order, decided.refusal)) return sayTaken(visit)
  if (!decided.ok) return sayNotDecided(visit, order, decided.refusal)
  ctx.changes.announce({ articleIds: [decided.value.articleId], settings: false })
  if (wantsJson(visit)) return sayTaken(visit)
  if (order.fence === null) return seeOther(paths.desk.comment(commentId))
  if (await resumeClaim(ctx.db, staffOf(visit).id, now)) return seeOther(paths.desk.card())
  const next = await takeNext(visit, null)
  return seeOther(next.queue && !next.claim ? paths.desk.savedQueue(next.queue.id) : paths.desk.card())
}

/** Read only where something was selected: the usual decision asks the database for nothing more. */
async function evidenceIn(visit: Visit, commentId: number): Promise<ReturnType<typeof readEvidence>> {
  const places = visit.fields.get('evidence')
  const quote = visit.fields.get('quote')
  if (places === '' && quote.trim() === '') return ok([])
  return readEvidence(await findTextNow(visit.ctx.db, commentId), places, quote)
}

/**
 * The script sends a decision again when no answer came. Where the first one had arrived, the claim is over by this very
 * decision, and the true answer is that it was taken.
 */
const isOwnAnswer = (visit: Visit, order: DecisionOrder, refusal: DecisionRefusal): boolean =>
  visit.fields.has('again') &&
  refusal.code === 'claim_lost' &&
  refusal.what?.staffId === staffOf(visit).id &&
  refusal.what.act === order.act &&
  refusal.what.ruleId === order.ruleId &&
  !refusal.what.reversal

/** To the script, which shows the next card already: the undo it can offer for the last one. */
async function sayTaken(visit: Visit): Promise<Response> {
  const frame = { formToken: visit.formToken }
  const undo = undoStrip({ frame, undoable: await readUndoable(visit) })
  return json({ ok: true, undo: html`${undo}`.markup })
}

/** The words that were read and those there are now, where its writer has put it in others. */
async function rewordedSince(
  visit: Visit,
  order: DecisionOrder,
  refusal: DecisionRefusal,
): Promise<Reworded | null> {
  if (refusal.code !== 'claim_lost' || !refusal.reworded) return null
  const revisions = await listRevisions(visit.ctx.db, order.commentId)
  return {
    before: revisions.find(({ revisionNo }) => revisionNo === order.revisionSeen)?.text ?? null,
    after: revisions.at(-1)?.text ?? null,
  }
}

/** Who lost the race is told what happened, and keeps the words typed for the letter. */
async function sayNotDecided(
  visit: Visit,
  order: DecisionOrder,
  refusal: DecisionRefusal,
): Promise<Response> {
  const said = sayRefusal(refusal)
  const reworded = await rewordedSince(visit, order, refusal)
  if (wantsJson(visit)) {
    const changed = reworded && rewordedPart(reworded).markup
    return json({ ok: false, code: said.code, message: said.sentence, changed }, said.status)
  }
  if (order.fence === null)
    return drawComment(visit, order.commentId, said.sentence, order.words, said.status)
  const held = await resumeClaim(visit.ctx.db, staffOf(visit).id, visit.now)
  return drawCard(visit, held, said.sentence, order.words, said.status, reworded)
}

export async function undo(visit: Visit): Promise<Response> {
  const { ctx, now } = visit
  const staff = staffOf(visit)
  const decisionId = idIn(visit.c.req.param('decision'))
  if (decisionId === undefined) return refuse({ code: 'decision_not_found' })
  const reversed = await reverseDecision(
    ctx.db,
    { decisionId, mayReverseOthers: staffMay('reverse_others', staff) },
    await deciderOf(visit),
    now,
  )
  if (!reversed.ok) return refuse(reversed.refusal)
  ctx.changes.announce({ articleIds: [reversed.value.articleId], settings: false })
  // Undone, it is in the same hand again. The script puts what it had behind it; a page has one card.
  if (!wantsJson(visit)) await releaseOthers(ctx.db, { staffId: staff.id, exceptId: null })
  const again = await claimComment(ctx.db, reversed.value.commentId, staff.id, now)
  if (wantsJson(visit)) return sayUndone(visit, again)
  return seeOther(again ? paths.desk.card() : paths.desk.comment(reversed.value.commentId))
}

async function sayUndone(visit: Visit, claim: Claim | undefined): Promise<Response> {
  const card = claim && (await readInHand(visit, claim))
  if (!card) return json({ ok: true, card: null })
  const [frame, { policy }] = await Promise.all([loopFrame(visit), visit.ctx.settings.now()])
  return json({ ok: true, card: loadedCard({ frame, card, rules: deskRules(policy.rules) }) })
}

export async function allowLinks(visit: Visit): Promise<Response> {
  const { ctx, now } = visit
  const commentId = idIn(visit.c.req.param('comment'))
  if (commentId === undefined) return refuse({ code: 'comment_not_found' })
  const allowed = visit.fields.get('allowed') === 'yes'
  const changed = await setLinksAllowed(ctx.db, { commentId, allowed }, { staffId: staffOf(visit).id }, now)
  if (changed) ctx.changes.announce({ articleIds: [changed.articleId], settings: false })
  else await refuseWhereLinksCannot(visit, commentId)
  const held = await resumeClaim(ctx.db, staffOf(visit).id, now)
  return seeOther(held?.commentId === commentId ? paths.desk.card() : paths.desk.comment(commentId))
}

/** The comment with its context; refused by name where it stands in another's section. */
async function cardFor(visit: Visit, commentId: number): Promise<Card> {
  const { db } = visit.ctx
  const { id: staffId } = staffOf(visit)
  const card = await findCard(db, commentId, staffId, visit.now)
  if (card) return card
  const within = await isCommentWithin(db, staffId, commentId)
  return refuse({ code: within ? 'comment_not_found' : 'section_not_yours' })
}

/** Pressed twice, it is as it was asked to be; on a comment that is not up for print, it cannot be. */
async function refuseWhereLinksCannot(visit: Visit, commentId: number): Promise<void> {
  const card = await cardFor(visit, commentId)
  const { state } = card.comment
  if (!commentCan('allow_links', { state })) refuse({ code: 'comment_cannot', act: 'allow_links', state })
}

const QUEUE_PAGE = 50

export async function showQueue(visit: Visit): Promise<Response> {
  const { ctx, now, c } = visit
  const reason = reasonIn(c.req.query('reason'))
  const behind = idIn(c.req.query('after')) ?? null
  const [frame, saved, counts, rows, { policy }] = await Promise.all([
    deskFrame(visit),
    listQueueLinks(visit),
    countQueue(ctx.db, staffOf(visit).id),
    listQueue(ctx.db, { reason, after: behind, staffId: staffOf(visit).id, limit: QUEUE_PAGE + 1 }, now),
    ctx.settings.now(),
  ])
  const shown = rows.slice(0, QUEUE_PAGE)
  const reported = shown.filter(({ reportedAt }) => reportedAt !== null)
  const weights = await weighReports(
    ctx.db,
    reported.map(({ commentId }) => commentId),
    now,
  )
  const items = shown.map((row) => ({
    ...row,
    harm: harmOfRow({ ...row, reportWeight: weights.get(row.commentId) ?? 0 }, policy, now),
  }))
  const more = rows.length > QUEUE_PAGE ? (items.at(-1)?.commentId ?? null) : null
  return privatePage(
    deskQueuePage({
      frame,
      reason,
      counts,
      items,
      rules: policy.rules,
      after: more,
      later: behind !== null,
      notice: null,
      saved,
    }),
  )
}

export async function showDecided(visit: Visit): Promise<Response> {
  const { ctx, c } = visit
  const before = idIn(c.req.query('before')) ?? null
  const [frame, rows, { policy }] = await Promise.all([
    deskFrame(visit),
    listDecided(ctx.db, { before, staffId: staffOf(visit).id, limit: QUEUE_PAGE + 1 }),
    ctx.settings.now(),
  ])
  const shown = rows.slice(0, QUEUE_PAGE)
  const more = rows.length > QUEUE_PAGE ? (shown.at(-1)?.decisionId ?? null) : null
  return privatePage(
    deskDecidedPage({
      frame,
      staffId: staffOf(visit).id,
      rows: shown,
      rules: policy.rules,
      before: more,
      notice: null,
    }),
  )
}

export async function showComment(visit: Visit): Promise<Response> {
  const commentId = idIn(visit.c.req.param('comment'))
  if (commentId === undefined) return refuse({ code: 'comment_not_found' })
  return drawComment(visit, commentId, null, '', 200)
}

async function drawComment(
  visit: Visit,
  commentId: number,
  notice: string | null,
  typedWords: string,
  status: number,
): Promise<Response> {
  const { db, settings } = visit.ctx
  const card = await cardFor(visit, commentId)
  const [frame, { policy }, revisions, decisions, history] = await Promise.all([
    deskFrame(visit),
    settings.now(),
    listRevisions(db, commentId),
    listDecided(db, { before: null, staffId: staffOf(visit).id, commentId, limit: 100 }),
    listHistory(db, commentId),
  ])
  const page = deskCommentPage({
    frame,
    staffId: staffOf(visit).id,
    card,
    explanations: card.verdict ? explainVerdict(policy, card.verdict, card.signals) : [],
    linkCount: linkCountOf(card.comment.text),
    rules: deskRules(policy.rules),
    revisions,
    decisions,
    history,
    typedWords,
    notice,
  })
  return privatePage(page, status)
}
