import { type Html, html } from '../../lib/html.ts'
import { type FeedFormat, paths } from '../paths.ts'
import { type ReaderFrame, readerPage } from '../reader-layout.ts'

const names: readonly [FeedFormat, string][] = [
  ['rss', 'RSS'],
  ['atom', 'Atom'],
  ['json', 'JSON Feed'],
]

const row = (title: string, address: (format: FeedFormat) => string): Html =>
  html`<li><bdi>${title}</bdi>: ${names.map(
    ([format, name], i) =>
      html`${i > 0 && ' · '}<a href="${address(format)}" aria-label="${title}, ${name}">${name}</a>`,
  )}</li>\n`

/** Everything of the paper that a program can follow. */
export function feedsPage({ frame }: { frame: ReaderFrame }): Html {
  return readerPage({
    frame,
    title: 'Feeds',
    canonical: paths.feeds(),
    script: false,
    main: html`<h1>Feeds</h1>
<p class="standfirst">Follow ${frame.paper.name} in a program of your own. Every feed holds whole stories, fifty at most, the newest first.</p>
<ul>
${row(frame.paper.name, paths.feed)}${frame.sections.map((section) =>
  row(section.name, (format) => paths.sectionFeed(section.slug, format)),
)}</ul>
<h2>Comments</h2>
<p>The comments under a story have a feed of their own, under the number in the story’s address: <code>/a/12/comments.atom</code>. A comment that is taken down is named in it as gone, without its words.</p>
<h2>One story in other formats</h2>
<p>The same number with an ending: <code>/a/12.html</code>, <code>.txt</code>, <code>.md</code> (Markdown), <code>.json</code> (ninjs 3.0) and <code>.atom</code>.</p>
<p class="ui"><a href="${paths.sitemapIndex()}">Sitemap</a> · <a href="${paths.newsSitemap()}">Sitemap of the last two days</a></p>`,
  })
}
