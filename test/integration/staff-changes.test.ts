import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeStaff } from '../../src/accounts/staff-change-store.ts'
import { makeSignInLink } from '../../src/accounts/staff-store.ts'
import { type Page, TestPaper, type Visitor } from '../support/app.ts'
import { accountToken } from '../support/passkeys.ts'

let test: TestPaper
let ines: Visitor
let form_token = ''
beforeAll(async () => {
  test = await TestPaper.open()
  ines = await test.signedIn('ines')
  form_token = await accountToken(ines)
})
afterAll(() => test.close())

const change = (staffId: number, fields: Record<string, string>): Promise<Page> =>
  ines.post(`/desk/staff/${staffId}`, { form_token, ...fields })
const memberOf = async (staffId: number): Promise<unknown> => {
  const { rows } = await sql`
    select role, disabled_at is null as here from staff where id = ${staffId}`.execute(test.db)
  return rows[0]
}
const changes = async (): Promise<unknown[]> => {
  const { rows } = await sql<{ value: string }>`
    select value from ledger where kind in ('staff_changed', 'staff_invited') and staff_id = ${test.staffIds.ines}
    order by seq`.execute(test.db)
  return rows.map((row) => row.value)
}

describe('an administrator', () => {
  it('invites somebody new, whose link is shown once', async () => {
    const page = await ines.post('/desk/staff', {
      form_token,
      name: 'Edda Marsh',
      email: 'edda@courier.example',
      role: 'moderator',
    })
    expect(page.text).toContain('A link for Edda Marsh')
    const [, path = ''] = /http:\/\/localhost:4000(\/desk\/sign-in\/[\w-]+)/.exec(page.text) ?? []
    expect((await test.visitor().get(path)).text).toContain('Edda Marsh')
    expect((await ines.get('/desk/staff')).text).not.toContain(path)
  })

  it('changes no role by an invitation, the own one least of all', async () => {
    for (const email of ['ines@courier.example', 'asha@courier.example', 'ASHA@courier.example']) {
      const page = await ines.post('/desk/staff', { form_token, name: 'Somebody', email, role: 'editor' })
      expect(page.status).toBe(409)
      expect(page.text).toContain('value="Somebody"')
    }
    expect(await memberOf(test.staffIds.ines)).toEqual({ role: 'administrator', here: true })
    expect(await memberOf(test.staffIds.asha)).toEqual({ role: 'moderator', here: true })
  })

  it.each([
    { name: '', email: 'new@courier.example', role: 'moderator' },
    { name: 'New', email: 'nowhere', role: 'moderator' },
    { name: 'New', email: 'new@courier.example', role: 'owner' },
  ])('gets an invitation of %j back with a sentence', async (fields) => {
    const page = await ines.post('/desk/staff', { form_token, ...fields })
    expect(page.status).toBe(422)
    expect(page.text).toContain(`value="${fields.email}"`)
  })

  it('raises, sends away and takes back, each on record', async () => {
    const { asha } = test.staffIds
    const before = (await changes()).length
    expect((await change(asha, { act: 'role', role: 'senior' })).status).toBe(200)
    expect(await memberOf(asha)).toEqual({ role: 'senior', here: true })
    const link = await makeSignInLink(test.db, asha, test.clock.now())
    expect((await change(asha, { act: 'deactivate' })).status).toBe(200)
    expect((await test.visitor().get(`/desk/sign-in/${link}`)).status).toBe(410)
    expect((await change(asha, { act: 'link' })).status).toBe(409)
    expect((await change(asha, { act: 'reactivate' })).status).toBe(200)
    expect((await change(asha, { act: 'role', role: 'moderator' })).status).toBe(200)
    expect((await changes()).slice(before)).toEqual([
      `staff:${asha}:senior`,
      `staff:${asha}:disabled`,
      `staff:${asha}:enabled`,
      `staff:${asha}:moderator`,
    ])
  })

  it.each([
    ['the own role', 'ines', { act: 'role', role: 'editor' }, 409, 'Nobody changes the own role'],
    ['the own access', 'ines', { act: 'deactivate' }, 409, 'Nobody changes the own role'],
    ['a role that is no role', 'asha', { act: 'role', role: 'owner' }, 422, 'a role are needed'],
    ['the role there is', 'asha', { act: 'role', role: 'moderator' }, 409, 'stands already'],
    ['a return of somebody who never left', 'asha', { act: 'reactivate' }, 409, 'stands already'],
    [
      'a section that is not there',
      'asha',
      { act: 'sections', 'section-999': 'yes' },
      422,
      'limited to sections',
    ],
    [
      'the sections of an editor',
      'nell',
      { act: 'sections', 'section-1': 'yes' },
      422,
      'limited to sections',
    ],
    ['an act that is none', 'asha', { act: 'promote' }, 422, 'a role are needed'],
    ['a session that is over', 'asha', { act: 'end_session', session: '999' }, 404, 'over already'],
    [
      'a passkey that is not there',
      'asha',
      { act: 'remove_passkey', passkey: '999' },
      404,
      'no such passkey',
    ],
  ] as const)('cannot change %s', async (_, who, fields, status, words) => {
    const before = [await memberOf(test.staffIds[who]), await changes()]
    const page = await change(test.staffIds[who], fields)
    expect(page.status).toBe(status)
    expect(page.text).toContain(words)
    expect([await memberOf(test.staffIds[who]), await changes()]).toEqual(before)
  })

  it('finds nobody under a number that nobody has', async () => {
    for (const id of ['999', '0', 'x', '1e3'])
      expect((await ines.fetch(`/desk/staff/${id}`)).status).toBe(404)
  })

  it('and another who demote each other at the same moment: one stays', async () => {
    const { nell, ines: own } = test.staffIds
    for (let round = 0; round < 8; round++) {
      await sql`update staff set role = 'administrator' where id in (${nell}, ${own})`.execute(test.db)
      const now = test.clock.now()
      const done = await Promise.all([
        changeStaff(test.db, nell, { act: 'role', role: 'editor' }, { staffId: own }, now),
        changeStaff(test.db, own, { act: 'role', role: 'editor' }, { staffId: nell }, now),
      ])
      expect(done.filter(({ ok }) => ok)).toHaveLength(1)
      const { rows } =
        await sql`select id from staff where role = 'administrator' and disabled_at is null`.execute(test.db)
      expect(rows).toHaveLength(1)
    }
    await sql`update staff set role = 'administrator' where id = ${own}`.execute(test.db)
    await sql`update staff set role = 'editor' where id = ${nell}`.execute(test.db)
  })

  it('reads in the log who changed what, and the ledger holds no name of it', async () => {
    const { text } = await ines.get('/desk/staff/log')
    expect(text).toContain('invited Edda Marsh, moderator')
    expect(text).toContain('closed the access of Asha Rao')
    const { rows } = await sql<{ text: string }>`select l::text as text from ledger l`.execute(test.db)
    expect(rows.some((row) => /edda|asha|ines|courier/i.test(row.text))).toBe(false)
  })

  it('pages the log without losing an entry', async () => {
    await sql`
      insert into ledger (at, kind, actor, staff_id, value)
      select now(), 'staff_changed', 'staff', ${test.staffIds.ines}::int, 'staff:1:senior' from generate_series(1, 120)`.execute(
      test.db,
    )
    const seen: string[] = []
    let path = '/desk/staff/log'
    while (path) {
      const { text } = await ines.get(path)
      seen.push(...[...text.matchAll(/class="serial">(\d+)</g)].map(([, seq = '']) => seq))
      path = /href="(\/desk\/staff\/log\?before=\d+)"/.exec(text)?.[1] ?? ''
    }
    const { rows } = await sql`
      select seq from ledger where kind in ('staff_changed', 'staff_invited')`.execute(test.db)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toHaveLength(rows.length)
  })
})

