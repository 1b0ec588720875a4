import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type FreshAct, freshActs, statesBefore } from '../../src/desk/decision.ts'
import { decide, reverseDecision } from '../../src/desk/decision-store.ts'
import type { TakedownScope } from '../../src/desk/takedown.ts'
import { putBack, takeDown } from '../../src/desk/takedown-store.ts'
import { TestPaper } from '../support/app.ts'
import { fillQueue } from '../support/queue.ts'

let test: TestPaper
let policyVersion: string
beforeAll(async () => {
  test = await TestPaper.open()
  policyVersion = (await test.ctx.settings.now()).policy.version
})
afterAll(() => test.close())

const pagesOf = async (articleId: number, ids: number[]): Promise<string[]> => {
  test.ctx.changes.announce({ articleIds: [articleId], settings: false })
  const reader = test.visitor()
  const addresses = [`/a/${articleId}/a-headline`, ...ids.map((id) => `/a/${articleId}/c/${id}`)]
  return Promise.all(addresses.map(async (address) => (await reader.get(address)).text))
}

type Step = { kind: 'act'; n: number; act: FreshAct } | { kind: 'takedown'; n: number; scope: TakedownScope }
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('act' as const),
      n: fc.nat(3),
      act: fc.constantFrom(...freshActs),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('takedown' as const),
      n: fc.nat(3),
      scope: fc.constantFrom<TakedownScope[]>('comment', 'thread', 'commenter'),
    }),
  },
)

it('any sequence of acts, undone in reverse, restores every page to the byte and the queue to the row', async () => {
  const by = { staffId: test.staffIds.asha, policyVersion }
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      const articleId = await test.publishArticle()
      const [root = 0] = await fillQueue(test, 1, { articleId, state: 'published' })
      const [reply = 0] = await fillQueue(test, 1, {
        articleId,
        parentId: root,
        state: 'published',
        email: 'edith@readers.example',
      })
      const held = await fillQueue(test, 2, { articleId })
      const ids = [root, reply, ...held]
      const before = await pagesOf(articleId, ids)
      const queue = () =>
        sql`select comment_id, reason, priority, entered_at from queue_item where article_id = ${articleId} order by 1`.execute(
          test.db,
        )
      const queueBefore = (await queue()).rows
      const undos: (() => Promise<{ ok: boolean }>)[] = []
      for (const s of steps) {
        test.clock.pass(5_000)
        const now = test.clock.now()
        const commentId = ids[s.n] ?? 0
        if (s.kind === 'takedown') {
          const done = await takeDown(
            test.db,
            { scope: s.scope, scopeId: commentId, ruleId: 'spam', typedCount: null },
            by,
            now,
          )
          if (done.ok) undos.unshift(() => putBack(test.db, done.value.batchId, by, test.clock.now()))
          continue
        }
        const done = await decide(
          test.db,
          { commentId, act: s.act, ruleId: 'spam', words: '', fence: null },
          by,
          now,
        )
        const { rows } = await sql<{
          state: string
        }>`select from_state as state from decision where comment_id = ${commentId} order by id desc limit 1`.execute(
          test.db,
        )
        if (done.ok) {
          expect(statesBefore(s.act)).toContain(rows[0]?.state)
          undos.unshift(() =>
            reverseDecision(
              test.db,
              { decisionId: done.value.decisionId, mayReverseOthers: false },
              by,
              test.clock.now(),
            ),
          )
        }
      }
      for (const undo of undos) {
        test.clock.pass(5_000)
        expect(await undo()).toMatchObject({ ok: true })
      }
      expect(await pagesOf(articleId, ids)).toEqual(before)
      expect((await queue()).rows).toEqual(queueBefore)
    }),
    { numRuns: 25 },
  )
}, 120_000)

it('an undo within ten seconds stops the letter, a later one is followed by a letter that says so', async () => {
  const by = { staffId: test.staffIds.asha, policyVersion }
  const lettersTo = async (email: string) => {
    const { rows } = await sql<{
      subject: string
    }>`select subject from mailbox_letter where to_email = ${email} order by letter_id`.execute(test.db)
    return rows.map((row) => row.subject)
  }
  const reject = async (email: string) => {
    const [commentId = 0] = await fillQueue(test, 1, { email })
    const done = await decide(
      test.db,
      { commentId, act: 'reject', ruleId: 'spam', words: '', fence: null },
      by,
      test.clock.now(),
    )
    expect(done.ok).toBe(true)
    return done.ok ? done.value.decisionId : 0
  }
  const quick = await reject('quick@readers.example')
  test.clock.pass(9_000)
  await test.run('letters')
  await reverseDecision(test.db, { decisionId: quick, mayReverseOthers: false }, by, test.clock.now())
  test.clock.pass(60_000)
  await test.run('letters')
  expect(await lettersTo('quick@readers.example')).toEqual([])

  const slow = await reject('slow@readers.example')
  test.clock.pass(11_000)
  await test.run('letters')
  await reverseDecision(test.db, { decisionId: slow, mayReverseOthers: false }, by, test.clock.now())
  test.clock.pass(11_000)
  await test.run('letters')
  expect(await lettersTo('slow@readers.example')).toEqual([
    'Your comment in The Saltmere Courier was not published',
    'Your comment in The Saltmere Courier: the decision was reversed',
  ])
})

it('a colleague’s decision is undone by a senior, not by another moderator, and only once', async () => {
  const [commentId = 0] = await fillQueue(test, 1)
  const asha = { staffId: test.staffIds.asha, policyVersion }
  const jonas = { staffId: test.staffIds.jonas, policyVersion }
  const done = await decide(
    test.db,
    { commentId, act: 'publish', ruleId: null, words: '', fence: null },
    jonas,
    test.clock.now(),
  )
  const decisionId = done.ok ? done.value.decisionId : 0
  expect(
    await reverseDecision(test.db, { decisionId, mayReverseOthers: false }, asha, test.clock.now()),
  ).toMatchObject({ refusal: { code: 'not_yours' } })
  const both = await Promise.all(
    [1, 2].map(() =>
      reverseDecision(test.db, { decisionId, mayReverseOthers: true }, asha, test.clock.now()),
    ),
  )
  expect(both.filter((result) => result.ok).length).toBe(1)
})
