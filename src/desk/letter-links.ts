import { refFor } from '../lib/ids.ts'
import type { LetterFacts } from './letter.ts'

export type LetterLinks = LetterFacts['links']

/**
 * The private addresses of a letter, made when it goes. The paths are those of `web/paths.ts`, which this room may not
 * read; a test keeps them equal.
 */
export function letterLinks(
  secret: Buffer,
  origin: string,
  about: { commentId: number | null; reportId: number | null; articleId: number | null },
): LetterLinks {
  const { commentId, reportId, articleId } = about
  const links: LetterLinks = { record: `${origin}/record` }
  if (commentId !== null) {
    links.confirm = `${origin}/confirmations/${refFor(secret, 'confirmation', commentId)}`
    links.receipt = `${origin}/receipts/${refFor(secret, 'receipt', commentId)}`
    if (articleId !== null) links.comment = `${origin}/a/${articleId}/c/${commentId}#c${commentId}`
  }
  if (reportId !== null) links.report = `${origin}/reports/${refFor(secret, 'report', reportId)}`
  return links
}
