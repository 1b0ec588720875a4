import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createContext } from '../../src/context.ts'
import { openDatabase } from '../../src/db/database.ts'
import { eraseAddress } from '../../src/desk/erase-store.ts'
import { DECISIONS_NEEDED } from '../../src/desk/learning-gain.ts'
import { findLatestLearning, findLatestVersion } from '../../src/desk/learning-store.ts'
import { changeWatcher } from '../../src/jobs/change-watcher.ts'
import { invariant } from '../../src/lib/invariant.ts'
import { createLogger } from '../../src/logger.ts'
import { type KeptSignals, readSignals } from '../../src/triage/kept-signals.ts'
import type { Signal, SignalSet } from '../../src/triage/signal.ts'
import { addLearnt } from '../../src/triage/site-layer.ts'
import { createApp } from '../../src/web/app.ts'
import { TestPaper, Visitor } from '../support/app.ts'
import { fillQueue } from '../support/queue.ts'

let test: TestPaper
let asha: Visitor
let nell: Visitor
let articleId: number
beforeAll(async () => {
  test = await TestPaper.open()
  articleId = test.articleId
  nell = await test.signedIn('nell')
})
afterAll(() => test.close())

// None is an insult that the engine knows; at this paper it is one.
const insults = [
  'That gullhead sold the quay.',
  'Ask the gullhead on the council.',
  'Typical gullhead talk from him again.',
  'Only a gullhead would close the ferry.',
]
const ordinary = [
  'The ferry was late again today.',
  'Who pays for the quay?',
  'The council meets on Saturday, I think.',
  'My bus never comes either.',
]
const unseen = 'Some gullhead at the town hall signed it.'

let readers = 0
/** A reader of their own and a day of its own for each, so that each decision counts in full. */
async function decide(text: string, act: string, rule = '', email?: string): Promise<number> {
  const [commentId = 0] = await fillQueue(test, 1, { text, email: email ?? `${++readers}@readers.example` })
  const form_token = await asha.formToken()
  await asha.post(`/desk/comments/${commentId}/decisions`, { form_token, act, rule, fence: '' })
  return commentId
}
async function teach(times: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    // Signed in for a fortnight, and no article counts for more than its day.
    if (i % 10 === 0) asha = await test.signedIn('asha')
    await decide(insults[i % insults.length] ?? '', 'reject', 'personal_attack')
    await decide(ordinary[i % ordinary.length] ?? '', 'publish')
    test.clock.pass(86_400_000)
  }
  asha = await test.signedIn('asha')
  nell = await test.signedIn('nell')
}

async function learn(): Promise<void> {
  await test.run('seal')
  await test.run('learn')
}

const set = async (mode: string) =>
  nell.post('/desk/learning/mode', { form_token: await nell.formToken(), mode })
const ledger = async () =>
  (
    await sql<{ said: string }>`
      select concat_ws(' ', kind, value, staff_id) as said from ledger where kind like 'learning_%' order by seq`.execute(
      test.db,
    )
  ).rows.map(({ said }) => said)

/** A comment sent through the form as readers send it, told or not; its signals as they were recorded. */
async function send(
  visitor: Visitor,
  text: string,
): Promise<{ asked: boolean; id: number; signals: SignalSet }> {
  const fields = { text, name: 'Kit Weir', email: `${++readers}@readers.example`, parent: '', key: '' }
  const path = `/a/${articleId}/comments`
  const { status } = await visitor.send(path, fields)
  if (status === 422) await visitor.send(path, { ...fields, told: 'yes' })
  const { rows } = await sql<{ id: number; signals: KeptSignals }>`
    select s.comment_id as id, s.signals from comment_signal s join comment_revision r using (comment_id, revision_no)
    where r.text = ${text} order by s.comment_id desc limit 1`.execute(test.db)
  const [row] = rows
  invariant(row, 'the comment was stored')
  return { asked: status === 422, id: row.id, signals: readSignals(row.signals) }
}
const attackIn = ({ signals }: SignalSet): Signal | undefined =>
  signals.find(({ name }) => name === 'personal_attack.probability')

