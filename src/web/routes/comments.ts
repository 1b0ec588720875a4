import { COMMENTER_SESSION_DAYS } from '../../accounts/staff.ts'
import { barFor } from '../../comments/measure.ts'
import {
  confirmComment,
  findReceipt,
  findUnconfirmed,
  type Receipt,
  resendComment,
  withdrawComment,
} from '../../comments/receipt-store.ts'
import {
  armedByOf,
  type PriorityOf,
  placementOf,
  readSubmission,
  type SubmissionRefusal,
} from '../../comments/submission.ts'
import { findSubmissionSetting } from '../../comments/submission-store.ts'
import {
  judge,
  modeFor,
  readsFirst,
  type Submitted,
  submitComment,
  writerBar,
} from '../../comments/submit-comment.ts'
import { drawUnread } from '../../comments/unread.ts'
import { readText } from '../../comments/words.ts'
import { entryHeadStart } from '../../desk/queue-rank.ts'
import { after, days } from '../../lib/clock.ts'
import { hashToken, idFromRef, networkKeyFor, newToken, refFor } from '../../lib/ids.ts'
import type { Publication } from '../../newsroom/article.ts'
import type { Policy } from '../../policy/rule.ts'
import { findLinks } from '../../triage/links.ts'
import type { SiteLayer } from '../../triage/site-layer.ts'
import { readCookie, writeCookie } from '../cookies.ts'
import { spend } from '../limits.ts'
import { confirmationPage, letterSentPage, receiptPage } from '../pages/receipt-page.ts'
import { commentFormPage } from '../pages/thread-page.ts'
import { paths } from '../paths.ts'
import { sayRefusal } from '../refusals.ts'
import { idIn, RefusedError, refuse, type Visit, wantsJson } from '../request.ts'
import { json, privatePage, readerFrame, refusedJson, seeOther } from '../respond.ts'
import { liveArticle, publicComment } from './articles.ts'

const ownDomains = (visit: Visit): string[] => [new URL(visit.ctx.config.origin).hostname]
/** What was learnt speaks where a named person let it, and nowhere else. */
const learntFor = ({ ctx }: Visit, { learning }: Pick<Publication, 'learning'>): SiteLayer | undefined =>
  learning === 'live' ? ctx.learnt.layer : undefined

/** With the readers that the article has now, as far as this node knows. */
const priorityFor =
  ({ ctx }: Visit, policy: Policy): PriorityOf =>
  (entering) =>
    entryHeadStart(entering, policy, ctx.requests.of(entering.articleId))

const receiptRef = (visit: Visit, commentId: number): string => refFor(visit.ctx.secret, 'receipt', commentId)

/** POST paths.comments: `text`, `name`, `email`, `parent` (may be empty), `key` (by script). */
export async function submit(visit: Visit): Promise<Response> {
  const { ctx, fields, now } = visit
  const articleId = idIn(visit.c.req.param('id'))
  if (articleId === undefined) return refuse({ code: 'article_not_found' })
  const read = readSubmission({
    text: fields.get('text'),
    name: fields.get('name'),
    email: fields.get('email'),
    parent: fields.get('parent'),
    key: fields.get('key'),
  })
  if (!read.ok) return sayNotTaken(visit, read.refusal)
  const submission = read.value
  const token = readCookie(visit.c, 'commenter')
  const { parentId, email } = submission
  const [session, setting] = await Promise.all([
    token ? ctx.commenterSession({ token, now }) : undefined,
    ctx.submissions.setting({ articleId, parentId, email, now }),
  ])
  const confirmed = session?.email === submission.email
  if (session) await spend(ctx, 'comments', `commenter:${session.commenterId}`)
  const { policy, arming, publication } = await ctx.settings.now()
  const result = await submitComment(
    ctx.db,
    articleId,
    submission,
    setting,
    {
      insert: ctx.submissions.insert,
      engine: ctx.engine,
      policy,
      learnt: learntFor(visit, publication),
      ownDomains: ownDomains(visit),
      networkKey: networkKeyFor(ctx.secret, visit.address),
      confirmed,
      arming,
      priorityOf: priorityFor(visit, policy),
      random: ctx.random,
      told: fields.get('told') === 'yes',
    },
    now,
  )
  if (!result.ok) return sayNotTaken(visit, result.refusal)
  if (result.value.state === 'published') ctx.changes.announce({ articleIds: [articleId], settings: false })
  return sayTaken(visit, result.value)
}

