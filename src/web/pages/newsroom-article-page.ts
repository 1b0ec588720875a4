import { type Fragment, type Html, html, listed } from '../../lib/html.ts'
import type { Article, Block, CommentMode, Photo } from '../../newsroom/article.ts'
import { type DeskFrame, deskPage, noticeLine, tokenField, withQuery } from '../desk-layout.ts'
import { paths } from '../paths.ts'
import { sayRefusal } from '../refusals.ts'
import { modeForm } from './comment-mode-page.ts'
import { stamp } from './desk-words.ts'
import { creditMissing, publicationAct } from './newsroom-articles-page.ts'

export type NewsroomArticleProps = {
  frame: DeskFrame
  article: Article
  /** The article's own setting; null where it follows its section or the paper. */
  ownMode: CommentMode | null
  /** What it would follow. */
  inheritedMode: CommentMode
  /** What an editor should look at before publishing: from the import, or from what is empty. */
  warnings: readonly string[]
  /** What was typed beside a photo that was refused, and why. */
  photoTyped: { alt: string; caption: string; credit: string } | null
  photoRefusal: string | null
  notice: string | null
}

/**
 * GET paths.newsroom.article(id): the draft as it stands, and what can be done with it. Posts:
 *   paths.newsroom.publication(id), paths.newsroom.withdrawal(id)   form_token
 *   paths.newsroom.photo(id)        multipart: form_token, photo (the file), credit, alt, caption
 *   paths.newsroom.commentMode()    form_token, target, mode (see comment-mode-page.ts)
 */
export function newsroomArticlePage(props: NewsroomArticleProps): Html {
  const { frame, article } = props
  return deskPage({
    frame,
    here: 'newsroom',
    title: article.headline,
    body: html`<main id="main">
${noticeLine(props.notice)}
<h1>${stateHeading(article)}</h1>
<p>Article ${article.id}, revision ${article.revisionNo}${article.section !== null && html`, in ${article.section.name}`}.</p>
${warningsPart(props)}
${!creditMissing(article) && html`<div class="next">${publicationAct(article, frame)}</div>`}
${article.state === 'live' && article.commentMode !== 'off' && html`<p class="next"><a href="${paths.desk.staffComment(article.id)}">Write a comment for the paper</a></p>`}
${draft(article, frame)}
${photoPart(props)}
${modePart(props)}
</main>`,
  })
}

function stateHeading({ state }: Article): string {
  if (state === 'live') return 'This article is live'
  return state === 'draft' ? 'A draft' : 'This article has been taken back'
}

function warningsPart({ article, warnings }: NewsroomArticleProps): Fragment {
  const credit = creditMissing(article) ? [sayRefusal({ code: 'credit_missing' }).sentence] : []
  const all = [...new Set([...credit, ...warnings])]
  if (all.length === 0) return null
  return html`<section aria-labelledby="look"><h2 id="look">To look at before publishing</h2><ul class="warnings">${all.map(
    (warning) => html`<li>${warning}</li>`,
  )}</ul></section>`
}

function draft(article: Article, { paper }: DeskFrame): Html {
  const { publishedAt, updatedAt, photo } = article
  const by = [article.byline, article.agency].filter((name) => name !== '')
  const stamps = html`${publishedAt === null ? 'No date yet' : html`Published ${stamp(publishedAt, paper.zone)}`}${
    updatedAt !== null &&
    updatedAt.getTime() !== publishedAt?.getTime() &&
    html`, updated ${stamp(updatedAt, paper.zone)}`
  }`
  return html`<article class="draft" lang="${article.language}" dir="auto" aria-label="The article">
<h2>${article.headline}</h2>
<p>${article.standfirst}</p>
<p class="facts">${article.byline !== '' && 'By '}${listed(by)}${by.length > 0 && ' · '}${stamps}</p>
${photo !== null && figure(photo)}
${article.blocks.map((block, index) => blockPart(block, index === 0 ? article.dateline : ''))}
${article.sources.length > 0 && html`<p class="facts">Sources: ${listed(article.sources)}</p>`}
</article>`
}

function figure(photo: Photo): Html {
  const width = photo.widths.find((each) => each >= 640) ?? photo.widths.at(-1)
  const picture =
    width !== undefined &&
    html`<img src="${paths.photo(photo, width, 'jpg')}" width="${photo.width}" height="${photo.height}" alt="${photo.alt}">`
  return html`<figure>${picture}<figcaption>${photo.caption} ${
    photo.credit !== '' && html`(<bdi>${photo.credit}</bdi>)`
  }<br>${photo.alt === '' ? 'No description for those who cannot see it.' : html`Described as: ${photo.alt}`}</figcaption></figure>`
}

function blockPart(block: Block, dateline: string): Html {
  if (block.kind === 'subhead') return html`<h3>${block.text}</h3>`
  if (block.kind === 'quote')
    return html`<blockquote><p>${block.text}</p>${block.speaker !== undefined && html`<p class="facts">${block.speaker}</p>`}</blockquote>`
  return html`<p>${dateline !== '' && html`<b><bdi>${dateline}</bdi>:</b> `}${block.text}</p>`
}

function photoPart({ frame, article, photoTyped, photoRefusal }: NewsroomArticleProps): Html {
  if (article.state === 'live')
    return html`<section aria-labelledby="photo"><h2 id="photo">Photo</h2><p class="soft">To change it, take the article back first: what a live page showed is public history.</p></section>`
  const typed = photoTyped ?? article.photo ?? { alt: '', caption: '', credit: '' }
  return html`<section aria-labelledby="photo"><h2 id="photo">${article.photo === null ? 'Add a photo' : 'Change the photo'}</h2>
<form class="fields" method="post" enctype="multipart/form-data" action="${paths.newsroom.photo(article.id)}">${tokenField(frame)}
<div><label for="file">Picture</label><input id="file" name="photo" type="file" required accept="image/jpeg,image/png,image/webp,image/avif"></div>
<div><label for="credit">Credit</label><input id="credit" name="credit" required maxlength="200" value="${typed.credit}"><p class="hint">Whose picture it is, as printed: “Photo | Northwire”. Without it the article is not published.</p></div>
<div><label for="alt">What can be seen</label><input id="alt" name="alt" required maxlength="500" value="${typed.alt}"><p class="hint">For those who cannot see it; not the caption again.</p></div>
<div><label for="caption">Caption</label><input id="caption" name="caption" maxlength="500" value="${typed.caption}"></div>
${photoRefusal !== null && html`<p class="wrong" role="alert">${photoRefusal}</p>`}
<div><button>Upload</button></div></form></section>`
}

function modePart({ frame, article, ownMode, inheritedMode }: NewsroomArticleProps): Html {
  return html`<section aria-labelledby="comments"><h2 id="comments">Comments</h2>${modeForm(frame, {
    id: 'article-mode',
    label: 'Under this article',
    target: `article:${article.id}`,
    mode: ownMode,
    inherits: inheritedMode,
  })}<p class="next"><a href="${withQuery(paths.desk.threads(), { article: article.id })}">For a time: the thread’s thermostat</a></p><p class="next"><a href="${withQuery(paths.desk.takedowns(), { article: article.id })}">Take down everything under this article</a></p></section>`
}
