import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type CommentAct,
  type CommentState,
  commentActs,
  commentCan,
  commentStates,
} from '../../src/comments/comment.ts'
import { minutes } from '../../src/lib/clock.ts'
import { refFor } from '../../src/lib/ids.ts'
import { type Page, TestPaper, type Visitor } from '../support/app.ts'
import { fillQueue } from '../support/queue.ts'

/** Each act, sent by its own form to a comment in each state: what `commentCan` refuses changes nothing at all. */
describe('every act on a comment in every state', () => {
  let test: TestPaper
  let reader: Visitor
  let nell: Visitor
  let token: string
  let decisions = new Map<number, number>()
  beforeAll(async () => {
    test = await TestPaper.open()
    reader = test.visitor()
    nell = await test.signedIn('nell')
    token = await nell.formToken()
    decisions = new Map()
  })
  afterAll(() => test.close())

  const ref = (kind: 'receipt' | 'confirmation', id: number) => refFor(test.ctx.secret, kind, id)
  const fenceOf = async (id: number): Promise<string> => {
    const card = await nell.post('/desk/claims', { form_token: token, comment: String(id) })
    const held = card.text.includes(`/desk/comments/${id}/decisions`)
    return held ? (/name="fence" value="(\d+)"/.exec(card.text)?.[1] ?? '') : ''
  }
  const decide = async (id: number, act: string, rule = ''): Promise<Page> => {
    const fence = await fenceOf(id)
    return nell.post(`/desk/comments/${id}/decisions`, { form_token: token, act, rule, fence })
  }
  const latestDecision = async (id: number): Promise<number> => {
    const { rows } = await sql<{ id: number }>`
      select id from decision where comment_id = ${id} order by id desc limit 1`.execute(test.db)
    return rows[0]?.id ?? 0
  }
  let readers = 0
  const write = async (fields: Record<string, string> = {}): Promise<Page> =>
    reader.post(`/a/${test.articleId}/comments`, {
      text: `Letter ${++readers} about the ice house.`,
      name: 'Marian Holt',
      email: `reader${readers}@readers.example`,
      ...fields,
    })

  const into: Record<CommentState, () => Promise<number>> = {
    unconfirmed: async () => {
      const page = await write()
      return Number(/\/receipts\/(\d+)-/.exec(page.text)?.[1])
    },
    held: async () => (await fillQueue(test, 1, { email: `held${++readers}@readers.example` }))[0] as number,
    published: async () =>
      (
        await fillQueue(test, 1, { state: 'published', email: `up${++readers}@readers.example` })
      )[0] as number,
    rejected: async () => {
      const id = await into.held()
      await decide(id, 'reject', 'spam')
      return id
    },
    removed: async () => {
      const id = await into.published()
      await decide(id, 'remove', 'spam')
      return id
    },
    withdrawn: async () => {
      const id = await into.published()
      await reader.post(`/receipts/${ref('receipt', id)}/withdrawal`, {})
      return id
    },
  }

  const acts: Record<CommentAct, (id: number) => Promise<Page>> = {
    confirm: (id) => reader.post(`/confirmations/${ref('confirmation', id)}`, {}),
    publish: (id) => decide(id, 'publish'),
    keep: (id) => decide(id, 'keep'),
    reject: (id) => decide(id, 'reject', 'link'),
    resend: (id) =>
      reader.post(`/receipts/${ref('receipt', id)}/revision`, { text: 'The same thought in calmer words.' }),
    withdraw: (id) => reader.post(`/receipts/${ref('receipt', id)}/withdrawal`, {}),
    hold: (id) => decide(id, 'hold'),
    remove: (id) => decide(id, 'remove', 'link'),
    restore: async (id) => {
      const decision = decisions.get(id) ?? 0
      return nell.post(`/desk/decisions/${decision}/reversal`, { form_token: token })
    },
    reply: (id) => write({ parent: String(id) }),
    report: (id) =>
      reader.post(`/a/${test.articleId}/c/${id}/reports`, { rule: 'spam', words: '', email: '' }),
    allow_links: (id) => nell.post(`/desk/comments/${id}/links`, { form_token: token, allowed: 'yes' }),
  }

  /** Everything that an act could leave behind. */
  const traces = async (id: number): Promise<unknown> => {
    const { rows } = await sql`
      select c.state, c.published_at, c.settled_at, c.rule_id, c.links_allowed, c.revision_no,
        (select count(*)::int from comment_revision r where r.comment_id = c.id) as revisions,
        (select count(*)::int from decision d where d.comment_id = c.id) as decisions,
        (select count(*)::int from ledger l where l.comment_id = c.id) as entries,
        (select count(*)::int from report r where r.comment_id = c.id) as reports,
        (select count(*)::int from letter l where l.comment_id = c.id) as letters,
        (select count(*)::int from comment a where a.parent_id = c.id) as answers,
        (select reason from queue_item q where q.comment_id = c.id) as waits
      from comment c where c.id = ${id}`.execute(test.db)
    return rows[0]
  }

  const cases = commentStates.flatMap((state) => commentActs.map((act) => [act, state] as const))

  it.each(cases.filter(([act, state]) => commentCan(act, { state })))(
    '%s works on one that is %s',
    async (act, state) => {
      const id = await into[state]()
      decisions.set(id, await latestDecision(id))
      test.clock.pass(minutes(1))
      const before = await traces(id)
      const page = await acts[act](id)
      expect(page.status, page.text.slice(0, 2_000)).toBeLessThan(400)
      expect(await traces(id)).not.toEqual(before)
    },
  )

  it.each(cases.filter(([act, state]) => !commentCan(act, { state })))(
    '%s changes nothing on one that is %s',
    async (act, state) => {
      const id = await into[state]()
      // What could be undone there is some other act than putting a comment back.
      if (act !== 'restore') decisions.set(id, await latestDecision(id))
      test.clock.pass(minutes(1))
      const before = await traces(id)
      const page = await acts[act](id)
      expect(await traces(id)).toEqual(before)
      // A link in a letter may be pressed twice: it leads to what became of the comment.
      if (act === 'confirm') expect(page.path).toContain('/receipts/')
      else expect(page.status).toBeGreaterThanOrEqual(400)
    },
  )

  it('not even where the commenter took back what the desk had taken down before', async () => {
    const id = await into.published()
    await decide(id, 'remove', 'spam')
    const takedown = await latestDecision(id)
    await nell.post(`/desk/decisions/${takedown}/reversal`, { form_token: token })
    await acts.withdraw(id)
    const before = await traces(id)
    for (const decision of [takedown, await latestDecision(id)]) {
      const page = await nell.post(`/desk/decisions/${decision}/reversal`, { form_token: token })
      expect(page.status).toBeGreaterThanOrEqual(400)
    }
    expect(await traces(id)).toEqual(before)
  })
})
