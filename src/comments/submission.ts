import { createHash } from 'node:crypto'
import { ok, type Result } from '../lib/result.ts'
import type { CommentMode } from '../newsroom/article.ts'
import type { Verdict } from '../policy/verdict.ts'
import { normaliseForComparison } from '../triage/normalise.ts'
import type { Evidence, SignalSet } from '../triage/signal.ts'
import type { MeasureBar } from './measure.ts'
import type { Draw } from './unread.ts'
import { readEmail, readName, readText, type WordsRefusal } from './words.ts'

/** What a reader typed, cleaned and within its limits. */
export type Submission = {
  text: string
  printedName: string
  email: string
  parentId: number | null
  /** Random, added by script: a retry with the same key finds its comment even much later. */
  key: string | null
}

export type SubmissionFields = { text: string; name: string; email: string; parent: string; key: string }

/** Said once, before anything is stored: which rules the words may break, and where. */
export type MayBreakRule = { code: 'may_break_rule'; ruleIds: string[]; evidence: Evidence[] }

export type SubmissionRefusal =
  | WordsRefusal
  | { code: 'parent_malformed' }
  | { code: 'article_not_found' }
  | { code: 'comments_closed' }
  | { code: 'parent_not_public' }
  | { code: 'letters_exhausted' }
  | MeasureBar
  | MayBreakRule

/** The only door from a form's fields to a comment; what is not named here a reader cannot set. */
export function readSubmission(fields: SubmissionFields): Result<Submission, SubmissionRefusal> {
  const text = readText(fields.text)
  if (!text.ok) return text
  const name = readName(fields.name)
  if (!name.ok) return name
  const email = readEmail(fields.email)
  if (!email.ok) return email
  const parentId = fields.parent === '' ? null : Number(fields.parent)
  if (parentId !== null && !(Number.isSafeInteger(parentId) && parentId > 0))
    return { ok: false, refusal: { code: 'parent_malformed' } }
  const key = /^[A-Za-z0-9_-]{16,64}$/.test(fields.key) ? fields.key : null
  return ok({ text: text.value, printedName: name.value, email: email.value, parentId, key })
}

/**
 * Equal for a double click, a retry, a second press on the back button: same address, article, parent and words,
 * whatever the case and spacing. Public pages are shared between readers, so the form can carry no key of its own.
 */
export function fingerprintOf(
  submission: { email: string; parentId: number | null; text: string },
  articleId: number,
): Buffer {
  const words = normaliseForComparison(submission.text)
  return createHash('sha256')
    .update(
      JSON.stringify([
        articleId,
        submission.parentId,
        submission.email,
        words === '' ? submission.text : words,
      ]),
    )
    .digest()
}

export type Placement = {
  state: 'unconfirmed' | 'held' | 'published'
  queueReason: 'held' | 'post' | null
  /** Where publishing unread is armed and reaches it: published, or drawn for the audit and held like any other. */
  draw?: Draw
}

/**
 * Where a submission goes. Nothing is public before the policy lets it: pre-moderation holds all but what an armed
 * threshold publishes unread, post-moderation publishes what the verdict proposes to publish and still shows it to the
 * desk.
 */
export function placementOf(
  mode: CommentMode,
  confirmed: boolean,
  verdict: Verdict,
  drawUnread: () => Draw | null,
): Placement {
  if (!confirmed) return { state: 'unconfirmed', queueReason: null }
  if (mode === 'post' && verdict.proposes === 'publish') return { state: 'published', queueReason: 'post' }
  const draw = mode === 'pre' ? drawUnread() : null
  if (!draw) return { state: 'held', queueReason: 'held' }
  return draw.audited
    ? { state: 'held', queueReason: 'held', draw }
    : { state: 'published', queueReason: null, draw }
}

/** Who answers for a comment that a rule published: whoever armed publishing unread, or post-moderation. */
export const armedByOf = ({ draw, state }: Placement, modeBy: number | null): number | null =>
  draw && state === 'published' ? draw.armedBy : modeBy

/** A crowd of comments is no fault of these words, and no other words would mend it: that is for the desk. */
const isOfWords = (signal: string): boolean => !signal.startsWith('burst.')

/** What to tell a commenter before their words go to the desk; undefined where no rule spoke of the words. */
export function mayBreakRule(verdict: Verdict): MayBreakRule | undefined {
  const spoke = verdict.matches.filter(
    ({ value, effect, because }) =>
      value === 'yes' && effect !== 'none' && (because.length === 0 || because.some(isOfWords)),
  )
  if (spoke.length === 0) return undefined
  const evidence = spoke.flatMap((match) => match.evidence)
  return { code: 'may_break_rule', ruleIds: spoke.map((match) => match.ruleId), evidence }
}

/** What a comment's place in the queue hangs on when it comes; the desk's to weigh (`desk/queue-rank.ts`). */
export type Entering = {
  articleId: number
  depth: number
  isPublic: boolean
  signals: SignalSet
  verdict: Verdict
}

/** The head start, in seconds of waiting, with which it enters. */
export type PriorityOf = (entering: Entering) => number
