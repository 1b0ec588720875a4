import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { claimComment, claimNext, leaveClaim, renewClaim } from '../../src/desk/claim-store.ts'
import { decide } from '../../src/desk/decision-store.ts'
import { seconds } from '../../src/lib/clock.ts'
import { TestPaper } from '../support/app.ts'
import { fillQueue } from '../support/queue.ts'

describe('two moderators and one queue', () => {
  let test: TestPaper
  let policyVersion: string
  beforeAll(async () => {
    test = await TestPaper.open()
    policyVersion = (await test.ctx.settings.now()).policy.version
  })
  afterAll(() => test.close())
  const by = (staffId: number) => ({ staffId, policyVersion })

  it('8 workers over 5,000 comments decide each once, with one ledger entry each', async () => {
    const count = 5_000
    await fillQueue(test, count)
    const staff = Object.values(test.staffIds)
    let decided = 0
    let lost = 0
    const worker = async (n: number) => {
      const staffId = staff[n % staff.length] ?? 0
      for (;;) {
        const now = test.clock.now()
        const claim = await claimNext(test.db, { staffId, reason: null, afterId: null }, now)
        if (!claim) return
        const act = claim.commentId % 3 === 0 ? 'reject' : 'publish'
        const order = {
          commentId: claim.commentId,
          act,
          ruleId: act === 'reject' ? 'spam' : null,
          words: '',
          fence: claim.fence,
        } as const
        const result = await decide(test.db, order, by(staffId), now)
        if (result.ok) decided++
        else lost++
        // Every tenth decision is pressed twice.
        if (claim.commentId % 10 === 0)
          expect((await decide(test.db, order, by(staffId), now)).ok).toBe(false)
      }
    }
    await Promise.all(Array.from({ length: 8 }, (_, n) => worker(n)))
    const { rows } = await sql<{
      decisions: number
      comments: number
      entries: number
      waiting: number
      letters: number
    }>`
      select (select count(*)::int from decision) as decisions, (select count(distinct comment_id)::int from decision) as comments,
        (select count(*)::int from ledger where decision_id is not null) as entries, (select count(*)::int from queue_item) as waiting,
        (select count(*)::int from letter where decision_id is not null) as letters`.execute(test.db)
    expect({ decided, lost }).toEqual({ decided: count, lost: 0 })
    expect(rows[0]).toEqual({ decisions: count, comments: count, entries: count, waiting: 0, letters: count })
  }, 300_000)

  it('a lease that lapsed and was taken by another changes nothing, and says what happened', async () => {
    const [id = 0] = await fillQueue(test, 1)
    const { asha, jonas } = test.staffIds
    const first = await claimComment(test.db, id, asha, test.clock.now())
    expect(await claimComment(test.db, id, jonas, test.clock.now())).toBeUndefined()
    test.clock.pass(seconds(91))
    const second = await claimComment(test.db, id, jonas, test.clock.now())
    const order = { commentId: id, act: 'publish', ruleId: null, words: '' } as const
    const stale = await decide(test.db, { ...order, fence: first?.fence ?? 0 }, by(asha), test.clock.now())
    expect(stale).toMatchObject({ ok: false, refusal: { code: 'claim_lost', claimedBy: 'Jonas Weir' } })
    expect(
      (await decide(test.db, { ...order, fence: second?.fence ?? 0 }, by(jonas), test.clock.now())).ok,
    ).toBe(true)
    const late = await decide(
      test.db,
      { ...order, act: 'reject', ruleId: 'spam', fence: first?.fence ?? 0 },
      by(asha),
      test.clock.now(),
    )
    expect(late).toMatchObject({
      refusal: { code: 'claim_lost', what: { act: 'publish', staffName: 'Jonas Weir' } },
    })
  })

  it('presence keeps a lease, absence loses it after 90 seconds', async () => {
    const [id = 0] = await fillQueue(test, 1)
    const { asha, jonas } = test.staffIds
    const claim = await claimComment(test.db, id, asha, test.clock.now())
    test.clock.pass(seconds(60))
    expect(
      await renewClaim(test.db, { commentId: id, fence: claim?.fence ?? 0, staffId: asha }, test.clock.now()),
    ).toBeDefined()
    test.clock.pass(seconds(60))
    expect(await claimComment(test.db, id, jonas, test.clock.now())).toBeUndefined()
    test.clock.pass(seconds(31))
    expect(await claimComment(test.db, id, jonas, test.clock.now())).toBeDefined()
    expect(
      await renewClaim(test.db, { commentId: id, fence: claim?.fence ?? 0, staffId: asha }, test.clock.now()),
    ).toBeUndefined()
  })

  it('a card whose page has gone is free in a moment; one drawn again by a reload is kept and can be decided', async () => {
    const [id = 0] = await fillQueue(test, 1)
    const { asha, jonas } = test.staffIds
    const claim = await claimComment(test.db, id, asha, test.clock.now())
    const held = { commentId: id, fence: claim?.fence ?? 0, staffId: asha }
    await leaveClaim(test.db, held, test.clock.now())
    expect(await renewClaim(test.db, held, test.clock.now())).toBeDefined()
    test.clock.pass(seconds(4))
    expect(await claimComment(test.db, id, jonas, test.clock.now())).toBeUndefined()
    await leaveClaim(test.db, held, test.clock.now())
    test.clock.pass(seconds(4))
    expect(await claimComment(test.db, id, jonas, test.clock.now())).toBeDefined()
  })

  it('a claim passes over what a colleague is taking at this very moment', async () => {
    await fillQueue(test, 40)
    const { asha, jonas } = test.staffIds
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        claimNext(test.db, { staffId: n % 2 ? asha : jonas, reason: null, afterId: null }, test.clock.now()),
      ),
    )
    const ids = claims.map((claim) => claim?.commentId)
    expect(new Set(ids).size).toBe(20)
    expect(ids).not.toContain(undefined)
  })
})
