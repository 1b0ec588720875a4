import type { ConversationPage } from '../../comments/thread.ts'
import { type Fragment, type Html, html, jsonForScript, listed } from '../../lib/html.ts'
import type { Article, Block, Photo } from '../../newsroom/article.ts'
import { isoAt } from '../../newsroom/import/stamp.ts'
import { newsArticle } from '../../newsroom/json-ld.ts'
import type { Policy } from '../../policy/rule.ts'
import { paths } from '../paths.ts'
import { type ReaderFrame, readerPage, styleOf } from '../reader-layout.ts'
import { timeElement } from '../stamps.ts'
import { commentForm, nothingTyped } from './comment-form.ts'
import { type CommentListing, commentList, type FoundLink, tallyLine } from './comment-list.ts'
import { policyBox } from './policy-box.ts'
import { shareRow } from './share.ts'

export type ArticlePageProps = {
  frame: ReaderFrame
  article: Article
  policy: Policy
  /** Null where comments are switched off. */
  conversation: ConversationPage | null
  /** Set on pages of earlier comments: the id they are older than. */
  before: number | null
  findLinks: (text: string) => readonly FoundLink[]
}

/** Languages written from right to left, by their subtag (Unicode CLDR). */
const rightToLeft = new Set(['ar', 'he', 'iw', 'fa', 'ur', 'ps', 'sd', 'ug', 'yi', 'dv', 'ckb', 'ks'])
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  rightToLeft.has(language.split('-')[0]?.toLowerCase() ?? '') ? 'rtl' : 'ltr'

export function articlePage(props: ArticlePageProps): Html {
  const { frame, article, before } = props
  const address = paths.article(article)
  const direction = directionOf(article.language)
  return readerPage({
    frame,
    title: article.headline,
    lean: true,
    canonical: before === null ? address : paths.earlier(article, before),
    language: article.language,
    direction,
    description: article.standfirst,
    currentSection: article.section?.slug,
    head: socialHead(props, `${frame.origin}${address}`),
    main: html`<article>
${article.section && html`<a class="kicker" href="${paths.section(article.section.slug)}">${article.section.name}</a>\n`}<h1>${article.headline}</h1>
${article.standfirst !== '' && html`<p class="standfirst">${article.standfirst}</p>\n`}<div class="meta ui"><p>${bylineOf(article)}${stamps(
      article,
      frame,
    )}</p>
${textSize}</div>
${article.photo && photoFigure(article.photo, true)}
<div class="story">
${article.blocks.map((block, i) => blockPart(block, i === 0 ? article.dateline : ''))}</div>
${article.sources.length > 0 && html`<p class="ui sources">Sources cited: ${listed(article.sources)}</p>\n`}${shareRow(
  article.headline,
  `${frame.origin}${address}`,
)}
</article>
${conversationPart(props)}`,
  })
}

function bylineOf(article: Article): Fragment {
  if (article.byline !== '')
    return html`By <b dir="auto">${article.byline}</b>${article.agency !== '' && html`, ${article.agency}`}<br>`
  return article.agency !== '' && html`<b>${article.agency}</b><br>`
}

/** Both instants (S3); the second only where the story has really changed. */
function stamps(article: Article, frame: ReaderFrame): Fragment {
  if (!article.publishedAt) return null
  const style = styleOf(frame)
  const { updatedAt } = article
  const changed = updatedAt !== null && updatedAt.getTime() !== article.publishedAt.getTime()
  return html`Published ${timeElement(article.publishedAt, style)}${changed ? html` · Last updated ${timeElement(updatedAt, style)}` : html``}`
}

/** A+ and A- (S4) without script: the style sheet asks which is checked. */
const textSize = html`<fieldset class="size" dir="ltr"><legend class="skip">Text size</legend><input type="radio" name="size" id="s1"><label for="s1">A<i>-</i></label><input type="radio" name="size" id="s2" checked><label for="s2">A</label><input type="radio" name="size" id="s3"><label for="s3">A<i>+</i></label></fieldset>`

