import { staffMay } from '../../accounts/staff.ts'
import {
  type BulkOrder,
  type BulkRefusal,
  bulkActs,
  type Chosen,
  checkBulk,
  MOST_AT_ONCE,
} from '../../desk/bulk.ts'
import { decideChosen, findBulkBatch, listBulkBatches, reverseChosen } from '../../desk/bulk-store.ts'
import { listDecided } from '../../desk/card-store.ts'
import { DOUBTFUL } from '../../desk/cluster.ts'
import { listBulkItems } from '../../desk/cluster-store.ts'
import { withQuery } from '../desk-layout.ts'
import { deskBatchesPage, deskBatchPage, deskChosenPage } from '../pages/desk-batches-page.ts'
import { deskRules } from '../pages/desk-words.ts'
import { paths } from '../paths.ts'
import { sayRefusal } from '../refusals.ts'
import { type Fields, idIn, refuse, type Visit } from '../request.ts'
import { privatePage, seeOther } from '../respond.ts'
import { drawCluster, type Typed } from './clusters.ts'
import { deciderOf, deskFrame, staffOf } from './desk.ts'

const PAGE = 30
const ROWS = 100
/** An address has to stay one; the rest is counted. */
const LEFT_NAMED = 20

/**
 * POST paths.desk.batches(): what a bulkForm sends, or the ticks of any list without `count`, which are then shown to be
 * looked over. More than are allowed are counted, and refused by that number.
 */
export async function decideAtOnce(visit: Visit): Promise<Response> {
  const { ctx, fields, now } = visit
  const order = orderIn(fields)
  const typed = (refusal: BulkRefusal | null): Typed => {
    const said = refusal && sayRefusal(refusal)
    return {
      chosen: new Set(order.chosen.map((one) => one.commentId)),
      count: fields.get('count'),
      refusal: said?.sentence ?? null,
      status: said?.status ?? 200,
    }
  }
  if (!fields.has('count')) return drawChosen(visit, order.chosen, typed(null))
  const { policy } = await ctx.settings.now()
  const wrong =
    order.act === null
      ? ({ code: 'bulk_act_missing' } as const)
      : checkBulk(
          { ...order, act: order.act },
          policy.rules.map((rule) => rule.id),
        )
  if (wrong || order.act === null) return sayNo(visit, order.chosen, typed(wrong ?? null))
  const done = await decideChosen(ctx.db, { ...order, act: order.act }, await deciderOf(visit), now)
  if (!done.ok) return sayNo(visit, order.chosen, typed(done.refusal))
  ctx.changes.announce({ articleIds: done.value.articleIds, settings: false })
  const left = done.value.leftOut.slice(0, LEFT_NAMED).map((one) => one.commentId)
  return seeOther(
    withQuery(paths.desk.batch(done.value.batchId), { left: left.length === 0 ? null : left.join(' ') }),
  )
}

/** A rule's button is the refusal; `act` is the publication's, or the one that only checks. */
function orderIn(fields: Fields): Omit<BulkOrder, 'act'> & { act: BulkOrder['act'] | null } {
  const ruleId = fields.get('rule') || null
  const act = bulkActs.find((one) => one === fields.get('act')) ?? null
  const count = fields.get('count').replace(/[\s.,\u00a0]/g, '')
  return {
    act: ruleId !== null ? 'refuse' : act,
    ruleId,
    chosen: chosenIn(fields),
    typedCount: /^\d{1,9}$/.test(count) ? Number(count) : null,
  }
}

function chosenIn(fields: Fields): Chosen[] {
  return fields.names().flatMap((name) => {
    const commentId = name.startsWith('item-') ? idIn(name.slice(5)) : undefined
    const revisionNo = idIn(fields.get(name))
    if (commentId === undefined || revisionNo === undefined || revisionNo > 2_147_483_647) return []
    return [{ commentId, revisionNo }]
  })
}

/** The page it came from, with every tick and what was typed. */
function sayNo(visit: Visit, chosen: readonly Chosen[], typed: Typed): Promise<Response> {
  const like = idIn(visit.fields.get('like'))
  if (like !== undefined) return drawCluster(visit, like, visit.fields.get('similarity'), typed)
  return drawChosen(visit, chosen, typed)
}

