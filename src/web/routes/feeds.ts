import { readCommentFeed } from '../../comments/comment-feed.ts'
import { after, hours } from '../../lib/clock.ts'
import { listLiveArticles } from '../../newsroom/article-store.ts'
import { markdownOf } from '../../newsroom/export/markdown.ts'
import { plainTextOf } from '../../newsroom/export/plain-text.ts'
import { listNews, listSitemapParts, listSitemapStories } from '../../newsroom/sitemap-store.ts'
import { articleDocument } from '../feeds/article-document.ts'
import { atom, atomEntry } from '../feeds/atom.ts'
import { commentAtom } from '../feeds/comment-atom.ts'
import { entryOf, type Feed, feedOf } from '../feeds/feed.ts'
import { feedId, type Identified } from '../feeds/feed-id.ts'
import { jsonFeed } from '../feeds/json-feed.ts'
import { canonicalLink } from '../feeds/link-header.ts'
import { ninjs } from '../feeds/ninjs.ts'
import { articleIn, oembed } from '../feeds/oembed.ts'
import { rss } from '../feeds/rss.ts'
import { newsSitemap, sitemap, sitemapIndex } from '../feeds/sitemap.ts'
import { trustTxt } from '../feeds/trust-txt.ts'
import type { Tag } from '../page-cache.ts'
import { feedsPage } from '../pages/feeds-page.ts'
import { type ExportFormat, exportFormats, type FeedFormat, paths } from '../paths.ts'
import { idIn, refuse, type Visit } from '../request.ts'
import { freshAnswer, publicPage, readerFrame } from '../respond.ts'
import { liveArticle, readLive, showArticle } from './articles.ts'

const FEED_ENTRIES = 50
const NEWS_HOURS = 48

const XML = 'application/xml; charset=utf-8'
/** No story's words stand in these: an address that is gone answers so itself. */
const mayAge = { 'cache-control': 'public, max-age=60, stale-while-revalidate=600' }

const feedTypes: Record<FeedFormat, { type: string; write: (feed: Feed) => string }> = {
  rss: { type: 'application/rss+xml; charset=utf-8', write: rss },
  atom: { type: 'application/atom+xml; charset=utf-8', write: atom },
  json: { type: 'application/feed+json; charset=utf-8', write: jsonFeed },
}

const idOf =
  ({ ctx }: Visit) =>
  (kind: Identified, id: number): string =>
    feedId(ctx.secret, kind, id)

const ofArticles = (ids: readonly { id: number }[]): Tag[] => ids.map(({ id }): Tag => `article:${id}`)

export const showFeeds = (visit: Visit): Promise<Response> =>
  publicPage(visit, async () => ({
    status: 200,
    body: feedsPage({ frame: await readerFrame(visit) }).markup,
    tags: [],
  }))

/** The newest stories of the paper. */
export const sendFeed =
  (format: FeedFormat) =>
  (visit: Visit): Promise<Response> =>
    publicPage(visit, () => drawFeed(visit, format, null))

/** The newest stories of a section. */
export const sendSectionFeed =
  (format: FeedFormat) =>
  (visit: Visit): Promise<Response> =>
    publicPage(visit, async () => {
      const { sections } = await visit.ctx.settings.now()
      const section = sections.find(({ slug }) => slug === visit.c.req.param('slug'))
      return drawFeed(visit, format, section ?? refuse({ code: 'not_found' }))
    })

async function drawFeed(
  visit: Visit,
  format: FeedFormat,
  section: { id: number; slug: string; name: string } | null,
) {
  const { publication } = await visit.ctx.settings.now()
  const articles = await listLiveArticles(visit.ctx.db, {
    publicationId: publication.id,
    ...(section ? { sectionId: section.id } : {}),
    limit: FEED_ENTRIES,
  })
  const feed = feedOf(articles, {
    paper: publication,
    section,
    origin: visit.ctx.config.origin,
    self: section ? paths.sectionFeed(section.slug, format) : paths.feed(format),
    now: visit.now,
    idOf: idOf(visit),
  })
  const { type, write } = feedTypes[format]
  return {
    status: 200,
    body: write(feed),
    tags: ['feed', 'front', ...ofArticles(articles)] as const,
    headers: { 'content-type': type },
  }
}

/** The newest changes in the conversation under an article. */
export const sendCommentFeed = (visit: Visit): Promise<Response> =>
  publicPage(visit, async () => {
    const [article, { publication }] = await Promise.all([liveArticle(visit), visit.ctx.settings.now()])
    if (article.commentMode === 'off') return refuse({ code: 'not_found' })
    const entries = await readCommentFeed(visit.ctx.db, article.id, FEED_ENTRIES)
    const { origin } = visit.ctx.config
    return {
      status: 200,
      body: commentAtom(entries, { article, paper: publication, origin, now: visit.now, idOf: idOf(visit) }),
      tags: ['feed', ...ofArticles([article])],
      headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
    }
  })

