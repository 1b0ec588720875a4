import { cleanText } from '../../comments/words.ts'
import { claimNext, resumeClaim } from '../../desk/claim-store.ts'
import { checkEscalation, isEscalationTarget } from '../../desk/escalation.ts'
import { escalate } from '../../desk/escalation-store.ts'
import { paths } from '../paths.ts'
import { idIn, refuse, type Visit } from '../request.ts'
import { seeOther } from '../respond.ts'
import { staffOf } from './desk.ts'

/** POST paths.desk.escalations(): `to` = senior | legal | everyone, `note`, `fence`. Then the next card. */
export async function handUp(visit: Visit): Promise<Response> {
  const { ctx, fields, now } = visit
  const staffId = staffOf(visit).id
  const commentId = idIn(visit.c.req.param('comment'))
  if (commentId === undefined) return refuse({ code: 'comment_not_found' })
  const to = fields.get('to')
  const note = cleanText(fields.get('note'))
  const wrong = checkEscalation({ to, note })
  if (wrong) return refuse(wrong)
  if (!isEscalationTarget(to)) return refuse({ code: 'escalation_unknown' })
  const fence = idIn(fields.get('fence')) ?? 0
  const handed = await escalate(ctx.db, { commentId, fence, to, note }, { staffId }, now)
  if (!handed.ok) return refuse(handed.refusal)
  if (!(await resumeClaim(ctx.db, staffId, now)))
    await claimNext(ctx.db, { staffId, reason: null, afterId: null, except: [commentId] }, now)
  return seeOther(paths.desk.card())
}
