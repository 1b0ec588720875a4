import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hours, minutes } from '../../src/lib/clock.ts'
import { setCommentMode } from '../../src/newsroom/article-store.ts'
import { type Page, TestPaper, type Visitor } from '../support/app.ts'
import { confirmedReader, write } from '../support/unread.ts'

describe('the thermostat of a thread', () => {
  let test: TestPaper
  let jonas: Visitor
  let token: string
  let articleId = 0
  beforeAll(async () => {
    test = await TestPaper.open()
    jonas = await test.signedIn('jonas')
    token = await jonas.formToken()
  })
  afterAll(() => test.close())
  beforeEach(async () => {
    articleId = await test.publishArticle({ headline: 'A vote at midnight' })
    const by = { staffId: test.staffIds.nell }
    await setCommentMode(test.db, { of: 'article', id: articleId }, 'post', by, test.clock.now())
  })

  const set = (setting: string, fields: Record<string, string> = {}, visitor = jonas): Promise<Page> =>
    visitor.post(`/desk/articles/${articleId}/thread`, {
      form_token: token,
      setting,
      pause: '10',
      hours: '4',
      ...fields,
    })
  const article = () => test.visitor().get(`/a/${articleId}/a-vote-at-midnight`)
  const stateOf = async (id: number) =>
    (await sql<{ state: string }>`select state from comment where id = ${id}`.execute(test.db)).rows[0]?.state
  const send = (reader: Visitor, email: string, text: string) =>
    reader.post(`/a/${articleId}/comments`, { text, name: 'Marian Holt', email, told: 'yes' })

  it('adds no byte to an open article', async () => {
    const before = await article()
    await set('slow')
    expect((await article()).text.length).toBeGreaterThan(before.text.length)
    await set('open')
    expect((await article()).text).toBe(before.text)
  })

  it('closed takes no comment, says until when, and is open again by itself', async () => {
    const { reader, email } = await confirmedReader(test)
    await set('closed', { hours: '2' })
    const closed = await article()
    expect(closed.text).toContain('Closed for now, until')
    expect(closed.text).not.toContain('Send to the desk')
    const refused = await send(reader, email, 'Just one more word.')
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('Just one more word.')
    test.clock.pass(hours(2))
    // Even before anything has noticed: the time decides.
    expect(await stateOf(await write(test, reader, 'At last.', { email, articleId }))).toBe('published')
    await test.run('thermostat')
    const open = await article()
    expect(open.text).toContain('Send to the desk')
    expect(open.text).not.toContain('Closed for now')
  })

  it('says nothing of who is read first where the article is closed anyway', async () => {
    const by = { staffId: test.staffIds.nell }
    await setCommentMode(test.db, { of: 'article', id: articleId }, 'closed', by, test.clock.now())
    await set('hold_all')
    expect((await article()).text).toContain('Comments under this story are closed.')
    expect((await article()).text).not.toContain('For now we read')
  })

  it('reads all first, or only whoever was never published', async () => {
    const known = await confirmedReader(test)
    await write(test, known.reader, 'Published once before.', { email: known.email, articleId })
    const newcomer = await confirmedReader(test)
    const one = (who: typeof known, text: string) =>
      write(test, who.reader, text, { email: who.email, articleId }).then(stateOf)
    await set('hold_new')
    expect(await one(known, 'Known here.')).toBe('published')
    expect(await one(newcomer, 'New here.')).toBe('held')
    await set('hold_all')
    expect(await one(known, 'Known here, and waiting.')).toBe('held')
    await set('open')
    expect(await one(newcomer, 'New, and out at once.')).toBe('published')
  })

  it('slow asks a pause under this article only', async () => {
    const { reader, email } = await confirmedReader(test)
    await set('slow')
    expect((await send(reader, email, 'A first word.')).status).toBe(200)
    const second = await send(reader, email, 'A second word.')
    expect(second.status).toBe(429)
    expect(second.text).toContain('One comment in 10 minutes is the pace')
    expect(second.text).toContain('A second word.')
    expect(await stateOf(await write(test, reader, 'Elsewhere, at once.', { email }))).toBe('held')
    test.clock.pass(minutes(10))
    expect((await send(reader, email, 'A second word.')).status).toBe(200)
  })

  it('shows what comes in and recommends from it; a person takes it', async () => {
    const { reader, email } = await confirmedReader(test)
    for (let n = 0; n < 12; n++)
      await write(test, reader, `You are all idiots and liars, number ${n} and counting.`, {
        email,
        articleId,
      })
    const page = await jonas.get('/desk/threads')
    expect(page.text).toContain('A vote at midnight')
    expect(page.text).toContain('12 comments in 30 minutes')
    expect(page.text).toMatch(/<b>(Slow|Read newcomers first|Read all first)<\/b> may be in order/)
    const { rows } = await sql`select 1 from thread_setting where article_id = ${articleId}`.execute(test.db)
    expect(rows).toEqual([])
    const set_ = await set('hold_all')
    expect(set_.text).toContain('Read all first</b> <span>until')
    const entries = await sql<{ actor: string; value: string }>`
      select actor, value from ledger where kind = 'thread_set' and article_id = ${articleId}`.execute(
      test.db,
    )
    expect(entries.rows).toEqual([{ actor: 'staff', value: 'hold_all:4' }])
  })

  it('is a senior’s, within their sections; bad input changes nothing', async () => {
    const asha = await test.signedIn('asha')
    const form_token = await asha.formToken()
    expect((await set('closed', { form_token }, asha)).status).toBe(403)
    expect((await set('burning')).status).toBe(422)
    expect((await set('slow', { pause: '0' })).status).toBe(422)
    expect((await set('closed', { hours: '1000' })).status).toBe(422)
    await sql`insert into staff_section (staff_id, section_id) values (${test.staffIds.jonas}, 2)`.execute(
      test.db,
    )
    expect((await set('closed')).status).toBe(403)
    await sql`delete from staff_section`.execute(test.db)
    const { rows } = await sql`select 1 from thread_setting where article_id = ${articleId}`.execute(test.db)
    expect(rows).toEqual([])
  })
})
