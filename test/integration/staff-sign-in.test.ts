import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeSignInLink } from '../../src/accounts/staff-store.ts'
import { createContext } from '../../src/context.ts'
import { openDatabase } from '../../src/db/database.ts'
import { days, hours, minutes } from '../../src/lib/clock.ts'
import { createLogger } from '../../src/logger.ts'
import { createApp } from '../../src/web/app.ts'
import { TestPaper, Visitor } from '../support/app.ts'
import { accountToken } from '../support/passkeys.ts'
import { fillQueue } from '../support/queue.ts'

let test: TestPaper
beforeAll(async () => {
  test = await TestPaper.open()
})
afterAll(() => test.close())

const opensDesk = async (visitor: Visitor): Promise<boolean> => (await visitor.fetch('/desk')).status === 200
const lettersTo = async (email: string): Promise<string[]> => {
  const { rows } = await sql<{ body: string }>`
    select body from mailbox_letter m join letter l on l.id = m.letter_id
    where l.kind = 'sign_in' and m.to_email = ${email} order by m.letter_id`.execute(test.db)
  return rows.map((row) => row.body)
}

describe('a link by e-mail', () => {
  const ask = (email: string) => test.visitor().post('/desk/sign-in', { email })

  it('goes to whoever works here, and signs in once', async () => {
    await ask(' ASHA@courier.example ')
    await test.run('letters')
    const [body = ''] = await lettersTo('asha@courier.example')
    const [, path = ''] = /http:\/\/localhost:4000(\/desk\/sign-in\/\S+)/.exec(body) ?? []
    const asha = test.visitor()
    expect((await asha.get(path)).text).toContain('Asha Rao')
    await asha.post(path, {})
    expect(await opensDesk(asha)).toBe(true)
    expect((await test.visitor().post(path, {})).status).toBe(410)
  })

  it('is answered to a stranger in the same words, byte for byte, and no letter goes', async () => {
    const known = await ask('nell@courier.example')
    const stranger = await ask('nobody@courier.example')
    const reader = await ask('marian@readers.example')
    expect(stranger.status).toBe(known.status)
    expect(stranger.text).toBe(known.text)
    expect(reader.text).toBe(known.text)
    await test.run('letters')
    expect(await lettersTo('nell@courier.example')).toHaveLength(1)
    const { rows } = await sql`select to_email from mailbox_letter where to_email like 'nobody%'`.execute(
      test.db,
    )
    expect(rows).toEqual([])
  })

  it('waits in the database as a number: its secret is made when the letter goes, and kept as a hash', async () => {
    const { rows: before } = await sql`select token_hash from sign_in_link`.execute(test.db)
    await ask('jonas@courier.example')
    const { rows: waiting } = await sql`select token_hash from sign_in_link`.execute(test.db)
    expect(waiting).toHaveLength(before.length)
    await test.run('letters')
    const [body = ''] = await lettersTo('jonas@courier.example')
    const token = /sign-in\/(\S+)/.exec(body)?.[1] ?? ''
    const { rows } = await sql<{ text: string }>`select l::text as text from sign_in_link l`.execute(test.db)
    expect(rows).toHaveLength(before.length + 1)
    expect(rows.every((row) => !row.text.includes(token))).toBe(true)
  })

  it('goes three times an hour to one person, whoever asks', async () => {
    test.clock.pass(hours(2))
    for (let n = 0; n < 5; n++) await ask('ines@courier.example')
    await test.run('letters')
    expect(await lettersTo('ines@courier.example')).toHaveLength(3)
    test.clock.pass(hours(1) + 1)
    await ask('ines@courier.example')
    await test.run('letters')
    expect(await lettersTo('ines@courier.example')).toHaveLength(4)
  })

  it('does not go to somebody who has left, even when it was asked for before', async () => {
    const before = await lettersTo('asha@courier.example')
    await ask('asha@courier.example')
    await sql`update staff set disabled_at = now() where id = ${test.staffIds.asha}`.execute(test.db)
    await test.run('letters')
    await ask('asha@courier.example')
    await test.run('letters')
    await sql`update staff set disabled_at = null where id = ${test.staffIds.asha}`.execute(test.db)
    expect(await lettersTo('asha@courier.example')).toEqual(before)
  })

  it.each(['', 'asha', 'asha@', '@courier.example', 'a@b@c'])(
    '“%s” comes back in the form, with a sentence',
    async (email) => {
      const page = await ask(email)
      expect(page.status).toBe(422)
      expect(page.text).toContain('No letter can be sent to this e-mail address')
      expect(page.text).toContain(`value="${email}"`)
    },
  )

  it('is not offered where no letter leaves the server', async () => {
    const silent = await TestPaper.open({ demo: false })
    const page = await silent.visitor().get('/desk/sign-in')
    expect(page.text).not.toContain('name="email"')
    expect(page.text).toContain('an administrator gives you a link')
    expect((await silent.visitor().post('/desk/sign-in', { email: 'asha@courier.example' })).status).toBe(409)
    const { rows } = await sql`select id from letter`.execute(silent.db)
    expect(rows).toEqual([])
    await silent.close()
  })

  it('is limited by network address', async () => {
    const strict = await TestPaper.open({ limits: { sign_ins: { points: 2, seconds: 600 } } })
    const ask = () => strict.visitor().post('/desk/sign-in', { email: 'nobody@courier.example' })
    expect([(await ask()).status, (await ask()).status, (await ask()).status]).toEqual([200, 200, 429])
    await strict.close()
  })
})

