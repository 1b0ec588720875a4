import { type Html, html } from '../../lib/html.ts'
import type { Article, Publication } from '../../newsroom/article.ts'
import { directionOf } from '../pages/article-page.ts'
import { paths } from '../paths.ts'
import { timeElement } from '../stamps.ts'
import { storyHtml } from './story-html.ts'

/** The story alone as an HTML document: no style, no script, no comments; for archives and slow lines. */
export function articleDocument(article: Article, paper: Publication, origin: string): Html {
  const style = { language: paper.language, zone: paper.zone }
  const by = [article.byline && `By ${article.byline}`, article.agency]
    .filter((part) => part !== '')
    .join(', ')
  return html`<!doctype html>
<html lang="${article.language}"${directionOf(article.language) === 'rtl' && html` dir="rtl"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${article.headline} – ${paper.name}</title>
<link rel="canonical" href="${origin}${paths.article(article)}">
</head>
<body>
<main><article>
<h1>${article.headline}</h1>
${article.standfirst !== '' && html`<p>${article.standfirst}</p>\n`}<p>${by !== '' && html`<bdi>${by}</bdi>. `}${
    article.publishedAt && html`Published ${timeElement(article.publishedAt, style)}. `
  }${article.updatedAt && html`Last updated ${timeElement(article.updatedAt, style)}.`}</p>
${storyHtml(article, origin)}</article></main>
<footer><p><a href="${origin}${paths.article(article)}">${paper.name}</a></p></footer>
</body>
</html>
`
}
