import type { Db } from '../db/database.ts'
import { ok, type Result, refused } from '../lib/result.ts'
import type { Article } from './article.ts'
import { findArticle, publishArticle, unpublishArticle } from './article-store.ts'
import { namesInArticle } from './named.ts'
import { saveNames } from './named-store.ts'

export type PublishRefusal =
  | { code: 'article_not_found' }
  | { code: 'article_state' }
  | { code: 'credit_missing' }
  | { code: 'article_incomplete'; what: string }

/** What stands between a draft and its readers; undefined when nothing does. No credit, no publication (S5). */
export function whyNotPublish(
  article: Pick<Article, 'state' | 'headline' | 'blocks' | 'photo'>,
): PublishRefusal | undefined {
  if (article.state === 'live') return { code: 'article_state' }
  if (article.headline.trim() === '') return { code: 'article_incomplete', what: 'it has no headline.' }
  if (article.blocks.length === 0) return { code: 'article_incomplete', what: 'it has no words.' }
  if (article.photo && article.photo.credit.trim() === '') return { code: 'credit_missing' }
  if (article.photo && article.photo.alt.trim() === '')
    return { code: 'article_incomplete', what: 'the photo has no text that says what can be seen on it.' }
  return undefined
}

export async function publish(
  db: Db,
  articleId: number,
  by: { staffId: number | null },
  now: Date,
): Promise<Result<Article, PublishRefusal>> {
  const article = await findArticle(db, articleId)
  if (!article) return refused({ code: 'article_not_found' })
  const why = whyNotPublish(article)
  if (why) return refused(why)
  await saveNames(db, { articleId, revisionNo: article.revisionNo }, namesInArticle(article))
  return (await publishArticle(db, articleId, by, now)) ? ok(article) : refused({ code: 'article_state' })
}

/** Readers then find a sentence that says so; the article, its comments and its record stay. */
export async function takeBack(
  db: Db,
  articleId: number,
  by: { staffId: number | null },
  now: Date,
): Promise<Result<Article, PublishRefusal>> {
  const article = await findArticle(db, articleId)
  if (!article) return refused({ code: 'article_not_found' })
  return (await unpublishArticle(db, articleId, by, now)) ? ok(article) : refused({ code: 'article_state' })
}