/** `/a/12.md`: the same article in another format; any other word leads to the page. */
export function showArticleAs(visit: Visit): Promise<Response> {
  const [, id, ending] = /^([1-9]\d{0,8})\.([a-z]{2,4})$/.exec(visit.c.req.param('id') ?? '') ?? []
  const format = exportFormats.find((one) => one === ending)
  return format === undefined ? showArticle(visit) : sendExport(visit, idIn(id), format)
}

const exportTypes: Record<ExportFormat, string> = {
  html: 'text/html; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
}

const sendExport = (visit: Visit, id: number | undefined, format: ExportFormat): Promise<Response> =>
  publicPage(visit, async () => {
    const { origin } = visit.ctx.config
    const [article, { publication: paper }] = await Promise.all([
      readLive(visit, id),
      visit.ctx.settings.now(),
    ])
    const url = origin + paths.article(article)
    const entry = () =>
      entryOf(article, { paper, origin, idOf: idOf(visit) }) ?? refuse({ code: 'not_found' })
    const writers: Record<ExportFormat, () => string> = {
      html: () => articleDocument(article, paper, origin).markup,
      txt: () => plainTextOf(article, paper.zone),
      md: () => markdownOf(article, paper.zone),
      json: () =>
        JSON.stringify(ninjs(article, paper, { id: idOf(visit)('article', article.id), url, origin })),
      atom: () => atomEntry(entry(), paper.zone),
    }
    return {
      status: 200,
      body: writers[format](),
      tags: ['feed', ...ofArticles([article])],
      headers: { 'content-type': exportTypes[format], link: canonicalLink(article, origin) },
    }
  })

/** Read anew each time: the address asked for is a field, and anybody may make up a million. */
export async function sendOembed(visit: Visit): Promise<Response> {
  const { c, ctx } = visit
  if ((c.req.query('format') ?? 'json') !== 'json') return refuse({ code: 'oembed_format' })
  const { origin } = ctx.config
  const article = await readLive(visit, articleIn(c.req.query('url') ?? '', origin))
  const most = (name: string) => idIn(c.req.query(name)) ?? Number.POSITIVE_INFINITY
  const { publication } = await ctx.settings.now()
  const answer = oembed(article, publication, {
    origin,
    maxWidth: most('maxwidth'),
    maxHeight: most('maxheight'),
  })
  return freshAnswer(visit, JSON.stringify(answer), { 'content-type': 'application/json; charset=utf-8' })
}

export const sendSitemapIndex = (visit: Visit): Promise<Response> =>
  publicPage(visit, async () => {
    const { publication } = await visit.ctx.settings.now()
    const parts = await listSitemapParts(visit.ctx.db, publication.id)
    const at = { origin: visit.ctx.config.origin, zone: publication.zone }
    return {
      status: 200,
      body: sitemapIndex(parts, at),
      tags: ['feed', 'front'],
      headers: { 'content-type': XML, ...mayAge },
    }
  })

export const sendSitemap = (visit: Visit): Promise<Response> =>
  publicPage(visit, async () => {
    const part = idIn(visit.c.req.param('part'))
    // Beyond it no id of an article fits the column.
    if (part === undefined || part > 200_000) return refuse({ code: 'not_found' })
    const { publication } = await visit.ctx.settings.now()
    const stories = await listSitemapStories(visit.ctx.db, { publicationId: publication.id, part })
    if (stories.length === 0) return refuse({ code: 'not_found' })
    const at = { origin: visit.ctx.config.origin, zone: publication.zone }
    return {
      status: 200,
      body: sitemap(stories, at),
      tags: ['feed', 'front'],
      headers: { 'content-type': XML, ...mayAge },
    }
  })

/** Read anew each time: stories leave it by age, which nobody announces. */
export async function sendNewsSitemap(visit: Visit): Promise<Response> {
  const { publication } = await visit.ctx.settings.now()
  const stories = await listNews(visit.ctx.db, {
    publicationId: publication.id,
    since: after(visit.now, -hours(NEWS_HOURS)),
    now: visit.now,
  })
  const body = newsSitemap(stories, { origin: visit.ctx.config.origin, paper: publication })
  return freshAnswer(visit, body, { 'content-type': XML })
}

export const sendTrust = (visit: Visit): Promise<Response> =>
  publicPage(visit, async () => {
    const { publication } = await visit.ctx.settings.now()
    return {
      status: 200,
      body: trustTxt(publication, visit.ctx.config.origin),
      tags: ['feed'],
      headers: { 'content-type': 'text/plain; charset=utf-8', ...mayAge },
    }
  })
