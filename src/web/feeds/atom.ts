import { element, type Xml, xmlDocument } from '../../lib/xml.ts'
import { isoAt } from '../../newsroom/import/stamp.ts'
import type { Feed, FeedEntry } from './feed.ts'

export const ATOM = 'http://www.w3.org/2005/Atom'

/** Atom (RFC 4287). Each story names the feed of its comments (RFC 4685, `rel="replies"`). */
export const atom = (feed: Feed): string =>
  xmlDocument('feed', { xmlns: ATOM, 'xml:lang': feed.language }, [
    element('id', {}, feed.id),
    element('title', {}, feed.title),
    element('subtitle', {}, feed.description),
    element('updated', {}, isoAt(feed.updated, feed.zone)),
    element('link', { rel: 'self', type: 'application/atom+xml', href: feed.self }),
    element('link', { rel: 'alternate', type: 'text/html', href: feed.home }),
    feed.entries.map((entry) => element('entry', { 'xml:lang': entry.language }, parts(entry, feed.zone))),
  ])

/** One story as an Atom entry document. */
export const atomEntry = (entry: FeedEntry, zone: string): string =>
  xmlDocument('entry', { xmlns: ATOM, 'xml:lang': entry.language }, parts(entry, zone))

const parts = (entry: FeedEntry, zone: string): (Xml | false | null)[] => [
  element('id', {}, entry.id),
  element('title', {}, entry.title),
  element('published', {}, isoAt(entry.published, zone)),
  element('updated', {}, isoAt(entry.updated, zone)),
  element('author', {}, element('name', {}, entry.author)),
  entry.category !== null && element('category', { term: entry.category }),
  element('link', { rel: 'alternate', type: 'text/html', href: entry.url }),
  entry.comments &&
    element('link', { rel: 'replies', type: 'application/atom+xml', href: entry.comments.feed }),
  entry.summary !== '' && element('summary', {}, entry.summary),
  element('content', { type: 'html' }, entry.html),
]
