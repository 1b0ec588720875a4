import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { pointOf, seenOf } from '../../src/desk/unread.ts'
import { days } from '../../src/lib/clock.ts'
import { setCommentMode } from '../../src/newsroom/article-store.ts'
import { activatePolicy, savePolicy } from '../../src/newsroom/publication-store.ts'
import { parsePolicy } from '../../src/policy/parse.ts'
import { projectRoot } from '../../src/root.ts'
import { TestPaper, type Visitor } from '../support/app.ts'
import { armOn, confirm, confirmedReader, doubtful, harmless, newEmail, write } from '../support/unread.ts'

let test: TestPaper
let nell: Visitor
let asha: Visitor
let reader: Visitor
let email: string
/** What the next draws give: above the audit's share a comment goes out. */
let lot = 0.9
beforeEach(async () => {
  lot = 0.9
  test = await TestPaper.open({ random: () => lot })
  nell = await test.signedIn('nell')
  asha = await test.signedIn('asha')
  ;({ reader, email } = await confirmedReader(test))
})
afterEach(() => test.close())

const stateOf = async (id: number) => {
  const { rows } = await sql<{ state: string; reason: string | null; priority: number | null }>`
    select c.state, q.reason, q.priority from comment c left join queue_item q on q.comment_id = c.id where c.id = ${id}`.execute(
    test.db,
  )
  return rows[0]
}
const ledger = async (kind: string) =>
  (
    await sql<{
      actor: string
      staff_id: number | null
      value: string | null
      policy_version: string | null
    }>`
      select actor, staff_id, value, policy_version from ledger where kind = ${kind} order by seq`.execute(
      test.db,
    )
  ).rows
const send = (text: string, told = 'yes') => write(test, reader, text, { email, told })
const article = () => reader.get(`/a/${test.articleId}/the-east-quay-opens`)
const armed = async () => (await test.ctx.settings.now()).arming !== null

describe('until somebody arms it', () => {
  it('every comment waits for the desk, and the page says that it is off', async () => {
    expect(await stateOf(await send(harmless))).toMatchObject({ state: 'held', reason: 'held' })
    const page = await nell.get('/desk/unread')
    expect(page.text).toContain('Nobody has armed this yet')
    expect(page.text).toContain('under news that shipped with the engine')
    expect(page.text).toContain('<svg')
  })

  it('an editor arms it, a senior can look and stop it, a moderator cannot see it', async () => {
    const jonas = await test.signedIn('jonas')
    expect((await jonas.get('/desk/unread?share=20')).text).toContain('An editor can arm it')
    expect((await armOn(jonas, 20, { name: 'Jonas Weir', form_token: await jonas.formToken() })).status).toBe(
      403,
    )
    expect((await asha.get('/desk/unread')).status).toBe(403)
    expect((await asha.get('/desk/queue')).text).not.toContain('/desk/unread')
    await armOn(nell, 20)
    expect(await armed()).toBe(true)
    await jonas.post('/desk/unread/end', { form_token: await jonas.formToken(), arming: '1' })
    expect(await armed()).toBe(false)
  })

  it.each([
    ['another’s name', { name: 'Asha Rao' }, 422, 'Type your own name, Nell Ashby'],
    ['no name', { name: '' }, 422, 'Type your own name'],
    ['a share that is not on the curve', { share: '33' }, 422, 'Choose a share from the table'],
    ['no audit', { audit: '0' }, 422, 'a whole number from 1 to 50'],
    ['an audit in words', { audit: 'all' }, 422, 'a whole number from 1 to 50'],
    ['figures that the page does not show', { seen: '0 0 0' }, 409, 'The curve has moved'],
  ])('%s arms nothing, and what was typed comes back', async (_, fields, status, sentence) => {
    const page = await armOn(nell, 20, { audit: '7', ...fields })
    expect(page.status).toBe(status)
    expect(page.text).toContain(sentence)
    if (!('share' in fields)) expect(page.text).toContain(`value="${'audit' in fields ? fields.audit : '7'}"`)
    expect(await armed()).toBe(false)
    expect(await ledger('unread_armed')).toEqual([])
  })
})