async function drawChosen(visit: Visit, chosen: readonly Chosen[], typed: Typed): Promise<Response> {
  const { ctx, fields, now } = visit
  const shown = fields
    .get('shown')
    .split(' ')
    .flatMap((text) => idIn(text) ?? [])
  const ids = [...new Set([...shown, ...chosen.map((one) => one.commentId)])].slice(0, MOST_AT_ONCE)
  const [frame, { policy }, items] = await Promise.all([
    deskFrame(visit),
    ctx.settings.now(),
    listBulkItems(ctx.db, ids, staffOf(visit).id, now),
  ])
  const place = new Map(ids.map((id, n) => [id, n]))
  const rows = items
    .map((item) => ({
      ...item,
      similarity: null,
      ticked: item.claimedBy === null && (typed.chosen?.has(item.commentId) ?? false),
    }))
    .sort((a, b) => (place.get(a.commentId) ?? 0) - (place.get(b.commentId) ?? 0))
  const page = deskChosenPage({
    frame,
    form: {
      frame,
      rules: deskRules(policy.rules),
      rows,
      doubtful: DOUBTFUL,
      like: null,
      typedCount: typed.count,
      refusal: typed.refusal,
    },
  })
  return privatePage(page, typed.status)
}

export async function showBatches(visit: Visit): Promise<Response> {
  const { ctx, c } = visit
  const before = idIn(c.req.query('before')) ?? null
  const [frame, { policy }, batches] = await Promise.all([
    deskFrame(visit),
    ctx.settings.now(),
    listBulkBatches(ctx.db, { before, limit: PAGE + 1 }),
  ])
  const shown = batches.slice(0, PAGE)
  return privatePage(
    deskBatchesPage({
      frame,
      staffId: staffOf(visit).id,
      batches: shown,
      rules: policy.rules,
      before: batches.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
    }),
  )
}

export async function showBatch(visit: Visit): Promise<Response> {
  const { ctx, c } = visit
  const staffId = staffOf(visit).id
  const batchId = idIn(c.req.param('batch'))
  const batch = batchId === undefined ? undefined : await findBulkBatch(ctx.db, batchId)
  if (!batch) return refuse({ code: 'bulk_not_found' })
  const left = (c.req.query('left') ?? '')
    .split(' ')
    .flatMap((text) => idIn(text) ?? [])
    .slice(0, LEFT_NAMED)
  const [frame, { policy }, rows, waiting] = await Promise.all([
    deskFrame(visit),
    ctx.settings.now(),
    listDecided(ctx.db, { before: null, staffId, batchId: batch.id, limit: ROWS }),
    listBulkItems(ctx.db, left, staffId, visit.now),
  ])
  return privatePage(
    deskBatchPage({
      frame,
      staffId,
      batch,
      rules: policy.rules,
      rows,
      leftOut: left.map((commentId) => ({
        commentId,
        why: whyLeft(waiting.find((item) => item.commentId === commentId)),
      })),
    }),
  )
}

function whyLeft(item: { claimedBy: string | null; printedName: string | null } | undefined): string {
  if (!item) return 'It had been decided, or taken back, by then.'
  const whose = `The comment by ${item.printedName ?? 'an erased name'}`
  return item.claimedBy === null ? `${whose} waits again.` : `${whose}: ${item.claimedBy} has it in hand.`
}

export async function reverseBatch(visit: Visit): Promise<Response> {
  const { ctx, now } = visit
  const batchId = idIn(visit.c.req.param('batch'))
  if (batchId === undefined) return refuse({ code: 'bulk_not_found' })
  const mayReverseOthers = staffMay('reverse_others', staffOf(visit))
  const done = await reverseChosen(ctx.db, { batchId, mayReverseOthers }, await deciderOf(visit), now)
  if (!done.ok) return refuse(done.refusal)
  ctx.changes.announce({ articleIds: done.value.articleIds, settings: false })
  return seeOther(paths.desk.batch(done.value.batchId))
}
