import { isoAt } from '../../newsroom/import/stamp.ts'
import type { Feed, FeedEntry } from './feed.ts'

/** JSON Feed 1.1 (jsonfeed.org). */
export const jsonFeed = (feed: Feed): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    home_page_url: feed.home,
    feed_url: feed.self,
    language: feed.language,
    items: feed.entries.map((entry) => item(entry, feed.zone)),
  })

/** Fields without a value are left out by JSON itself. */
const item = (entry: FeedEntry, zone: string) => ({
  id: entry.id,
  url: entry.url,
  title: entry.title,
  summary: entry.summary || undefined,
  content_html: entry.html,
  image: entry.image?.url,
  date_published: isoAt(entry.published, zone),
  date_modified: isoAt(entry.updated, zone),
  authors: [{ name: entry.author }],
  tags: entry.category === null ? undefined : [entry.category],
  language: entry.language,
})
