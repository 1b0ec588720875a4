import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { eraseAddress } from '../../src/desk/erase-store.ts'
import { blankLearning } from '../../src/desk/learning.ts'
import {
  findLatestLearning,
  findLatestVersion,
  insertVersion,
  type LearningVersion,
} from '../../src/desk/learning-store.ts'
import { siteLearning } from '../../src/jobs/site-learning.ts'
import { invariant } from '../../src/lib/invariant.ts'
import { adjustment } from '../../src/triage/site-learner.ts'
import { TestPaper, type Visitor } from '../support/app.ts'
import { fillQueue } from '../support/queue.ts'

let test: TestPaper
let asha: Visitor
let nell: Visitor
let token: string
beforeEach(async () => {
  test = await TestPaper.open()
  asha = await test.signedIn('asha')
  nell = await test.signedIn('nell')
  token = await asha.formToken()
})
afterEach(() => test.close())

const insults = [
  'That gullhead sold the quay.',
  'Ask the gullhead on the council.',
  'Typical gullhead talk from Ridley.',
  'Only a gullhead would close the ferry.',
]
const ordinary = [
  'The ferry was late again today.',
  'Who pays for the quay?',
  'The council meets on Saturday, I think.',
  'My bus never comes either.',
]

/** A reader of their own for each comment, so that each decision counts in full but for the article. */
async function decide(text: string, act: string, rule = '', email?: string): Promise<number> {
  const [commentId = 0] = await fillQueue(test, 1, { text, email: email ?? `${++readers}@readers.example` })
  await asha.post(`/desk/comments/${commentId}/decisions`, { form_token: token, act, rule, fence: '' })
  return commentId
}
let readers = 0

async function decideForty(): Promise<void> {
  for (let i = 0; i < 20; i++) {
    await decide(insults[i % insults.length] ?? '', 'reject', 'personal_attack')
    await decide(ordinary[i % ordinary.length] ?? '', 'publish')
  }
}

async function learn(): Promise<LearningVersion> {
  await test.run('seal')
  await test.run('learn')
  const version = await findLatestVersion(test.db)
  invariant(version, 'the job made a version')
  return version
}

/** What the same job makes of the decisions that stand, without anything learnt before. */
async function learnAllAgain(): Promise<LearningVersion> {
  await sql`delete from site_learning`.execute(test.db)
  return learn()
}

const adds = async (rule: string, text: string): Promise<number> =>
  adjustment((await findLatestLearning(test.db)).state, rule, test.ctx.siteReader.read(text).buckets)

const unseen = 'What a gullhead you are'

it('forty decisions teach a word of the place, under its rule and no other', async () => {
  await decideForty()
  expect((await learn()).decisionCount).toBe(40)
  expect(await adds('personal_attack', unseen)).toBeGreaterThan(
    (await adds('personal_attack', 'What a neighbour you are')) + 0.5,
  )
  expect(await adds('personal_attack', unseen)).toBeGreaterThan(0)
  expect(await adds('spam', unseen)).toBeLessThan(0)
  const page = await nell.get('/desk/learning')
  expect(page.status).toBe(200)
  expect(page.text).toContain('Error on the last 40 decisions')
  const raised = /Personal attack.*?More likely<\/dt><dd>(.*?)<\/dd>/s.exec(page.text)?.[1] ?? ''
  expect(raised).toContain('gullhead')
  const losses = [...page.text.matchAll(/<\/th><td>(\d\.\d{3})<\/td>/g)].map(([, loss]) => Number(loss))
  const [alone = 0, learnt = 0] = losses
  expect(learnt).toBeLessThan(alone)
})
it('the same decisions give the same bytes, learnt as they came or all again', async () => {
  for (const text of insults) {
    await decide(text, 'reject', 'personal_attack')
    await decide(ordinary[0] ?? '', 'publish')
    await learn()
  }
  const asTheyCame = await learn()
  expect(asTheyCame.decisionCount).toBe(8)
  expect(asTheyCame.version).toBe(4)
  const again = await learnAllAgain()
  expect(again.version).toBe(1)
  expect(again.sha256).toBe(asTheyCame.sha256)
})

it('a reversed decision is unlearnt, and what came after it stays', async () => {
  await decide('The ferry was late.', 'publish')
  const before = await learn()
  const commentId = await decide('That gullhead sold the quay.', 'reject', 'personal_attack')
  await learn()
  await decide('Who pays for it?', 'publish')
  expect((await learn()).decisionCount).toBe(3)
  const wrongly = await adds('personal_attack', unseen)
  await undo(commentId)
  const unlearnt = await learn()
  expect(unlearnt.decisionCount).toBe(2)
  expect(unlearnt.start).toEqual(before.start)
  expect(await adds('personal_attack', unseen)).toBeLessThan(wrongly)
  expect((await learnAllAgain()).sha256).toBe(unlearnt.sha256)
})

async function undo(commentId: number): Promise<void> {
  const { rows } = await sql<{ id: number }>`
    select id from decision where comment_id = ${commentId} order by id desc`.execute(test.db)
  await asha.post(`/desk/decisions/${rows[0]?.id}/reversal`, { form_token: token })
}