describe('the paper', () => {
  const fields = {
    name: 'The Saltmere Courier',
    short: 'the Courier',
    group: 'Saltmere Press',
    entities: 'Saltmere Radio\nSaltmere Print Works',
    language: 'en-GB',
    zone: 'Europe/London',
    contact: '',
  }
  const save = (over: Record<string, string>): Promise<Page> =>
    ines.post('/desk/paper', { form_token, ...fields, ...over })
  const noted = async (): Promise<unknown[]> => {
    const { rows } = await sql<{ value: string }>`
      select value from ledger where kind = 'paper_changed' order by seq`.execute(test.db)
    return rows.map((row) => row.value)
  }

  it('is set up on its page, every page shows it, and the ledger says what changed', async () => {
    const saved = await save({
      name: 'The Saltmere <Gazette>',
      contact: 'letters@courier.example',
      'section-2': 'The Harbour',
      new_slug: 'sport',
      new_name: 'Sport',
    })
    expect(saved.status).toBe(200)
    expect((await test.visitor().get('/')).text).toContain('The Saltmere &lt;Gazette&gt;')
    expect((await test.visitor().get('/policy')).text).toContain('mailto:letters@courier.example')
    expect((await test.visitor().get('/s/sport')).status).toBe(200)
    expect(await noted()).toEqual([
      'publication:name+contact',
      'section:2:changed',
      expect.stringMatching(/^section:\d+:added$/),
    ])
  })

  it('saved as it stands leaves no trace', async () => {
    await save({ 'section-2': 'The Harbour' })
    const before = await noted()
    await save({ 'section-2': 'The Harbour' })
    expect(await noted()).toEqual(before)
  })

  it.each([
    [{ zone: 'Saltmere/Quay' }, 'is no time zone'],
    [{ language: 'English!' }, 'The language is written as'],
    [{ name: ' ' }, 'The name is missing'],
    [{ contact: 'not an address' }, 'is an e-mail address, or empty'],
    [{ 'section-2': ' ' }, 'A section has a name'],
    [{ new_slug: '../desk', new_name: 'Desk' }, 'of small letters, digits and hyphens'],
  ])('with %j comes back as typed, with a sentence, and nothing is saved', async (over, words) => {
    const before = await noted()
    const page = await save({ ...over, group: 'A house typed just now' })
    expect(page.status).toBe(422)
    expect(page.text).toContain(words)
    expect(page.text).toContain('A house typed just now')
    expect(await noted()).toEqual(before)
    expect((await ines.get('/desk/paper')).text).not.toContain('A house typed just now')
  })
})
