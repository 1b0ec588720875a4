import { type Fragment, type Html, html, trusted } from '../lib/html.ts'
import type { Publication, Section } from '../newsroom/article.ts'
import { paths } from './paths.ts'
import type { StampStyle } from './stamps.ts'

/** What every page for readers stands in. */
export type ReaderFrame = {
  paper: Publication
  sections: readonly Section[]
  /** `https://courier.example`, without a slash at the end. */
  origin: string
  /** Inlined: one request less, and known to the CSP by its hash. */
  css: string
  /** What articles do not need, for all other pages. */
  moreCss: string
  /** Comfort only; every page works without. */
  script: string
}

export type ReaderPage = {
  frame: ReaderFrame
  title: string
  /** The address that search engines and share links should keep. */
  canonical: string | null
  language?: string
  direction?: 'ltr' | 'rtl'
  description?: string
  head?: Fragment
  currentSection?: string | undefined
  /** Private pages are not to be found. */
  noindex?: boolean
  script?: boolean
  /** An article: every byte of its style sheet is sent to every reader. */
  lean?: boolean
  main: Fragment
}

export const styleOf = (frame: ReaderFrame): StampStyle => ({
  language: frame.paper.language,
  zone: frame.paper.zone,
})

export function readerPage(page: ReaderPage): Html {
  const { frame } = page
  const { paper } = frame
  return html`<!doctype html>
<html lang="${page.language ?? paper.language}"${page.direction === 'rtl' && html` dir="rtl"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${page.title}${page.title !== paper.name && ` – ${paper.name}`}</title>
${page.canonical !== null && html`<link rel="canonical" href="${frame.origin}${page.canonical}">\n`}${
  page.description && html`<meta name="description" content="${page.description}">\n`
}${page.noindex ? html`<meta name="robots" content="noindex,nofollow">` : html`<meta name="robots" content="max-image-preview:large">`}
${page.head}<style>${trusted(page.lean ? frame.css : frame.css + frame.moreCss)}</style>
${page.script !== false && html`<script src="${frame.script}" defer></script>\n`}</head>
<body>
<a class="skip" href="#main">To the story</a>
<header class="mast ui"><a class="name" href="${paths.front()}">${paper.name}</a>
<nav aria-label="Sections">${frame.sections.map(
    (section) =>
      html`<a href="${paths.section(section.slug)}"${page.currentSection === section.slug && html` aria-current="true"`}>${section.name}</a> `,
  )}</nav></header>
<main id="main">
${page.main}
</main>
<footer class="ui"><p>${paper.name} · <a href="${paths.policy()}">How we moderate</a> · <a href="${paths.record()}">The public record</a>${!page.lean && html` · <a href="${paths.feeds()}">Feeds</a>`}</p></footer>
</body>
</html>
`
}
