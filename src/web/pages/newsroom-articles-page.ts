import { type Fragment, type Html, html } from '../../lib/html.ts'
import type { Article, ArticleState } from '../../newsroom/article.ts'
import { type DeskFrame, deskPage, noticeLine, postForm, withQuery } from '../desk-layout.ts'
import { paths } from '../paths.ts'
import { sayMode, stamp } from './desk-words.ts'

export type NewsroomArticlesProps = {
  frame: DeskFrame
  /** The latest made first. */
  articles: readonly Article[]
  before: number | null
  notice: string | null
}

const stateWords: Record<ArticleState, string> = { draft: 'Draft', live: 'Live', unpublished: 'Taken back' }

/** GET paths.newsroom.articles(), with `before`. */
export function newsroomArticlesPage(props: NewsroomArticlesProps): Html {
  const { frame, articles, before } = props
  return deskPage({
    frame,
    here: 'newsroom',
    title: 'Newsroom',
    body: html`<main id="main">
${noticeLine(props.notice)}
<h1>Articles</h1>
<p>The latest made first.</p>
<p class="next"><a class="button" href="${paths.newsroom.capture()}">Bring in a saved page</a> <a class="button" href="${paths.newsroom.commentMode()}">How comments open</a></p>
${
  articles.length === 0
    ? html`<p class="nothing">No article yet.</p>`
    : html`<ol class="rows">${articles.map((article) => articleRow(article, frame))}</ol>`
}
${before !== null && html`<p class="next"><a class="button" href="${withQuery(paths.newsroom.articles(), { before })}">Earlier</a></p>`}
</main>`,
  })
}

function articleRow(article: Article, frame: DeskFrame): Html {
  const { state } = article
  return html`<li><div><p class="title" dir="auto"><a href="${paths.newsroom.article(article.id)}">${article.headline}</a></p>
<p><b${state === 'live' && html` class="go"`}>${stateWords[state]}</b> <span>${
    article.section !== null && `${article.section.name}, `
  }${article.publishedAt === null ? 'never published' : stamp(article.publishedAt, frame.paper.zone)}; comments: ${sayMode(
    article.commentMode,
  )}</span></p></div><div class="doing">${publicationAct(article, frame)}</div></li>`
}

/** Without its credit a picture is somebody's, unnamed: no credit, no publication. */
export const creditMissing = (article: Pick<Article, 'photo'>): boolean =>
  article.photo !== null && article.photo.credit.trim() === ''

export function publicationAct(article: Article, frame: DeskFrame): Fragment {
  if (article.state === 'live')
    return html`<a class="button" href="${paths.article(article)}">Read</a>${postForm(
      frame,
      paths.newsroom.withdrawal(article.id),
      html`<button class="no">Take back</button>`,
    )}`
  if (creditMissing(article)) return html`<span class="soft">the photo has no credit</span>`
  return postForm(frame, paths.newsroom.publication(article.id), html`<button class="go">Publish</button>`)
}
