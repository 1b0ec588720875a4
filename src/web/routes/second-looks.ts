import { readShare } from '../../desk/second-look.ts'
import {
  answerLook,
  countLooks,
  findLookInHand,
  findShare,
  setShare,
  skipLook,
  takeLook,
} from '../../desk/second-look-store.ts'
import { deskSecondLookPage } from '../pages/desk-second-look-page.ts'
import { deskRules } from '../pages/desk-words.ts'
import { paths } from '../paths.ts'
import { type Refusal, sayRefusal } from '../refusals.ts'
import { idIn, type Visit } from '../request.ts'
import { privatePage, seeOther } from '../respond.ts'
import { deciderOf, deskFrame, staffOf } from './desk.ts'

export const showSecondLook = (visit: Visit): Promise<Response> => drawLook(visit, null)

async function drawLook(visit: Visit, refusal: Refusal | null): Promise<Response> {
  const { ctx, now } = visit
  const staffId = staffOf(visit).id
  const said = refusal && sayRefusal(refusal)
  const [frame, { policy }, look, waiting, share] = await Promise.all([
    deskFrame(visit),
    ctx.settings.now(),
    findLookInHand(ctx.db, staffId, now),
    countLooks(ctx.db, staffId, now),
    findShare(ctx.db),
  ])
  const page = deskSecondLookPage({
    frame,
    look: look ?? null,
    waiting,
    share,
    rules: deskRules(policy.rules),
    notice: said?.sentence ?? null,
  })
  return privatePage(page, said?.status ?? 200)
}

export async function takeSecondLook(visit: Visit): Promise<Response> {
  const { ctx, now } = visit
  const staffId = staffOf(visit).id
  if (!(await findLookInHand(ctx.db, staffId, now))) await takeLook(ctx.db, staffId, now)
  return seeOther(paths.desk.secondLooks())
}

/** POST paths.desk.secondLookAnswer(look): `act` = publish, or `rule`. The next is in hand at once. */
export async function answerSecondLook(visit: Visit): Promise<Response> {
  const { ctx, fields, now } = visit
  const lookId = idIn(visit.c.req.param('look')) ?? 0
  const ruleId = fields.get('rule') || null
  if (ruleId === null && fields.get('act') !== 'publish')
    return drawLook(visit, { code: 'look_answer_missing' })
  const { policy } = await ctx.settings.now()
  if (ruleId !== null && !policy.rules.some(({ id }) => id === ruleId))
    return drawLook(visit, { code: 'rule_unknown', ruleId })
  const by = await deciderOf(visit)
  const { policyVersion } = by
  const kept = await answerLook(ctx.db, { lookId, ruleId, policyVersion }, by, now)
  return kept.ok ? takeSecondLook(visit) : drawLook(visit, kept.refusal)
}

export async function skipSecondLook(visit: Visit): Promise<Response> {
  const lookId = idIn(visit.c.req.param('look')) ?? 0
  const left = await skipLook(visit.ctx.db, lookId, { staffId: staffOf(visit).id }, visit.now)
  return left.ok ? takeSecondLook(visit) : drawLook(visit, left.refusal)
}

/** POST paths.desk.secondLookShare(): `share`, in per cent. */
export async function changeSecondLookShare(visit: Visit): Promise<Response> {
  const share = readShare(visit.fields.get('share'))
  if (share === undefined) return drawLook(visit, { code: 'look_share' })
  await setShare(visit.ctx.db, share, { staffId: staffOf(visit).id }, visit.now)
  return seeOther(paths.desk.secondLooks())
}