const taken: Record<string, string> = {
  unconfirmed:
    'A letter is on its way to your address. Press the button on the page it leads to, and the desk gets your comment.',
  held: 'The desk has your comment and reads it before it appears.',
  published: 'Your comment is published. The desk may still take it down, under a rule.',
}

async function sayTaken(visit: Visit, submitted: Submitted): Promise<Response> {
  const receipt = submitted.receiptAllowed ? paths.receipt(receiptRef(visit, submitted.commentId)) : undefined
  const message = submitted.repeated
    ? `We have had this comment from you already. ${taken[submitted.state] ?? ''}`.trim()
    : (taken[submitted.state] ?? '')
  if (wantsJson(visit))
    return json({ ok: true, message, state: submitted.state, ...(receipt ? { receipt } : {}) })
  if (receipt && submitted.state !== 'unconfirmed') return seeOther(receipt)
  const article = await liveArticle(visit)
  return privatePage(
    letterSentPage({
      frame: await readerFrame(visit),
      receiptPath: receipt ?? paths.article(article),
      article,
    }),
  )
}

/** The form comes back with everything typed in it and a sentence where it is wrong. */
async function sayNotTaken(visit: Visit, refusal: SubmissionRefusal): Promise<Response> {
  const said = sayRefusal(refusal)
  // The marks need a page: the script sends the form again as a browser would.
  if (wantsJson(visit) && refusal.code === 'may_break_rule')
    return json({ ok: false, page: true }, said.status)
  if (wantsJson(visit)) return refusedJson(said)
  const article = await liveArticle(visit)
  const { policy } = await visit.ctx.settings.now()
  const parentId = idIn(visit.fields.get('parent')) ?? null
  const page = commentFormPage({
    frame: await readerFrame(visit),
    article,
    policy,
    findLinks,
    mode: article.commentMode,
    parent: parentId === null ? null : ((await publicComment(visit, article.id, parentId)) ?? null),
    parentId,
    typed: {
      text: visit.fields.get('text'),
      name: visit.fields.get('name'),
      email: visit.fields.get('email'),
    },
    problem: { sentence: said.sentence, field: said.field },
    nudge: refusal.code === 'may_break_rule' ? refusal : null,
  })
  return privatePage(page, said.status)
}

const confirmationId = (visit: Visit): number =>
  idFromRef(visit.ctx.secret, 'confirmation', visit.c.req.param('ref') ?? '') ?? refuse({ code: 'link_used' })

/** Opening the letter's link changes nothing: mail scanners open links. */
export async function showConfirmation(visit: Visit): Promise<Response> {
  const commentId = confirmationId(visit)
  const receipt = await findReceipt(visit.ctx.db, commentId)
  if (!receipt) return refuse({ code: 'link_used' })
  if (receipt.state !== 'unconfirmed') return seeOther(paths.receipt(receiptRef(visit, commentId)))
  return drawConfirmation(visit, receipt, null, 200)
}

async function drawConfirmation(
  visit: Visit,
  receipt: Receipt,
  problem: string | null,
  status: number,
): Promise<Response> {
  const page = confirmationPage({
    frame: await readerFrame(visit),
    ref: visit.c.req.param('ref') ?? '',
    text: receipt.text ?? '',
    headline: receipt.articleHeadline,
    problem,
  })
  return privatePage(page, status)
}

/** The words stay on the page, and the button works again once the measure has ended, within the link's 48 hours. */
function sayNotConfirmed(visit: Visit, receipt: Receipt, bar: SubmissionRefusal): Promise<Response> {
  const said = sayRefusal(bar)
  return drawConfirmation(visit, receipt, said.sentence, said.status)
}

