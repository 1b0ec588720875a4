import type { Db } from '../db/database.ts'
import { ok, type Result, refused } from '../lib/result.ts'
import type { CommentMode } from '../newsroom/article.ts'
import { evaluate } from '../policy/evaluate.ts'
import type { Policy } from '../policy/rule.ts'
import type { Verdict } from '../policy/verdict.ts'
import type { SignalContext, SignalSet } from '../triage/signal.ts'
import type { Engine } from '../triage/signals.ts'
import { type SiteLayer, speakLearnt } from '../triage/site-layer.ts'
import { type CommentState, commentCan } from './comment.ts'
import { barFor, isReadFirst, type MeasureBar } from './measure.ts'
import {
  armedByOf,
  fingerprintOf,
  mayBreakRule,
  type PriorityOf,
  placementOf,
  type Submission,
  type SubmissionRefusal,
} from './submission.ts'
import {
  ensureCommenter,
  findEarlierSubmission,
  type SubmissionSetting,
  type SubmissionStore,
} from './submission-store.ts'
import { isHeldByThread, type ThreadBar, threadBar } from './thread-setting.ts'
import { type Arming, drawUnread, scoredOf } from './unread.ts'

export type SubmitContext = {
  insert: SubmissionStore['insert']
  engine: Engine
  policy: Policy
  /** What the desk's decisions taught, where the paper lets it speak in live scores. */
  learnt?: SiteLayer | undefined
  ownDomains: readonly string[]
  networkKey: Buffer | null
  /** The commenter was told which rule the words may break, and sends them all the same. */
  told: boolean
  /** The address was confirmed before, and the reader's cookie says so. */
  confirmed: boolean
  /** Publishing unread, where it is armed. */
  arming: Arming | null
  /** Where it comes to stand in the queue. */
  priorityOf: PriorityOf
  /** Uniform from 0 to below 1, for the audit's draw. */
  random: () => number
}

export type Submitted = {
  commentId: number
  state: CommentState
  /** It was there already: a double click or a retry. */
  repeated: boolean
  /** A repeat from elsewhere: whoever sent it may not be its writer, so it gets no receipt. */
  receiptAllowed: boolean
}

/** Letters to one address within an hour; they cost a person who may never have asked for one. */
export const LETTERS_AN_HOUR = 3

/** From cleaned words and where they go to a committed comment: pure judgement, one statement. */
export async function submitComment(
  db: Db,
  articleId: number,
  submission: Submission,
  setting: SubmissionSetting | undefined,
  context: SubmitContext,
  now: Date,
): Promise<Result<Submitted, SubmissionRefusal>> {
  const refusal = mayNotSubmit(setting, submission, now)
  if (!setting || refusal) return refused(refusal ?? { code: 'article_not_found' })
  const fingerprint = fingerprintOf(submission, articleId)
  const earlier = { fingerprint, key: submission.key, networkKey: context.networkKey }
  if (!context.confirmed && setting.lettersLastHour >= LETTERS_AN_HOUR) {
    // A retry of a comment that is there already needs no letter and must not be told to wait.
    const found = await findEarlierSubmission(db, earlier, now)
    return found ? ok(repeatOf(found)) : refused({ code: 'letters_exhausted' })
  }
  // Only to whoever holds the address: to others it would tell what the desk thinks of somebody. They are told when they
  // confirm it.
  const bar = context.confirmed ? writerBar(setting, now) : undefined
  if (bar) {
    // A double click is not a second comment: slow mode must not refuse what it already took.
    const found = await findEarlierSubmission(db, earlier, now)
    return found ? ok(repeatOf(found)) : refused(bar)
  }
  const { signals, verdict } = judge(submission.text, setting, context)
  const nudge = context.told ? undefined : mayBreakRule(verdict)
  if (nudge) {
    // A retry resembles the comment it already made; that is no reason to ask.
    const found = await findEarlierSubmission(db, earlier, now)
    return found ? ok(repeatOf(found)) : refused(nudge)
  }
  const placement = placementOf(modeFor(setting, now), context.confirmed, verdict, () =>
    readsFirst(setting, now)
      ? null
      : drawUnread(context.arming, scoredOf(signals, verdict), context.random, now),
  )
  const commenterId = setting.commenterId ?? (await ensureCommenter(db, submission.email, now))
  const made = await context
    .insert({
      articleId,
      setting,
      submission,
      commenterId,
      placement,
      priority: context.priorityOf({
        articleId,
        depth: setting.parent ? setting.parent.depth + 1 : 0,
        isPublic: placement.state === 'published',
        signals,
        verdict,
      }),
      signals,
      verdict,
      fingerprint,
      networkKey: context.networkKey,
      armedBy: armedByOf(placement, setting.modeBy),
      now,
    })
    .catch((error: unknown) => {
      if (isRepeatedKey(error)) return undefined
      throw error
    })
  if (made) return ok({ ...made, repeated: false, receiptAllowed: true })
  const found = await findEarlierSubmission(db, earlier, now)
  return found ? ok(repeatOf(found)) : refused({ code: 'article_not_found' })
}

