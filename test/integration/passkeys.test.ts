import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findSignInLink, makeSignInLink } from '../../src/accounts/staff-store.ts'
import { minutes } from '../../src/lib/clock.ts'
import { ORIGIN, TestPaper, type Visitor } from '../support/app.ts'
import { Authenticator } from '../support/authenticator.ts'
import {
  accountToken,
  addKey,
  enrolOptions,
  sendNewKey,
  sendSignature,
  signInOptions,
  signInWith,
} from '../support/passkeys.ts'

let test: TestPaper
beforeAll(async () => {
  test = await TestPaper.open()
})
afterAll(() => test.close())

const opensDesk = async (visitor: Visitor): Promise<boolean> => (await visitor.fetch('/desk')).status === 200
const entries = async (kind: string): Promise<unknown[]> => {
  const { rows } =
    await sql`select actor, staff_id, value from ledger where kind = ${kind} order by seq`.execute(test.db)
  return rows
}

describe('a passkey', () => {
  it('is offered after a link, added, and then signs in without one', async () => {
    const token = await makeSignInLink(test.db, test.staffIds.asha, test.clock.now())
    const asha = test.visitor()
    const page = await asha.post(`/desk/sign-in/${token}`, {})
    expect(page.path).toBe('/desk/account')
    expect(page.text).toContain('Add a passkey')
    const key = await addKey(asha, 'The blue key')
    expect((await asha.get('/desk/account')).text).toContain('value="The blue key"')
    const later = test.visitor()
    expect(await signInWith(later, key)).toEqual({ status: 200, body: { ok: true, location: '/desk' } })
    expect(await opensDesk(later)).toBe(true)
    const { rows } = await sql<{ method: string; device: string }>`
      select method, device from staff_session where staff_id = ${test.staffIds.asha} order by id desc limit 1`.execute(
      test.db,
    )
    expect(rows).toEqual([{ method: 'passkey', device: 'A browser on an unknown machine' }])
  })

  it('is told to its owner by letter and to the ledger by number, neither with its name', async () => {
    const jonas = await test.signedIn('jonas')
    await addKey(jonas, 'Secret words')
    await test.run('letters')
    const { rows } = await sql<{ to_email: string; body: string }>`
      select to_email, body from mailbox_letter m join letter l on l.id = m.letter_id where l.kind = 'passkey_added'
      order by m.letter_id desc limit 1`.execute(test.db)
    expect(rows[0]?.to_email).toBe('jonas@courier.example')
    expect(rows[0]?.body).toContain(`${ORIGIN}/desk/account`)
    expect(rows[0]?.body).not.toContain('Secret words')
    const { rows: kept } = await sql<{ all: string }>`
      select string_agg(l::text, ' ') as all from ledger l where kind = 'passkey_added'`.execute(test.db)
    expect(kept[0]?.all).toMatch(/staff:\d+:\d+/)
    expect(kept[0]?.all).not.toContain('Secret')
  })

  it('keeps only its public half, and of a challenge only the hash', async () => {
    const asha = await test.signedIn('asha')
    const { challenge } = await enrolOptions(asha)
    const { rows } = await sql<{
      challenge_hash: Buffer
    }>`select challenge_hash from passkey_challenge`.execute(test.db)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.some((row) => row.challenge_hash.equals(Buffer.from(challenge, 'base64url')))).toBe(false)
  })

  it('is renamed and taken away by its owner, and by nobody else of that rank', async () => {
    const asha = await test.signedIn('asha')
    const key = await addKey(asha, 'Old name')
    const { rows } = await sql<{ id: number }>`select max(id)::int as id from passkey`.execute(test.db)
    const path = `/desk/account/passkeys/${rows[0]?.id}`
    const nell = await test.signedIn('nell')
    const stranger = await nell.post(path, { form_token: await accountToken(nell), act: 'remove' })
    expect(stranger.status).toBe(404)
    const form_token = await accountToken(asha)
    expect((await asha.post(path, { form_token, act: 'rename', name: 'New name' })).text).toContain(
      'New name',
    )
    expect((await asha.post(path, { form_token, act: 'remove' })).status).toBe(200)
    expect((await asha.post(path, { form_token, act: 'remove' })).status).toBe(404)
    expect(await signInWith(test.visitor(), key)).toMatchObject({
      status: 403,
      body: { code: 'passkey_refused' },
    })
    expect(await entries('passkey_removed')).toContainEqual({
      actor: 'staff',
      staff_id: test.staffIds.asha,
      value: `staff:${test.staffIds.asha}:${rows[0]?.id}`,
    })
  })

  it('is not made twice on one authenticator, nor without end', async () => {
    const nell = await test.signedIn('nell')
    const key = new Authenticator(ORIGIN)
    expect((await sendNewKey(nell, key.create(await enrolOptions(nell)))).status).toBe(200)
    const again = await sendNewKey(nell, key.create(await enrolOptions(nell)))
    expect(again).toMatchObject({ status: 409, body: { code: 'passkey_known' } })
    for (let n = 0; n < 9; n++) await addKey(nell)
    const eleventh = await sendNewKey(nell, new Authenticator(ORIGIN).create(await enrolOptions(nell)))
    expect(eleventh.status).toBe(409)
  })
})