describe('armed by a named person', () => {
  it('publishes what lies below the threshold at once, on record with who armed it, and holds what lies above', async () => {
    const page = await armOn(nell, 20)
    expect(page.text).toContain('Armed by Nell Ashby')
    expect(page.text).toMatch(
      /Publish the lowest 20 % unread: expect \d+ % of breaches missed, between \d+ % and \d+ %/,
    )
    const below = await send(harmless)
    const above = await send(doubtful)
    expect(await stateOf(below)).toEqual({ state: 'published', reason: null, priority: null })
    expect(await stateOf(above)).toMatchObject({ state: 'held', reason: 'held' })
    expect((await article()).text).toContain(harmless)
    const { rows } = await sql`
      select d.act, d.decider, d.staff_id, g.threshold > 0 as threshold, g.engine, g.policy_version = d.policy_version as same
      from decision d join unread_arming g on g.id = d.arming_id where d.comment_id = ${below}`.execute(
      test.db,
    )
    expect(rows).toEqual([
      {
        act: 'publish',
        decider: 'rule',
        staff_id: test.staffIds.nell,
        threshold: true,
        engine: test.ctx.engine.version,
        same: true,
      },
    ])
    expect(await ledger('unread_armed')).toMatchObject([
      { actor: 'staff', staff_id: test.staffIds.nell, value: '20' },
    ])
    const entries = await ledger('comment_published')
    expect(entries).toMatchObject([{ actor: 'rule', staff_id: test.staffIds.nell }])
    expect((await nell.get('/desk/unread')).text).toContain('1 comment, none taken down since')
  })

  it('sends no letter to confirm a second time', async () => {
    await armOn(nell, 20)
    const letters = async () =>
      (
        await sql<{ n: number }>`select count(*)::int as n from letter where kind = 'confirm'`.execute(
          test.db,
        )
      ).rows[0]?.n
    const before = await letters()
    await send(harmless)
    lot = 0.01
    await send('Who pays for the second closure of the quay?')
    expect(await letters()).toBe(before)
  })

  it('holds what the policy has a word on, however it scores', async () => {
    await armOn(nell, 20)
    const link = await send('The minutes are at www.quay-truth.example, as always.')
    const foreign = await send(
      'Wer bezahlt eigentlich die zweite Sperrung der Brücke am Hafen in diesem Jahr?',
    )
    for (const id of [link, foreign]) expect(await stateOf(id)).toMatchObject({ state: 'held' })
    const { rows } = await sql<{ probability: number | null }>`
      select signal_value(signals, 'breach.probability') as probability from comment_signal where comment_id = ${foreign}`.execute(
      test.db,
    )
    expect(rows).toEqual([{ probability: null }])
  })

  it('publishes nothing before its address is confirmed, and then as it was judged', async () => {
    await armOn(nell, 20)
    const stranger = test.visitor()
    const id = await write(test, stranger, harmless, { email: newEmail() })
    expect(await stateOf(id)).toMatchObject({ state: 'unconfirmed', reason: null })
    expect((await article()).text).not.toContain(harmless)
    await confirm(test, stranger, id)
    expect(await stateOf(id)).toMatchObject({ state: 'published', reason: null })
    const other = await write(test, test.visitor(), 'The tide tables are printed on page six.', {
      email: newEmail(),
    })
    await nell.post('/desk/unread/end', { form_token: await nell.formToken(), arming: '1' })
    await confirm(test, test.visitor(), other)
    expect(await stateOf(other)).toMatchObject({ state: 'held', reason: 'held' })
  })

  it('where comments closed meanwhile, the desk reads what was written in time', async () => {
    await armOn(nell, 20)
    const stranger = test.visitor()
    const id = await write(test, stranger, harmless, { email: newEmail() })
    await setCommentMode(
      test.db,
      { of: 'article', id: test.articleId },
      'closed',
      { staffId: test.staffIds.nell },
      test.clock.now(),
    )
    await confirm(test, stranger, id)
    expect(await stateOf(id)).toMatchObject({ state: 'held', reason: 'held' })
  })

  it('the audit’s draw goes to the desk, and no page of the desk tells it from the rest', async () => {
    await armOn(nell, 20)
    lot = 0.049
    const drawn = await send(harmless)
    lot = 0.05
    const out = await send('Who pays for the second closure of the quay?')
    const above = await send(doubtful)
    expect(await stateOf(out)).toMatchObject({ state: 'published' })
    expect(await stateOf(drawn)).toEqual(await stateOf(above))
    const plain = (text: string) =>
      text.replaceAll(/\d+/g, 'n').replaceAll(harmless, 'words').replaceAll(doubtful, 'words')
    const seen = async (id: number) => plain((await asha.get(`/desk/comments/${id}`)).text)
    expect(await seen(drawn)).toBe(await seen(above))
    expect(await seen(drawn)).not.toMatch(/audit|drawn/i)
    expect((await nell.get('/desk/unread')).text).toContain('0 of 1 drawn and decided')
  })

  it('is taken down and undone like any other', async () => {
    await armOn(nell, 20)
    const id = await send(harmless)
    const token = await nell.formToken()
    expect((await nell.get('/desk/unread')).text).toContain(`/desk/comments/${id}`)
    await nell.post(`/desk/comments/${id}/decisions`, {
      form_token: token,
      act: 'remove',
      rule: 'off_topic',
      fence: '',
    })
    expect(await stateOf(id)).toMatchObject({ state: 'removed' })
    expect((await article()).text).not.toContain(harmless)
    expect((await nell.get('/desk/unread')).text).toContain('1 comment, 1 taken down since')
    const second = await send('Who pays for the second closure of the quay?')
    const { rows } = await sql<{ id: number }>`select id from decision where comment_id = ${second}`.execute(
      test.db,
    )
    await nell.post(`/desk/decisions/${rows[0]?.id}/reversal`, { form_token: token })
    expect(await stateOf(second)).toMatchObject({ state: 'held', reason: 'held' })
  })

  it('does not touch post-moderation: there the desk still reads all', async () => {
    await armOn(nell, 20)
    const by = { staffId: test.staffIds.nell }
    await setCommentMode(test.db, { of: 'article', id: test.articleId }, 'post', by, test.clock.now())
    expect(await stateOf(await send(harmless))).toMatchObject({ state: 'published', reason: 'post' })
  })
})

