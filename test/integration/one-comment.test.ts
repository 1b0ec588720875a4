import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seconds } from '../../src/lib/clock.ts'
import { TestPaper, type Visitor } from '../support/app.ts'

/** The one story that everything stands on: written, confirmed, decided, answered, taken down, put back. */
describe('one comment, from the form to the record', () => {
  let test: TestPaper
  let reader: Visitor
  let asha: Visitor
  let token: string
  let article: string
  let receipt = ''

  beforeAll(async () => {
    test = await TestPaper.open()
    reader = test.visitor()
    asha = await test.signedIn('asha')
    token = await asha.formToken()
    article = `/a/${test.articleId}/the-east-quay-opens`
  })
  afterAll(() => test.close())

  const letters = async () => (await test.visitor().get('/mailbox')).text
  const onCard = async () => {
    const card = await asha.post('/desk/claims', { form_token: token })
    return {
      id: /\/desk\/comments\/(\d+)\/decisions/.exec(card.text)?.[1] ?? '',
      fence: /name="fence" value="(\d+)"/.exec(card.text)?.[1] ?? '',
      text: card.text,
    }
  }

  it('is stored unconfirmed, and nobody sees it', async () => {
    const page = await reader.post(`/a/${test.articleId}/comments`, {
      text: 'Who pays for the <b>second</b> closure?',
      name: 'Marian Holt',
      email: 'marian@readers.example',
    })
    expect(page.text).toContain('A letter is on its way to you')
    receipt = /href="(\/receipts\/[^"]+)"/.exec(page.text)?.[1] ?? ''
    expect((await reader.get(receipt)).text).toContain('waits for your confirmation')
    expect((await reader.get(article)).text).not.toContain('second')
    expect((await asha.get('/desk/queue')).text).not.toContain('Marian')
  })

  it('is confirmed by the button on the letter’s page, not by opening it', async () => {
    await test.run('letters')
    const [, letter = ''] = /href="(\/mailbox\/\d+)"/.exec(await letters()) ?? []
    const [, link = ''] =
      /href="http:\/\/localhost:4000(\/confirmations\/[^"]+)"/.exec((await reader.get(letter)).text) ?? []
    expect((await reader.get(link)).text).toContain('Send this comment to the desk?')
    expect((await reader.get(receipt)).text).toContain('waits for your confirmation')
    const confirmed = await reader.post(link, {})
    expect(confirmed.path).toBe(receipt)
    expect(confirmed.text).toContain('It is next in the queue.')
    expect(reader.cookies.has('postbag_letters')).toBe(true)
  })

  it('is published by the desk, escaped, with a letter after ten seconds', async () => {
    const card = await onCard()
    expect(card.text).toContain('Who pays for the &lt;b&gt;second&lt;/b&gt; closure?')
    await asha.post(`/desk/comments/${card.id}/decisions`, {
      form_token: token,
      act: 'publish',
      fence: card.fence,
    })
    expect((await reader.get(article)).text).toContain('Who pays for the &lt;b&gt;second&lt;/b&gt; closure?')
    await test.run('letters')
    expect(await letters()).not.toContain('is published')
    test.clock.pass(seconds(10))
    await test.run('letters')
    expect(await letters()).toContain('is published')
  })

  it('is taken down, leaves a tombstone that names the rule, and is put back to the byte', async () => {
    const before = (await reader.get(article)).text
    const [, id = ''] = /id="c(\d+)"/.exec(before) ?? []
    test.clock.pass(seconds(60))
    const taken = await asha.post('/desk/takedowns', {
      form_token: token,
      scope: 'comment',
      comment: id,
      rule: 'personal_attack',
    })
    expect(taken.status).toBe(200)
    const after = (await reader.get(article)).text
    expect(after).not.toContain('second')
    expect(after).not.toContain('Marian Holt')
    expect(after).toContain('rule 4: personal attack')
    expect((await reader.get(receipt)).text).toContain('was taken down')
    const [, batch = ''] = /\/desk\/takedowns\/(\d+)\/reversal/.exec(taken.text) ?? []
    await asha.post(`/desk/takedowns/${batch}/reversal`, { form_token: token })
    expect((await reader.get(article)).text).toBe(before)
  })

  it('stands in the public record without anybody’s name', async () => {
    await test.run('seal')
    const record = (await reader.get('/record')).text
    expect(record).toContain('Taken down')
    expect(record).toContain('Put back')
    expect(record).not.toMatch(/Marian|Asha|readers\.example/)
    const { rows } = await sql<{
      kind: string
    }>`select kind from ledger where comment_id is not null order by seq`.execute(test.db)
    expect(rows.map((row) => row.kind)).toEqual([
      'comment_submitted',
      'comment_confirmed',
      'comment_held',
      'comment_published',
      'comment_removed',
      'comment_restored',
    ])
  })
})
