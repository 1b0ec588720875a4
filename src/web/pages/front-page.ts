import { type Fragment, type Html, html } from '../../lib/html.ts'
import type { Article, Section } from '../../newsroom/article.ts'
import { paths } from '../paths.ts'
import { type ReaderFrame, readerPage, styleOf } from '../reader-layout.ts'
import { shortTime } from '../stamps.ts'
import { directionOf, photoFigure } from './article-page.ts'

const inOwnScript = (article: Article, frame: ReaderFrame): Fragment =>
  article.language !== frame.paper.language &&
  html` lang="${article.language}" dir="${directionOf(article.language)}"`

function story(article: Article, frame: ReaderFrame, level: 2 | 3, withStandfirst: boolean): Html {
  const inside = html`<a href="${paths.article(article)}">${article.headline}</a>`
  return html`<li${inOwnScript(article, frame)}>${level === 2 ? html`<h2>${inside}</h2>` : html`<h3>${inside}</h3>`}${
    withStandfirst && article.standfirst !== '' && html`<p>${article.standfirst}</p>`
  }${article.publishedAt && html`<p class="ui"><bdi>${shortTime(article.publishedAt, styleOf(frame))}</bdi></p>`}</li>\n`
}

/** The lead with its picture, then what is new, by section, as a newspaper sets its front. */
export function frontPage(props: {
  frame: ReaderFrame
  articles: readonly Article[]
  sections: readonly Section[]
}): Html {
  const { frame, articles } = props
  const lead = articles.find((article) => article.photo !== null) ?? articles[0]
  const rest = articles.filter((article) => article !== lead)
  const columns = props.sections.flatMap((section) => {
    const own = rest.filter((article) => article.section?.id === section.id).slice(0, 4)
    return own.length === 0
      ? []
      : [
          html`<section aria-labelledby="s-${section.slug}"><h2 class="kicker" id="s-${section.slug}"><a href="${paths.section(section.slug)}">${section.name}</a></h2>
<ul class="stories">${own.map((article, i) => story(article, frame, 3, i === 0))}</ul></section>\n`,
        ]
  })
  const loose = rest.filter((article) => article.section === null)
  return readerPage({
    frame,
    title: frame.paper.name,
    canonical: paths.front(),
    script: false,
    main: html`<h1 class="hidden">${frame.paper.name}</h1>
${lead ? leadStory(lead, frame) : html`<p class="none">Nothing has been published yet.</p>`}
<div class="front">${columns}${loose.length > 0 && html`<ul class="stories">${loose.map((article) => story(article, frame, 3, true))}</ul>`}</div>`,
  })
}

function leadStory(lead: Article, frame: ReaderFrame): Html {
  return html`<article class="lead"${inOwnScript(lead, frame)}>${lead.photo && photoFigure(lead.photo, true)}
<div>${lead.section && html`<a class="kicker" href="${paths.section(lead.section.slug)}">${lead.section.name}</a>`}
<h2><a href="${paths.article(lead)}">${lead.headline}</a></h2>
<p class="standfirst">${lead.standfirst}</p>
${lead.publishedAt && html`<p class="ui">${lead.byline !== '' && html`By <b dir="auto">${lead.byline}</b> · `}${shortTime(lead.publishedAt, styleOf(frame))}</p>`}</div></article>`
}

export function sectionPage(props: {
  frame: ReaderFrame
  section: Section
  articles: readonly Article[]
  /** The last article's id where there are more. */
  earlierBefore: number | null
}): Html {
  const { frame, section, articles } = props
  return readerPage({
    frame,
    title: section.name,
    canonical: paths.section(section.slug),
    currentSection: section.slug,
    script: false,
    main: html`<h1>${section.name}</h1>
${
  articles.length > 0
    ? html`<ul class="stories wide">${articles.map((article) => story(article, frame, 2, true))}</ul>`
    : html`<p class="none">Nothing has been published in this section yet.</p>`
}
${props.earlierBefore !== null && html`<p class="ui more"><a rel="next" href="${paths.section(section.slug)}?before=${props.earlierBefore}">Earlier stories</a></p>`}`,
  })
}