describe('its end', () => {
  beforeEach(async () => {
    await armOn(nell, 20)
  })
  const reasons = async () =>
    (await ledger('unread_disarmed')).map(({ value, actor }) => `${value} by ${actor}`)

  it('one press stops it, also in a process that has not heard of it yet', async () => {
    const stale = await test.ctx.settings.now()
    await nell.post('/desk/unread/end', { form_token: await nell.formToken(), arming: '1' })
    expect(await reasons()).toEqual(['staff by staff'])
    // As on another node, whose settings are still those of a moment ago.
    test.ctx.settings.now = async () => stale
    const id = await send(harmless)
    expect(await stateOf(id)).toMatchObject({ state: 'held', reason: 'held' })
    const { rows } = await sql`select 1 from decision where comment_id = ${id}`.execute(test.db)
    expect(rows).toEqual([])
  })

  it('is told to the reader as it is: the answer to a held comment does not say published', async () => {
    const stale = await test.ctx.settings.now()
    await nell.post('/desk/unread/end', { form_token: await nell.formToken(), arming: '1' })
    test.ctx.settings.now = async () => stale
    const response = await reader.send(
      `/a/${test.articleId}/comments`,
      { text: harmless, name: 'Marian Holt', email },
      { headers: { accept: 'application/json' } },
    )
    expect(await response.json()).toMatchObject({ ok: true, state: 'held' })
  })

  it('comes with a new policy, in the same act', async () => {
    const yaml = readFileSync(join(projectRoot, 'policies/default.yaml'), 'utf8').replace(
      'hold_at: 3',
      'hold_at: 4',
    )
    const policy = parsePolicy(yaml)
    if (!policy.ok) throw new Error('the changed policy does not read')
    const now = test.clock.now()
    await savePolicy(test.db, { version: policy.value.version, yaml }, now)
    await activatePolicy(test.db, 1, policy.value.version, { staffId: null }, now)
    expect(await reasons()).toEqual(['policy by system'])
    // This process has not noticed yet.
    expect(await stateOf(await send(harmless))).toMatchObject({ state: 'held' })
    test.ctx.settings.forget()
    expect((await nell.get('/desk/unread')).text).toContain('the policy changed')
  })

  it('comes with another engine, from its first comment', async () => {
    const { engine } = test.ctx
    test.ctx.engine = {
      ...engine,
      version: 'triage-99',
      signalsFor: (text, context) => ({ ...engine.signalsFor(text, context), engine: 'triage-99' }),
    }
    expect(await stateOf(await send(harmless))).toMatchObject({ state: 'held' })
    await test.run('audit')
    expect(await reasons()).toEqual(['engine by system'])
    const page = await nell.get('/desk/unread')
    expect(page.text).toContain('the engine changed')
    expect(page.text).toContain('There is no curve for this engine yet')
  })

  it('comes after thirty days, to the second', async () => {
    test.clock.pass(days(30) - 1000)
    nell = await test.signedIn('nell')
    expect(await stateOf(await send(harmless))).toMatchObject({ state: 'published' })
    test.clock.pass(1000)
    expect(await stateOf(await send('Who pays for the second closure of the quay?'))).toMatchObject({
      state: 'held',
    })
    await test.run('audit')
    expect(await reasons()).toEqual(['expired by system'])
  })

  it('comes when the audit finds more breaches than the upper bound, and the page says so', async () => {
    lot = 0
    const token = await asha.formToken()
    const texts = [
      harmless,
      'Who pays for the second closure of the quay?',
      'The tide tables are printed on page six.',
    ]
    for (const text of texts) {
      const id = await send(text)
      await asha.post(`/desk/comments/${id}/decisions`, {
        form_token: token,
        act: 'reject',
        rule: 'off_topic',
        fence: '',
      })
    }
    await test.run('audit')
    expect(await reasons()).toEqual(['audit by system'])
    expect(await armed()).toBe(false)
    const page = await nell.get('/desk/unread')
    expect(page.text).toContain('the audit found more breaches than the upper bound')
    expect(page.text).toContain('3 of 3 drawn and decided; 3 breaches found')
  })

  it('does not come from an audit that finds what it should', async () => {
    lot = 0
    const token = await asha.formToken()
    const id = await send(harmless)
    await asha.post(`/desk/comments/${id}/decisions`, {
      form_token: token,
      act: 'publish',
      rule: '',
      fence: '',
    })
    await test.run('audit')
    expect(await reasons()).toEqual([])
    expect((await nell.get('/desk/unread')).text).toContain('1 of 1 drawn and decided; no breaches found')
  })

  it('must come before it is armed anew: of two that arm at once, one is refused', async () => {
    const point = pointOf(test.ctx.shippedCurve, '20')
    if (!point) throw new Error('the curve has that point')
    const again = await nell.send('/desk/unread/arming', {
      form_token: await nell.formToken(),
      share: '20',
      seen: seenOf(point),
      audit: '5',
      name: 'Nell Ashby',
    })
    expect(again.status).toBe(409)
    expect(await ledger('unread_armed')).toHaveLength(1)
  })

  it('is all that may change in what was armed', async () => {
    await expect(sql`update unread_arming set threshold = 1`.execute(test.db)).rejects.toThrow('append-only')
    await expect(sql`delete from unread_arming`.execute(test.db)).rejects.toThrow('append-only')
  })
})
