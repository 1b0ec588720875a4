import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { claimNext } from '../../src/desk/claim-store.ts'
import { decide } from '../../src/desk/decision-store.ts'
import { putBack, takeDown } from '../../src/desk/takedown-store.ts'
import { TestPaper, type Visitor } from '../support/app.ts'
import { accountToken } from '../support/passkeys.ts'
import { fillQueue } from '../support/queue.ts'

const TOWN = 1
const HARBOUR = 2

describe('a moderator limited to a section', () => {
  let test: TestPaper
  let asha: Visitor
  let form_token = ''
  let town = 0
  let harbour = 0
  let homeless = 0
  let by = { staffId: 0, policyVersion: '' }

  beforeAll(async () => {
    test = await TestPaper.open()
    const inSection = async (headline: string, sectionId: number | null): Promise<number> => {
      const id = await test.publishArticle({ headline })
      await sql`update article set section_id = ${sectionId}::int where id = ${id}`.execute(test.db)
      return id
    }
    town = await inSection('A story of the town', TOWN)
    harbour = await inSection('A story of the harbour', HARBOUR)
    homeless = await inSection('A story of no section', null)
    const ines = await test.signedIn('ines')
    const limited = await ines.post(`/desk/staff/${test.staffIds.asha}`, {
      form_token: await accountToken(ines),
      act: 'sections',
      [`section-${HARBOUR}`]: 'yes',
    })
    expect(limited.status).toBe(200)
    asha = await test.signedIn('asha')
    form_token = await accountToken(asha)
    const { policy } = await test.ctx.settings.now()
    by = { staffId: test.staffIds.asha, policyVersion: policy.version }
  })
  afterAll(() => test.close())
  beforeEach(async () => {
    await sql`delete from queue_item`.execute(test.db)
  })

  const held = async (articleId: number): Promise<number> =>
    (await fillQueue(test, 1, { articleId, email: `r${Math.random()}@readers.example` }))[0] ?? 0
  const next = (staffId: number) =>
    claimNext(test.db, { staffId, reason: null, afterId: null }, test.clock.now())

  it('is on record, and said on their own page and in the list', async () => {
    const { rows } = await sql<{ value: string }>`
      select value from ledger where value like '%sections%'`.execute(test.db)
    expect(rows).toEqual([{ value: `staff:${test.staffIds.asha}:sections:${HARBOUR}` }])
    expect((await asha.get('/desk/account')).text).toContain('Your sections: Harbour.')
    expect((await asha.get('/desk/staff')).text).toContain('Only <bdi>Harbour</bdi>')
  })

  it('claims what is in the section and passes over the rest, which others get', async () => {
    const other = await held(town)
    const none = await held(homeless)
    const own = await held(harbour)
    expect((await next(test.staffIds.asha))?.commentId).toBe(own)
    expect(await next(test.staffIds.asha)).toBeUndefined()
    expect([
      (await next(test.staffIds.nell))?.commentId,
      (await next(test.staffIds.nell))?.commentId,
    ]).toEqual([other, none])
  })

  it('counts and lists only that', async () => {
    await held(town)
    await held(homeless)
    const own = await held(harbour)
    const { text } = await asha.get('/desk/queue')
    expect([...text.matchAll(/\/desk\/comments\/(\d+)"/g)].map(([, id]) => Number(id))).toEqual([own])
    expect(text).toMatch(/Queue <b>1<\/b>/)
  })

  it('is refused every other comment by name: card, claim, decision, links', async () => {
    const id = await held(town)
    const page = await asha.get(`/desk/comments/${id}`)
    expect(page.status).toBe(403)
    expect(page.text).toContain('a section which is not yours')
    expect((await asha.post('/desk/claims', { form_token, comment: String(id) })).status).toBe(409)
    const decision = { form_token, act: 'publish', rule: '', words: '', fence: '' }
    expect((await asha.post(`/desk/comments/${id}/decisions`, decision)).status).toBe(403)
    expect((await asha.post(`/desk/comments/${id}/links`, { form_token, allowed: 'yes' })).status).toBe(403)
    const { rows } = await sql`
      select state, links_allowed, (select count(*)::int from decision where comment_id = c.id) as decisions
      from comment c where id = ${id}`.execute(test.db)
    expect(rows).toEqual([{ state: 'held', links_allowed: false, decisions: 0 }])
  })

  it('is told the same of a comment that is not there as everybody', async () => {
    expect((await asha.get('/desk/comments/999999')).status).toBe(404)
  })

  it('loses a card that leaves the section while it is in hand: the decision is refused', async () => {
    const id = await held(harbour)
    const claim = await next(test.staffIds.asha)
    await sql`update article set section_id = ${TOWN} where id = ${harbour}`.execute(test.db)
    const order = {
      commentId: id,
      act: 'publish',
      ruleId: null,
      words: '',
      fence: claim?.fence ?? 0,
    } as const
    const decided = await decide(test.db, order, by, test.clock.now())
    await sql`update article set section_id = ${HARBOUR} where id = ${harbour}`.execute(test.db)
    expect(decided).toMatchObject({ ok: false, refusal: { code: 'section_not_yours' } })
  })

  it('undoes nothing in another section, though it was once an own decision', async () => {
    const id = await held(harbour)
    const order = { commentId: id, act: 'publish', ruleId: null, words: '', fence: null } as const
    const decided = await decide(test.db, order, by, test.clock.now())
    expect(decided.ok).toBe(true)
    await sql`update article set section_id = ${TOWN} where id = ${harbour}`.execute(test.db)
    const decisionId = decided.ok ? decided.value.decisionId : 0
    const undone = await asha.post(`/desk/decisions/${decisionId}/reversal`, { form_token })
    await sql`update article set section_id = ${HARBOUR} where id = ${harbour}`.execute(test.db)
    expect(undone.status).toBe(403)
  })

  it('takes down what is in the section only, and puts back no batch that reaches beyond it', async () => {
    const email = 'both@readers.example'
    const [inTown = 0] = await fillQueue(test, 1, { articleId: town, email, state: 'published' })
    const [inHarbour = 0] = await fillQueue(test, 1, { articleId: harbour, email, state: 'published' })
    const now = test.clock.now()
    const one = { ruleId: 'spam', typedCount: null }
    expect(await takeDown(test.db, { ...one, scope: 'comment', scopeId: inTown }, by, now)).toMatchObject({
      refusal: { code: 'nothing_to_take_down' },
    })
    const all = await takeDown(test.db, { ...one, scope: 'commenter', scopeId: inTown }, by, now)
    expect(all).toMatchObject({ ok: true, value: { count: 1, articleIds: [harbour] } })
    if (all.ok) expect((await putBack(test.db, all.value.batchId, by, now)).ok).toBe(true)
    const whole = { ...by, staffId: test.staffIds.nell }
    const both = await takeDown(test.db, { ...one, scope: 'commenter', scopeId: inHarbour }, whole, now)
    expect(both).toMatchObject({ ok: true, value: { count: 2 } })
    if (both.ok)
      expect(await putBack(test.db, both.value.batchId, by, now)).toMatchObject({
        refusal: { code: 'section_not_yours' },
      })
  })

  it('speaks for the paper in the section only', async () => {
    const words = { form_token, parent: '', text: 'The minutes are in the library.' }
    const elsewhere = { ...words, key: 'a'.repeat(22) }
    expect((await asha.post(`/desk/articles/${town}/comment`, elsewhere)).status).toBe(403)
    const at_home = { ...words, key: 'b'.repeat(22) }
    expect((await asha.post(`/desk/articles/${harbour}/comment`, at_home)).status).toBe(200)
  })

  it('whose sections change in the middle gives back the cards that are no longer theirs', async () => {
    const id = await held(harbour)
    expect((await next(test.staffIds.asha))?.commentId).toBe(id)
    const ines = await test.signedIn('ines')
    const path = `/desk/staff/${test.staffIds.asha}`
    await ines.post(path, {
      form_token: await accountToken(ines),
      act: 'sections',
      [`section-${TOWN}`]: 'yes',
    })
    const { rows } = await sql`select lease_staff_id from queue_item where comment_id = ${id}`.execute(
      test.db,
    )
    expect(rows).toEqual([{ lease_staff_id: null }])
    expect(await next(test.staffIds.asha)).toBeUndefined()
  })

  it('has the whole paper once raised to editor, whatever was set before', async () => {
    const ines = await test.signedIn('ines')
    const path = `/desk/staff/${test.staffIds.asha}`
    await ines.post(path, { form_token: await accountToken(ines), act: 'role', role: 'editor' })
    const id = await held(homeless)
    expect((await next(test.staffIds.asha))?.commentId).toBe(id)
  })
})
