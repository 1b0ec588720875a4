import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seconds } from '../../src/lib/clock.ts'
import { TestPaper, type Visitor } from '../support/app.ts'
import { fillQueue } from '../support/queue.ts'

type Loaded = { commentId: number; fence: number; markup: string }
type Answer = {
  ok: boolean
  code: string
  message: string
  changed: string
  undo: string
  kept: number[]
  cards: Loaded[]
}

describe('cards loaded ahead', () => {
  let test: TestPaper
  let asha: Visitor
  let jonas: Visitor
  let ids: number[]
  const tokens = new Map<Visitor, string>()
  beforeAll(async () => {
    test = await TestPaper.open()
    ids = (await fillQueue(test, 12)).sort((a, b) => a - b)
    asha = await test.signedIn('asha')
    jonas = await test.signedIn('jonas')
    for (const who of [asha, jonas]) tokens.set(who, await who.formToken())
  })
  afterAll(() => test.close())

  const send = async (who: Visitor, path: string, fields: Record<string, string> = {}): Promise<Answer> => {
    const form = { form_token: tokens.get(who) ?? '', ...fields }
    const answer = await who.send(path, form, { headers: { accept: 'application/json' } })
    return (await answer.json()) as Answer
  }
  const take = async (who: Visitor) => {
    const page = await who.post('/desk/claims', { form_token: tokens.get(who) ?? '' })
    const [, comment = '', fence = ''] = /data-comment="(\d+)" data-fence="(\d+)"/.exec(page.text) ?? []
    return { commentId: Number(comment), fence }
  }

  it('are the next two of the queue, whole, and nobody else is given them', async () => {
    const inHand = await take(asha)
    const { cards } = await send(asha, '/desk/cards', { hand: `${inHand.commentId}.${inHand.fence}` })
    expect([inHand.commentId, ...cards.map((card) => card.commentId)]).toEqual(ids.slice(0, 3))
    for (const card of cards) expect(card.markup).toContain(`data-fence="${card.fence}"`)
    expect((await take(jonas)).commentId).toBe(ids[3])
    const again = await send(asha, '/desk/cards', {
      hand: `${inHand.commentId}.${inHand.fence}`,
      held: cards.map((card) => `${card.commentId}.${card.fence}`).join(' '),
    })
    expect(again).toMatchObject({ kept: ids.slice(1, 3), cards: [] })
  })

  it('a reload shows the card in hand, not one that lies ahead', async () => {
    expect((await asha.get('/desk')).text).toContain(`data-comment="${ids[0]}"`)
  })

  it('a decision answers with its undo; the first card ahead is then the one in hand', async () => {
    const fence = /data-fence="(\d+)"/.exec((await asha.get('/desk')).text)?.[1] ?? ''
    const answer = await send(asha, `/desk/comments/${ids[0]}/decisions`, { act: 'publish', fence })
    expect(answer.ok).toBe(true)
    expect(answer.undo).toContain('/reversal')
    // Sent once more because the answer got lost: the truth is that it was taken.
    const repeat = { act: 'publish', fence, again: '1' }
    expect((await send(asha, `/desk/comments/${ids[0]}/decisions`, repeat)).ok).toBe(true)
    const { rows } = await sql`select 1 from decision where comment_id = ${ids[0]}`.execute(test.db)
    expect(rows).toHaveLength(1)
    expect((await asha.get('/desk')).text).toContain(`data-comment="${ids[1]}"`)
  })

  it('say to the others who is on them, and not to her', async () => {
    const of = `/desk/presence?of=${ids.join('+')}`
    const seen = async (who: Visitor) => {
      const answer = await who.fetch(of, { headers: { accept: 'application/json' } })
      const { waiting } = (await answer.json()) as { waiting: { comment: number; who: string | null }[] }
      return new Map(waiting.map((one) => [one.comment, one.who]))
    }
    expect((await seen(jonas)).get(ids[1] ?? 0)).toMatch(/ is on this$/)
    expect((await seen(asha)).get(ids[1] ?? 0)).toBeNull()
    expect((await seen(jonas)).has(ids[0] ?? 0)).toBe(false)
    test.clock.pass(seconds(91))
    expect((await seen(jonas)).get(ids[1] ?? 0)).toBeNull()
  })

  it('a page that has gone gives its comment back in a moment, wherever its browser is sent on to', async () => {
    const { commentId, fence } = await take(asha)
    const gone = { form_token: tokens.get(asha) ?? '', fence }
    await asha.post(`/desk/claims/${commentId}/release`, gone, { headers: { 'sec-fetch-mode': 'no-cors' } })
    test.clock.pass(seconds(4))
    const mine = { form_token: tokens.get(jonas) ?? '', comment: String(commentId) }
    expect((await jonas.post('/desk/claims', mine)).text).toContain(`data-comment="${commentId}"`)
    await jonas.post('/desk/claims', { form_token: tokens.get(jonas) ?? '', after: String(commentId) })
    test.clock.pass(seconds(91))
  })

  it('a stale holder changes nothing, and is shown what its writer changed', async () => {
    const { commentId, fence } = await take(asha)
    test.clock.pass(seconds(91))
    await jonas.post('/desk/claims', { form_token: tokens.get(jonas) ?? '', comment: String(commentId) })
    // Refused by a colleague meanwhile, and sent again by its writer in other words.
    await sql`
      with again as (insert into comment_revision (comment_id, revision_no, text, created_at)
        values (${commentId}, 2, 'Comment <b>rewritten</b> about the quay.', now()))
      update comment set revision_no = 2 where id = ${commentId}`.execute(test.db)
    const order = { act: 'reject', rule: 'spam', fence, revision: '1' }
    const answer = await send(asha, `/desk/comments/${commentId}/decisions`, order)
    expect(answer).toMatchObject({ ok: false, code: 'claim_lost' })
    expect(answer.changed).toContain('&lt;b&gt;rewritten')
    expect(answer.changed).toContain('<ins>')
    const page = await asha.post(`/desk/comments/${commentId}/decisions`, {
      form_token: tokens.get(asha) ?? '',
      ...order,
    })
    expect(page.text).toContain('Its writer has put it in other words meanwhile')
  })

  it('the words a decision goes by are places in the record, and words in the letter and on the receipt', async () => {
    const { commentId, fence } = await take(asha)
    const order = { act: 'reject', rule: 'spam', fence, quote: 'about the quay' }
    expect(
      (await send(asha, `/desk/comments/${commentId}/decisions`, { ...order, quote: 'not there' })).code,
    ).toBe('evidence_astray')
    expect((await send(asha, `/desk/comments/${commentId}/decisions`, order)).ok).toBe(true)
    const { rows } = await sql<{ value: string; text: string }>`
      select l.value, cr.text from ledger l join comment_revision cr on cr.comment_id = l.comment_id
      where l.comment_id = ${commentId} and l.kind = 'evidence_cited'`.execute(test.db)
    const [start, end] = (rows[0]?.value ?? '').split('-').map(Number)
    expect(rows[0]?.text.slice(start, end)).toBe('about the quay')
    test.clock.pass(seconds(11))
    await test.run('letters')
    const mail = await sql<{ body: string }>`
      select body from mailbox_letter where body like '%It goes by these words%'`.execute(test.db)
    expect(mail.rows[0]?.body).toContain('> about the quay')
    const receipt = /\/receipts\/\S+/.exec(mail.rows[0]?.body ?? '')?.[0] ?? ''
    expect((await asha.get(receipt)).text).toContain('It goes by these words: “<bdi>about the quay</bdi>”')
  })

  it('handed to legal it is out of a moderator’s reach, frozen as it stood, and comes back by a new entry', async () => {
    const { commentId, fence } = await take(jonas)
    const up = { to: 'legal', note: 'A named man, and an allegation.', fence }
    await jonas.post(`/desk/comments/${commentId}/escalations`, {
      form_token: tokens.get(jonas) ?? '',
      ...up,
    })
    const mine = { form_token: tokens.get(jonas) ?? '', comment: String(commentId) }
    expect((await jonas.post('/desk/claims', mine)).status).toBe(409)
    expect((await jonas.get('/desk/queue')).text).not.toContain(`data-item="${commentId}"`)
    const nell = await test.signedIn('nell')
    const token = await nell.formToken()
    const page = await nell.post('/desk/claims', { form_token: token, comment: String(commentId) })
    expect(page.text).toContain('A named man, and an allegation.')
    const frozen = await sql<{ text: string }>`
      select frozen->'revision'->>'text' as text from escalation where comment_id = ${commentId}`.execute(
      test.db,
    )
    expect(frozen.rows[0]?.text).toContain('about the quay')
    await expect(sql`update escalation set note = 'other'`.execute(test.db)).rejects.toThrow('append-only')
    const back = { form_token: token, to: 'everyone', fence: /data-fence="(\d+)"/.exec(page.text)?.[1] ?? '' }
    await nell.post(`/desk/comments/${commentId}/escalations`, back)
    expect((await jonas.get('/desk/queue')).text).toContain(`data-item="${commentId}"`)
  })
})
