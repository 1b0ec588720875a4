import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { TestPaper, type Visitor } from '../support/app.ts'

type Answer = { ok: boolean; receipt: string; state: string; message: string }

describe('comments that come at once and are written together', () => {
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

  const send = async (n: number, more: Record<string, string> = {}): Promise<Answer> => {
    const words = {
      text: `Berth ${n} has stood empty since the spring tide.`,
      name: `Reader ${n}`,
      email: `reader${n}@readers.example`,
      told: 'yes',
      ...more,
    }
    const response = await reader.send(`/a/${articleId}/comments`, words, {
      headers: { accept: 'application/json' },
    })
    return (await response.json()) as Answer
  }

  it('each gets its own receipt, words, signals, letter and ledger entry', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => send(n)))
    expect(new Set(answers.map((answer) => answer.receipt)).size).toBe(40)
    const { rows } = await sql<{ id: number; name: string; text: string; letters: number; entries: number }>`
      select c.id, c.printed_name as name, cr.text,
        (select count(*)::int from letter l where l.comment_id = c.id and l.commenter_id = c.commenter_id) as letters,
        (select count(*)::int from ledger e where e.comment_id = c.id and e.kind = 'comment_submitted') as entries
      from comment c join comment_revision cr on cr.comment_id = c.id join comment_signal s on s.comment_id = c.id
      where c.article_id = ${articleId}`.execute(test.db)
    expect(rows).toHaveLength(40)
    for (const row of rows) {
      const n = row.name.replace('Reader ', '')
      expect(row).toMatchObject({
        text: `Berth ${n} has stood empty since the spring tide.`,
        letters: 1,
        entries: 1,
      })
      const receipt = answers[Number(n)]?.receipt ?? ''
      expect(receipt).toContain(`/${row.id}-`)
    }
  })

  it("a script's key that was used before spoils only its own comment", async () => {
    const key = 'k'.repeat(24)
    const first = await send(0, { key, text: 'The first words sent under this key.' })
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        send(n, n === 7 ? { key, text: 'Other words, the same key.' } : {}),
      ),
    )
    expect(answers[7]?.receipt).toBe(first.receipt)
    expect(new Set(answers.map((answer) => answer.receipt)).size).toBe(20)
    expect(answers.every((answer) => answer.ok)).toBe(true)
  })

  it('a reply under another article is refused while its neighbours are taken', async () => {
    const elsewhere = articleId
    const { receipt } = await send(1)
    const strange = /\/(\d+)-/.exec(receipt)?.[1] ?? ''
    await sql`update comment set state = 'published', published_at = now() where id = ${Number(strange)}`.execute(
      test.db,
    )
    articleId = await test.publishArticle()
    expect(articleId).not.toBe(elsewhere)
    const [reply, ...others] = await Promise.all([
      send(2, { parent: strange }),
      ...Array.from({ length: 10 }, (_, n) => send(n + 3)),
    ])
    expect(reply?.ok).toBe(false)
    expect(others.every((answer) => answer.ok)).toBe(true)
  })
})
