import { staffMay } from '../../accounts/staff.ts'
import {
  type ArmingRefusal,
  AUDIT_PERCENT,
  type CurveInHand,
  chooseArming,
  curveInHand,
  pointOf,
} from '../../desk/unread.ts'
import { auditFinding } from '../../desk/unread-audit.ts'
import { countAudit, countUnread, listJudged, listUnread } from '../../desk/unread-review-store.ts'
import { type ArmingRecord, armUnread, disarmUnread, listArmings } from '../../desk/unread-store.ts'
import { deskUnreadPage, type UnreadState } from '../pages/desk-unread-page.ts'
import { paths } from '../paths.ts'
import { sayRefusal } from '../refusals.ts'
import { idIn, type Visit } from '../request.ts'
import { privatePage, seeOther } from '../respond.ts'
import { deskFrame, staffOf } from './desk.ts'

const UNREAD_SHOWN = 20
const ARMINGS_SHOWN = 10

type Typed = { percent: string; audit: string; name: string }

export const showUnread = (visit: Visit): Promise<Response> =>
  draw(
    visit,
    { percent: visit.c.req.query('share') ?? '', audit: String(AUDIT_PERCENT.usual), name: '' },
    null,
  )

const curveNow = async ({ ctx }: Visit): Promise<{ own: number; inHand: CurveInHand | undefined }> => {
  const own = await listJudged(ctx.db, ctx.engine.version)
  return { own: own.length, inHand: curveInHand(own, ctx.shippedCurve, ctx.engine.version) }
}

async function draw(visit: Visit, typed: Typed, refusal: ArmingRefusal | null): Promise<Response> {
  const { db } = visit.ctx
  const [frame, { own, inHand }, armings, unread] = await Promise.all([
    deskFrame(visit),
    curveNow(visit),
    listArmings(db, ARMINGS_SHOWN),
    listUnread(db, UNREAD_SHOWN),
  ])
  const said = refusal && sayRefusal(refusal)
  const page = deskUnreadPage({
    frame,
    mayArm: staffMay('arm_unread', staffOf(visit)),
    state: await stateOf(visit, armings[0]),
    armings,
    own,
    inHand,
    chosen: inHand && pointOf(inHand.curve, typed.percent),
    typed,
    refusal: said && { sentence: said.sentence, field: said.field },
    unread,
  })
  return privatePage(page, said?.status ?? 200)
}

async function stateOf({ ctx }: Visit, arming: ArmingRecord | undefined): Promise<UnreadState | null> {
  if (!arming) return null
  const [audit, out] = await Promise.all([countAudit(ctx.db, arming.id), countUnread(ctx.db, arming.id)])
  return { arming, audit, out, finding: auditFinding(audit, arming.point) }
}

/** POST paths.desk.unreadArming(): `share`, `audit` in percent; `seen`, what the page told; `name`, typed. */
export async function arm(visit: Visit): Promise<Response> {
  const { ctx, fields, now } = visit
  const staff = staffOf(visit)
  const typed = { percent: fields.get('share'), audit: fields.get('audit'), name: fields.get('name') }
  const [{ policy }, { inHand }] = await Promise.all([ctx.settings.now(), curveNow(visit)])
  if (!inHand) return draw(visit, typed, { code: 'share_unknown' })
  const chosen = chooseArming({ ...typed, seen: fields.get('seen') }, inHand.curve, staff)
  if (!chosen.ok) return draw(visit, typed, chosen.refusal)
  const arming = {
    ...chosen.value,
    engine: ctx.engine.version,
    policyVersion: policy.version,
    source: inHand.source,
    decisionCount: inHand.curve.decisions,
  }
  if (!(await armUnread(ctx.db, arming, { staffId: staff.id }, now)))
    return draw(visit, typed, { code: 'armed_already' })
  ctx.changes.announce({ articleIds: [], settings: true })
  return seeOther(paths.desk.unread())
}

/** POST paths.desk.unreadEnd(): `arming`. Pressed twice, or after it ended by itself, it is as it was asked to be. */
export async function disarm(visit: Visit): Promise<Response> {
  const { ctx, fields, now } = visit
  const armingId = idIn(fields.get('arming'))
  if (armingId !== undefined) {
    const end = { armingId, why: 'staff', staffId: staffOf(visit).id } as const
    if (await disarmUnread(ctx.db, end, now)) ctx.changes.announce({ articleIds: [], settings: true })
  }
  return seeOther(paths.desk.unread())
}
