import type { CommentEntry } from '../../comments/comment-feed.ts'
import { type Html, html } from '../../lib/html.ts'
import { element, type Xml, xmlDocument } from '../../lib/xml.ts'
import type { Article, Publication } from '../../newsroom/article.ts'
import { isoAt } from '../../newsroom/import/stamp.ts'
import { paths } from '../paths.ts'
import { ATOM } from './atom.ts'

export type CommentFeedScope = {
  article: Article
  paper: Publication
  origin: string
  now: Date
  idOf: (kind: 'article' | 'comment' | 'comments', id: number) => string
}

/**
 * The comments under an article as Atom (RFC 4287), each saying what it answers (RFC 4685), and a tombstone where one was
 * that is no longer public (RFC 6721): its id and the time, never a word, a name or a rule. The id of the feed is another
 * than the article's, which its first comments answer.
 */
export function commentAtom(entries: readonly CommentEntry[], scope: CommentFeedScope): string {
  const { article, paper, origin } = scope
  const iso = (at: Date) => isoAt(at, paper.zone)
  const newest = Math.max(...entries.map(changedAt))
  return xmlDocument(
    'feed',
    {
      xmlns: ATOM,
      'xmlns:thr': 'http://purl.org/syndication/thread/1.0',
      'xmlns:at': 'http://purl.org/atompub/tombstones/1.0',
      'xml:lang': article.language,
    },
    [
      element('id', {}, scope.idOf('comments', article.id)),
      element('title', {}, `Readers’ comments on “${article.headline}”`),
      element(
        'updated',
        {},
        iso(entries.length === 0 ? (article.publishedAt ?? scope.now) : new Date(newest)),
      ),
      element('link', {
        rel: 'self',
        type: 'application/atom+xml',
        href: origin + paths.commentFeed(article.id),
      }),
      element('link', {
        rel: 'alternate',
        type: 'text/html',
        href: `${origin}${paths.article(article)}#comments`,
      }),
      // RFC 6721 asks for no order; RFC 4287 neither.
      entries.map((entry) =>
        entry.kind === 'gone'
          ? element('at:deleted-entry', { ref: scope.idOf('comment', entry.id), when: iso(entry.at) })
          : publicEntry(entry, scope),
      ),
    ],
  )
}

const changedAt = (entry: CommentEntry): number =>
  (entry.kind === 'gone' ? entry.at : entry.publishedAt).getTime()

function publicEntry(
  entry: Extract<CommentEntry, { kind: 'public' }>,
  { article, paper, origin, idOf }: CommentFeedScope,
): Xml {
  const name = entry.printedName ?? 'Name withheld'
  return element(
    'entry',
    {},
    element('id', {}, idOf('comment', entry.id)),
    element('title', {}, `${name} on “${article.headline}”`),
    element('published', {}, isoAt(entry.submittedAt, paper.zone)),
    element('updated', {}, isoAt(entry.publishedAt, paper.zone)),
    element('author', {}, element('name', {}, name)),
    entry.staff && element('category', { term: 'staff', label: 'Staff' }),
    element('link', {
      rel: 'alternate',
      type: 'text/html',
      href: origin + paths.comment(article.id, entry.id),
    }),
    // `ref` is the id that the answered entry has in its feed, not its address.
    entry.parentId === null
      ? element('thr:in-reply-to', {
          ref: idOf('article', article.id),
          href: origin + paths.article(article),
          type: 'text/html',
        })
      : element('thr:in-reply-to', {
          ref: idOf('comment', entry.parentId),
          href: origin + paths.comment(article.id, entry.parentId),
          type: 'text/html',
        }),
    element('content', { type: 'html' }, commentHtml(entry.text).markup),
  )
}

/** Links stay text, also where the desk allowed them: a copy of a page cannot take that back. */
const commentHtml = (text: string): Html =>
  html`${text
    .split('\n\n')
    .map(
      (paragraph) =>
        html`<p dir="auto">${paragraph.split('\n').map((line, i) => html`${i > 0 && html`<br>`}${line}`)}</p>`,
    )}`
