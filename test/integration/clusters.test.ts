import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findCluster } from '../../src/desk/cluster-store.ts'
import { decide } from '../../src/desk/decision-store.ts'
import { eraseAddress } from '../../src/desk/erase-store.ts'
import { TestPaper, type Visitor } from '../support/app.ts'
import { fillQueue } from '../support/queue.ts'
import { onTheSameMatter, raidMessages, raidOf } from '../support/raid.ts'

const message = raidMessages[0] ?? ''

describe('comments that are like the one in hand', () => {
  let test: TestPaper
  let asha: Visitor
  let nell: Visitor
  let form_token: string
  beforeAll(async () => {
    test = await TestPaper.open()
    asha = await test.signedIn('asha')
    nell = await test.signedIn('nell')
    form_token = await asha.formToken()
  })
  afterAll(() => test.close())
  beforeEach(async () => {
    await sql`delete from queue_item`.execute(test.db)
    await sql`delete from near_key`.execute(test.db)
  })

  const waiting = async (texts: readonly string[], email?: string): Promise<number[]> => {
    const ids: number[] = []
    for (const [n, text] of texts.entries())
      ids.push(...(await fillQueue(test, 1, { text, email: email ?? `raider${n}@readers.example` })))
    await test.run('cluster')
    return ids
  }
  const alike = async (commentId: number, text: string, floor = 0.25): Promise<number[]> => {
    const where = { staffId: test.staffIds.asha, floor }
    const { members } = await findCluster(test.db, { commentId, text }, where)
    return members.map((member) => member.commentId).sort((a, b) => a - b)
  }

  it('are found however they were edited, and what others wrote on the same matter is not', async () => {
    const raid = raidOf(message, 40, 3)
    const ids = await waiting(raid)
    await waiting(onTheSameMatter)
    expect(await alike(ids[0] ?? 0, raid[0] ?? '')).toEqual(ids.slice(1))
  })

  it('are said on the card, and listed with the most doubtful first and the differences marked', async () => {
    const raid = raidOf(message, 14, 3)
    const [first = 0] = await waiting(raid)
    const card = await asha.post('/desk/claims', { form_token, comment: String(first) })
    expect(card.text).toContain('And 13 like it wait.')
    const page = await asha.get(`/desk/comments/${first}/like`)
    expect(page.text).toContain('The 10 most doubtful')
    expect(page.text).toContain('The other 4')
    const shares = [...page.text.matchAll(/(\d+) % alike/g)].map(([, share]) => Number(share))
    expect(shares).toHaveLength(14)
    expect(Math.max(...shares.slice(0, 10))).toBeLessThanOrEqual(Math.min(...shares.slice(10)))
    expect(page.text).toContain('<mark>')
  })

  it('are not looked for below the floor that the editor set, nor can a moderator set it', async () => {
    const raid = raidOf(message, 6, 3)
    const [first = 0] = await waiting(raid)
    expect((await asha.post('/desk/clusters/floor', { form_token, floor: '90' })).status).toBe(403)
    const token = await nell.formToken()
    expect((await nell.post('/desk/clusters/floor', { form_token: token, floor: '7' })).status).toBe(422)
    const set = { form_token: token, floor: '90', like: String(first) }
    expect((await nell.post('/desk/clusters/floor', set)).text).toContain('Nothing that waits is 90 per cent')
    expect((await asha.get(`/desk/comments/${first}/like?similarity=30`)).text).toContain('90 per cent alike')
    const { rows } = await sql`select value from ledger where kind = 'paper_changed'`.execute(test.db)
    expect(rows).toEqual([{ value: 'publication:cluster_floor' }])
    await nell.post('/desk/clusters/floor', { ...set, floor: '25' })
  })

  it('are gone from the cluster when they are decided, withdrawn or erased, and so are their keys', async () => {
    const raid = raidOf(message, 4, 3)
    const [first = 0, second = 0] = await waiting(raid.slice(0, 3))
    const [erased = 0] = await waiting(raid.slice(3), 'gone@readers.example')
    const { policy } = await test.ctx.settings.now()
    const by = { staffId: test.staffIds.jonas, policyVersion: policy.version }
    const order = { commentId: second, act: 'publish', ruleId: null, words: '', fence: null } as const
    expect((await decide(test.db, order, by, test.clock.now())).ok).toBe(true)
    await eraseAddress(test.db, 'gone@readers.example', test.clock.now())
    expect(await alike(first, raid[0] ?? '')).toHaveLength(1)
    await test.run('cluster')
    const { rows } = await sql<{ id: number }>`
      select comment_id as id from near_key where comment_id in (${second}, ${erased})`.execute(test.db)
    expect(rows).toEqual([])
  })

  it('of which a text too short to be told from others has none', async () => {
    const ids = await waiting(['Well said.', 'Well said!', 'well said'])
    expect(await alike(ids[0] ?? 0, 'Well said.')).toEqual([])
  })

  it('of another section are neither counted nor listed for whoever has sections of one’s own', async () => {
    const elsewhere = await test.publishArticle({ headline: 'Of the harbour' })
    await sql`update article set section_id = 2 where id = ${elsewhere}`.execute(test.db)
    const raid = raidOf(message, 3, 3)
    const ids = await waiting(raid.slice(0, 2))
    await fillQueue(test, 1, { text: raid[2] ?? '', articleId: elsewhere, email: 'h@readers.example' })
    await test.run('cluster')
    expect(await alike(ids[0] ?? 0, raid[0] ?? '')).toHaveLength(2)
    await sql`insert into staff_section (staff_id, section_id) values (${test.staffIds.asha}, 1)`.execute(
      test.db,
    )
    expect(await alike(ids[0] ?? 0, raid[0] ?? '')).toEqual(ids.slice(1))
    await sql`delete from staff_section`.execute(test.db)
  })

  it('have keys as soon as they wait again after an undo', async () => {
    const raid = raidOf(message, 2, 3)
    const [first = 0, second = 0] = await waiting(raid)
    const token = await nell.formToken()
    await nell.post(`/desk/comments/${second}/decisions`, { form_token: token, act: 'publish', fence: '' })
    await test.run('cluster')
    const { rows } = await sql<{ id: number }>`
      select max(id) as id from decision where comment_id = ${second}`.execute(test.db)
    await nell.post(`/desk/decisions/${rows[0]?.id}/reversal`, { form_token: token })
    await test.run('cluster')
    expect(await alike(first, raid[0] ?? '')).toEqual([second])
  })
})