it('no version that knew a reversed decision keeps its weights', async () => {
  await decide('The ferry was late.', 'publish')
  await learn()
  const commentId = await decide('That gullhead sold the quay.', 'reject', 'personal_attack')
  await learn()
  await decide('Who pays for it?', 'publish')
  await learn()
  await undo(commentId)
  await learn()
  const { rows } = await sql<{ whole: boolean }>`
    select state is not null as whole from site_learning order by version`.execute(test.db)
  expect(rows.map(({ whole }) => whole)).toEqual([true, false, false, true])
})

it('words that were erased are unlearnt as well', async () => {
  await decide('The ferry was late.', 'publish')
  await decide('That gullhead sold the quay.', 'reject', 'personal_attack', 'gone@readers.example')
  expect((await learn()).decisionCount).toBe(2)
  await eraseAddress(test.db, 'gone@readers.example', test.clock.now())
  const unlearnt = await learn()
  expect(unlearnt.decisionCount).toBe(1)
  expect((await learnAllAgain()).sha256).toBe(unlearnt.sha256)
})

it('only what a person read and judged teaches anything', async () => {
  await fillQueue(test, 2, { state: 'published', text: 'Put up by an armed rule.' })
  await fillQueue(test, 1, { text: 'Held by the machine.' })
  const held = await decide('Held by a person.', 'publish')
  await asha.post(`/desk/comments/${held}/decisions`, { form_token: token, act: 'hold', fence: '' })
  const kept = await decide('Kept up, and that undone.', 'publish')
  await asha.post(`/desk/comments/${kept}/decisions`, { form_token: token, act: 'keep', fence: '' })
  await undo(kept)
  await nell.post('/desk/takedowns', {
    form_token: await nell.formToken(),
    scope: 'article',
    article: String(test.articleId),
    rule: 'spam',
    count: '3',
  })
  const { rows } = await sql<{ act: string }>`select act from decision order by id`.execute(test.db)
  expect(rows.map(({ act }) => act).join(' ')).toBe(
    'publish publish publish hold publish keep keep remove remove remove',
  )
  expect((await learn()).decisionCount).toBe(2)
})

it('nothing is learnt twice, and two nodes make one version of it', async () => {
  await decide('The ferry was late.', 'publish')
  await test.run('seal')
  await Promise.all([1, 2].map(() => siteLearning(test.ctx).runNow()))
  await test.run('learn')
  const made = await findLatestVersion(test.db)
  expect(made).toMatchObject({ version: 1, decisionCount: 1 })
  invariant(made, 'there is a version')
  const late = { ...made, learning: blankLearning, reset: null }
  expect(await insertVersion(test.db, late, undefined, test.clock.now())).toBe(false)
  expect(await findLatestVersion(test.db)).toEqual(made)
})

it('is reset by an editor who types the word, and begins with what is decided then', async () => {
  expect((await nell.get('/desk/learning')).text).toContain('Nothing has been learnt yet')
  await decideForty()
  await learn()
  const form_token = await nell.formToken()
  const refused = await nell.post('/desk/learning/reset', { form_token, word: 'reset' })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('Type RESET to confirm. Nothing was forgotten.')
  expect(await adds('personal_attack', unseen)).toBeGreaterThan(0)
  await decide('Decided before, and sealed after.', 'publish')
  const done = await nell.post('/desk/learning/reset', { form_token, word: 'RESET' })
  expect(done.text).toContain('Nothing has been learnt yet')
  expect(done.text).toContain('reset by Nell Ashby')
  expect((await learn()).decisionCount).toBe(0)
  expect(await adds('personal_attack', unseen)).toBe(0)
  test.clock.pass(1_000)
  await decide('The ferry was late.', 'publish')
  expect((await learn()).decisionCount).toBe(1)
})

it('another engine learns all again', async () => {
  await decide('The ferry was late.', 'publish')
  const first = await learn()
  const other = { ...test.ctx.siteReader, version: 'other' }
  await siteLearning({ ...test.ctx, siteReader: other }).runNow()
  expect(await findLatestVersion(test.db)).toMatchObject({
    version: first.version + 1,
    engine: 'other',
    decisionCount: 1,
  })
})

it('damaged weights are not believed: the line is learnt again', async () => {
  await decide('The ferry was late.', 'publish')
  const first = await learn()
  await sql`update site_learning set state = set_byte(state, 20, get_byte(state, 20) # 1)`.execute(test.db)
  const again = await learn()
  expect(again).toMatchObject({ version: 2, sha256: first.sha256 })
})

it('keeps no word of a reader', async () => {
  await decide('That gullhead sold the quay.', 'reject', 'personal_attack')
  await learn()
  const { rows } = await sql<{ found: boolean }>`
    select position('gullhead'::bytea in state) > 0 or progress::text like '%gullhead%' as found
    from site_learning`.execute(test.db)
  expect(rows).toEqual([{ found: false }])
})