describe('a new passkey is refused', () => {
  const bent: [string, Parameters<Authenticator['create']>[1]][] = [
    ['for another site', { origin: 'https://courier.example.evil' }],
    ['for another host', { party: 'evil.example' }],
    ['without a finger, a face or a PIN', { verified: false }],
    ['by the answer to another question', { type: 'webauthn.get' }],
  ]
  it.each(bent)('%s', async (_, over) => {
    const asha = await test.signedIn('asha')
    const answer = new Authenticator(ORIGIN).create(await enrolOptions(asha), over)
    expect(await sendNewKey(asha, answer)).toMatchObject({ status: 403, body: { code: 'passkey_refused' } })
  })

  it('on a challenge given to a colleague, to a sign-in, used before, or too old', async () => {
    const asha = await test.signedIn('asha')
    const jonas = await test.signedIn('jonas')
    const over = { status: 410, body: { code: 'challenge_over' } }
    const make = (options: { challenge: string }) =>
      new Authenticator(ORIGIN).create({ user: { id: 'AAAA' }, ...options })
    expect(await sendNewKey(asha, make(await enrolOptions(jonas)))).toMatchObject(over)
    expect(await sendNewKey(asha, make(await signInOptions(asha)))).toMatchObject(over)
    const options = await enrolOptions(asha)
    expect((await sendNewKey(asha, make(options))).status).toBe(200)
    expect(await sendNewKey(asha, make(options))).toMatchObject(over)
    const old = await enrolOptions(asha)
    test.clock.pass(minutes(5) + 1)
    expect(await sendNewKey(asha, make(old))).toMatchObject(over)
  })

  it.each([
    '',
    'null',
    '{}',
    '[]',
    '"words"',
    '{"response":{"clientDataJSON":"%%%"}}',
    '{"id":1,"response":[]}',
  ])('that is no answer at all: %s', async (answer) => {
    const asha = await test.signedIn('asha')
    const form_token = await accountToken(asha)
    const response = await asha.send(
      '/desk/account/passkeys',
      { form_token, name: 'x', answer },
      { headers: { accept: 'application/json' } },
    )
    expect(response.status).toBe(403)
  })
})

