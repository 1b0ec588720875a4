import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hours, minutes } from '../../src/lib/clock.ts'
import { setCommentMode } from '../../src/newsroom/article-store.ts'
import { TestPaper, type Visitor } from '../support/app.ts'
import { fillQueue } from '../support/queue.ts'

const words = {
  text: 'Who pays for the second closure of the quay?',
  name: 'Marian Holt',
  email: 'marian@readers.example',
}

describe('sending a comment', () => {
  let test: TestPaper
  let reader: Visitor
  let articleId: number
  beforeAll(async () => {
    test = await TestPaper.open()
  })
  beforeEach(async () => {
    articleId = await test.publishArticle()
    reader = test.visitor()
  })
  afterAll(() => test.close())

  const address = () => `/a/${articleId}/comments`
  const stored = async () =>
    (
      await sql<{
        n: number
      }>`select count(*)::int as n from comment where article_id = ${articleId}`.execute(test.db)
    ).rows[0]?.n
  const asScript = { headers: { accept: 'application/json' } }

  it('twenty clicks at once make one comment and one letter, and every click gets the same receipt', async () => {
    const answers = await Promise.all(
      Array.from(
        { length: 20 },
        async () =>
          (await (await reader.send(address(), words, asScript)).json()) as { ok: boolean; receipt: string },
      ),
    )
    expect(new Set(answers.map((answer) => answer.receipt)).size).toBe(1)
    expect(answers.every((answer) => answer.ok && answer.receipt.startsWith('/receipts/'))).toBe(true)
    expect(await stored()).toBe(1)
  })

  it('the same words in other case and spacing within ten minutes are the same comment; later they are a new one', async () => {
    const email = 'tomas@readers.example'
    await reader.send(address(), { ...words, email })
    test.clock.pass(minutes(9))
    await reader.send(address(), {
      ...words,
      email,
      text: '  WHO pays for the second closure,\n of the quay?',
    })
    expect(await stored()).toBe(1)
    test.clock.pass(minutes(2))
    await reader.send(address(), { ...words, email, told: 'yes' })
    expect(await stored()).toBe(2)
  })

  it('a retry with the script’s key finds its comment even an hour later', async () => {
    const email = 'priya@readers.example'
    const key = 'k'.repeat(32)
    const first = (await (await reader.send(address(), { ...words, email, key }, asScript)).json()) as {
      receipt: string
    }
    test.clock.pass(hours(1))
    const again = (await (await reader.send(address(), { ...words, email, key }, asScript)).json()) as {
      receipt: string
    }
    expect(again.receipt).toBe(first.receipt)
    expect(await stored()).toBe(1)
  })

  it.each([
    ['an empty comment', { text: ' \u200b ' }, 422, 'The comment is empty'],
    ['5,001 characters', { text: 'x'.repeat(5_001) }, 422, 'has 5,001 characters; 5,000 fit'],
    [
      'ten thousand combining marks',
      { text: `e${'\u0301'.repeat(4_900)}` },
      422,
      'more marks than can be printed',
    ],
    ['no name', { name: '' }, 422, 'A name is missing'],
    ['no address', { email: '' }, 422, 'An e-mail address is missing'],
    [
      'an address with a line break',
      { email: 'a@readers.example\r\nBcc: b@readers.example' },
      422,
      'No letter can be sent',
    ],
    ['a parent that is none', { parent: '1; drop table comment' }, 422, 'could not be made out'],
    ['a parent elsewhere', { parent: '999999' }, 409, 'no longer public'],
  ])('%s is refused with a sentence, and what was typed comes back', async (_, change, status, sentence) => {
    const response = await reader.send(address(), { ...words, ...change })
    const page = await response.text()
    expect(response.status).toBe(status)
    expect(page).toContain(sentence)
    if (!('name' in change)) expect(page).toContain('value="Marian Holt"')
    expect(await stored()).toBe(0)
  })

  it('a comment of 1 MB is refused before it is read', async () => {
    const response = await reader.send(address(), { ...words, text: 'x'.repeat(1_000_000) })
    expect(response.status).toBe(413)
    expect(await response.text()).toContain('your browser still has your words')
  })

  it('bytes that are no UTF-8 are refused, a NUL is taken out', async () => {
    const bad = await reader.fetch(address(), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      body: 'text=%ff%fe&name=M&email=m%40readers.example',
    })
    expect(bad.status).toBe(400)
    await reader.send(address(), { ...words, email: 'nul@readers.example', text: 'Who\u0000 pays?' })
    const { rows } = await sql<{
      text: string
    }>`select text from comment_revision cr join comment c on c.id = cr.comment_id where c.article_id = ${articleId}`.execute(
      test.db,
    )
    expect(rows).toEqual([{ text: 'Who pays?' }])
  })

  it('three letters an hour go to one address, then the words wait in the form', async () => {
    const email = 'edith@readers.example'
    for (let n = 0; n < 3; n++)
      expect((await reader.send(address(), { ...words, email, text: `Comment ${n} of mine` })).status).toBe(
        200,
      )
    const fourth = await reader.send(address(), { ...words, email, text: 'One more comment of mine' })
    expect(fourth.status).toBe(429)
    expect(await fourth.text()).toContain('One more comment of mine')
    test.clock.pass(hours(1))
    expect((await reader.send(address(), { ...words, email, text: 'One more comment of mine' })).status).toBe(
      200,
    )
  })

  it('unconfirmed for 48 hours it is deleted, and the ledger says so', async () => {
    await reader.send(address(), { ...words, email: 'late@readers.example' })
    test.clock.pass(hours(49))
    await test.run('sweep')
    expect(await stored()).toBe(0)
    const { rows } = await sql<{
      kind: string
    }>`select kind from ledger where article_id = ${articleId} and comment_id is not null order by seq`.execute(
      test.db,
    )
    expect(rows.map((row) => row.kind)).toEqual(['comment_submitted', 'comment_expired'])
    const left = await sql<{
      email: string
    }>`select email from commenter where email = 'late@readers.example'`.execute(test.db)
    expect(left.rows).toEqual([])
  })

  it('closed comments take none, and a reply to what is gone is refused', async () => {
    const [id = 0] = await fillQueue(test, 1, { articleId })
    expect((await reader.send(address(), { ...words, parent: String(id) })).status).toBe(409)
    await setCommentMode(
      test.db,
      { of: 'article', id: articleId },
      'closed',
      { staffId: test.staffIds.nell },
      test.clock.now(),
    )
    const closed = await reader.send(address(), words)
    expect(closed.status).toBe(409)
    expect(await closed.text()).toContain('Comments under this article are closed.')
  })

  it('in post-moderation a confirmed comment is public at once, on the decision of whoever armed it, and waits to be read', async () => {
    await setCommentMode(
      test.db,
      { of: 'article', id: articleId },
      'post',
      { staffId: test.staffIds.nell },
      test.clock.now(),
    )
    test.ctx.changes.announce({ articleIds: [articleId], settings: true })
    await reader.send(address(), { ...words, email: 'wren@readers.example' })
    await test.run('letters')
    const mail = await reader.get('/mailbox')
    const letter = await reader.get(/href="(\/mailbox\/\d+)"/.exec(mail.text)?.[1] ?? '')
    await reader.post(/localhost:4000(\/confirmations\/[^"]+)"/.exec(letter.text)?.[1] ?? '', {})
    expect((await reader.get(`/a/${articleId}/a-headline`)).text).toContain('second closure')
    const { rows } = await sql<{ decider: string; staff_id: number; reason: string }>`
      select d.decider, d.staff_id, q.reason from decision d join queue_item q on q.comment_id = d.comment_id where d.article_id = ${articleId}`.execute(
      test.db,
    )
    expect(rows).toEqual([{ decider: 'rule', staff_id: test.staffIds.nell, reason: 'post' }])
    // With the cookie of the confirmed address the next one needs no letter.
    const next = (await (
      await reader.send(
        address(),
        { ...words, email: 'wren@readers.example', text: 'And another thing about it.' },
        asScript,
      )
    ).json()) as { state: string }
    expect(next.state).toBe('published')
  })

  it('a chain of 1,000 replies is shown flat below four levels and paged', async () => {
    let parentId: number | null = null
    const ids: number[] = []
    for (let n = 0; n < 1_000; n++) {
      const [id = 0] = await fillQueue(test, 1, {
        articleId,
        parentId,
        state: 'published',
        text: `Reply ${n}`,
      })
      ids.push(id)
      parentId = id
    }
    test.ctx.changes.announce({ articleIds: [articleId], settings: false })
    const page = await reader.get(`/a/${articleId}/a-headline`)
    expect(page.text.match(/<ol/g)?.length).toBeLessThanOrEqual(5)
    expect(page.text).toContain('in reply to Marian Holt')
    expect(page.text).toContain('989 more replies')
    let next: string | undefined = `/a/${articleId}/c/${ids[0]}`
    const seen = new Set<string>()
    for (let pages = 0; next && pages < 20; pages++) {
      const thread = await reader.get(next)
      for (const [, id = ''] of thread.text.matchAll(/<time id="c(\d+)"/g)) seen.add(id)
      next = /rel="next" href="([^"]+)"/.exec(thread.text)?.[1]
    }
    expect(seen.size).toBe(1_000)
    const deep = await reader.get(`/a/${articleId}/c/${ids[700]}`)
    expect(deep.text).toContain(`id="c${ids[700]}"`)
  }, 60_000)
})

it('the sixth comment in ten minutes from one address is asked to wait, with its words kept by the browser', async () => {
  const test = await TestPaper.open({ limits: {} })
  const reader = test.visitor()
  const send = (n: number) =>
    reader.send(`/a/${test.articleId}/comments`, { ...words, email: `r${n}@readers.example` })
  for (let n = 0; n < 5; n++) expect((await send(n)).status).toBe(200)
  const sixth = await send(6)
  expect(sixth.status).toBe(429)
  expect(await sixth.text()).toContain('That was many comments in a short time.')
  expect(Number(sixth.headers.get('retry-after'))).toBeGreaterThan(0)
  await test.close()
})
