import type { Article, Publication } from './article.ts'
import { isoAt } from './import/stamp.ts'

/**
 * schema.org NewsArticle, with the same instants as the printed stamps. `dateModified` moves for an edit of the story,
 * never for a comment.
 */
export function newsArticle(
  article: Article,
  paper: Publication,
  at: { canonical: string; origin: string; photoUrl: string | null; commentCount: number },
): Record<string, unknown> {
  const iso = (date: Date | null) => (date ? isoAt(date, paper.zone) : undefined)
  const publisher = {
    '@type': 'NewsMediaOrganization',
    name: paper.name,
    url: `${at.origin}/`,
    publishingPrinciples: `${at.origin}/policy`,
  }
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    url: at.canonical,
    mainEntityOfPage: at.canonical,
    headline: article.headline,
    description: article.standfirst || undefined,
    datePublished: iso(article.publishedAt),
    dateModified: iso(article.updatedAt ?? article.publishedAt),
    author:
      article.byline !== ''
        ? [{ '@type': 'Person', name: article.byline }]
        : [{ '@type': 'Organization', name: article.agency || paper.name }],
    publisher,
    image:
      article.photo && at.photoUrl
        ? [
            {
              '@type': 'ImageObject',
              url: at.photoUrl,
              contentUrl: at.photoUrl,
              width: article.photo.width,
              height: article.photo.height,
              caption: article.photo.caption || undefined,
              creditText: article.photo.credit,
            },
          ]
        : undefined,
    dateline: article.dateline || undefined,
    inLanguage: article.language,
    articleSection: article.section?.name,
    sourceOrganization: article.agency
      ? { '@type': 'NewsMediaOrganization', name: article.agency }
      : undefined,
    citation:
      article.sources.length > 0
        ? article.sources.map((name) => ({ '@type': 'Organization', name }))
        : undefined,
    commentCount: at.commentCount,
    discussionUrl: `${at.canonical}#comments`,
  }
}
