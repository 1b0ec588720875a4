import { randomBytes } from 'node:crypto'
import { Hono, type Context as HonoContext } from 'hono'
import { findStaffSession, type StaffSession } from '../accounts/session-store.ts'
import { staffMay } from '../accounts/staff.ts'
import type { Context } from '../context.ts'
import { readCookie } from './cookies.ts'
import { readForm } from './forms.ts'
import { contentSecurityPolicy, cspHash, isOwnPost, securityHeaders } from './headers.ts'
import { admitKey, sayKeyError } from './key-guard.ts'
import { addressKey, spend } from './limits.ts'
import { readerAddress } from './network.ts'
import { errorPage } from './pages/error-page.ts'
import { notSignedInPage, passkeyNeededPage } from './pages/sign-in-page.ts'
import { type Refusal, sayRefusal } from './refusals.ts'
import { type Bindings, Fields, RefusedError, type Visit, wantsJson } from './request.ts'
import { privatePage, readerFrame, refusedJson } from './respond.ts'
import type { Route } from './route.ts'
import { routes } from './routes.ts'

type App = Hono<{ Bindings: Bindings }>

/** The whole HTTP side: every route of the map, each behind its guard and limit, and one place where refusals end. */
export function createApp(ctx: Context): App {
  const app: App = new Hono<{ Bindings: Bindings }>()
  const { readerCss, moreCss } = ctx.assets
  const headers = Object.entries(
    securityHeaders(
      contentSecurityPolicy([cspHash(readerCss), cspHash(readerCss + moreCss)]),
      ctx.config.origin,
    ),
  )
  const withHeaders = (response: Response): Response => {
    for (const [name, value] of headers) if (!response.headers.has(name)) response.headers.set(name, value)
    return response
  }
  for (const route of routes)
    app.on(route.method, route.path, async (c) => {
      const visit = beginVisit(ctx, c)
      try {
        await admit(route, visit)
        const response = await route.handle(visit)
        // A cookie set on the way belongs to the answer.
        for (const cookie of c.res.headers.getSetCookie()) response.headers.append('set-cookie', cookie)
        return withHeaders(response)
      } catch (error) {
        const say = route.guard === 'key' ? sayKeyError : sayError
        return withHeaders(await say(error, visit))
      }
    })
  app.notFound(async (c) =>
    withHeaders(await sayError(new RefusedError({ code: 'not_found' }), beginVisit(ctx, c))),
  )
  return app
}

function beginVisit(ctx: Context, c: HonoContext<{ Bindings: Bindings }>): Visit {
  return {
    ctx,
    c,
    now: ctx.clock.now(),
    address: readerAddress(
      c.env?.incoming?.socket?.remoteAddress,
      c.req.header('x-forwarded-for'),
      ctx.config.trustedProxies,
    ),
    staff: undefined,
    session: undefined,
    apiKey: undefined,
    formToken: '',
    fields: new Fields(),
  }
}

/** Origin, limit, guard, body, token: in that order, the cheapest refusal first. */
async function admit(route: Route, visit: Visit): Promise<void> {
  const { c, ctx } = visit
  // No cookie is read, so that another site has nothing to borrow.
  if (route.guard === 'key') return admitKey(visit)
  const posts = route.method === 'POST'
  if (posts && !isOwnPost(c.req.header('sec-fetch-site'), c.req.header('origin'), ctx.config.origin))
    throw new RefusedError({ code: 'cross_site' })
  if (route.limit !== 'none' && route.limit !== 'by_key')
    await spend(ctx, route.limit, addressKey(visit.address))
  const session = await guardStaff(route, visit)
  if (posts) visit.fields = await readForm(c.req.raw, route.body === 'upload' ? 'upload' : 'form')
  if (posts && session && visit.fields.get('form_token') !== session.formToken)
    throw new RefusedError({ code: 'form_outdated' })
}

async function guardStaff(route: Route, visit: Visit): Promise<StaffSession | undefined> {
  const { guard } = route
  if (guard === 'anyone' || guard === 'holder' || guard === 'key') return undefined
  if (guard === 'demo') {
    if (!(await visit.ctx.settings.now()).publication.demo) throw new RefusedError({ code: 'not_found' })
    return undefined
  }
  const token = readCookie(visit.c, 'staff')
  const session = token ? await findStaffSession(visit.ctx.db, token, visit.now) : undefined
  if (!session) throw new RefusedError({ code: 'not_signed_in' })
  visit.staff = session.staff
  visit.session = session
  visit.formToken = session.formToken
  if (!staffMay(guard, session.staff)) throw new RefusedError({ code: 'not_allowed' })
  if (session.enrolOnly && guard !== 'keep_own_sign_in') throw new RefusedError({ code: 'passkey_needed' })
  return session
}

const titles: Partial<Record<Refusal['code'], string>> = {
  not_found: 'Nothing here',
  article_not_found: 'Nothing here',
  comment_not_found: 'Nothing here',
  gone: 'Taken back',
  too_fast: 'A little slower, please',
  not_allowed: 'Not for this role',
}

async function sayError(error: unknown, visit: Visit): Promise<Response> {
  if (!(error instanceof RefusedError)) return sayBug(error, visit)
  const said = sayRefusal(error.refusal)
  if (wantsJson(visit)) return refusedJson(said)
  if (said.code === 'not_signed_in' || said.code === 'passkey_needed') {
    const { publication } = await visit.ctx.settings.now()
    const page = said.code === 'not_signed_in' ? notSignedInPage : passkeyNeededPage
    return privatePage(page({ paperName: publication.name, css: visit.ctx.assets.paths.deskCss }), 403)
  }
  const frame = await readerFrame(visit)
  const response = privatePage(
    errorPage({ frame, title: titles[said.code] ?? 'That was not done', sentence: said.sentence }),
    said.status,
  )
  if (error.refusal.code === 'too_fast')
    response.headers.set('retry-after', String(error.refusal.retryAfterSeconds))
  return response
}

/** The reader gets a number, the log gets everything: no stack, no SQL, no path leaves the house. */
async function sayBug(error: unknown, visit: Visit): Promise<Response> {
  const reference = randomBytes(4).toString('hex')
  visit.ctx.logger.error(
    { err: error, reference, method: visit.c.req.method, path: visit.c.req.path },
    'a request failed',
  )
  const sentence =
    'Something went wrong on our side, and it has been noted. Go back: your browser still has what you typed.'
  if (wantsJson(visit)) return refusedBugJson(sentence, reference)
  try {
    const frame = await readerFrame(visit)
    return privatePage(errorPage({ frame, title: 'That went wrong', sentence, reference }), 500)
  } catch {
    // The database is away, so not even the paper's name is known.
    return new Response(`${sentence} Number ${reference}.`, {
      status: 503,
      headers: { 'cache-control': 'no-store', 'retry-after': '5' },
    })
  }
}

const refusedBugJson = (message: string, reference: string): Response =>
  new Response(JSON.stringify({ ok: false, code: 'bug', message, reference }), {
    status: 500,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  })
