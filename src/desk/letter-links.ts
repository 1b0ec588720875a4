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
  about: {
    commentId: number | null
    reportId: number | null
    articleId: number | null
    /** Of the one-time link made for this letter. */
    signInToken?: string
  },
): LetterLinks {
  const { commentId, reportId, articleId, signInToken } = about
  const links: LetterLinks = { record: `${origin}/record` }
  if (commentId !== null) {
    links.confirm = `${origin}/confirmations/${refFor(secret, 'confirmation', commentId)}`
    links.receipt = `${origin}/receipts/${refFor(secret, 'receipt', commentId)}`
    if (articleId !== null) links.comment = `${origin}/a/${articleId}/c/${commentId}#c${commentId}`
  }
  if (signInToken !== undefined) links.signIn = `${origin}/desk/sign-in/${signInToken}`
  links.account = `${origin}/desk/account`
  if (reportId !== null) links.report = `${origin}/reports/${refFor(secret, 'report', reportId)}`
  return links
}
