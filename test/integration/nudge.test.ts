import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hostileGroups } from '../hostile/cases.ts'
import { TestPaper } from '../support/app.ts'

describe('words that may break a rule, before they go to the desk', () => {
  let test: TestPaper
  let sent = 0
  beforeAll(async () => {
    test = await TestPaper.open()
  })
  afterAll(() => test.close())

  const send = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
    test
      .visitor()
      .post(
        `/a/${test.articleId}/comments`,
        { name: 'Marian Holt', email: `marian${++sent}@readers.example`, ...fields },
        { headers },
      )
  const stored = async () =>
    (await sql<{ n: number }>`select count(*)::int as n from comment`.execute(test.db)).rows[0]?.n

  it('are shown to their writer marked, with the rule in its own words, and are not stored', async () => {
    const page = await send({ text: 'The plan is late. You are a fool & always were.' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('Argue with what was said, not with the person who said it.')
    expect(page.text).toMatch(/<mark>[^<]*fool[^<]*<\/mark>/)
    expect(page.text).toContain('Send it all the same')
    // Nothing typed is lost.
    expect(page.text).toContain('You are a fool &amp; always were.</textarea>')
    expect(page.text).toContain('value="Marian Holt"')
    expect(await stored()).toBe(0)
  })

  it('go to the desk unchanged when they are sent all the same', async () => {
    const page = await send({ text: 'You are a fool and always were.', told: 'yes' })
    expect(page.text).toContain('A letter is on its way to you')
    expect(await stored()).toBe(1)
  })

  it('send the script to the page that can mark them', async () => {
    const page = await send({ text: 'You are a fool and always were.' }, { accept: 'application/json' })
    expect(JSON.parse(page.text)).toEqual({ ok: false, page: true })
  })

  it('are not asked about where no rule speaks', async () => {
    const page = await send({ text: 'The chairman should publish who paid for the survey.' })
    expect(page.text).toContain('A letter is on its way to you')
  })

  it('cannot write into the page with their marks', async () => {
    for (const { text } of hostileGroups.flatMap(({ cases }) => cases).slice(0, 60)) {
      const page = await send({ text: `You are a fool. ${text}`.slice(0, 4_000) })
      const shown = page.text.slice(page.text.indexOf('class="quoted"'))
      expect(shown.replace(/<\/?mark>/g, '').split('</p>')[0]).not.toMatch(/<(?!\/?p\b)/)
    }
  })
})
