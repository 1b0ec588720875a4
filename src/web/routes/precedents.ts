import { isCommentWithin } from '../../accounts/section-store.ts'
import { type Card, findCard } from '../../desk/card-store.ts'
import { parseWeek } from '../../desk/iso-week.ts'
import { checkPin, type PinRefusal } from '../../desk/precedent.ts'
import { listPins, listPrecedents, pinPrecedent, unpinPrecedent } from '../../desk/precedent-store.ts'
import {
  type DeskPrecedentsProps,
  deskExamplesPage,
  deskPrecedentsPage,
} from '../pages/desk-precedents-page.ts'
import { deskRules } from '../pages/desk-words.ts'
import { paths } from '../paths.ts'
import { sayRefusal } from '../refusals.ts'
import { idIn, refuse, type Visit } from '../request.ts'
import { privatePage, seeOther } from '../respond.ts'
import { calibrationAddress, drawCalibration } from './calibration.ts'
import { deskFrame, staffOf } from './desk.ts'

const SHOWN = 12

export async function showPrecedents(visit: Visit): Promise<Response> {
  const commentId = idIn(visit.c.req.param('comment'))
  if (commentId === undefined) return refuse({ code: 'comment_not_found' })
  return drawPrecedents(visit, await cardOf(visit, commentId), null, null, 200)
}

async function cardOf(visit: Visit, commentId: number): Promise<Card> {
  const { db } = visit.ctx
  const { id: staffId } = staffOf(visit)
  const card = await findCard(db, commentId, staffId, visit.now)
  if (card) return card
  const within = await isCommentWithin(db, staffId, commentId)
  return refuse({ code: within ? 'comment_not_found' : 'section_not_yours' })
}

async function drawPrecedents(
  visit: Visit,
  { comment }: Card,
  typed: DeskPrecedentsProps['typed'],
  notice: string | null,
  status: number,
): Promise<Response> {
  const { ctx } = visit
  const { id: commentId, text } = comment
  const where = { staffId: staffOf(visit).id, limit: SHOWN }
  const [frame, { policy }, precedents] = await Promise.all([
    deskFrame(visit),
    ctx.settings.now(),
    text === null ? [] : listPrecedents(ctx.db, { commentId, text }, where),
  ])
  const page = deskPrecedentsPage({
    frame,
    inHand: { commentId, printedName: comment.printedName, text },
    precedents,
    rules: deskRules(policy.rules),
    typed,
    notice,
  })
  return privatePage(page, status)
}

export const showExamples = (visit: Visit): Promise<Response> => drawExamples(visit, null, 200)

async function drawExamples(visit: Visit, notice: string | null, status: number): Promise<Response> {
  const [frame, { policy }, pins] = await Promise.all([
    deskFrame(visit),
    visit.ctx.settings.now(),
    listPins(visit.ctx.db, staffOf(visit).id),
  ])
  return privatePage(deskExamplesPage({ frame, rules: policy.rules, pins, notice }), status)
}

/**
 * POST paths.desk.examples(): `comment`, `revision`, `rule`, `note`; `from`, the comment whose precedents are open, or
 * `week`, whose calibration is.
 */
export async function pin(visit: Visit): Promise<Response> {
  const { ctx, fields, now } = visit
  const commentId = idIn(fields.get('comment')) ?? 0
  const revisionNo = idIn(fields.get('revision')) ?? 0
  const [ruleId, note] = [fields.get('rule'), fields.get('note')]
  const from = idIn(fields.get('from'))
  const week = parseWeek(fields.get('week'))
  const sayNo = async (refusal: PinRefusal): Promise<Response> => {
    const { sentence, status } = sayRefusal(refusal)
    const typed = { commentId, revisionNo, ruleId, note }
    if (week !== undefined) return drawCalibration(visit, week, { typed, notice: sentence, status })
    if (from === undefined) return drawExamples(visit, sentence, status)
    return drawPrecedents(visit, await cardOf(visit, from), typed, sentence, status)
  }
  const { policy } = await ctx.settings.now()
  const checked = checkPin(
    { ruleId, note },
    policy.rules.map((rule) => rule.id),
  )
  if ('code' in checked) return sayNo(checked)
  const by = { staffId: staffOf(visit).id }
  const pinned = await pinPrecedent(ctx.db, { ruleId, commentId, revisionNo, note: checked.note }, by, now)
  if (!pinned.ok) return sayNo(pinned.refusal)
  return seeOther(week === undefined ? paths.desk.examples() : calibrationAddress(week))
}

export async function unpin(visit: Visit): Promise<Response> {
  const pinId = idIn(visit.c.req.param('pin')) ?? 0
  const done = await unpinPrecedent(visit.ctx.db, pinId, { staffId: staffOf(visit).id }, visit.now)
  return done.ok ? seeOther(paths.desk.examples()) : refuse(done.refusal)
}
