import { element, xmlDocument } from '../../lib/xml.ts'
import type { Publication } from '../../newsroom/article.ts'
import { isoAt } from '../../newsroom/import/stamp.ts'
import type { SitemapPart, SitemapStory } from '../../newsroom/sitemap-store.ts'
import { paths } from '../paths.ts'

const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** The index (sitemaps.org 0.9): the sitemap of news and one for each range of articles that has any. */
export const sitemapIndex = (parts: readonly SitemapPart[], at: { origin: string; zone: string }): string =>
  xmlDocument('sitemapindex', { xmlns: SITEMAP }, [
    element('sitemap', {}, element('loc', {}, at.origin + paths.newsSitemap())),
    ...parts.map(({ part, updatedAt }) =>
      element(
        'sitemap',
        {},
        element('loc', {}, at.origin + paths.sitemap(part)),
        element('lastmod', {}, isoAt(updatedAt, at.zone)),
      ),
    ),
  ])

/** `lastmod` is the edit of the story that its page prints, never a comment's time. */
export const sitemap = (stories: readonly SitemapStory[], at: { origin: string; zone: string }): string =>
  xmlDocument(
    'urlset',
    { xmlns: SITEMAP },
    stories.map((story) =>
      element(
        'url',
        {},
        element('loc', {}, at.origin + paths.article(story)),
        element('lastmod', {}, isoAt(story.updatedAt, at.zone)),
      ),
    ),
  )

/**
 * Google's sitemap of news: stories of two days. `publication_date` stays that of the first publication however often the
 * story is edited; the title is the headline alone, without paper, writer or date.
 */
export const newsSitemap = (
  stories: readonly SitemapStory[],
  at: { origin: string; paper: Publication },
): string =>
  xmlDocument(
    'urlset',
    { xmlns: SITEMAP, 'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9' },
    stories.map((story) =>
      element(
        'url',
        {},
        element('loc', {}, at.origin + paths.article(story)),
        element('lastmod', {}, isoAt(story.updatedAt, at.paper.zone)),
        element(
          'news:news',
          {},
          element(
            'news:publication',
            {},
            element('news:name', {}, at.paper.name),
            element('news:language', {}, newsLanguage(story.language)),
          ),
          element('news:publication_date', {}, isoAt(story.publishedAt, at.paper.zone)),
          element('news:title', {}, story.headline),
        ),
      ),
    ),
  )

/** An ISO 639 code of two or three letters; of Chinese alone the script too. */
const newsLanguage = (language: string): string => {
  const tag = language.toLowerCase()
  return /^zh-(?:tw|hk|mo|hant)/.test(tag)
    ? 'zh-tw'
    : tag.startsWith('zh')
      ? 'zh-cn'
      : (tag.split('-')[0] ?? tag)
}
