import type { Article, Publication } from '../../newsroom/article.ts'
import { isoAt } from '../../newsroom/import/stamp.ts'
import { type FeedImage, imageOf } from './feed-image.ts'
import { storyHtml } from './story-html.ts'

/**
 * One live article as ninjs 3.0 (IPTC), where names are camelCase and text comes as arrays of `{role, value}`: a name of
 * ninjs 1 such as `headline` is refused by its schema. Only fields that the article has.
 */
export function ninjs(
  article: Article,
  paper: Publication,
  at: { id: string; url: string; origin: string },
): Record<string, unknown> {
  const iso = (date: Date | null) => (date ? isoAt(date, paper.zone) : undefined)
  const body = storyHtml(article, at.origin).markup
  return {
    uri: at.id,
    type: 'text',
    standard: {
      name: 'ninjs',
      version: '3.0',
      schema: 'https://iptc.org/std/ninjs/ninjs-schema_3.0.json',
    },
    representationType: 'full',
    version: String(article.revisionNo),
    firstCreated: iso(article.publishedAt),
    versionCreated: iso(article.updatedAt ?? article.publishedAt),
    pubStatus: 'usable',
    language: article.language,
    by: article.byline || undefined,
    located: article.dateline || undefined,
    headlines: [{ role: 'main', value: article.headline }],
    descriptions: article.standfirst ? [{ role: 'standfirst', value: article.standfirst }] : undefined,
    bodies: [{ role: 'main', contentType: 'text/html', charCount: body.length, value: body }],
    infoSources: infoSources(article),
    subjects: article.section ? [{ name: article.section.name, rel: 'section' }] : undefined,
    altIds: [{ role: 'canonical', value: at.url }],
    associations: article.photo ? [picture(imageOf(article.photo, at.origin))] : undefined,
  }
}

function infoSources(article: Article): { role: string; name: string }[] | undefined {
  const sources = [
    ...(article.agency === '' ? [] : [{ role: 'originating', name: article.agency }]),
    ...article.sources.map((name) => ({ role: 'cited', name })),
  ]
  return sources.length > 0 ? sources : undefined
}

const picture = (image: FeedImage) => ({
  name: 'photo',
  uri: image.url,
  type: 'picture',
  descriptions: [
    ...(image.caption === '' ? [] : [{ role: 'caption', value: image.caption }]),
    { role: 'creditline', value: image.credit },
    { role: 'alt', value: image.alt },
  ],
  renditions: [
    { name: 'main', href: image.url, contentType: 'image/jpeg', width: image.width, height: image.height },
  ],
})
