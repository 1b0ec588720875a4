import { sql } from 'kysely'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { claimComment, claimNext, releaseClaim } from '../../src/desk/claim-store.ts'
import { decide } from '../../src/desk/decision-store.ts'
import { LONGEST_OVERTAKEN_SECONDS } from '../../src/desk/expected-harm.ts'
import { rankOutdated } from '../../src/desk/queue-rank.ts'
import { forgetRanks } from '../../src/desk/queue-rank-store.ts'
import { queueRanker } from '../../src/jobs/queue-ranker.ts'
import { hours, minutes, seconds } from '../../src/lib/clock.ts'
import { refFor } from '../../src/lib/ids.ts'
import { addRequests, sumRequests } from '../../src/newsroom/article-request-store.ts'
import { TestPaper } from '../support/app.ts'
import { fillQueue } from '../support/queue.ts'

const ATTACK = 'You are a stupid idiot and a liar, and everybody knows it.'

describe('the order of the queue', () => {
  let test: TestPaper | undefined
  let busy = 0
  let quiet = 0
  const paper = (): TestPaper => test as TestPaper
  beforeEach(async () => {
    await test?.close()
    test = await TestPaper.open()
    busy = await test.publishArticle({ headline: 'Everybody reads this' })
    quiet = await test.publishArticle({ headline: 'Nobody reads this' })
  })
  afterAll(() => test?.close())

  /** As it is handed out, nothing decided. */
  const order = async (): Promise<number[]> => {
    const { db, clock, staffIds } = paper()
    const taken: number[] = []
    for (;;) {
      const claim = await claimNext(db, { staffId: staffIds.asha, reason: null, afterId: null }, clock.now())
      if (!claim) break
      taken.push(claim.commentId)
    }
    await sql`update queue_item set lease_staff_id = null, lease_until = null`.execute(db)
    return taken
  }
  const read = async (articleId: number, times: number): Promise<void> => {
    const reader = paper().visitor()
    for (let n = 0; n < times; n++) await reader.get(`/a/${articleId}`)
  }
  const one = async (about: Parameters<typeof fillQueue>[2]): Promise<number> =>
    (await fillQueue(paper(), 1, about))[0] ?? 0

  it('a comment under a story that is read comes before an older one under a story that is not', async () => {
    const older = await one({ articleId: quiet, state: 'published' })
    paper().clock.pass(minutes(30))
    const newer = await one({ articleId: busy, state: 'published' })
    await read(busy, 12)
    await paper().run('rank')
    expect(await order()).toEqual([newer, older])
  })

  it('goes back to the older one once the readers have left for five minutes', async () => {
    const older = await one({ articleId: quiet, state: 'published' })
    paper().clock.pass(minutes(30))
    const newer = await one({ articleId: busy, state: 'published' })
    await read(busy, 12)
    await paper().run('rank')
    paper().clock.pass(minutes(6))
    await paper().run('rank')
    expect(await order()).toEqual([older, newer])
    const { rows } = await sql`select 1 from article_requests`.execute(paper().db)
    expect(rows).toEqual([])
  })

  it('what is probably an attack comes before what is not, and what is public before what is held', async () => {
    const held = await one({ articleId: busy, judgedAs: ATTACK })
    const mild = await one({ articleId: busy, state: 'published' })
    const attack = await one({ articleId: busy, state: 'published', judgedAs: ATTACK })
    await paper().run('rank')
    const [first] = await order()
    expect(first).toBe(attack)
    const { rows } = await sql<{ id: number; rule: string; requests: number }>`
      select comment_id as id, worst_rule_id as rule, ranked_requests as requests from queue_item order by 1`.execute(
      paper().db,
    )
    expect(rows.map(({ id }) => id)).toEqual([held, mild, attack])
    expect(rows.every(({ requests }) => requests === 1)).toBe(true)
    expect(rows.at(-1)?.rule).toBe('personal_attack')
  })

  it('a comment enters where it belongs, before the ranker has seen it', async () => {
    await read(busy, 20)
    const reader = paper().visitor()
    const send = (articleId: number, text: string) =>
      reader.post(`/a/${articleId}/comments`, {
        text,
        name: 'Edith',
        email: 'edith@readers.example',
        parent: '',
        told: 'yes',
      })
    await send(quiet, 'The tide tables were wrong all week.')
    await send(busy, 'The harbour office opens at nine.')
    for (const { id } of (
      await sql<{ id: number }>`select id from comment where state = 'unconfirmed' order by id`.execute(
        paper().db,
      )
    ).rows) {
      await reader.post(`/confirmations/${refFor(paper().ctx.secret, 'confirmation', id)}`, {})
    }
    const { rows } = await sql<{ article_id: number }>`
      select article_id from queue_item where comment_id = any(${await order()}::bigint[]) order by turn`.execute(
      paper().db,
    )
    expect(rows.map((row) => row.article_id)).toEqual([busy, quiet])
  })

  it('a report brings a comment forward at once, and more so as its day runs out', async () => {
    const first = await one({ articleId: quiet, state: 'published' })
    const reported = await one({ articleId: quiet, state: 'published' })
    await paper().run('rank')
    expect(await order()).toEqual([first, reported])
    await paper()
      .visitor()
      .post(`/a/${quiet}/c/${reported}/reports`, { rule: 'personal_attack', words: '', email: '' })
    expect(await order()).toEqual([reported, first])

    const turn = async () =>
      (
        await sql<{
          priority: number
        }>`select priority from queue_item where comment_id = ${reported}`.execute(paper().db)
      ).rows[0]?.priority ?? 0
    const atOnce = await turn()
    paper().clock.pass(hours(11))
    await paper().run('rank')
    expect(await turn()).toBe(atOnce)
    paper().clock.pass(hours(2))
    await paper().run('rank')
    const halfRun = await turn()
    expect(halfRun).toBeGreaterThan(atOnce)
    paper().clock.pass(hours(12))
    await paper().run('rank')
    expect(await turn()).toBeGreaterThan(halfRun)
  })

  it('nothing that comes four days later is taken first, however much worse', async () => {
    const waits = await one({ articleId: quiet })
    const { db, clock } = paper()
    await paper().run('rank')
    clock.pass(seconds(LONGEST_OVERTAKEN_SECONDS + 1))
    const worst = await one({ articleId: busy, state: 'published', judgedAs: ATTACK })
    await addRequests(db, new Map([[busy, 2_000_000_000]]), clock.now())
    await paper().run('rank')
    expect(await order()).toEqual([waits, worst])
  })

  it('what two nodes counted is summed, and both know it', async () => {
    const { ctx, clock, db } = paper()
    await read(busy, 3)
    await paper().run('rank')
    await addRequests(db, new Map([[busy, 4]]), clock.now())
    await queueRanker(ctx).runNow()
    expect(await sumRequests(db, clock.now())).toEqual(new Map([[busy, 7]]))
    expect(ctx.requests.of(busy)).toBe(7)
  })

  it('counts the requests for an article and for its threads, also those answered with 304; nothing else', async () => {
    const { ctx } = paper()
    const comment = await one({ articleId: busy, state: 'published' })
    const reader = paper().visitor()
    const page = await reader.get(`/a/${busy}`)
    await reader.get(`/a/${busy}/c/${comment}`)
    const again = await reader.fetch(page.path, {
      headers: { 'if-none-match': page.headers.get('etag') ?? '' },
    })
    expect(again.status).toBe(304)
    await reader.get('/')
    await reader.get('/a/99999')
    expect([ctx.requests.of(busy), ctx.requests.of(quiet)]).toEqual([3, null])
  })

  it('ranking touches no claim: a decision under a fence from before it is taken', async () => {
    const { db, clock, staffIds, ctx } = paper()
    const id = await one({ articleId: busy })
    const claim = await claimComment(db, id, staffIds.asha, clock.now())
    await read(busy, 50)
    await paper().run('rank')
    const { policy } = await ctx.settings.now()
    const decided = await decide(
      db,
      { commentId: id, act: 'publish', ruleId: null, words: '', fence: claim?.fence ?? 0 },
      { staffId: staffIds.asha, policyVersion: policy.version },
      clock.now(),
    )
    expect(decided.ok).toBe(true)
  })

  it('what somebody holds a lock on is passed over and ranked the next time', async () => {
    const { db, clock, ctx } = paper()
    const [locked = 0] = await fillQueue(paper(), 2, { articleId: busy })
    const ranking = { policy: (await ctx.settings.now()).policy, requests: new Map<number, number>() }
    await db.transaction().execute(async (tx) => {
      await sql`select 1 from queue_item where comment_id = ${locked} for update`.execute(tx)
      expect(await rankOutdated(db, ranking, clock.now())).toEqual({ ranked: 1, more: false })
    })
    expect(await rankOutdated(db, ranking, clock.now())).toEqual({ ranked: 1, more: false })
    expect(await rankOutdated(db, ranking, clock.now())).toEqual({ ranked: 0, more: false })
  })

  it('more than one batch is ranked in one run, and all again under another policy', async () => {
    const { db } = paper()
    await fillQueue(paper(), 1_100, { articleId: busy })
    await paper().run('rank')
    const unranked = async () =>
      (
        await sql<{ n: number }>`select count(*)::int as n from queue_item where ranked_requests = 0`.execute(
          db,
        )
      ).rows[0]?.n
    expect(await unranked()).toBe(0)
    await forgetRanks(db)
    expect(await unranked()).toBe(1_100)
    await paper().run('rank')
    expect(await unranked()).toBe(0)
  })

  it('the queue page opens each score into what it is made of', async () => {
    await one({ articleId: busy, state: 'published', judgedAs: ATTACK })
    const asha = await paper().signedIn('asha')
    expect((await asha.get('/desk/queue')).text).toContain('Urgency: not scored yet')
    await read(busy, 12)
    await paper().run('rank')
    const page = await asha.get('/desk/queue')
    expect(page.text).toMatch(/<summary>Urgency: <b>[\w ]+<\/b>, \d+<\/summary>/)
    expect(page.text).toMatch(/likely under “Personal attack” × severity 3 × 12 page requests in 5 minutes/)
    const token = await asha.formToken()
    const card = await asha.post('/desk/claims', { form_token: token })
    expect(card.text).toMatch(/severity 3 × 12 page requests in 5 minutes/)
  })

  it('a card that is passed over leads to the one behind it, in the same order', async () => {
    const ids = await fillQueue(paper(), 3, { articleId: busy })
    const { db, clock, staffIds } = paper()
    const staffId = staffIds.asha
    const seen: number[] = []
    let afterId: number | null = null
    for (let n = 0; n < 3; n++) {
      const claim = await claimNext(db, { staffId, reason: null, afterId }, clock.now())
      if (!claim) break
      seen.push(claim.commentId)
      afterId = claim.commentId
      await releaseClaim(db, { ...claim, staffId })
    }
    expect(seen).toEqual([...ids].sort((a, b) => a - b))
  })
})
