import { after } from '../../lib/clock.ts'
import { type Article, type CommentMode, commentModes } from '../../newsroom/article.ts'
import {
  attachPhoto,
  findArticle,
  findOwnMode,
  insertDraft,
  listAllArticles,
  listCommentModes,
  listSections,
  type ModeTarget,
  setCommentMode,
} from '../../newsroom/article-store.ts'
import type { Draft } from '../../newsroom/draft.ts'
import { parseCapture } from '../../newsroom/import/capture.ts'
import { captureReport } from '../../newsroom/import/capture-report.ts'
import { wordsOf } from '../../newsroom/import/source.ts'
import { isZone } from '../../newsroom/import/stamp.ts'
import { developPhoto, sayPhotoRefusal } from '../../newsroom/photo.ts'
import { insertPhoto } from '../../newsroom/photo-store.ts'
import { publish, takeBack, whyNotPublish } from '../../newsroom/publish-article.ts'
import { slugOf } from '../../newsroom/slug.ts'
import { capturePage } from '../pages/capture-page.ts'
import { captureReviewPage, reviewOf } from '../pages/capture-review-page.ts'
import { commentModePage } from '../pages/comment-mode-page.ts'
import { newsroomArticlePage } from '../pages/newsroom-article-page.ts'
import { newsroomArticlesPage } from '../pages/newsroom-articles-page.ts'
import { paths } from '../paths.ts'
import { sayRefusal } from '../refusals.ts'
import { idIn, refuse, type Visit } from '../request.ts'
import { privatePage, seeOther } from '../respond.ts'
import { deskFrame, staffOf } from './desk.ts'

const PAGE = 50

export async function showArticles(visit: Visit): Promise<Response> {
  const { publication } = await visit.ctx.settings.now()
  const before = idIn(visit.c.req.query('before'))
  const rows = await listAllArticles(visit.ctx.db, {
    publicationId: publication.id,
    ...(before === undefined ? {} : { before }),
    limit: PAGE + 1,
  })
  const articles = rows.slice(0, PAGE)
  const more = rows.length > PAGE ? (articles.at(-1)?.id ?? null) : null
  return privatePage(
    newsroomArticlesPage({ frame: await deskFrame(visit), articles, before: more, notice: null }),
  )
}

async function articleOf(visit: Visit): Promise<Article> {
  const id = idIn(visit.c.req.param('id'))
  const article = id === undefined ? undefined : await findArticle(visit.ctx.db, id)
  return article ?? refuse({ code: 'article_not_found' })
}

type PhotoProblem = { typed: { alt: string; caption: string; credit: string }; sentence: string }

export const showNewsroomArticle = async (visit: Visit): Promise<Response> =>
  drawArticle(visit, await articleOf(visit), null, 200)

async function drawArticle(
  visit: Visit,
  article: Article,
  photo: PhotoProblem | null,
  status: number,
  notice: string | null = null,
): Promise<Response> {
  const [frame, modes] = await Promise.all([deskFrame(visit), findOwnMode(visit.ctx.db, article.id)])
  const why = article.state === 'live' ? undefined : whyNotPublish(article)
  const page = newsroomArticlePage({
    frame,
    article,
    ownMode: modes.own,
    inheritedMode: modes.inherited,
    warnings: why ? [sayRefusal(why).sentence] : [],
    photoTyped: photo?.typed ?? null,
    photoRefusal: photo?.sentence ?? null,
    notice,
  })
  return privatePage(page, status)
}

export async function publishNow(visit: Visit): Promise<Response> {
  const article = await articleOf(visit)
  const done = await publish(visit.ctx.db, article.id, { staffId: staffOf(visit).id }, visit.now)
  if (!done.ok) {
    const said = sayRefusal(done.refusal)
    return drawArticle(visit, article, null, said.status, said.sentence)
  }
  visit.ctx.changes.announce({ articleIds: [article.id], settings: true })
  return seeOther(paths.newsroom.article(article.id))
}

export async function takeBackNow(visit: Visit): Promise<Response> {
  const article = await articleOf(visit)
  const done = await takeBack(visit.ctx.db, article.id, { staffId: staffOf(visit).id }, visit.now)
  if (!done.ok) {
    const said = sayRefusal(done.refusal)
    return drawArticle(visit, article, null, said.status, said.sentence)
  }
  visit.ctx.changes.announce({ articleIds: [article.id], settings: true })
  return seeOther(paths.newsroom.article(article.id))
}

