import { fingerprintOf } from '../../src/comments/submission.ts'
import { ensureCommenter, findSubmissionSetting, insertComment } from '../../src/comments/submission-store.ts'
import { judge } from '../../src/comments/submit-comment.ts'
import { invariant } from '../../src/lib/invariant.ts'
import type { TestPaper } from './app.ts'

let made = 0

/** Held comments through the store that readers' comments go through; their ids. */
export async function fillQueue(
  test: TestPaper,
  count: number,
  about: {
    articleId?: number
    parentId?: number | null
    email?: string
    text?: string
    /** Whose signals and verdict it gets; an ordinary comment's, where nothing else is said. */
    judgedAs?: string
    state?: 'held' | 'published'
  } = {},
): Promise<number[]> {
  const articleId = about.articleId ?? test.articleId
  const parentId = about.parentId ?? null
  const email = about.email ?? 'marian@readers.example'
  const now = test.clock.now()
  const commenterId = await ensureCommenter(test.db, email, now)
  const setting = await findSubmissionSetting(test.db, { articleId, parentId, email, now })
  invariant(setting, 'the article is there')
  const { policy } = await test.ctx.settings.now()
  const { signals, verdict } = judge(
    about.judgedAs ?? 'An ordinary comment.',
    { ...setting, recentTexts: [], ownRecent: 0 },
    { engine: test.ctx.engine, policy, ownDomains: [] },
  )
  const state = about.state ?? 'held'
  const insertOne = async (): Promise<number> => {
    const text = about.text ?? `Comment number ${++made} about the quay.`
    const submission = { text, printedName: 'Marian Holt', email, parentId, key: null }
    const id = await insertComment(
      test.db,
      {
        articleId,
        setting,
        submission,
        commenterId,
        placement: { state, queueReason: state === 'held' ? 'held' : 'post' },
        priority: 0,
        signals,
        verdict,
        fingerprint: fingerprintOf({ ...submission, text: `${text} ${++made}` }, articleId),
        networkKey: null,
        armedBy: state === 'published' ? test.staffIds.nell : null,
      },
      now,
    )
    invariant(id !== undefined, 'the comment is new')
    return id
  }
  const ids: number[] = []
  for (let start = 0; start < count; start += 50)
    ids.push(...(await Promise.all(Array.from({ length: Math.min(50, count - start) }, insertOne))))
  return ids
}
