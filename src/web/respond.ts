import type { Html } from '../lib/html.ts'
import { privateHeaders } from './headers.ts'
import { type CachedPage, etagOf, type Rendered } from './page-cache.ts'
import type { ReaderFrame } from './reader-layout.ts'
import type { Said } from './refusals.ts'
import { idIn, type Visit } from './request.ts'

const HTML = 'text/html; charset=utf-8'

/** The frame of every readers' page, from the settings in force. */
export async function readerFrame(visit: Pick<Visit, 'ctx'>): Promise<ReaderFrame> {
  const { ctx } = visit
  const { publication, sections } = await ctx.settings.now()
  return {
    paper: publication,
    sections,
    origin: ctx.config.origin,
    css: ctx.assets.readerCss,
    moreCss: ctx.assets.moreCss,
    script: ctx.assets.paths.readerScript,
  }
}

/**
 * A page that all readers share, kept until what it shows changes. Browsers ask again each time (`max-age=0`) and
 * mostly hear 304: a stale page must not keep a removed comment alive.
 */
export async function publicPage(visit: Visit, render: () => Promise<Rendered>): Promise<Response> {
  const { c, ctx } = visit
  const key = cacheKey(c.req.url)
  const page = ctx.pages.peek(key) ?? (await ctx.pages.get(key, render))
  // Also one that is answered with 304: somebody looks at it.
  if (page.articleId !== undefined) ctx.requests.count(page.articleId)
  if (page.status === 301)
    return new Response(null, { status: 301, headers: { location: page.identity.toString() } })
  const headers: Record<string, string> = {
    'content-type': HTML,
    'cache-control': page.status === 200 ? 'public, max-age=0, must-revalidate' : 'no-store',
    etag: page.etag,
    vary: 'accept-encoding',
    ...page.headers,
  }
  if (page.status === 200 && isUnchanged(c.req.header('if-none-match'), page.etag))
    return new Response(null, { status: 304, headers })
  const { body, coding } = await coded(visit, page)
  if (coding) headers['content-encoding'] = coding
  return new Response(body as Uint8Array<ArrayBuffer>, { status: page.status, headers })
}

/** RFC 9110, 13.1.2: a list, compared weakly, since proxies that compress mark our validators as weak. */
export const isUnchanged = (asked: string | undefined, etag: string): boolean =>
  asked !== undefined &&
  (asked === etag || asked.split(',').some((one) => one.trim().replace(/^W\//, '') === etag))

/**
 * What tells two pages apart: not the origin, since a node answers to one name, and of the query only the comment it
 * pages by. Networks add words of their own to each link they pass on, and anybody may make up a million.
 */
function cacheKey(url: string): string {
  const path = url.indexOf('/', 8)
  const query = url.indexOf('?', path)
  if (query === -1) return url.slice(path)
  const asked = new URLSearchParams(url.slice(query))
  const paging = ['before', 'after'].flatMap((name) => {
    const id = idIn(asked.get(name) ?? undefined)
    return id === undefined ? [] : [`${name}=${id}`]
  })
  return url.slice(path, query) + (paging.length > 0 ? `?${paging.join('&')}` : '')
}

async function coded(visit: Visit, page: CachedPage): Promise<{ body: Buffer; coding: string | undefined }> {
  const accepted = visit.c.req.header('accept-encoding') ?? ''
  if (/\bbr\b/.test(accepted)) return { body: page.brotli, coding: 'br' }
  if (/\bgzip\b/.test(accepted)) return { body: await visit.ctx.pages.gzipOf(page), coding: 'gzip' }
  return { body: page.identity, coding: undefined }
}

/** For every reader, but made for this request: what its query asks, or what the hour of day changes. */
export function freshAnswer(visit: Visit, body: string, headers: Record<string, string>): Response {
  const etag = etagOf(Buffer.from(body))
  const all = { 'cache-control': 'public, max-age=0, must-revalidate', etag, ...headers }
  return isUnchanged(visit.c.req.header('if-none-match'), etag)
    ? new Response(null, { status: 304, headers: all })
    : new Response(body, { headers: all })
}

/** For one pair of eyes: not kept, not found, not told of. Not compressed either: it may hold secrets (BREACH). */
export function privatePage(page: Html, status = 200): Response {
  return new Response(page.markup, { status, headers: { ...privateHeaders, 'content-type': HTML } })
}

/** After a form: the answer is another page, so that reloading it repeats nothing. */
export const seeOther = (location: string): Response =>
  new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })

export const json = (value: unknown, status = 200): Response =>
  new Response(JSON.stringify(value), {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  })

/** For the script that sends a form in place. */
export const refusedJson = (said: Said): Response =>
  json(
    { ok: false, code: said.code, message: said.sentence, ...(said.field ? { field: said.field } : {}) },
    said.status,
  )