describe('a sign-in by passkey is refused', () => {
  let key: Authenticator
  beforeAll(async () => {
    key = await addKey(await test.signedIn('asha'), 'For the refusals', 1)
  })

  const bent: [string, Parameters<Authenticator['get']>[1]][] = [
    ['for another site', { origin: 'https://courier.example.evil' }],
    ['for another host', { party: 'evil.example' }],
    ['without a finger, a face or a PIN', { verified: false }],
    ['by the answer to another question', { type: 'webauthn.create' }],
    ['where the key names another owner', { handle: 'AAAAAAAAAAAAAAAAAAAAAA' }],
    ['where the key names no owner', { handle: undefined }],
  ]
  it.each(bent)('%s', async (_, over) => {
    const visitor = test.visitor()
    const said = await sendSignature(visitor, key.get(await signInOptions(visitor), over))
    expect(said).toMatchObject({ status: 403, body: { code: 'passkey_refused' } })
    expect(visitor.cookies.size).toBe(0)
  })

  it('with a key that nobody added, in the same words as with a removed one', async () => {
    const visitor = test.visitor()
    const answer = new Authenticator(ORIGIN).get(await signInOptions(visitor), { handle: 'AAAA' })
    expect(await sendSignature(visitor, answer)).toMatchObject({
      status: 403,
      body: { code: 'passkey_refused' },
    })
  })

  it('where the signature is another key’s', async () => {
    const visitor = test.visitor()
    const options = await signInOptions(visitor)
    const other = new Authenticator(ORIGIN)
    const forged = { ...key.get(options), response: { ...(other.get(options)['response'] as object) } }
    const handle = (key.get(options)['response'] as { userHandle: string }).userHandle
    ;(forged.response as { userHandle?: string }).userHandle = handle
    expect(await sendSignature(visitor, forged)).toMatchObject({
      status: 403,
      body: { code: 'passkey_refused' },
    })
  })

  it('on a challenge used before, even by a wrong answer, or too old', async () => {
    const visitor = test.visitor()
    const options = await signInOptions(visitor)
    await sendSignature(visitor, key.get(options, { verified: false }))
    expect(await sendSignature(visitor, key.get(options))).toMatchObject({ status: 410 })
    const old = await signInOptions(visitor)
    test.clock.pass(minutes(5) + 1)
    expect(await sendSignature(visitor, key.get(old))).toMatchObject({ status: 410 })
  })

  it('answered twice at once, one wins', async () => {
    const visitors = [test.visitor(), test.visitor()]
    const answer = key.get(await signInOptions(test.visitor()))
    const said = await Promise.all(visitors.map((visitor) => sendSignature(visitor, answer)))
    expect(said.map(({ status }) => status).sort()).toEqual([200, 410])
  })

  it('of somebody who has left', async () => {
    await sql`update staff set disabled_at = now() where id = ${test.staffIds.asha}`.execute(test.db)
    const said = await signInWith(test.visitor(), key)
    await sql`update staff set disabled_at = null where id = ${test.staffIds.asha}`.execute(test.db)
    expect(said).toMatchObject({ status: 403, body: { code: 'passkey_refused' } })
  })

  it('to a stranger who only knows its number and its owner’s: that suspends nothing', async () => {
    const visitor = test.visitor()
    const other = new Authenticator(ORIGIN)
    const options = await signInOptions(visitor)
    const { userHandle: handle } = key.get(options)['response'] as { userHandle: string }
    // A count of nothing, which of the right key would mean a copy.
    const answer = { ...other.get(options, { handle }), id: key.credentialId.toString('base64url') }
    expect((await sendSignature(visitor, answer)).status).toBe(403)
    expect((await signInWith(test.visitor(), key)).status).toBe(200)
  })

  it('once its count went back: suspended, on record, and its owner is out everywhere', async () => {
    const asha = test.visitor()
    expect((await signInWith(asha, key)).status).toBe(200)
    expect(await opensDesk(asha)).toBe(true)
    const copy = test.visitor()
    key.counter -= 2
    const said = await signInWith(copy, key)
    expect(said).toMatchObject({ status: 403, body: { code: 'passkey_suspended' } })
    expect(copy.cookies.size).toBe(0)
    expect(await opensDesk(asha)).toBe(false)
    key.counter += 100
    expect(await signInWith(test.visitor(), key)).toMatchObject({ body: { code: 'passkey_refused' } })
    expect(await entries('passkey_suspended')).toHaveLength(1)
    const back = await test.signedIn('asha')
    expect((await back.get('/desk/account')).text).toContain('Suspended: it was used in two places.')
  })
})