/** The script's key was seen before: `comment_submission_key` is unique. */
const isRepeatedKey = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === '23505'

const repeatOf = (found: { commentId: number; sameNetwork: boolean; state: CommentState }): Submitted => ({
  commentId: found.commentId,
  state: found.state,
  repeated: true,
  receiptAllowed: found.sameNetwork,
})

type Holding = Pick<SubmissionSetting, 'mode' | 'measures' | 'thread' | 'publishedBefore'>

/** A measure on the writer, or the thread's thermostat, asks that the desk reads first. */
export const readsFirst = (setting: Holding, now: Date): boolean =>
  isReadFirst(setting.measures, now) || isHeldByThread(setting.thread, setting.publishedBefore, now)

/** The mode that this comment comes under. What is read first is not published unread either: see `readsFirst`. */
export const modeFor = (setting: Holding, now: Date): CommentMode =>
  setting.mode === 'post' && readsFirst(setting, now) ? 'pre' : setting.mode

/** What stands against this writer here and now, the writer's own measures first. */
export const writerBar = (
  setting: Pick<SubmissionSetting, 'measures' | 'thread' | 'lastSentAt' | 'lastSentHere'>,
  now: Date,
): MeasureBar | ThreadBar | undefined =>
  barFor(setting.measures, setting.lastSentAt, now) ?? threadBar(setting.thread, setting.lastSentHere, now)

function mayNotSubmit(
  setting: SubmissionSetting | undefined,
  submission: Submission,
  now: Date,
): SubmissionRefusal | undefined {
  if (!setting?.articleLive) return { code: 'article_not_found' }
  if (setting.mode === 'closed' || setting.mode === 'off') return { code: 'comments_closed' }
  if (threadBar(setting.thread, null, now)?.code === 'comments_closed') return { code: 'comments_closed' }
  if (submission.parentId !== null && (!setting.parent || !commentCan('reply', setting.parent)))
    return { code: 'parent_not_public' }
  return undefined
}

/** Pure: the same words under the same article, policy and version of what was learnt are judged the same, now and in a year. */
export function judge(
  text: string,
  setting: Pick<
    SubmissionSetting,
    'headline' | 'byline' | 'named' | 'parent' | 'recentTexts' | 'ownRecent' | 'publishedBefore'
  >,
  context: Pick<SubmitContext, 'engine' | 'policy' | 'learnt' | 'ownDomains'>,
): { signals: SignalSet; verdict: Verdict } {
  const measured = context.engine.signalsFor(text, {
    headline: setting.headline,
    names: namesAround(setting),
    ...(setting.parent?.text ? { parentText: setting.parent.text } : {}),
    ownDomains: context.ownDomains,
    ...knownOf(context.policy),
    recentTexts: setting.recentTexts,
    ownRecent: setting.ownRecent,
  })
  const signals = context.learnt ? speakLearnt(context.learnt, text, measured) : measured
  const verdict = evaluate(context.policy, signals, {
    publishedBefore: setting.publishedBefore,
    language: signals.language,
  })
  return { signals, verdict }
}

/** What the policy knows beside what is measured. */
const knownOf = ({ known }: Policy): Pick<SignalContext, 'allowedDomains' | 'deniedDomains' | 'knownSpam'> =>
  known
    ? { allowedDomains: known.allowedDomains, deniedDomains: known.deniedDomains, knownSpam: known.spam }
    : {}

/** Whom the words may mean: who wrote the article, who is in it, who writes in the thread. */
const namesAround = ({
  byline,
  named,
  parent,
}: Pick<SubmissionSetting, 'byline' | 'named' | 'parent'>): string[] =>
  [byline, parent?.name ?? '', ...(parent?.near ?? []), ...named].filter((name) => name !== '')
