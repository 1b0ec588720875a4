import { readConversation, readThread } from '../../comments/conversation.ts'
import type { ThreadComment } from '../../comments/thread.ts'
import type { Article } from '../../newsroom/article.ts'
import { findArticle } from '../../newsroom/article-store.ts'
import { findLinks } from '../../triage/links.ts'
import { articleLinks } from '../feeds/link-header.ts'
import { articlePage } from '../pages/article-page.ts'
import { nothingTyped } from '../pages/comment-form.ts'
import { reportFormPage } from '../pages/report-page.ts'
import { commentFormPage, threadPage } from '../pages/thread-page.ts'
import { paths } from '../paths.ts'
import { idIn, refuse, type Visit } from '../request.ts'
import { privatePage, publicPage, readerFrame } from '../respond.ts'

/** Only what is public: a draft does not exist for readers, an article taken back says so. */
export const liveArticle = (visit: Visit): Promise<Article> => readLive(visit, idIn(visit.c.req.param('id')))

export async function readLive(visit: Visit, id: number | undefined): Promise<Article> {
  const article = id === undefined ? undefined : await findArticle(visit.ctx.db, id)
  if (!article || article.state === 'draft') return refuse({ code: 'article_not_found' })
  if (article.state === 'unpublished') return refuse({ code: 'gone' })
  return article
}

export const showArticle = (visit: Visit): Promise<Response> =>
  publicPage(visit, async () => {
    const { db, settings } = visit.ctx
    const [article, { policy }] = await Promise.all([liveArticle(visit), settings.now()])
    // The number decides; any other wording of the address leads to the one to keep.
    if (visit.c.req.param('slug') !== article.slug)
      return { status: 301, body: paths.article(article), tags: [] }
    const before = idIn(visit.c.req.query('before')) ?? null
    const conversation = article.commentMode === 'off' ? null : await readConversation(db, article.id, before)
    const page = articlePage({
      frame: await readerFrame(visit),
      article,
      policy,
      conversation,
      before,
      findLinks,
    })
    return {
      status: 200,
      body: page.markup,
      tags: [`article:${article.id}`],
      headers: { link: articleLinks(article, visit.ctx.config.origin) },
    }
  })

export const showThread = (visit: Visit): Promise<Response> =>
  publicPage(visit, async () => {
    const { db, settings } = visit.ctx
    const [article, { policy }] = await Promise.all([liveArticle(visit), settings.now()])
    const commentId = idIn(visit.c.req.param('comment'))
    const after = idIn(visit.c.req.query('after')) ?? null
    const view =
      commentId === undefined || article.commentMode === 'off'
        ? undefined
        : await readThread(db, article.id, commentId, after)
    if (!view || commentId === undefined) return refuse({ code: 'comment_not_found' })
    const page = threadPage({
      frame: await readerFrame(visit),
      article,
      policy,
      findLinks,
      commentId,
      ...view,
    })
    return { status: 200, body: page.markup, tags: [`article:${article.id}`] }
  })

/** A comment that can be answered or reported now; undefined where it cannot be seen. */
export async function publicComment(
  visit: Visit,
  articleId: number,
  commentId: number | undefined,
): Promise<ThreadComment | undefined> {
  if (commentId === undefined) return undefined
  const view = await readThread(visit.ctx.db, articleId, commentId, null)
  if (!view) return undefined
  return [view.thread.root, ...view.thread.replies].find((comment) => comment.id === commentId)
}

export async function showReplyForm(visit: Visit): Promise<Response> {
  const article = await liveArticle(visit)
  const { policy } = await visit.ctx.settings.now()
  const parent = await publicComment(visit, article.id, idIn(visit.c.req.param('comment')))
  if (!parent) return refuse({ code: 'comment_not_found' })
  if (parent.state !== 'published') return refuse({ code: 'parent_not_public' })
  if (article.commentMode !== 'pre' && article.commentMode !== 'post')
    return refuse({ code: 'comments_closed' })
  return privatePage(
    commentFormPage({
      frame: await readerFrame(visit),
      article,
      policy,
      findLinks,
      mode: article.commentMode,
      parent,
      parentId: parent.id,
      typed: nothingTyped,
      problem: null,
      nudge: null,
    }),
  )
}

export async function showReportForm(visit: Visit): Promise<Response> {
  const article = await liveArticle(visit)
  const { policy } = await visit.ctx.settings.now()
  const comment = await publicComment(visit, article.id, idIn(visit.c.req.param('comment')))
  if (!comment) return refuse({ code: 'comment_not_found' })
  if (comment.state !== 'published')
    return refuse({ code: 'comment_cannot', act: 'report', state: comment.state })
  return privatePage(
    reportFormPage({
      frame: await readerFrame(visit),
      article,
      comment,
      policy,
      typed: { rule: '', words: '', email: '' },
      problem: null,
    }),
  )
}