describe('sessions', () => {
  const sessionIds = async (who: 'asha' | 'nell'): Promise<number[]> => {
    const { rows } = await sql<{ id: number }>`
      select id from staff_session where staff_id = ${test.staffIds[who]} order by id`.execute(test.db)
    return rows.map((row) => row.id)
  }

  it('are listed with what they are known by, and no more of the header', async () => {
    const asha = await test.signedIn('asha')
    await sql`update staff_session set device = 'Firefox on Windows' where id = ${(await sessionIds('asha')).at(-1)}`.execute(
      test.db,
    )
    const page = await asha.get('/desk/account')
    expect(page.text).toContain('Firefox on Windows')
    expect(page.text).toContain('This one.')
  })

  it('keep the browser and the system of whoever signs in, not the header', async () => {
    const token = await makeSignInLink(test.db, test.staffIds.nell, test.clock.now())
    await test.visitor().send(
      `/desk/sign-in/${token}`,
      {},
      {
        headers: { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0' },
      },
    )
    const { rows } = await sql<{ text: string; device: string }>`
      select s::text as text, device from staff_session s where staff_id = ${test.staffIds.nell}
      order by id desc limit 1`.execute(test.db)
    expect(rows[0]?.device).toBe('Firefox on Linux')
    expect(rows[0]?.text).not.toContain('Mozilla')
  })

  it('of one browser are one: signing in again ends the one before', async () => {
    const asha = await test.signedIn('asha')
    const before = await sessionIds('asha')
    const stolen = test.visitor()
    for (const [name, value] of asha.cookies) stolen.cookies.set(name, value)
    const token = await makeSignInLink(test.db, test.staffIds.asha, test.clock.now())
    await asha.post(`/desk/sign-in/${token}`, {})
    expect(await sessionIds('asha')).toHaveLength(before.length)
    expect([await opensDesk(asha), await opensDesk(stolen)]).toEqual([true, false])
  })

  it('one is ended from another, and the rest at once', async () => {
    const [first, second, third] = [
      await test.signedIn('asha'),
      await test.signedIn('asha'),
      await test.signedIn('asha'),
    ]
    const ids = await sessionIds('asha')
    const form_token = await accountToken(third)
    const fields = { form_token, act: 'end', session: String(ids.at(-3)) }
    expect((await third.post('/desk/account/sessions', fields)).status).toBe(200)
    expect([await opensDesk(first), await opensDesk(second)]).toEqual([false, true])
    expect((await third.post('/desk/account/sessions', fields)).status).toBe(404)
    await third.post('/desk/account/sessions', { form_token, act: 'end_others' })
    expect([await opensDesk(second), await opensDesk(third)]).toEqual([false, true])
    const { rows } = await sql`select staff_id, value from ledger where kind = 'sessions_ended'`.execute(
      test.db,
    )
    expect(rows).toContainEqual({ staff_id: test.staffIds.asha, value: `staff:${test.staffIds.asha}` })
  })

  it('of a colleague cannot be ended by a moderator, and can by an administrator', async () => {
    const nell = await test.signedIn('nell')
    const asha = await test.signedIn('asha')
    const id = String((await sessionIds('nell')).at(-1))
    const form_token = await accountToken(asha)
    expect((await asha.post('/desk/account/sessions', { form_token, act: 'end', session: id })).status).toBe(
      404,
    )
    expect(await opensDesk(nell)).toBe(true)
    const ines = await test.signedIn('ines')
    const path = `/desk/staff/${test.staffIds.nell}`
    expect((await ines.get(path)).text).toContain('by link')
    const act = { form_token: await accountToken(ines), act: 'end_session', session: id }
    expect((await ines.post(path, act)).status).toBe(200)
    expect(await opensDesk(nell)).toBe(false)
  })

  it('with the last of them the card in hand goes back to the others', async () => {
    const [id = 0] = await fillQueue(test, 1)
    const asha = await test.signedIn('asha')
    const form_token = await accountToken(asha)
    await asha.post('/desk/account/sessions', { form_token, act: 'end_others' })
    await asha.post('/desk/claims', { form_token, comment: String(id) })
    const ines = await test.signedIn('ines')
    await ines.post(`/desk/staff/${test.staffIds.asha}`, {
      form_token: await accountToken(ines),
      act: 'end_sessions',
    })
    const { rows } = await sql`select lease_staff_id from queue_item where comment_id = ${id}`.execute(
      test.db,
    )
    expect(rows).toEqual([{ lease_staff_id: null }])
  })

  it('are over after a week unseen, and after two weeks however often seen; seen is kept to five minutes', async () => {
    const idle = await test.signedIn('asha')
    test.clock.pass(days(7))
    expect(await opensDesk(idle)).toBe(false)
    const busy = await test.signedIn('asha')
    const [id] = (await sessionIds('asha')).slice(-1)
    const seen = async () => {
      const { rows } = await sql<{
        seen_at: Date
      }>`select seen_at from staff_session where id = ${id}`.execute(test.db)
      return rows[0]?.seen_at.getTime()
    }
    const first = await seen()
    test.clock.pass(minutes(4))
    await opensDesk(busy)
    expect(await seen()).toBe(first)
    test.clock.pass(minutes(1))
    await opensDesk(busy)
    expect(await seen()).toBe((first ?? 0) + minutes(5))
    for (let day = 0; day < 13; day++) {
      test.clock.pass(days(1))
      expect(await opensDesk(busy)).toBe(true)
    }
    test.clock.pass(days(1))
    expect(await opensDesk(busy)).toBe(false)
    await test.run('sweep')
    expect(await sessionIds('asha')).toEqual([])
  })

  it('end on every process at the moment an administrator closes the access', async () => {
    const database = openDatabase(test.database.connection, { max: 2 })
    const ctx = await createContext({
      config: test.ctx.config,
      db: database.db,
      clock: test.clock,
      logger: createLogger('silent'),
      assets: test.ctx.assets,
    })
    const asha = await test.signedIn('asha')
    const elsewhere = new Visitor(createApp(ctx))
    for (const [name, value] of asha.cookies) elsewhere.cookies.set(name, value)
    expect(await opensDesk(elsewhere)).toBe(true)
    const ines = await test.signedIn('ines')
    const path = `/desk/staff/${test.staffIds.asha}`
    await ines.post(path, { form_token: await accountToken(ines), act: 'deactivate' })
    expect(await opensDesk(elsewhere)).toBe(false)
    await ines.post(path, { form_token: await accountToken(ines), act: 'reactivate' })
    expect(await opensDesk(elsewhere)).toBe(false)
    expect(await opensDesk(await test.signedIn('asha'))).toBe(true)
    ctx.pages.stop()
    await database.close()
  })
})