/** A second process in all but name: its own connections, its own memory. */
async function secondNode() {
  const database = openDatabase(test.database.connection, { max: 2 })
  const ctx = await createContext({
    config: test.ctx.config,
    db: database.db,
    clock: test.clock,
    logger: createLogger('silent'),
    assets: test.ctx.assets,
    limits: { comments: { points: 1e6, seconds: 1 } },
  })
  const watcher = changeWatcher(ctx, 100)
  await watcher.runNow()
  watcher.start()
  return {
    ctx,
    visitor: new Visitor(createApp(ctx)),
    close: async () => {
      await watcher.stop()
      ctx.pages.stop()
      await database.close()
    },
  }
}

const within = (milliseconds: number, seen: () => boolean): Promise<void> =>
  vi.waitFor(() => expect(seen()).toBe(true), { timeout: milliseconds, interval: 10 })

describe('in shadow', () => {
  it('what was learnt moves no score, and cannot go live before two hundred decisions', async () => {
    const before = await send(test.visitor(), unseen)
    await teach(5)
    await learn()
    const after = await send(test.visitor(), unseen)
    expect(after.signals.learnt).toBeUndefined()
    expect(attackIn(after.signals)).toEqual(attackIn(before.signals))
    const page = await set('live')
    expect(page.status).toBe(409)
    expect(page.text).toContain('it stays in shadow')
    expect(await ledger()).toEqual([])
  })
})

