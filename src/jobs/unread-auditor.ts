import type { Context } from '../context.ts'
import { endingOf } from '../desk/unread.ts'
import { auditFinding } from '../desk/unread-audit.ts'
import { countAudit } from '../desk/unread-review-store.ts'
import { disarmUnread, listArmings } from '../desk/unread-store.ts'
import { every, type Job } from './job.ts'

/**
 * Ends publishing unread where what it was armed for no longer holds: another engine or policy, its time is over, or the
 * audit finds more than was expected. Comments are held from the first moment of the first three; this puts it on record.
 */
export const unreadAuditor = (ctx: Context, pauseMs = 15_000): Job =>
  every('unread-auditor', pauseMs, ctx.logger, async () => {
    const [latest] = await listArmings(ctx.db, 1)
    if (!latest || latest.endedAt !== null) return
    const [{ policy }, audit] = await Promise.all([ctx.settings.now(), countAudit(ctx.db, latest.id)])
    const now = ctx.clock.now()
    const why = endingOf(latest, {
      engine: ctx.engine.version,
      policyVersion: policy.version,
      now,
      alarm: auditFinding(audit, latest.point) === 'alarm',
    })
    if (why && (await disarmUnread(ctx.db, { armingId: latest.id, why, staffId: null }, now)))
      ctx.changes.announce({ articleIds: [], settings: true })
  })
