import { findChainHead, listRecord } from '../../desk/ledger-store.ts'
import { countUnsent } from '../../desk/letter-store.ts'
import { listLiveArticles } from '../../newsroom/article-store.ts'
import { findRendition } from '../../newsroom/photo-store.ts'
import { frontLinks, sectionLinks } from '../feeds/link-header.ts'
import { frontPage, sectionPage } from '../pages/front-page.ts'
import { policyPage } from '../pages/policy-page.ts'
import { recordPage } from '../pages/record-page.ts'
import { paths } from '../paths.ts'
import { idIn, refuse, type Visit } from '../request.ts'
import { json, publicPage, readerFrame } from '../respond.ts'

const FRONT_ARTICLES = 40
const SECTION_PAGE = 20
const RECORD_PAGE = 100
const immutable = { 'cache-control': 'public, max-age=31536000, immutable' }

export const showFront = (visit: Visit): Promise<Response> =>
  publicPage(visit, async () => {
    const { publication, sections } = await visit.ctx.settings.now()
    const articles = await listLiveArticles(visit.ctx.db, {
      publicationId: publication.id,
      limit: FRONT_ARTICLES,
    })
    return {
      status: 200,
      body: frontPage({ frame: await readerFrame(visit), articles, sections }).markup,
      tags: ['front'],
      headers: { link: frontLinks() },
    }
  })

export const showSection = (visit: Visit): Promise<Response> =>
  publicPage(visit, async () => {
    const { publication, sections } = await visit.ctx.settings.now()
    const section = sections.find((candidate) => candidate.slug === visit.c.req.param('slug'))
    if (!section) return refuse({ code: 'not_found' })
    const before = idIn(visit.c.req.query('before'))
    const articles = await listLiveArticles(visit.ctx.db, {
      publicationId: publication.id,
      sectionId: section.id,
      ...(before === undefined ? {} : { before }),
      limit: SECTION_PAGE + 1,
    })
    const shown = articles.slice(0, SECTION_PAGE)
    const page = sectionPage({
      frame: await readerFrame(visit),
      section,
      articles: shown,
      earlierBefore: articles.length > SECTION_PAGE ? (shown.at(-1)?.id ?? null) : null,
    })
    return {
      status: 200,
      body: page.markup,
      tags: ['front'],
      headers: { link: sectionLinks(section.slug) },
    }
  })

export const showPolicy = (visit: Visit): Promise<Response> =>
  publicPage(visit, async () => {
    const { policy } = await visit.ctx.settings.now()
    return { status: 200, body: policyPage({ frame: await readerFrame(visit), policy }).markup, tags: [] }
  })

export const showRecord = (visit: Visit): Promise<Response> =>
  publicPage(visit, async () => {
    const { db, settings } = visit.ctx
    const before = idIn(visit.c.req.query('before')) ?? null
    const [rows, head, { policy }] = await Promise.all([
      listRecord(db, { before, limit: RECORD_PAGE + 1 }),
      findChainHead(db),
      settings.now(),
    ])
    const shown = rows.slice(0, RECORD_PAGE)
    const page = recordPage({
      frame: await readerFrame(visit),
      rows: shown,
      policy,
      head,
      earlierBefore: rows.length > RECORD_PAGE ? (shown.at(-1)?.decisionId ?? null) : null,
    })
    return { status: 200, body: page.markup, tags: ['record'] }
  })

export async function sendPhoto(visit: Visit): Promise<Response> {
  const match = /^([1-9]\d{0,8})-([\w]{1,64})-(\d{2,4})\.(avif|webp|jpg)$/.exec(
    visit.c.req.param('file') ?? '',
  )
  if (!match) return refuse({ code: 'not_found' })
  const [, id, version = '', width, format = ''] = match
  const bytes = await findRendition(visit.ctx.db, { id: Number(id), version, width: Number(width), format })
  if (!bytes) return refuse({ code: 'not_found' })
  const type = format === 'jpg' ? 'image/jpeg' : `image/${format}`
  // Readers of feeds show our pictures on pages of their own.
  const headers = { ...immutable, 'content-type': type, 'cross-origin-resource-policy': 'cross-origin' }
  return new Response(new Uint8Array(bytes), { headers })
}

export async function sendAsset(visit: Visit): Promise<Response> {
  const file = visit.ctx.assets.files.get(visit.c.req.param('name') ?? '')
  if (!file) return refuse({ code: 'not_found' })
  const brotli = /\bbr\b/.test(visit.c.req.header('accept-encoding') ?? '')
  return new Response(new Uint8Array(brotli ? file.brotli : file.body), {
    headers: {
      ...immutable,
      'content-type': file.type,
      vary: 'accept-encoding',
      ...(brotli ? { 'content-encoding': 'br' } : {}),
    },
  })
}

/** Answers once everything a page needs is there; says what is missing for a paper that is to run. */
export async function showHealth(visit: Visit): Promise<Response> {
  const { publication } = await visit.ctx.settings.now()
  const letters = await countUnsent(visit.ctx.db, visit.now)
  return json({
    ok: true,
    paper: publication.name,
    demo: publication.demo,
    mail: visit.ctx.config.mail
      ? 'smtp'
      : publication.demo
        ? 'letter box of the demo'
        : 'none: letters wait until SMTP_URL is set',
    letters,
  })
}

/** Private addresses carry `noindex` themselves; this keeps crawlers from forms that answer nothing to them. */
/**
 * The paper's letter box: a red stamp with a slot. Under the name that browsers ask for anyway, once for all pages,
 * so that no page has to name it.
 */
const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path fill="#9c1c1f" d="M0 0h8v8H0z"/><path fill="#fff" d="M1 3h6v1H1z"/></svg>'

export const sendIcon = async (_visit: Visit): Promise<Response> =>
  new Response(icon, {
    headers: { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=604800' },
  })

export const sendRobots = async ({ ctx }: Visit): Promise<Response> =>
  new Response(
    `User-agent: *\nDisallow: /desk\nDisallow: /newsroom\nDisallow: /*/reply\nDisallow: /*/report\n\nSitemap: ${ctx.config.origin}${paths.sitemapIndex()}\n`,
    {
      headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' },
    },
  )