export async function confirm(visit: Visit): Promise<Response> {
  const { ctx, now } = visit
  const commentId = confirmationId(visit)
  const waiting = await findUnconfirmed(ctx.db, commentId)
  const receipt = await findReceipt(ctx.db, commentId)
  if (!receipt) return refuse({ code: 'link_used' })
  const address = paths.receipt(receiptRef(visit, commentId))
  if (!waiting) return seeOther(address)
  const setting = await findSubmissionSetting(ctx.db, {
    articleId: waiting.articleId,
    parentId: null,
    email: waiting.email,
    now,
  })
  if (!setting) return refuse({ code: 'article_not_found' })
  // Who presses the button of the letter holds the address, and may hear what stands against it.
  const bar = writerBar(setting, now)
  if (bar && bar.code !== 'comments_closed') return sayNotConfirmed(visit, receipt, bar)
  const { arming, policy } = await ctx.settings.now()
  // Closed meanwhile: it was written in time, so the desk still sees it.
  const placement = placementOf(modeFor(setting, now), true, waiting.verdict, () =>
    setting.articleLive && !readsFirst(setting, now)
      ? drawUnread(arming, waiting.scored, ctx.random, now)
      : null,
  )
  const sessionToken = newToken()
  const state = await confirmComment(
    ctx.db,
    {
      commentId,
      commenterId: waiting.commenterId,
      placement,
      priority: priorityFor(visit, policy)({ ...waiting, isPublic: placement.state === 'published' }),
      verdict: waiting.verdict,
      armedBy: armedByOf(placement, setting.modeBy),
      session: { tokenHash: hashToken(sessionToken), expiresAt: after(now, days(COMMENTER_SESSION_DAYS)) },
    },
    now,
  )
  writeCookie(visit.c, 'commenter', sessionToken, COMMENTER_SESSION_DAYS)
  if (state === 'published') ctx.changes.announce({ articleIds: [waiting.articleId], settings: false })
  return seeOther(address)
}

async function receiptOf(visit: Visit): Promise<Receipt> {
  const commentId = idFromRef(visit.ctx.secret, 'receipt', visit.c.req.param('ref') ?? '')
  const receipt = commentId === undefined ? undefined : await findReceipt(visit.ctx.db, commentId)
  return receipt ?? refuse({ code: 'not_found' })
}

export async function showReceipt(visit: Visit): Promise<Response> {
  return drawReceipt(visit, await receiptOf(visit), 200, null, null)
}

async function drawReceipt(
  visit: Visit,
  receipt: Receipt,
  status: number,
  typed: string | null,
  problem: { sentence: string; field: string | undefined } | null,
): Promise<Response> {
  const { settings } = visit.ctx
  const policy = receipt.policyVersion
    ? await settings.policy(receipt.policyVersion)
    : (await settings.now()).policy
  const page = receiptPage({
    frame: await readerFrame(visit),
    receipt,
    ref: visit.c.req.param('ref') ?? '',
    policy,
    notice: null,
    typed,
    problem,
  })
  return privatePage(page, status)
}

export async function withdraw(visit: Visit): Promise<Response> {
  const receipt = await receiptOf(visit)
  if (!(await withdrawComment(visit.ctx.db, receipt.commentId, visit.now)))
    throw new RefusedError({ code: 'receipt_closed' })
  visit.ctx.changes.announce({ articleIds: [receipt.articleId], settings: false })
  return seeOther(paths.receipt(visit.c.req.param('ref') ?? ''))
}

/** A refused comment in other words, once. */
export async function resend(visit: Visit): Promise<Response> {
  const { ctx, fields, now } = visit
  const receipt = await receiptOf(visit)
  if (receipt.resent && receipt.state === 'rejected') return refuse({ code: 'resent_already' })
  const read = readText(fields.get('text'))
  if (!read.ok) {
    const said = sayRefusal(read.refusal)
    return drawReceipt(visit, receipt, said.status, fields.get('text'), {
      sentence: said.sentence,
      field: said.field,
    })
  }
  const [{ policy, publication }, setting] = await Promise.all([
    ctx.settings.now(),
    findSubmissionSetting(ctx.db, {
      articleId: receipt.articleId,
      parentId: null,
      email: receipt.email,
      now,
    }),
  ])
  if (!setting) return refuse({ code: 'article_not_found' })
  // Slow mode is for comments; this is the second half of one. A suspension or ban is for both.
  const bar = barFor(setting.measures, null, now)
  if (bar) {
    const said = sayRefusal(bar)
    return drawReceipt(visit, receipt, said.status, fields.get('text'), {
      sentence: said.sentence,
      field: undefined,
    })
  }
  const { signals, verdict } = judge(read.value, setting, {
    engine: ctx.engine,
    policy,
    learnt: learntFor(visit, publication),
    ownDomains: ownDomains(visit),
  })
  const sent = await resendComment(
    ctx.db,
    {
      commentId: receipt.commentId,
      text: read.value,
      signals,
      verdict,
      // As a root's: how deep it stands the ranker knows, some seconds later.
      priority: priorityFor(
        visit,
        policy,
      )({ articleId: receipt.articleId, depth: 0, isPublic: false, signals, verdict }),
    },
    now,
  )
  if (!sent) return refuse({ code: 'receipt_closed' })
  ctx.changes.announce({ articleIds: [receipt.articleId], settings: false })
  return seeOther(paths.receipt(visit.c.req.param('ref') ?? ''))
}
