import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TestPaper, type Visitor } from '../support/app.ts'
import { fillQueue } from '../support/queue.ts'

describe('a comment by the paper itself', () => {
  let test: TestPaper
  let asha: Visitor
  let token: string
  beforeAll(async () => {
    test = await TestPaper.open()
    asha = await test.signedIn('asha')
    token = await asha.formToken()
  })
  afterAll(() => test.close())

  const formOf = async (parent?: number) => {
    const address = `/desk/articles/${test.articleId}/comment`
    const page = await asha.get(parent === undefined ? address : `${address}?parent=${parent}`)
    return { address, page, key: /name="key" value="([^"]+)"/.exec(page.text)?.[1] ?? '' }
  }
  const send = async (fields: Record<string, string>) =>
    asha.post(`/desk/articles/${test.articleId}/comment`, { form_token: token, parent: '', ...fields })
  const story = () => test.visitor().get(`/a/${test.articleId}/the-east-quay-opens`)

  it('is printed at once under its writer’s name, marked, and on record as their decision', async () => {
    const { key } = await formOf()
    const page = await send({ key, text: 'The minutes are in the library & on our desk.' })
    expect(page.path).toMatch(/^\/desk\/comments\/\d+$/)
    const { text } = await story()
    expect(text).toContain('The minutes are in the library &amp; on our desk.')
    expect(text).toMatch(/<bdi>Asha Rao<\/bdi> <i class="staff">/)
    const { rows } = await sql`
      select d.act, d.decider, s.name, l.kind from decision d join staff s on s.id = d.staff_id
      join ledger l on l.decision_id = d.id join comment c on c.id = d.comment_id where c.staff_id is not null`.execute(
      test.db,
    )
    expect(rows).toEqual([{ act: 'publish', decider: 'staff', name: 'Asha Rao', kind: 'comment_published' }])
  })

  it('answers a reader, below the reader’s words', async () => {
    const [id = 0] = await fillQueue(test, 1, {
      state: 'published',
      text: 'Who keeps the key of the ice house?',
    })
    const { page, key } = await formOf(id)
    expect(page.text).toContain('Who keeps the key of the ice house?')
    await send({ key, parent: String(id), text: 'The manager does.' })
    const { rows } = await sql`select parent_id, root_id, depth from comment where parent_id = ${id}`.execute(
      test.db,
    )
    expect(rows).toEqual([{ parent_id: id, root_id: id, depth: 1 }])
  })

  it('is made once, however often the form is sent', async () => {
    const { key } = await formOf()
    const once = await send({ key, text: 'Sent twice.' })
    const twice = await send({ key, text: 'Sent twice.' })
    expect(twice.path).toBe(once.path)
    const { rows } = await sql`select 1 from comment_revision where text = 'Sent twice.'`.execute(test.db)
    expect(rows).toHaveLength(1)
  })

  it('cannot answer what is not public; the words come back in the form', async () => {
    const [id = 0] = await fillQueue(test, 1)
    expect((await formOf(id)).page.text).toContain('no longer public')
    const refused = await send({ key: '', parent: String(id), text: 'Too late, <i>alas</i>.' })
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('no longer public')
    expect(refused.text).toContain('Too late, &lt;i&gt;alas&lt;/i&gt;.')
  })

  it('needs words, and an article that takes comments', async () => {
    expect((await send({ key: '', text: ' \u200b ' })).status).toBe(422)
    await sql`update article set comment_mode = 'closed' where id = ${test.articleId}`.execute(test.db)
    expect((await send({ key: '', text: 'Closed to readers; a last word from us.' })).status).toBe(200)
    await sql`update article set comment_mode = 'off' where id = ${test.articleId}`.execute(test.db)
    const refused = await send({ key: '', text: 'Nobody would see this.' })
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('are closed')
  })

  it('is undone like any decision: it goes back to the queue', async () => {
    await sql`update article set comment_mode = 'pre' where id = ${test.articleId}`.execute(test.db)
    const { key } = await formOf()
    const page = await send({ key, text: 'A word too many.' })
    const reversal = /\/desk\/decisions\/(\d+)\/reversal/.exec(page.text)?.[0] ?? ''
    await asha.post(reversal, { form_token: token })
    expect((await story()).text).not.toContain('A word too many.')
    expect((await asha.get('/desk/queue')).text).toContain('A word too many.')
  })
})
