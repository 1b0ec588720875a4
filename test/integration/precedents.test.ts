import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { FreshAct } from '../../src/desk/decision.ts'
import { decide, reverseDecision } from '../../src/desk/decision-store.ts'
import { eraseAddress } from '../../src/desk/erase-store.ts'
import { listPrecedents } from '../../src/desk/precedent-store.ts'
import { refFor } from '../../src/lib/ids.ts'
import { TestPaper, type Visitor } from '../support/app.ts'
import { fillQueue } from '../support/queue.ts'

const QUESTION = 'Surely the harbourmaster pockets bribes from the trawler owners, as everybody knows.'

describe('how things like this were decided', () => {
  let test: TestPaper
  let asha: Visitor
  let nell: Visitor
  let by: { staffId: number; policyVersion: string }
  beforeAll(async () => {
    test = await TestPaper.open()
    asha = await test.signedIn('asha')
    nell = await test.signedIn('nell')
    const { policy } = await test.ctx.settings.now()
    by = { staffId: test.staffIds.asha, policyVersion: policy.version }
  })
  afterAll(() => test.close())
  let inHand = 0
  beforeEach(async () => {
    await sql`delete from precedent`.execute(test.db)
    await sql`delete from precedent_pin`.execute(test.db)
    await sql`update comment_revision set text = null`.execute(test.db)
    inHand = await held(QUESTION)
  })

  let writers = 0
  const held = async (
    text: string,
    email = `writer${++writers}@readers.example`,
    articleId = test.articleId,
  ) => (await fillQueue(test, 1, { text, email, articleId }))[0] ?? 0
  const rule = async (commentId: number, act: FreshAct, ruleId: string | null = null): Promise<number> => {
    const order = { commentId, act, ruleId, words: '', fence: null }
    const done = await decide(test.db, order, by, test.clock.now())
    if (!done.ok) throw new Error(done.refusal.code)
    return done.value.decisionId
  }
  const decided = async (text: string, act: FreshAct, ruleId: string | null = null, email?: string) => {
    const commentId = await held(text, email)
    const decisionId = await rule(commentId, act, ruleId)
    await test.run('precedents')
    return { commentId, decisionId }
  }
  const found = async () =>
    (
      await listPrecedents(
        test.db,
        { commentId: inHand, text: QUESTION },
        { staffId: test.staffIds.asha, limit: 12 },
      )
    ).map(({ commentId, act, ruleId, undone }) => ({ commentId, act, ruleId, undone }))

  it('are the nearest decided texts with their rule and how they divide, however they were disguised', async () => {
    const refused = await decided(
      'The h4rbourmaster takes BRIBES from trawler owners!',
      'reject',
      'defamatory',
    )
    const let_out = await decided('The harbourmaster says that no bribes were offered.', 'publish')
    await decided('The library opens on Tuesday with new shelves.', 'publish')
    expect(await found()).toEqual([
      { commentId: refused.commentId, act: 'reject', ruleId: 'defamatory', undone: 0 },
      { commentId: let_out.commentId, act: 'publish', ruleId: null, undone: 0 },
    ])
    const page = await asha.get(`/desk/comments/${inHand}/precedents`)
    expect(page.text).toContain('Of the 2 nearest: 1 refused: ')
    expect(page.text).toContain('1 published.')
  })

  it('show what was undone, and a second try in other words', async () => {
    const first = await decided('The harbourmaster takes bribes.', 'reject', 'defamatory')
    await reverseDecision(
      test.db,
      { decisionId: first.decisionId, mayReverseOthers: false },
      by,
      test.clock.now(),
    )
    expect(await found()).toEqual([{ commentId: first.commentId, act: null, ruleId: null, undone: 1 }])
    await rule(first.commentId, 'publish')
    expect(await found()).toEqual([{ commentId: first.commentId, act: 'publish', ruleId: null, undone: 1 }])
    const second = await decided('The harbourmaster lives on bribes.', 'reject', 'defamatory')
    const receipt = refFor(test.ctx.secret, 'receipt', second.commentId)
    await test
      .visitor()
      .post(`/receipts/${receipt}/revision`, { text: 'I trust no harbourmaster.', told: 'yes' })
    const page = await asha.get(`/desk/comments/${inHand}/precedents`)
    expect(page.text).toContain('in other words since: held')
  })

  it('hold nothing that no person has read: not what a rule let out, nor what was decided at once', async () => {
    await fillQueue(test, 1, {
      text: 'Bribes for the harbourmaster, unread.',
      email: 'rule@readers.example',
      state: 'published',
    })
    const many = [await held('Harbourmaster bribes one.'), await held('Harbourmaster bribes two.')]
    const form_token = await asha.formToken()
    const ticks = Object.fromEntries(many.map((id) => [`item-${id}`, '1']))
    await asha.post('/desk/batches', { form_token, ...ticks, count: '2', rule: 'spam' })
    await test.run('precedents')
    expect(await found()).toEqual([])
    expect((await asha.get(`/desk/comments/${inHand}/precedents`)).text).toContain(
      'Nothing like it has been decided by a person yet.',
    )
  })

  it('lose a text that is withdrawn or erased at once, its words with it, and so do the pins', async () => {
    const gone = await decided('Bribes for the harbourmaster.', 'publish', null, 'gone@readers.example')
    const back = await decided('Harbourmaster and bribes again.', 'publish')
    const form_token = await nell.formToken()
    for (const { commentId } of [gone, back])
      await nell.post('/desk/examples', {
        form_token,
        comment: String(commentId),
        revision: '1',
        rule: 'defamatory',
        note: 'A claim of fact.',
      })
    expect((await asha.get('/desk/examples')).text).toContain('Bribes for the harbourmaster.')
    await eraseAddress(test.db, 'gone@readers.example', test.clock.now())
    await test
      .visitor()
      .post(`/receipts/${refFor(test.ctx.secret, 'receipt', back.commentId)}/withdrawal`, {})
    expect(await found()).toEqual([])
    const page = await asha.get('/desk/examples')
    expect(page.text).not.toContain('Bribes for the harbourmaster.')
    expect(page.text).not.toContain('Harbourmaster and bribes again.')
    await test.run('precedents')
    const { rows } = await sql`select comment_id from precedent`.execute(test.db)
    expect(rows).toEqual([])
  })

  it('of another section are not shown to whoever has sections of one’s own', async () => {
    const elsewhere = await test.publishArticle({ headline: 'Of the harbour' })
    await sql`update article set section_id = 2 where id = ${elsewhere}`.execute(test.db)
    await rule(await held('Harbourmaster, bribes, harbour.', undefined, elsewhere), 'publish')
    await test.run('precedents')
    expect(await found()).toHaveLength(1)
    await sql`insert into staff_section (staff_id, section_id) values (${test.staffIds.asha}, 1)`.execute(
      test.db,
    )
    expect(await found()).toEqual([])
    expect((await asha.get(`/desk/comments/${inHand}/precedents`)).text).not.toContain('bribes, harbour.')
    await sql`delete from staff_section`.execute(test.db)
  })

  it('are pinned to a rule by an editor alone, shown with the rule on the card, and unpinned, all on record', async () => {
    const { commentId } = await decided('The harbourmaster takes bribes.', 'reject', 'defamatory')
    const fields = { comment: String(commentId), revision: '1', rule: 'defamatory', from: String(inHand) }
    const pin = (who: Visitor, form_token: string, note: string) =>
      who.post('/desk/examples', { form_token, ...fields, note })
    expect((await pin(asha, await asha.formToken(), 'x')).status).toBe(403)
    const token = await nell.formToken()
    expect((await pin(nell, token, '  ')).text).toContain('Say in a few words what the example shows.')
    const long = await pin(nell, token, 'n'.repeat(301))
    expect(long.status).toBe(422)
    expect(long.text).toContain('n'.repeat(301))
    expect((await pin(nell, token, 'A claim <b>of fact</b>.')).text).toContain(
      'A claim &lt;b&gt;of fact&lt;/b&gt;.',
    )
    expect((await pin(nell, token, 'Twice.')).text).toContain('pinned to that rule already')
    const card = await asha.post('/desk/claims', {
      form_token: await asha.formToken(),
      comment: String(inHand),
    })
    expect(card.text).toContain('A claim &lt;b&gt;of fact&lt;/b&gt;.')
    const { rows } = await sql<{ id: number }>`select id from precedent_pin`.execute(test.db)
    const gone = await nell.post(`/desk/examples/${rows[0]?.id}/end`, { form_token: token })
    expect(gone.text).not.toContain('A claim &lt;b')
    expect((await nell.post(`/desk/examples/${rows[0]?.id}/end`, { form_token: token })).status).toBe(404)
    const entries = await sql`
      select kind, staff_id, rule_id from ledger where comment_id = ${commentId} and kind like 'precedent%' order by seq`.execute(
      test.db,
    )
    const entry = { staff_id: test.staffIds.nell, rule_id: 'defamatory' }
    expect(entries.rows).toEqual([
      { kind: 'precedent_pinned', ...entry },
      { kind: 'precedent_unpinned', ...entry },
    ])
  })

  it('cannot be pinned before a person has decided', async () => {
    const token = await nell.formToken()
    const page = await nell.post('/desk/examples', {
      form_token: token,
      comment: String(inHand),
      revision: '1',
      rule: 'spam',
      note: 'Early.',
    })
    expect(page.status).toBe(409)
  })
})
