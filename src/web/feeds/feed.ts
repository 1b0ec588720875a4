import type { Article, Publication, Section } from '../../newsroom/article.ts'
import { paths } from '../paths.ts'
import { type FeedImage, imageOf } from './feed-image.ts'
import { storyHtml } from './story-html.ts'

/** A feed before it is one of the formats: every format says the same of a story. */
export type Feed = {
  id: string
  title: string
  description: string
  /** Addresses are whole, with scheme and host. */
  home: string
  self: string
  language: string
  /** IANA zone: instants are written with its offset, as the pages print them. */
  zone: string
  updated: Date
  entries: FeedEntry[]
}

export type FeedEntry = {
  id: string
  url: string
  title: string
  /** The standfirst; may be empty. */
  summary: string
  /** The whole story as HTML. */
  html: string
  published: Date
  updated: Date
  author: string
  category: string | null
  language: string
  image: FeedImage | null
  /** Null where comments are off. */
  comments: { page: string; feed: string } | null
}

export type FeedScope = {
  paper: Publication
  section: Section | null
  origin: string
  /** The path of the feed itself. */
  self: string
  now: Date
  idOf: (kind: 'paper' | 'section' | 'article', id: number) => string
}

/** Of live articles, newest first. `updated` is the newest edit among them, or now where there are none. */
export function feedOf(articles: readonly Article[], scope: FeedScope): Feed {
  const { paper, section, origin } = scope
  const entries = articles.flatMap((article) => entryOf(article, scope) ?? [])
  const newest = Math.max(...entries.map(({ updated }) => updated.getTime()))
  return {
    id: section ? scope.idOf('section', section.id) : scope.idOf('paper', paper.id),
    title: section ? `${paper.name}: ${section.name}` : paper.name,
    description: section
      ? `The newest stories of ${paper.name} in ${section.name}.`
      : `The newest stories of ${paper.name}.`,
    home: origin + (section ? encodeURI(paths.section(section.slug)) : paths.front()),
    self: origin + scope.self,
    language: paper.language,
    zone: paper.zone,
    updated: entries.length === 0 ? scope.now : new Date(newest),
    entries,
  }
}

/** Undefined for what has never been published. */
export function entryOf(
  article: Article,
  { paper, origin, idOf }: Pick<FeedScope, 'paper' | 'origin' | 'idOf'>,
): FeedEntry | undefined {
  if (article.publishedAt === null) return undefined
  const url = origin + paths.article(article)
  return {
    id: idOf('article', article.id),
    url,
    title: article.headline,
    summary: article.standfirst,
    html: storyHtml(article, origin).markup,
    published: article.publishedAt,
    updated: article.updatedAt ?? article.publishedAt,
    author: article.byline || article.agency || paper.name,
    category: article.section?.name ?? null,
    language: article.language,
    image: article.photo && imageOf(article.photo, origin),
    comments:
      article.commentMode === 'off'
        ? null
        : { page: `${url}#comments`, feed: origin + paths.commentFeed(article.id) },
  }
}
