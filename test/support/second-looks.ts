import { sql } from 'kysely'
import type { FreshAct } from '../../src/desk/decision.ts'
import { decide } from '../../src/desk/decision-store.ts'
import type { StaffKey } from '../../src/newsroom/seed/cast.ts'
import type { TestPaper, Visitor } from './app.ts'
import { fillQueue } from './queue.ts'

/** A held comment that somebody of the cast decides, through the store that the desk's forms go through. */
export async function decided(
  test: TestPaper,
  who: StaffKey,
  text: string,
  act: FreshAct,
  ruleId: string | null = null,
  about: { articleId?: number; email?: string; parentId?: number } = {},
): Promise<{ commentId: number; decisionId: number }> {
  const [commentId = 0] = await fillQueue(test, 1, { text, ...about })
  const { policy } = await test.ctx.settings.now()
  const order = { commentId, act, ruleId, words: '', fence: null }
  const by = { staffId: test.staffIds[who], policyVersion: policy.version }
  const done = await decide(test.db, order, by, test.clock.now())
  if (!done.ok) throw new Error(done.refusal.code)
  return { commentId, decisionId: done.value.decisionId }
}

/**
 * Seals what was decided and draws from it. An entry is sealed once no older transaction of the whole server is open: those
 * of other tests' databases count as well, so this waits until nothing is left to seal.
 */
export async function draw(test: TestPaper): Promise<void> {
  for (;;) {
    await test.run('seal')
    const { rows } = await sql`
      select 1 from ledger l where not exists (select 1 from ledger_seal s where s.seq = l.seq) limit 1`.execute(
      test.db,
    )
    if (rows.length === 0) break
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  await test.run('second_looks')
}

/** What is drawn and unanswered is put out of the way, so that a test meets its own. */
export const clearLooks = (test: TestPaper) =>
  sql`delete from second_look where answered_at is null and id not in (select look_id from second_look_skip)`.execute(
    test.db,
  )

/** The number of the look that a page puts before its reader; 0 where none is. */
export const lookOn = (page: { text: string }): number =>
  Number(/\/desk\/second-looks\/(\d+)\/answer/.exec(page.text)?.[1] ?? 0)

/** Takes the next and answers it, as the page's form does. */
export async function answerNext(
  visitor: Visitor,
  form_token: string,
  answer: { act: 'publish' } | { rule: string },
) {
  const page = await visitor.post('/desk/second-looks', { form_token })
  return visitor.post(`/desk/second-looks/${lookOn(page)}/answer`, { form_token, ...answer })
}
