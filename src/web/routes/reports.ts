import type { CommenterSession } from '../../accounts/commenter-store.ts'
import { rankItem } from '../../desk/queue-rank.ts'
import { readReport } from '../../desk/report.ts'
import { fileReport, findReportReceipt } from '../../desk/report-store.ts'
import { findOwnStanding } from '../../desk/reporter-store.ts'
import { idFromRef, networkKeyFor, refFor } from '../../lib/ids.ts'
import { readCookie } from '../cookies.ts'
import { reportFormPage, reportReceiptPage } from '../pages/report-page.ts'
import { paths } from '../paths.ts'
import { sayRefusal } from '../refusals.ts'
import { idIn, refuse, type Visit } from '../request.ts'
import { privatePage, readerFrame, seeOther } from '../respond.ts'
import { liveArticle, publicComment } from './articles.ts'

/** POST paths.reports: `rule`, `words` and `email` (both may be empty). */
export async function report(visit: Visit): Promise<Response> {
  const { ctx, fields, now } = visit
  const article = await liveArticle(visit)
  const commentId = idIn(visit.c.req.param('comment'))
  if (commentId === undefined) return refuse({ code: 'comment_not_found' })
  const { policy } = await ctx.settings.now()
  const typed = { rule: fields.get('rule'), words: fields.get('words'), email: fields.get('email') }
  const order = readReport(
    typed,
    policy.rules.map((rule) => rule.id),
  )
  if (!order.ok) {
    const said = sayRefusal(order.refusal)
    const comment = await publicComment(visit, article.id, commentId)
    if (comment?.state !== 'published') return refuse({ code: 'comment_not_found' })
    const problem = { sentence: said.sentence, field: said.field }
    return privatePage(
      reportFormPage({ frame: await readerFrame(visit), article, comment, policy, typed, problem }),
      said.status,
    )
  }
  const session = await sessionOf(visit)
  const filed = await fileReport(
    ctx.db,
    {
      commentId,
      articleId: article.id,
      order: order.value,
      reporterId: session && session.email === order.value.email ? session.commenterId : null,
      networkKey: networkKeyFor(ctx.secret, visit.address),
    },
    { version: policy.version, holdAt: policy.report.holdAt },
    now,
  )
  if (!filed.ok) return refuse(filed.refusal)
  await rankItem(ctx.db, commentId, policy, ctx.requests.of(article.id), now)
  if (filed.value.held) ctx.changes.announce({ articleIds: [article.id], settings: false })
  return seeOther(paths.reportReceipt(refFor(ctx.secret, 'report', filed.value.reportId)))
}

/** The reader whose confirmed address this browser remembers. */
async function sessionOf(visit: Visit): Promise<CommenterSession | undefined> {
  const token = readCookie(visit.c, 'commenter')
  return token ? visit.ctx.commenterSession({ token, now: visit.now }) : undefined
}

/** Only in the reporter's own browser: whoever came by the address of the receipt sees the report and no more. */
async function ownStanding(visit: Visit, reporterId: number | null) {
  if (reporterId === null || (await sessionOf(visit))?.commenterId !== reporterId) return null
  return findOwnStanding(visit.ctx.db, reporterId, visit.now)
}

export async function showReportReceipt(visit: Visit): Promise<Response> {
  const id = idFromRef(visit.ctx.secret, 'report', visit.c.req.param('ref') ?? '')
  const receipt = id === undefined ? undefined : await findReportReceipt(visit.ctx.db, id)
  if (!receipt) return refuse({ code: 'not_found' })
  const { policy } = await visit.ctx.settings.now()
  return privatePage(
    reportReceiptPage({
      frame: await readerFrame(visit),
      receipt,
      policy,
      standing: await ownStanding(visit, receipt.reporterId),
    }),
  )
}