describe('where a role asks for a passkey', () => {
  let ines: Visitor
  let own: Authenticator
  const ask = async (fields: Record<string, string>) =>
    ines.post('/desk/staff/passkeys', { form_token: await accountToken(ines), ...fields })

  beforeAll(async () => {
    ines = await test.signedIn('ines')
  })

  it('an administrator who came by a link cannot ask it: nobody would know that it works', async () => {
    const page = await ask({ moderator: 'yes', administrator: 'yes' })
    expect(page.status).toBe(409)
    expect(page.text).toContain('Sign in with a passkey of your own')
    expect(await entries('passkey_required')).toEqual([])
  })

  it('one who has shown a passkey can, role by role, on record', async () => {
    own = await addKey(ines)
    expect((await ask({ senior: 'yes', administrator: 'yes' })).status).toBe(200)
    expect(await entries('passkey_required')).toEqual([
      { actor: 'staff', staff_id: test.staffIds.ines, value: 'role:senior:required' },
      { actor: 'staff', staff_id: test.staffIds.ines, value: 'role:administrator:required' },
    ])
    expect(await opensDesk(ines)).toBe(true)
  })

  it('a link opens nothing but the page that adds one, and then the desk', async () => {
    await sql`delete from passkey where staff_id = ${test.staffIds.jonas}`.execute(test.db)
    const jonas = await test.signedIn('jonas')
    for (const path of ['/desk', '/desk/queue', '/desk/staff']) {
      const response = await jonas.fetch(path)
      expect(response.status, path).toBe(403)
      expect(await response.text()).toContain('Add a passkey')
    }
    const form_token = await accountToken(jonas)
    expect((await jonas.send('/desk/claims', { form_token })).status).toBe(403)
    expect((await jonas.get('/desk/account')).text).toContain('Your role signs in with a passkey.')
    const key = await addKey(jonas)
    expect(await opensDesk(jonas)).toBe(true)
    const again = test.visitor()
    await signInWith(again, key)
    expect(await opensDesk(again)).toBe(true)
  })

  it('whoever has one gets no link by e-mail, and one already sent stops working', async () => {
    const asked = await makeSignInLink(test.db, test.staffIds.jonas, test.clock.now(), { byOwner: true })
    expect(await findSignInLink(test.db, asked, test.clock.now())).toBeUndefined()
    const before = await sql`select id from letter where kind = 'sign_in'`.execute(test.db)
    const page = await test.visitor().post('/desk/sign-in', { email: 'jonas@courier.example' })
    expect(page.status).toBe(200)
    const after = await sql`select id from letter where kind = 'sign_in'`.execute(test.db)
    expect(after.rows).toEqual(before.rows)
    const given = await makeSignInLink(test.db, test.staffIds.jonas, test.clock.now())
    expect(await findSignInLink(test.db, given, test.clock.now())).toBeDefined()
  })

  it('nobody takes the own last one away; an administrator takes a lost one', async () => {
    const { rows } = await sql<{ id: number }>`
      select id from passkey where staff_id = ${test.staffIds.ines}`.execute(test.db)
    const form_token = await accountToken(ines)
    const kept = await ines.post(`/desk/account/passkeys/${rows[0]?.id}`, { form_token, act: 'remove' })
    expect(kept.status).toBe(409)
    expect((await signInWith(test.visitor(), own)).status).toBe(200)
    const lost = await sql<{ id: number }>`
      select id from passkey where staff_id = ${test.staffIds.jonas}`.execute(test.db)
    const taken = await ines.post(`/desk/staff/${test.staffIds.jonas}`, {
      form_token,
      act: 'remove_passkey',
      passkey: String(lost.rows[0]?.id),
    })
    expect(taken.status).toBe(200)
  })

  it('it can be asked no longer', async () => {
    expect((await ask({})).status).toBe(200)
    const { rows } = await sql`select role from role_setting where passkey_required`.execute(test.db)
    expect(rows).toEqual([])
  })
})
