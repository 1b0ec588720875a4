import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BulkAct } from '../../src/desk/bulk.ts'
import { decideChosen, reverseChosen } from '../../src/desk/bulk-store.ts'
import { claimComment } from '../../src/desk/claim-store.ts'
import { decide } from '../../src/desk/decision-store.ts'
import { TestPaper, type Visitor } from '../support/app.ts'
import { fillQueue } from '../support/queue.ts'

describe('many comments decided at once', () => {
  let test: TestPaper
  let asha: Visitor
  let form_token: string
  let by: { staffId: number; policyVersion: string }
  let colleague: { staffId: number; policyVersion: string }
  beforeAll(async () => {
    test = await TestPaper.open()
    asha = await test.signedIn('asha')
    form_token = await asha.formToken()
    const { policy } = await test.ctx.settings.now()
    by = { staffId: test.staffIds.asha, policyVersion: policy.version }
    colleague = { staffId: test.staffIds.jonas, policyVersion: policy.version }
  })
  afterAll(() => test.close())
  beforeEach(async () => {
    await sql`delete from queue_item`.execute(test.db)
  })

  let readers = 0
  const held = async (count: number, articleId = test.articleId): Promise<number[]> => {
    const ids: number[] = []
    for (let n = 0; n < count; n++)
      ids.push(...(await fillQueue(test, 1, { articleId, email: `many${++readers}@readers.example` })))
    return ids
  }
  const order = (ids: readonly number[], act: BulkAct = 'refuse') => ({
    act,
    ruleId: act === 'refuse' ? 'spam' : null,
    chosen: ids.map((commentId) => ({ commentId, revisionNo: 1 })),
    typedCount: ids.length,
  })
  const statesOf = async (ids: readonly number[]): Promise<string[]> => {
    const { rows } = await sql<{ state: string }>`
      select state from comment where id = any(${[...ids]}::bigint[]) order by id`.execute(test.db)
    return rows.map((row) => row.state)
  }
  const ticks = (ids: readonly number[]) => Object.fromEntries(ids.map((id) => [`item-${id}`, '1']))
  const send = (ids: readonly number[], more: Record<string, string>) =>
    asha.post('/desk/batches', { form_token, shown: ids.join(' '), ...ticks(ids), ...more })

  it('are one batch with a decision and a ledger entry each, and one entry for the whole', async () => {
    const ids = await held(4)
    const page = await send(ids, { count: '4', rule: 'spam' })
    expect(page.text).toContain('Refused: ')
    expect(await statesOf(ids)).toEqual(Array(4).fill('rejected'))
    const { rows } = await sql<{ batches: number; decisions: number; entries: number; whole: number }>`
      select count(distinct d.batch_id)::int as batches, count(*)::int as decisions,
        (select count(*)::int from ledger l where l.comment_id = any(${ids}::bigint[]) and l.kind = 'comment_rejected'
          and l.rule_id = 'spam') as entries,
        (select count(*)::int from ledger l where l.kind = 'comments_decided' and l.batch_id = min(d.batch_id)) as whole
      from decision d where d.comment_id = any(${ids}::bigint[])`.execute(test.db)
    expect(rows).toEqual([{ batches: 1, decisions: 4, entries: 4, whole: 1 }])
  })

  it('are not decided for a number that differs from the ticks, nor without an act; every tick stays', async () => {
    const ids = await held(3)
    const wrong = await asha.post('/desk/batches', {
      form_token,
      shown: ids.join(' '),
      ...ticks(ids.slice(0, 2)),
      count: '3',
      rule: 'spam',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('2 comments are ticked: type that number to confirm.')
    expect(
      [...wrong.text.matchAll(/name="item-(\d+)" value="1"( checked)?/g)].map(([, id, on]) => [
        Number(id),
        !!on,
      ]),
    ).toEqual([
      [ids[0], true],
      [ids[1], true],
      [ids[2], false],
    ])
    // Enter in the field presses the first button, which decides nothing.
    expect((await send(ids, { count: '3', act: '' })).text).toContain(
      'Publish them, or refuse them under a rule',
    )
    expect((await send([], { count: '0', act: 'publish' })).text).toContain('None is ticked')
    expect((await send(ids, { count: '3', rule: 'no_such' })).status).toBe(422)
    expect(await statesOf(ids)).toEqual(Array(3).fill('held'))
  })

  it('are shown to be looked over when they come from a list, and nothing is decided by that', async () => {
    const ids = await held(2)
    const page = await asha.post('/desk/batches', { form_token, ...ticks(ids) })
    expect(page.status).toBe(200)
    expect(page.text).toContain('2 are ticked')
    expect(await statesOf(ids)).toEqual(['held', 'held'])
  })

  it('leave out what a colleague has in hand, and say who', async () => {
    const ids = await held(3)
    await claimComment(test.db, ids[1] ?? 0, test.staffIds.jonas, test.clock.now())
    const page = await send(ids, { count: '3', act: 'publish' })
    expect(page.text).toContain('1 was left out')
    expect(page.text).toContain('Jonas Weir has it in hand')
    expect(await statesOf(ids)).toEqual(['published', 'held', 'published'])
  })

  it('leave out what has other words than those that were read', async () => {
    const ids = await held(2)
    await sql`insert into comment_revision (comment_id, revision_no, text, created_at)
      values (${ids[0]}, 2, 'Other words.', now())`.execute(test.db)
    await sql`update comment set revision_no = 2 where id = ${ids[0]}`.execute(test.db)
    const done = await decideChosen(test.db, order(ids), by, test.clock.now())
    expect(done).toMatchObject({
      ok: true,
      value: { count: 1, leftOut: [{ commentId: ids[0], why: 'moved_on' }] },
    })
  })

  it('are never decided twice, whatever single decisions and second presses come at the same moment', async () => {
    for (let round = 0; round < 8; round++) {
      const ids = await held(6)
      const now = test.clock.now()
      const claims = await Promise.all(
        ids.slice(0, 3).map((id) => claimComment(test.db, id, colleague.staffId, now)),
      )
      const [first, second] = await Promise.all([
        decideChosen(test.db, order(ids), by, now),
        decideChosen(test.db, order(ids, 'publish'), by, now),
        ...claims.map(
          (claim) =>
            claim &&
            decide(
              test.db,
              { commentId: claim.commentId, act: 'publish', ruleId: null, words: '', fence: claim.fence },
              colleague,
              now,
            ),
        ),
      ])
      expect([first.ok, second.ok].filter(Boolean)).toHaveLength(1)
      const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from decision where comment_id = any(${ids}::bigint[]) group by comment_id`.execute(
        test.db,
      )
      expect(rows).toEqual(Array(6).fill({ n: 1 }))
    }
  })

  it('are refused by name where there are more than may be decided at once', async () => {
    const many = Array.from({ length: 1_001 }, (_, n) => 900_000 + n)
    const page = await send(many, { count: '1001', rule: 'spam' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('At most 1,000 comments are decided at once')
  })

  it('reach no further than the sections of whoever decides, and are undone by nobody who does not reach all', async () => {
    const harbour = await test.publishArticle({ headline: 'Of the harbour' })
    await sql`update article set section_id = 2 where id = ${harbour}`.execute(test.db)
    const ids = [...(await held(1)), ...(await held(1, harbour))]
    const limit = sql`insert into staff_section (staff_id, section_id) values (${test.staffIds.asha}, 1)`
    await limit.execute(test.db)
    const done = await decideChosen(test.db, order(ids), by, test.clock.now())
    expect(done).toMatchObject({ ok: true, value: { count: 1 } })
    expect(await statesOf(ids)).toEqual(['rejected', 'held'])
    await sql`delete from staff_section`.execute(test.db)
    const both = await held(1)
    const whole = await decideChosen(test.db, order([...both, ids[1] ?? 0]), by, test.clock.now())
    await limit.execute(test.db)
    const batchId = whole.ok ? whole.value.batchId : 0
    expect(
      await reverseChosen(test.db, { batchId, mayReverseOthers: true }, by, test.clock.now()),
    ).toMatchObject({ refusal: { code: 'section_not_yours' } })
    await sql`delete from staff_section`.execute(test.db)
  })

  describe('and undone as one', () => {
    const pagesOf = async (articleId: number): Promise<string> => {
      test.ctx.changes.announce({ articleIds: [articleId], settings: false })
      return (await test.visitor().get(`/a/${articleId}/a-headline`)).text
    }
    const queueOf = async (articleId: number) =>
      (
        await sql`select comment_id, reason, priority, entered_at from queue_item
          where article_id = ${articleId} order by 1`.execute(test.db)
      ).rows

    it.each(['publish', 'refuse'] as const)(
      'leave every page to the byte and the queue to the row as before (%s)',
      async (act) => {
        const articleId = await test.publishArticle()
        const ids = [
          ...(await held(2, articleId)),
          ...(await fillQueue(test, 2, {
            articleId,
            state: 'published',
            email: `up${++readers}@readers.example`,
          })),
        ]
        const [page, queue] = [await pagesOf(articleId), await queueOf(articleId)]
        test.clock.pass(5_000)
        const done = await decideChosen(test.db, order(ids, act), by, test.clock.now())
        expect(done).toMatchObject({ ok: true, value: { count: 4 } })
        expect(await pagesOf(articleId)).not.toBe(page)
        expect(await queueOf(articleId)).toEqual([])
        const batchId = done.ok ? done.value.batchId : 0
        test.clock.pass(5_000)
        const undone = await asha.post(`/desk/batches/${batchId}/reversal`, { form_token })
        expect(undone.text).toContain('Undone')
        expect(await pagesOf(articleId)).toBe(page)
        expect(await queueOf(articleId)).toEqual(queue)
        expect((await asha.post(`/desk/batches/${batchId}/reversal`, { form_token })).status).toBe(409)
      },
    )

    it('only by whoever decided, or a senior', async () => {
      const ids = await held(2)
      const done = await decideChosen(test.db, order(ids), colleague, test.clock.now())
      const batchId = done.ok ? done.value.batchId : 0
      expect((await asha.post(`/desk/batches/${batchId}/reversal`, { form_token })).status).toBe(403)
      const undone = { batchId, mayReverseOthers: true }
      expect((await reverseChosen(test.db, undone, by, test.clock.now())).ok).toBe(true)
      expect(await statesOf(ids)).toEqual(['held', 'held'])
    })

    it('but for what has been decided anew or taken back since', async () => {
      const ids = await held(3)
      const done = await decideChosen(test.db, order(ids, 'publish'), by, test.clock.now())
      const remove = {
        commentId: ids[0] ?? 0,
        act: 'remove',
        ruleId: 'spam',
        words: '',
        fence: null,
      } as const
      await decide(test.db, remove, colleague, test.clock.now())
      await sql`update comment set state = 'withdrawn' where id = ${ids[1]}`.execute(test.db)
      const batchId = done.ok ? done.value.batchId : 0
      const undone = await reverseChosen(test.db, { batchId, mayReverseOthers: false }, by, test.clock.now())
      expect(undone).toMatchObject({ ok: true, value: { count: 1 } })
      expect(await statesOf(ids)).toEqual(['removed', 'withdrawn', 'held'])
    })
  })

  describe('write to each writer once', () => {
    const lettersTo = async (email: string): Promise<string[]> => {
      const { rows } = await sql<{ subject: string }>`
        select subject from mailbox_letter where to_email = ${email} order by letter_id`.execute(test.db)
      return rows.map((row) => row.subject)
    }
    it('after ten seconds, in which an undo stops it, and later an undo is followed by another letter', async () => {
      const of = (email: string, count: number) => fillQueue(test, count, { email })
      const quick = await of('quick-many@readers.example', 3)
      const first = await decideChosen(test.db, order(quick), by, test.clock.now())
      test.clock.pass(9_000)
      await test.run('letters')
      const reverse = { batchId: first.ok ? first.value.batchId : 0, mayReverseOthers: false }
      await reverseChosen(test.db, reverse, by, test.clock.now())
      test.clock.pass(60_000)
      await test.run('letters')
      expect(await lettersTo('quick-many@readers.example')).toEqual([])

      const [one, three] = [await of('one@readers.example', 1), await of('three@readers.example', 3)]
      const second = await decideChosen(test.db, order([...one, ...three]), by, test.clock.now())
      test.clock.pass(11_000)
      await test.run('letters')
      await reverseChosen(
        test.db,
        { batchId: second.ok ? second.value.batchId : 0, mayReverseOthers: false },
        by,
        test.clock.now(),
      )
      test.clock.pass(11_000)
      await test.run('letters')
      expect(await lettersTo('one@readers.example')).toEqual([
        'Your comment in The Saltmere Courier was not published',
        'Your comment in The Saltmere Courier: the decision was reversed',
      ])
      expect(await lettersTo('three@readers.example')).toEqual([
        '3 of your comments in The Saltmere Courier were not published',
        'Your comments in The Saltmere Courier are back',
      ])
    })
  })

  it('answer the reports on each, and an undo opens them again', async () => {
    const [id = 0] = await fillQueue(test, 1, { state: 'published', email: 'reported@readers.example' })
    await test.visitor().post(`/a/${test.articleId}/c/${id}/reports`, { rule: 'spam', words: '', email: '' })
    const stateOf = async () =>
      (await sql<{ state: string }>`select state from report where comment_id = ${id}`.execute(test.db)).rows
    expect(await stateOf()).toEqual([{ state: 'open' }])
    const done = await decideChosen(test.db, order([id]), by, test.clock.now())
    expect(await stateOf()).toEqual([{ state: 'upheld' }])
    const batchId = done.ok ? done.value.batchId : 0
    await reverseChosen(test.db, { batchId, mayReverseOthers: false }, by, test.clock.now())
    expect(await stateOf()).toEqual([{ state: 'open' }])
  })
})
