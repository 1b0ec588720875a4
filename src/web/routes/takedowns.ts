import { type StaffAct, staffMay } from '../../accounts/staff.ts'
import { findCard } from '../../desk/card-store.ts'
import {
  type TakedownOrder,
  type TakedownRefusal,
  type TakedownScope,
  takedownScopes,
} from '../../desk/takedown.ts'
import { countTakedown, listBatches, putBack, takeDown } from '../../desk/takedown-store.ts'
import { findArticle } from '../../newsroom/article-store.ts'
import { deskTakedownPage } from '../pages/desk-takedown-page.ts'
import { paths } from '../paths.ts'
import { sayRefusal } from '../refusals.ts'
import { idIn, refuse, type Visit } from '../request.ts'
import { privatePage, seeOther } from '../respond.ts'
import { deciderOf, deskFrame, staffOf } from './desk.ts'

const actFor: Record<TakedownScope, StaffAct> = {
  comment: 'take_down_comment',
  thread: 'take_down_thread',
  commenter: 'take_down_commenter',
  article: 'take_down_article',
  everything: 'take_down_everything',
}

type Start = { commentId: number | undefined; articleId: number | undefined }
type Chosen = { scope: TakedownScope | null; ruleId: string | null; count: string }

const PAGE = 30

export const showTakedowns = (visit: Visit): Promise<Response> =>
  drawTakedowns(
    visit,
    { commentId: idIn(visit.c.req.query('comment')), articleId: idIn(visit.c.req.query('article')) },
    { scope: null, ruleId: null, count: '' },
    null,
    200,
  )

async function drawTakedowns(
  visit: Visit,
  start: Start,
  chosen: Chosen,
  refusal: string | null,
  status: number,
): Promise<Response> {
  const { ctx } = visit
  const before = idIn(visit.c.req.query('before')) ?? null
  const [frame, { policy }, card, batches] = await Promise.all([
    deskFrame(visit),
    ctx.settings.now(),
    start.commentId === undefined
      ? undefined
      : findCard(ctx.db, start.commentId, staffOf(visit).id, visit.now),
    listBatches(ctx.db, { before, limit: PAGE + 1 }),
  ])
  const articleId = card?.article.id ?? start.articleId
  const article = articleId === undefined ? undefined : await findArticle(ctx.db, articleId)
  const scopes = takedownScopes.filter(
    (scope) =>
      staffMay(actFor[scope], staffOf(visit)) &&
      (scope === 'everything' || (scope === 'article' ? article !== undefined : card !== undefined)),
  )
  const reaches = await Promise.all(
    scopes.map(async (scope) => ({
      scope,
      count: await countTakedown(
        ctx.db,
        scope,
        scopeIdOf(scope, start.commentId, article?.id),
        staffOf(visit).id,
      ),
    })),
  )
  const shown = batches.slice(0, PAGE)
  const page = deskTakedownPage({
    frame,
    comment: card
      ? {
          id: card.comment.id,
          printedName: card.comment.printedName,
          excerpt: (card.comment.text ?? '').slice(0, 160).toWellFormed(),
        }
      : null,
    article: article ? { id: article.id, headline: article.headline } : null,
    reaches,
    rules: policy.rules,
    chosen,
    refusal,
    batches: shown,
    before: batches.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
    notice: null,
  })
  return privatePage(page, status)
}

function scopeIdOf(
  scope: TakedownScope,
  commentId: number | undefined,
  articleId: number | undefined,
): number | null {
  if (scope === 'everything') return null
  return (scope === 'article' ? articleId : commentId) ?? null
}

/** POST paths.desk.takedowns: `scope`, `comment` and `article` where given, `rule`, `count`. */
export async function orderTakedown(visit: Visit): Promise<Response> {
  const { ctx, fields, now } = visit
  const scope = takedownScopes.find((candidate) => candidate === fields.get('scope'))
  const start = { commentId: idIn(fields.get('comment')), articleId: idIn(fields.get('article')) }
  const chosen: Chosen = {
    scope: scope ?? null,
    ruleId: fields.get('rule') || null,
    count: fields.get('count'),
  }
  const sayNo = (refusal: TakedownRefusal): Promise<Response> => {
    const said = sayRefusal(refusal)
    return drawTakedowns(visit, start, chosen, said.sentence, said.status)
  }
  if (!scope) return sayNo({ code: 'nothing_to_take_down' })
  if (!staffMay(actFor[scope], staffOf(visit))) return refuse({ code: 'not_allowed' })
  const { policy } = await ctx.settings.now()
  if (chosen.ruleId === null) return sayNo({ code: 'rule_missing' })
  if (!policy.rules.some((rule) => rule.id === chosen.ruleId))
    return sayNo({ code: 'rule_unknown', ruleId: chosen.ruleId })
  const scopeId = scopeIdOf(scope, start.commentId, start.articleId)
  if (scopeId === null && scope !== 'everything') return sayNo({ code: 'nothing_to_take_down' })
  const order: TakedownOrder = { scope, scopeId, ruleId: chosen.ruleId, typedCount: countIn(chosen.count) }
  const done = await takeDown(ctx.db, order, await deciderOf(visit), now)
  if (!done.ok) return sayNo(done.refusal)
  ctx.changes.announce({ articleIds: done.value.articleIds, settings: scope === 'everything' })
  return seeOther(paths.desk.takedowns())
}

/** "1,204" is what the page showed, so it is what people type. */
const countIn = (text: string): number | null => {
  const digits = text.replace(/[\s.,\u00a0]/g, '')
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null
}

export async function reverseTakedown(visit: Visit): Promise<Response> {
  const { ctx, now } = visit
  const batchId = idIn(visit.c.req.param('batch'))
  if (batchId === undefined) return refuse({ code: 'batch_not_found' })
  const [batch] = await listBatches(ctx.db, { before: batchId + 1, limit: 1 })
  if (batch?.id !== batchId) return refuse({ code: 'batch_not_found' })
  if (!staffMay(actFor[batch.scope], staffOf(visit))) return refuse({ code: 'not_allowed' })
  const done = await putBack(ctx.db, batchId, await deciderOf(visit), now)
  if (!done.ok) return refuse(done.refusal)
  ctx.changes.announce({ articleIds: done.value.articleIds, settings: batch.scope === 'everything' })
  return seeOther(paths.desk.takedowns())
}
