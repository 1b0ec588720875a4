import { type Html, html, listed } from '../../lib/html.ts'
import type { Article, Block } from '../../newsroom/article.ts'
import { directionOf } from '../pages/article-page.ts'
import { imageOf } from './feed-image.ts'

/**
 * The story as other programs show it: whole addresses, no style, no class; the picture with its own alt text, its caption
 * and its credit. The direction is said here, since feeds have no place for it.
 */
export function storyHtml(article: Article, origin: string): Html {
  const image = article.photo && imageOf(article.photo, origin)
  const inside = html`${
    image &&
    html`<figure><img src="${image.url}" width="${image.width}" height="${image.height}" alt="${image.alt}"><figcaption>${image.caption} <small>(Photo | ${image.credit})</small></figcaption></figure>\n`
  }${article.blocks.map((block, i) => blockHtml(block, i === 0 ? article.dateline : ''))}${
    article.sources.length > 0 && html`<p>Sources cited: ${listed(article.sources)}</p>\n`
  }`
  return directionOf(article.language) === 'rtl'
    ? html`<div dir="rtl" lang="${article.language}">${inside}</div>`
    : inside
}

function blockHtml(block: Block, dateline: string): Html {
  const place = dateline !== '' && html`<b><bdi>${dateline}</bdi>:</b> `
  switch (block.kind) {
    case 'subhead':
      return html`<h2>${place}${block.text}</h2>\n`
    case 'quote':
      return html`<blockquote><p>${place}${block.text}</p>${block.speaker && html`<footer>${block.speaker}</footer>`}</blockquote>\n`
    default:
      return html`<p>${place}${block.text}</p>\n`
  }
}
