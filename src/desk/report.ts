import type { CommentState } from '../comments/comment.ts'
import { cleanText, readEmail, type WordsRefusal } from '../comments/words.ts'
import { ok, type Result, refused } from '../lib/result.ts'

/** A reader objects to a published comment, citing a rule. With an address, the outcome comes by letter. */
export type ReportOrder = { ruleId: string; words: string; email: string | null }

export type ReportState = 'open' | 'upheld' | 'dismissed' | 'lapsed'

export type ReportRefusal =
  | WordsRefusal
  | { code: 'rule_missing' }
  | { code: 'rule_unknown'; ruleId: string }
  | { code: 'report_words_too_long'; longest: number }
  | { code: 'comment_not_found' }
  | { code: 'comment_cannot'; act: 'report'; state: CommentState }

export const LONGEST_REPORT = 1_000

/** Within a day a report is answered: the house's own clock, as long as the policy names none. */
export const REPORT_HOURS = 24

export function readReport(
  fields: { rule: string; words: string; email: string },
  ruleIds: readonly string[],
): Result<ReportOrder, ReportRefusal> {
  if (fields.rule === '') return refused({ code: 'rule_missing' })
  if (!ruleIds.includes(fields.rule)) return refused({ code: 'rule_unknown', ruleId: fields.rule })
  const words = cleanText(fields.words)
  if (words.length > LONGEST_REPORT)
    return refused({ code: 'report_words_too_long', longest: LONGEST_REPORT })
  if (fields.email.trim() === '') return ok({ ruleId: fields.rule, words, email: null })
  const email = readEmail(fields.email)
  return email.ok ? ok({ ruleId: fields.rule, words, email: email.value }) : email
}