describe('after two hundred decisions that were foretold measurably better', () => {
  let other: Awaited<ReturnType<typeof secondNode>>
  beforeAll(async () => {
    other = await secondNode()
    await teach(DECISIONS_NEEDED / 2)
    await learn()
  }, 120_000)
  afterAll(() => other.close())

  it('a named person lets it speak, on record, and every process holds it within a second', async () => {
    const { version } = (await findLatestVersion(test.db)) ?? {}
    await within(1_000, () => other.ctx.learnt.layer?.version === version)
    const page = await set('live')
    expect(page.text).toContain('Nell Ashby set it so')
    expect(await ledger()).toEqual([`learning_set live ${test.staffIds.nell}`])
    await vi.waitFor(
      async () => expect((await other.ctx.settings.now()).publication.learning).toBe('live'),
      1_000,
    )
  })

  it('both processes then score and ask alike, and record which version moved what', async () => {
    const words = 'You talk like a gullhead.'
    const [here, there] = [await send(test.visitor(), words), await send(other.visitor, words)]
    expect([here.asked, there.asked]).toEqual([true, true])
    expect(attackIn(there.signals)).toEqual(attackIn(here.signals))
    expect(here.signals.learnt?.version).toBe((await findLatestVersion(test.db))?.version)
    expect(here.signals.learnt).toEqual(there.signals.learnt)
    const { value = 0, before = 1, taught } = attackIn(here.signals) ?? {}
    expect(before).toBeLessThan(0.6)
    expect(value).toBeGreaterThanOrEqual(0.6)
    expect(taught).toContain('gullhead')
  })

  it('a recorded score can be replayed from its record', async () => {
    const { signals } = await send(test.visitor(), unseen)
    const own = { ...signals, signals: signals.signals.map(unmoved) }
    invariant(signals.learnt, 'the score was moved')
    const scores = (set: SignalSet) => set.signals.map(({ name, value }) => [name, value])
    expect(scores(addLearnt(own, signals.learnt))).toEqual(scores(signals))
  })

  it('the card says what the desk taught it', async () => {
    const { id } = await send(test.visitor(), 'You talk like a gullhead, sir.')
    await sql`update comment set state = 'held' where id = ${id}`.execute(test.db)
    const { text } = await asha.get(`/desk/comments/${id}`)
    expect(text).toMatch(/\d+ % likely, \d+ % before what the desk taught: [^<]*gullhead/)
  })

  it('what was scored with it teaches as if it had not been: the base stays the engine’s own', async () => {
    const text = 'Only a gullhead would pay for that.'
    const [commentId = 0] = await fillQueue(test, 1, { text, email: 'base@readers.example' })
    const { signals } = await send(test.visitor(), text)
    const form_token = await asha.formToken()
    await asha.post(`/desk/comments/${commentId}/decisions`, {
      form_token,
      act: 'reject',
      rule: 'personal_attack',
      fence: '',
    })
    await learn()
    const { trials } = await findLatestLearning(test.db)
    const base = trials.at(-1)?.predictions[0]?.baseLogit ?? 0
    // But for what stands around a comment, which is not known any more when it is learnt.
    expect(1 / (1 + Math.exp(-base))).toBeCloseTo(attackIn(signals)?.before ?? 0, 1)
    expect(base).toBeLessThan(0)
    expect(attackIn(signals)?.value).toBeGreaterThan(attackIn(signals)?.before ?? 1)
  })

  const learntHere = async () => attackIn((await send(test.visitor(), unseen)).signals)?.value ?? 0

  it('an undo and an erasure are unlearnt in live scores as well', async () => {
    const before = await learntHere()
    const undone = await decide(
      'Some gullhead at the town hall signed it, I hear.',
      'reject',
      'personal_attack',
    )
    await learn()
    const taught = await learntHere()
    expect(taught).toBeGreaterThan(before)
    const { rows } = await sql<{ id: number }>`
      select id from decision where comment_id = ${undone} order by id desc`.execute(test.db)
    await asha.post(`/desk/decisions/${rows[0]?.id}/reversal`, { form_token: await asha.formToken() })
    await learn()
    expect(await learntHere()).toBe(before)
    await decide(
      'Some gullhead at the town hall signed it.',
      'reject',
      'personal_attack',
      'gone@readers.example',
    )
    await learn()
    expect(await learntHere()).toBeGreaterThan(before)
    await eraseAddress(test.db, 'gone@readers.example', test.clock.now())
    await learn()
    expect(await learntHere()).toBe(before)
  })

  it('is put back to shadow at once, here and elsewhere', async () => {
    await set('shadow')
    expect((await send(test.visitor(), unseen)).signals.learnt).toBeUndefined()
    await vi.waitFor(
      async () => expect((await other.ctx.settings.now()).publication.learning).toBe('shadow'),
      1_000,
    )
    expect((await send(other.visitor, unseen)).signals.learnt).toBeUndefined()
    expect((await ledger()).at(-1)).toBe(`learning_set shadow ${test.staffIds.nell}`)
  })

  it('a reset forgets it and ends in shadow, on record', async () => {
    await set('live')
    const form_token = await nell.formToken()
    const page = await nell.post('/desk/learning/reset', { form_token, word: 'RESET', next: 'shadow' })
    expect(page.text).toContain('In shadow:')
    expect((await test.ctx.settings.now()).publication.learning).toBe('shadow')
    expect((await ledger()).at(-1)).toBe(`learning_reset shadow ${test.staffIds.nell}`)
    expect(test.ctx.learnt.layer?.weights.rules).toEqual([])
    expect((await set('live')).status).toBe(409)
  })

  it('switched off it learns nothing and keeps nothing, and begins anew from there', async () => {
    await decide(insults[0] ?? '', 'reject', 'personal_attack')
    const form_token = await nell.formToken()
    const off = await nell.post('/desk/learning/reset', { form_token, word: 'RESET', next: 'off' })
    expect(off.text).toContain('Learning is off')
    const latest = await findLatestVersion(test.db)
    await decide(insults[1] ?? '', 'reject', 'personal_attack')
    await learn()
    expect(await findLatestVersion(test.db)).toEqual(latest)
    test.clock.pass(1_000)
    expect((await set('shadow')).text).toContain('In shadow:')
    test.clock.pass(1_000)
    await decide(ordinary[0] ?? '', 'publish')
    await learn()
    expect(await findLatestVersion(test.db)).toMatchObject({ decisionCount: 1 })
  })

  it('nobody but an editor sets it', async () => {
    const form_token = await asha.formToken()
    expect((await asha.send('/desk/learning/mode', { form_token, mode: 'shadow' })).status).toBe(403)
  })
})

const unmoved = ({ before, taught: _, ...signal }: Signal): Signal =>
  before === undefined ? signal : { ...signal, value: before }
