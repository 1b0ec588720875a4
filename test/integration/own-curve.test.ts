import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { decide } from '../../src/desk/decision-store.ts'
import { listJudged } from '../../src/desk/unread-review-store.ts'
import { BREACH } from '../../src/triage/rule-estimates.ts'
import { TestPaper, type Visitor } from '../support/app.ts'
import { fillQueue } from '../support/queue.ts'
import { armOn, confirmedReader, harmless, write } from '../support/unread.ts'

let test: TestPaper
let nell: Visitor
let asha: Visitor
let token: string
let lot = 0.9
beforeEach(async () => {
  lot = 0.9
  test = await TestPaper.open({ random: () => lot })
  nell = await test.signedIn('nell')
  asha = await test.signedIn('asha')
  token = await asha.formToken()
})
afterEach(() => test.close())

const judged = () => listJudged(test.db, test.ctx.engine.version)
const press = (id: number, act: string, rule = '') =>
  asha.post(`/desk/comments/${id}/decisions`, { form_token: token, act, rule, fence: '' })
const one = async () => (await fillQueue(test, 1))[0] as number

it('counts each comment once, as the newest decision that stands says', async () => {
  const later = await one()
  await press(later, 'publish')
  await press(later, 'remove', 'off_topic')
  const undone = await one()
  await press(undone, 'reject', 'off_topic')
  const { rows } = await sql<{ id: number }>`select id from decision where comment_id = ${undone}`.execute(
    test.db,
  )
  await asha.post(`/desk/decisions/${rows[0]?.id}/reversal`, { form_token: token })
  expect(await judged()).toMatchObject([{ broke: true, weight: 1 }])
  await press(undone, 'publish')
  expect(await judged()).toMatchObject([
    { broke: false, weight: 1 },
    { broke: true, weight: 1 },
  ])
})

it('leaves out what nobody read one by one, what another engine measured, and second tries', async () => {
  const [root = 0, reply = 0] = await fillQueue(test, 2, { state: 'published' })
  await sql`update comment set parent_id = ${root}, root_id = ${root} where id = ${reply}`.execute(test.db)
  const jonas = await test.signedIn('jonas')
  await jonas.post('/desk/takedowns', {
    form_token: await jonas.formToken(),
    scope: 'thread',
    comment: String(root),
    rule: 'off_topic',
  })
  const { rows } = await sql`select 1 from decision where act = 'remove'`.execute(test.db)
  expect(rows).toHaveLength(2)
  const old = await one()
  await press(old, 'publish')
  await sql`update comment_signal set signals = jsonb_set(signals, '{engine}', '"triage-1"') where comment_id = ${old}`.execute(
    test.db,
  )
  const again = await one()
  await sql`update comment set revision_no = 2 where id = ${again}`.execute(test.db)
  await sql`insert into comment_revision select comment_id, 2, text, created_at from comment_revision where comment_id = ${again}`.execute(
    test.db,
  )
  await sql`insert into comment_signal select comment_id, 2, signals, verdict, policy_version from comment_signal where comment_id = ${again}`.execute(
    test.db,
  )
  await press(again, 'publish')
  expect(await judged()).toEqual([])
})

it('what the audit drew stands for those that went out, and what readers found among them is not counted beside it', async () => {
  const { reader, email } = await confirmedReader(test)
  await armOn(nell, 20)
  const out = await write(test, reader, harmless, { email })
  await press(out, 'remove', 'off_topic')
  lot = 0
  const drawn = await write(test, reader, 'Who pays for the second closure of the quay?', { email })
  await press(drawn, 'publish')
  expect(await judged()).toEqual([{ broke: false, weight: 20, probability: expect.closeTo(0.013, 2) }])
})

it('from 500 decisions the page shows the paper’s own curve, and says from how many', async () => {
  const by = { staffId: test.staffIds.asha, policyVersion: (await test.ctx.settings.now()).policy.version }
  const ids = await fillQueue(test, 499)
  await sql`
    update comment_signal set signals = jsonb_set(signals,
      array['values', (array_position(string_to_array(signals->>'names', ' '), ${BREACH}) - 1)::text],
      to_jsonb((comment_id % 101) / 101.0))`.execute(test.db)
  for (const [n, commentId] of ids.entries()) {
    const act = commentId % 101 > 80 || n % 50 === 0 ? 'reject' : 'publish'
    const order = {
      commentId,
      act,
      ruleId: act === 'reject' ? 'off_topic' : null,
      words: '',
      fence: null,
    } as const
    expect((await decide(test.db, order, by, test.clock.now())).ok).toBe(true)
  }
  expect((await nell.get('/desk/unread')).text).toContain('Your own 499 decisions take over at 500')
  await press(await one(), 'publish')
  const page = (await nell.get('/desk/unread?share=50')).text
  expect(page).toMatch(
    /From the desk’s own last 500 decisions on comments that a person read, \d+ breaches among them/,
  )
  expect(page).toMatch(
    /Publish the lowest 50 % unread: expect \d+ % of breaches missed, between \d+ % and \d+ %/,
  )
  const armed = await armOn(nell, 50)
  expect(armed.text).toContain('Armed by Nell Ashby')
  const { rows } = await sql`select source, decision_count from unread_arming`.execute(test.db)
  expect(rows).toEqual([{ source: 'own', decision_count: 500 }])
})
