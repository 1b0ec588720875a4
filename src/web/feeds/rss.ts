import { element, type Xml, xmlDocument } from '../../lib/xml.ts'
import type { Feed, FeedEntry } from './feed.ts'
import { rfc822At } from './feed-dates.ts'
import type { FeedImage } from './feed-image.ts'

/**
 * RSS 2.0 (RSS Advisory Board, 2.0.11) with the whole story in `content:encoded`, the picture with its credit in Media RSS,
 * and the comments' own feed in `wfw:commentRss`. No `author`, which must be an e-mail address: `dc:creator`. No count of
 * comments: each decision would make the feed another one.
 */
export const rss = (feed: Feed): string =>
  xmlDocument(
    'rss',
    {
      version: '2.0',
      'xmlns:atom': 'http://www.w3.org/2005/Atom',
      'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:media': 'http://search.yahoo.com/mrss/',
      'xmlns:wfw': 'http://wellformedweb.org/CommentAPI/',
    },
    [
      element(
        'channel',
        {},
        element('title', {}, feed.title),
        element('link', {}, feed.home),
        element('description', {}, feed.description),
        element('language', {}, feed.language),
        element('lastBuildDate', {}, rfc822At(feed.updated, feed.zone)),
        element('atom:link', { rel: 'self', type: 'application/rss+xml', href: feed.self }),
        feed.entries.map((entry) => item(entry, feed.zone)),
      ),
    ],
  )

const item = (entry: FeedEntry, zone: string): Xml =>
  element(
    'item',
    {},
    element('title', {}, entry.title),
    element('link', {}, entry.url),
    element('guid', { isPermaLink: 'false' }, entry.id),
    element('pubDate', {}, rfc822At(entry.published, zone)),
    // Either title or description must be there; a title always is.
    entry.summary !== '' && element('description', {}, entry.summary),
    element('dc:creator', {}, entry.author),
    element('dc:language', {}, entry.language),
    entry.category !== null && element('category', {}, entry.category),
    entry.comments && element('comments', {}, entry.comments.page),
    entry.comments && element('wfw:commentRss', {}, entry.comments.feed),
    entry.image && media(entry.image),
    element('content:encoded', {}, entry.html),
  )

/** Without a role in the credit: it names a photographer or an agency, and the paper's field does not say which. */
const media = (image: FeedImage): Xml =>
  element(
    'media:content',
    { url: image.url, type: 'image/jpeg', medium: 'image', width: image.width, height: image.height },
    image.caption !== '' && element('media:description', { type: 'plain' }, image.caption),
    element('media:credit', {}, image.credit),
  )
