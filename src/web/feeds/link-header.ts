import type { Article } from '../../newsroom/article.ts'
import { paths } from '../paths.ts'

type Target = { href: string; rel: string; type?: string }

/** A `Link` field (RFC 8288). Addresses are percent-encoded already; nothing that anybody typed goes into a header. */
export const linkHeader = (targets: readonly Target[]): string =>
  targets
    .map(({ href, rel, type }) => `<${href}>; rel="${rel}"${type === undefined ? '' : `; type="${type}"`}`)
    .join(', ')

const alternate = (href: string, type: string): Target => ({ href, rel: 'alternate', type })

/** In the header and not in the page: there each reader of a story would pay for what programs look for. */
export const frontLinks = (): string =>
  linkHeader([
    alternate(paths.feed('atom'), 'application/atom+xml'),
    alternate(paths.feed('rss'), 'application/rss+xml'),
    alternate(paths.feed('json'), 'application/feed+json'),
  ])

export const sectionLinks = (slug: string): string =>
  linkHeader([
    alternate(paths.sectionFeed(slug, 'atom'), 'application/atom+xml'),
    alternate(paths.sectionFeed(slug, 'rss'), 'application/rss+xml'),
    alternate(paths.sectionFeed(slug, 'json'), 'application/feed+json'),
  ])

export const articleLinks = (article: Article, origin: string): string =>
  linkHeader([
    ...(article.commentMode === 'off'
      ? []
      : [{ href: paths.commentFeed(article.id), rel: 'replies', type: 'application/atom+xml' }]),
    alternate(paths.oembed(`${origin}/a/${article.id}`), 'application/json+oembed'),
    alternate(paths.exported(article.id, 'md'), 'text/markdown'),
  ])

/** What a copy in another format says of the page it is a copy of, so that search engines keep one of them. */
export const canonicalLink = (article: Article, origin: string): string =>
  linkHeader([{ href: `${origin}${paths.article(article)}`, rel: 'canonical' }])