export function photoFigure(photo: Photo, lead: boolean): Html {
  const set = (format: 'avif' | 'webp' | 'jpg') =>
    photo.widths.map((width) => `${paths.photo(photo, width, format)} ${width}w`).join(',')
  const sizes = '(min-width:44rem) 42rem,100vw'
  const middle = photo.widths[Math.min(1, photo.widths.length - 1)] ?? photo.width
  return html`<figure><picture><source type="image/avif" srcset="${set('avif')}" sizes="${sizes}"><source type="image/webp" srcset="${set(
    'webp',
  )}" sizes="${sizes}"><img src="${paths.photo(photo, middle, 'jpg')}" width="${photo.width}" height="${photo.height}" alt="${photo.alt}"${
    lead ? html` fetchpriority="high"` : html` loading="lazy"`
  }></picture>
<figcaption class="ui">${photo.caption} <span>(Photo | ${photo.credit})</span></figcaption></figure>`
}

function blockPart(block: Block, dateline: string): Html {
  const place = dateline !== '' && html`<b class="place"><bdi>${dateline}</bdi>:</b> `
  switch (block.kind) {
    case 'paragraph':
      return html`<p>${place}${block.text}</p>\n`
    case 'subhead':
      return html`<h2>${place}${block.text}</h2>\n`
    case 'quote':
      return html`<blockquote><p>${place}${block.text}</p>${block.speaker && html`<p class="ui">${block.speaker}</p>`}</blockquote>\n`
  }
}

export const listingFor = (
  props: Pick<ArticlePageProps, 'frame' | 'article' | 'policy' | 'findLinks'>,
): CommentListing => ({
  articleId: props.article.id,
  open: props.article.commentMode === 'pre' || props.article.commentMode === 'post',
  style: styleOf(props.frame),
  rules: props.policy.rules,
  findLinks: props.findLinks,
})

function conversationPart(props: ArticlePageProps): Fragment {
  const { article, conversation, frame, policy, before } = props
  if (!conversation || article.commentMode === 'off') return null
  const listing = listingFor(props)
  const { paper } = frame
  const list =
    conversation.threads.length > 0
      ? commentList(conversation.threads, listing)
      : html`<p class="none">${listing.open ? 'Nobody has written yet. The first letter is yours.' : 'Nobody has written.'}</p>`
  return html`<section id="comments"${paper.language !== article.language && html` lang="${paper.language}" dir="${directionOf(paper.language)}"`} aria-labelledby="ch"><h2 id="ch">${before === null ? 'Readers’ comments' : 'Earlier comments'}</h2>
${tallyLine(conversation.tally)}
${before !== null && html`<p class="ui"><a href="${paths.article(article)}#comments">The newest comments</a></p>\n`}${
  before === null && policyBox(policy, paper, article.commentMode, article.thread)
}
${
  before === null &&
  listing.open &&
  commentForm({
    articleId: article.id,
    parentId: null,
    mode: article.commentMode,
    typed: nothingTyped,
    problem: null,
    told: false,
  })
}
${list}
${conversation.earlierBefore !== null && html`<p class="ui more"><a rel="next" href="${paths.earlier(article, conversation.earlierBefore)}#comments">Earlier comments</a></p>`}
</section>`
}

/** For networks that show a card, and for search engines: the same words and instants as the page itself. */
function socialHead({ frame, article, conversation }: ArticlePageProps, canonical: string): Html {
  const { photo } = article
  const iso = (at: Date | null) => at && isoAt(at, frame.paper.zone)
  const largest = photo?.widths.at(-1) ?? photo?.width ?? 0
  const photoUrl = photo ? `${frame.origin}${paths.photo(photo, largest, 'jpg')}` : null
  const property = (name: string, value: string | number | null | undefined): Fragment =>
    value !== null &&
    value !== undefined &&
    value !== '' &&
    html`<meta property="${name}" content="${value}">\n`
  return html`${property('og:type', 'article')}${property('og:title', article.headline)}${property(
    'og:description',
    article.standfirst,
  )}${property('og:url', canonical)}${property('og:site_name', frame.paper.name)}${property(
    'og:locale',
    article.language.replace('-', '_'),
  )}${
    photo &&
    html`${property('og:image', photoUrl)}${property('og:image:width', photo.width)}${property(
      'og:image:height',
      photo.height,
    )}${property('og:image:alt', photo.alt)}<meta name="twitter:card" content="summary_large_image">\n`
  }${property('article:published_time', iso(article.publishedAt))}${property(
    'article:modified_time',
    iso(article.updatedAt),
  )}${property('article:section', article.section?.name)}<script type="application/ld+json">${jsonForScript(
    newsArticle(article, frame.paper, {
      canonical,
      origin: frame.origin,
      photoUrl,
      commentCount: conversation?.tally.published ?? 0,
    }),
  )}</script>
`
}