/** POST paths.newsroom.photo, multipart: `photo`, `credit`, `alt`, `caption`. */
export async function addPhoto(visit: Visit): Promise<Response> {
  const { ctx, fields, now } = visit
  const article = await articleOf(visit)
  const typed = {
    alt: wordsOf(fields.get('alt')),
    caption: wordsOf(fields.get('caption')),
    credit: wordsOf(fields.get('credit')),
  }
  const sayNo = (sentence: string) => drawArticle(visit, article, { typed, sentence }, 422)
  const file = fields.file('photo')
  if (!file) return sayNo('No picture was sent.')
  if (typed.credit === '') return sayNo(sayRefusal({ code: 'credit_missing' }).sentence)
  if (typed.alt === '') return sayNo('Say what can be seen on the picture, for those who cannot see it.')
  if (article.state === 'live') return sayNo('The article is live: take it back before changing its picture.')
  const developed = await developPhoto(file, { credit: typed.credit })
  if (!developed.ok) return sayNo(sayPhotoRefusal(developed.refusal))
  const photoId = await insertPhoto(ctx.db, developed.value, file, now)
  if (!(await attachPhoto(ctx.db, article.id, { id: photoId, ...typed })))
    return sayNo('The article went live meanwhile.')
  return seeOther(paths.newsroom.article(article.id))
}

const zones = ['Europe/London', 'Asia/Kolkata', 'Europe/Berlin', 'Europe/Kyiv', 'America/New_York', 'UTC']

export async function showCapture(visit: Visit): Promise<Response> {
  const { publication } = await visit.ctx.settings.now()
  return drawCapture(visit, { text: '', zone: publication.zone }, null, 200)
}

async function drawCapture(
  visit: Visit,
  typed: { text: string; zone: string },
  refusal: string | null,
  status: number,
): Promise<Response> {
  return privatePage(
    capturePage({ frame: await deskFrame(visit), zones, typed, refusal, notice: null }),
    status,
  )
}

/** POST paths.newsroom.captureReview, multipart: `capture` or `file`, `zone`. Stores nothing. */
export async function reviewCapture(visit: Visit): Promise<Response> {
  const { fields, ctx } = visit
  const zone = wordsOf(fields.get('zone'))
  const text = fields.get('capture')
  if (!isZone(zone))
    return drawCapture(visit, { text, zone }, `“${zone}” is no time zone: write it as in Europe/London.`, 422)
  const { publication, sections } = await ctx.settings.now()
  const parsed = parseCapture(fields.file('file') ?? Buffer.from(text), {
    zone,
    language: publication.language,
  })
  if (!parsed.ok) return drawCapture(visit, { text, zone }, parsed.refusal.message, 422)
  return privatePage(
    captureReviewPage({
      frame: await deskFrame(visit),
      ...reviewOf(parsed.value),
      sections,
      sectionId: null,
      refusal: null,
    }),
  )
}

const linesIn = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map(wordsOf)
    .filter((line) => line !== '')
const paragraphsIn = (text: string): string[] =>
  text
    .split(/\r?\n\s*\r?\n/)
    .map(wordsOf)
    .filter((paragraph) => paragraph !== '')

/** An ISO stamp, or none; undefined for what is neither. */
function stampIn(text: string): Date | null | undefined {
  if (text.trim() === '') return null
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})$/.test(text.trim())) return undefined
  const at = new Date(text.trim())
  return Number.isNaN(at.getTime()) ? undefined : at
}

