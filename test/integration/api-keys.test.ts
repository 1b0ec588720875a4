import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { commands } from '../../bin/commands.ts'
import { createContext } from '../../src/context.ts'
import { openDatabase } from '../../src/db/database.ts'
import { changeWatcher } from '../../src/jobs/change-watcher.ts'
import { createLogger } from '../../src/logger.ts'
import { createApp } from '../../src/web/app.ts'
import { ORIGIN, TestPaper, type Visitor } from '../support/app.ts'

let test: TestPaper
let ines: Visitor
beforeAll(async () => {
  test = await TestPaper.open()
  ines = await test.signedIn('ines')
})
afterAll(() => test.close())

const statusWith = async (key: string, app: TestPaper['app'] = test.app): Promise<number> => {
  const response = await app.request(`${ORIGIN}/v1alpha1/comments:analyze`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-goog-api-key': key },
    body: JSON.stringify({ comment: { text: 'Well said.' }, requestedAttributes: { TOXICITY: {} } }),
  })
  return response.status
}

async function makeKey(name: string): Promise<{ id: string; key: string }> {
  const page = await ines.post('/desk/keys', {
    form_token: await ines.formToken(),
    act: 'create',
    name,
    per_second: '50',
    on_unknown: 'hold',
  })
  const key = /class="source">(pb_[\w-]{22})</.exec(page.text)?.[1] ?? ''
  const id = /name="key" value="(\d+)"/.exec(page.text)?.[1] ?? ''
  return { id, key }
}

describe('the page of keys', () => {
  it('says that nothing is scored for others before there is one', async () => {
    expect((await ines.get('/desk/keys')).text).toContain('There is no key')
  })

  it('shows a key once, and from then on only how it begins', async () => {
    const { key } = await makeKey('Coral')
    expect(await statusWith(key)).toBe(200)
    const page = await ines.get('/desk/keys')
    expect(page.text).toContain('Coral')
    expect(page.text).toContain(`${key.slice(0, 8)}…`)
    expect(page.text).toContain('by Ines Okoro')
    expect(page.text).not.toContain(key)
    expect(page.headers.get('cache-control')).toBe('no-store')
  })

  it('revokes a key at once, and keeps it on the list', async () => {
    const { id, key } = await makeKey('Old Coral')
    await ines.post('/desk/keys', { form_token: await ines.formToken(), act: 'revoke', key: id })
    expect(await statusWith(key)).toBe(400)
    expect((await ines.get('/desk/keys')).text).toMatch(/Old Coral.*revoked/s)
  })

  it.each([
    [{ name: '', per_second: '5', on_unknown: 'hold' }, 'A name is missing'],
    [{ name: 'Coral', per_second: '0', on_unknown: 'hold' }, 'requests a second'],
    [{ name: 'Coral', per_second: '1e9', on_unknown: 'hold' }, 'requests a second'],
    [{ name: 'Coral', per_second: '5', on_unknown: 'publish' }, 'requests a second'],
  ])('sends %o back with what was typed', async (fields, sentence) => {
    const page = await ines.post('/desk/keys', {
      form_token: await ines.formToken(),
      act: 'create',
      ...fields,
    })
    expect(page.status).toBe(422)
    expect(page.text).toContain(sentence)
    expect(page.text).toContain(`value="${fields.per_second}"`)
  })

  it('says that there is no such key', async () => {
    for (const key of ['', '0', '99999999999', "1' or 1=1"]) {
      const page = await ines.post('/desk/keys', { form_token: await ines.formToken(), act: 'revoke', key })
      expect(page.status, key).toBe(404)
    }
  })
})

describe('a key that is made or revoked elsewhere', () => {
  it('opens and closes this process as soon as the ledger is read', async () => {
    const database = openDatabase(test.database.connection, { max: 2 })
    const { config, assets } = test.ctx
    const other = await createContext({
      config,
      db: database.db,
      clock: test.clock,
      logger: createLogger('silent'),
      assets,
    })
    const watcher = changeWatcher(other, 60_000)
    try {
      const app = createApp(other)
      await watcher.runNow()
      expect(await statusWith('pb_nothing', app)).not.toBe(200)
      const { id, key } = await makeKey('Elsewhere')
      await watcher.runNow()
      expect(await statusWith(key, app)).toBe(200)
      await ines.post('/desk/keys', { form_token: await ines.formToken(), act: 'revoke', key: id })
      await watcher.runNow()
      expect(await statusWith(key, app)).toBe(400)
    } finally {
      other.pages.stop()
      await database.close()
    }
  })
})

describe('postbag keys', () => {
  /** Runs the command as the terminal does; what it printed is what a script would read. */
  async function postbag(...words: string[]): Promise<{ code: number; out: string }> {
    let out = ''
    const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      out += String(text)
      return true
    })
    const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    try {
      const command = commands[words.slice(0, 2).join(' ')]
      const code = await command?.(words.slice(2), { DATABASE_URL: test.database.url })
      return { code: code ?? -1, out }
    } finally {
      stdout.mockRestore()
      stderr.mockRestore()
    }
  }

  it('makes one and prints nothing but the key, lists it without, and revokes it', async () => {
    const made = await postbag('keys', 'create', 'From a terminal', '--per-second', '3', '--unknown', 'hold')
    const key = made.out.trim()
    expect(key).toMatch(/^pb_[\w-]{22}$/)
    test.ctx.changes.announce({ articleIds: [], settings: true })
    expect(await statusWith(key)).toBe(200)

    const listed = await postbag('keys', 'list')
    const line = listed.out.split('\n').find((one) => one.includes('From a terminal')) ?? ''
    expect(line).toContain(`${key.slice(0, 8)}…`)
    expect(line).toContain('3 a second')
    expect(listed.out).not.toContain(key)

    const id = /^\d+/.exec(line)?.[0] ?? ''
    expect((await postbag('keys', 'revoke', id)).code).toBe(0)
    test.ctx.changes.announce({ articleIds: [], settings: true })
    expect(await statusWith(key)).toBe(400)
    expect((await postbag('keys', 'list')).out).toMatch(/From a terminal {2}revoked 20/)
    await expect(postbag('keys', 'revoke', id)).rejects.toThrow('no working key')
  })

  it.each([
    [['keys', 'create'], 'whose program'],
    [['keys', 'create', 'a', 'b'], 'whose program'],
    [['keys', 'create', 'Coral', '--per-second', 'many'], 'from 1 to 10,000'],
    [['keys', 'create', 'Coral', '--unknown', 'publish'], 'error or hold'],
    [['keys', 'revoke', 'Coral'], 'postbag keys list'],
  ])('refuses %o with a sentence', async (words, sentence) => {
    await expect(postbag(...words)).rejects.toThrow(sentence)
  })
})