/** POST paths.newsroom.captureDraft: the reviewed fields, and the capture itself, kept whole beside the article. */
export async function saveCapture(visit: Visit): Promise<Response> {
  const { ctx, fields, now } = visit
  const { publication, sections } = await ctx.settings.now()
  const zone = fields.get('zone')
  const parsed = parseCapture(Buffer.from(fields.get('capture')), {
    zone: isZone(zone) ? zone : publication.zone,
    language: publication.language,
  })
  if (!parsed.ok)
    return drawCapture(visit, { text: fields.get('capture'), zone }, parsed.refusal.message, 422)
  const draft = draftFromFields(visit)
  const sectionId = idIn(fields.get('section')) ?? null
  if (typeof draft === 'string') {
    const review = reviewOf(parsed.value)
    const typed = Object.fromEntries(
      Object.entries(review.found).map(([name, found]) => [name, { ...found, value: fields.get(name) }]),
    ) as typeof review.found
    const frame = await deskFrame(visit)
    return privatePage(
      captureReviewPage({ frame, ...review, found: typed, sections, sectionId, refusal: draft }),
      422,
    )
  }
  const id = await insertDraft(
    ctx.db,
    {
      publicationId: publication.id,
      sectionId: sections.some((section) => section.id === sectionId) ? sectionId : null,
      slug: slugOf(draft.headline),
      draft,
      photo: null,
      capture: { source: fields.get('capture'), report: captureReport(parsed.value) },
    },
    { staffId: staffOf(visit).id },
    now,
  )
  return seeOther(paths.newsroom.article(id))
}

/** A sentence where something is missing. */
function draftFromFields(visit: Visit): Draft | string {
  const { fields } = visit
  const line = (name: string) => wordsOf(fields.get(name))
  const publishedAt = stampIn(fields.get('published_at'))
  const updatedAt = stampIn(fields.get('updated_at'))
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(line('headline'))) return 'A headline is needed.'
  if (publishedAt === undefined || updatedAt === undefined)
    return 'A time is written with its offset, as in 2026-11-14T21:33:00+00:00; or leave it empty.'
  if (publishedAt && publishedAt > after(visit.now, 0)) return 'The time of publication lies in the future.'
  const language = line('language')
  if (!/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language))
    return 'The language is written as in “en-GB” or “ur”.'
  const caption = line('caption')
  const credit = line('credit')
  return {
    headline: line('headline'),
    standfirst: line('standfirst'),
    byline: line('byline'),
    agency: line('agency'),
    dateline: line('dateline'),
    language,
    blocks: paragraphsIn(fields.get('body')).map((text) => ({ kind: 'paragraph', text })),
    sources: linesIn(fields.get('sources')),
    photo: caption === '' && credit === '' ? null : { caption, credit },
    publishedAt,
    updatedAt,
  }
}

export async function showCommentModes(visit: Visit): Promise<Response> {
  const { ctx } = visit
  const { publication } = await ctx.settings.now()
  const [frame, modes, articles] = await Promise.all([
    deskFrame(visit),
    listCommentModes(ctx.db, publication.id),
    listAllArticles(ctx.db, { publicationId: publication.id, limit: 30 }),
  ])
  const own = await Promise.all(articles.map((article) => findOwnMode(ctx.db, article.id)))
  return privatePage(
    commentModePage({
      frame,
      paper: modes.publication,
      sections: modes.sections,
      articles: articles.map((article, i) => ({
        id: article.id,
        headline: article.headline,
        mode: own[i]?.own ?? null,
        inherited: own[i]?.inherited ?? modes.publication,
      })),
      notice: null,
    }),
  )
}

/** POST paths.newsroom.commentMode: `target` = publication | section:ID | article:ID, `mode`. */
export async function changeCommentMode(visit: Visit): Promise<Response> {
  const { ctx, fields, now } = visit
  const { publication } = await ctx.settings.now()
  const mode =
    commentModes.find((candidate): candidate is CommentMode => candidate === fields.get('mode')) ?? null
  const target = await targetIn(visit, fields.get('target'), publication.id)
  if (!target || (mode === null && (fields.get('mode') !== 'inherit' || target.of === 'publication')))
    return refuse({ code: 'not_found' })
  if (!(await setCommentMode(ctx.db, target, mode, { staffId: staffOf(visit).id }, now)))
    return refuse({ code: 'not_found' })
  ctx.changes.announce({ articleIds: [], settings: true })
  return seeOther(target.of === 'article' ? paths.newsroom.article(target.id) : paths.newsroom.commentMode())
}

async function targetIn(visit: Visit, text: string, publicationId: number): Promise<ModeTarget | undefined> {
  if (text === 'publication') return { of: 'publication', id: publicationId }
  const [of, rest] = text.split(':')
  const id = idIn(rest)
  if (id === undefined) return undefined
  if (of === 'article') return { of, id }
  if (
    of === 'section' &&
    (await listSections(visit.ctx.db, publicationId)).some((section) => section.id === id)
  )
    return { of, id }
  return undefined
}
