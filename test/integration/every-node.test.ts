import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Context, createContext } from '../../src/context.ts'
import { openDatabase } from '../../src/db/database.ts'
import { decide } from '../../src/desk/decision-store.ts'
import { takeDown } from '../../src/desk/takedown-store.ts'
import { pointOf } from '../../src/desk/unread.ts'
import { armUnread, disarmUnread } from '../../src/desk/unread-store.ts'
import { changeWatcher, connectNodes, type Wire } from '../../src/jobs/change-watcher.ts'
import type { Job } from '../../src/jobs/job.ts'
import { invariant } from '../../src/lib/invariant.ts'
import { createLogger } from '../../src/logger.ts'
import { takeBack } from '../../src/newsroom/publish-article.ts'
import { createApp } from '../../src/web/app.ts'
import { ORIGIN, TestPaper } from '../support/app.ts'
import { fillQueue } from '../support/queue.ts'

const natsUrl = process.env['POSTBAG_TEST_NATS_URL']

/** A second process in all but name: its own connections, its own caches. */
async function secondNode(test: TestPaper) {
  const database = openDatabase(test.database.connection, { max: 2 })
  const ctx: Context = await createContext({
    config: test.ctx.config,
    db: database.db,
    clock: test.clock,
    logger: createLogger('silent'),
    assets: test.ctx.assets,
  })
  const app = createApp(ctx)
  return {
    ctx,
    page: async (path: string) => (await app.request(`${ORIGIN}${path}`)).text(),
    close: async () => {
      ctx.pages.stop()
      await database.close()
    },
  }
}

describe.each<[string, string | undefined]>([
  ['by the ledger alone', undefined],
  ...(natsUrl ? [['woken by NATS', natsUrl] as [string, string]] : []),
])('what another node did, %s', (_, nats) => {
  let test: TestPaper
  let other: Awaited<ReturnType<typeof secondNode>>
  let watcher: Job
  const wires: Wire[] = []
  beforeAll(async () => {
    test = await TestPaper.open()
    other = await secondNode(test)
    // With NATS the watcher is slowed to a minute: what is seen within a second came by the wire.
    watcher = changeWatcher(other.ctx, nats ? 60_000 : 100)
    await watcher.runNow()
    watcher.start()
    if (nats) wires.push(await connectNodes(test.ctx, nats), await connectNodes(other.ctx, nats))
  })
  afterAll(async () => {
    for (const wire of wires) await wire.close()
    await watcher.stop()
    await other.close()
    await test.close()
  })

  it('a take-down is gone from its kept pages within a second', async () => {
    const { version } = (await test.ctx.settings.now()).policy
    const by = { staffId: test.staffIds.asha, policyVersion: version }
    const path = `/a/${test.articleId}/the-east-quay-opens`
    const [id = 0] = await fillQueue(test, 1, { text: 'Words that will go' })
    await decide(
      test.db,
      { commentId: id, act: 'publish', ruleId: null, words: '', fence: null },
      by,
      test.clock.now(),
    )
    test.ctx.changes.announce({ articleIds: [test.articleId], settings: false })
    await expect
      .poll(() => other.page(path), { timeout: 3_000, interval: 20 })
      .toContain('Words that will go')
    const taken = await takeDown(
      test.db,
      { scope: 'comment', scopeId: id, ruleId: 'spam', typedCount: null },
      by,
      test.clock.now(),
    )
    expect(taken.ok).toBe(true)
    test.ctx.changes.announce({ articleIds: [test.articleId], settings: false })
    await expect
      .poll(() => other.page(path), { timeout: 1_000, interval: 20 })
      .not.toContain('Words that will go')
  })

  it('a take-down is a tombstone in its kept feed within a second, and a story taken back leaves it', async () => {
    const { version } = (await test.ctx.settings.now()).policy
    const by = { staffId: test.staffIds.asha, policyVersion: version }
    const soon = { timeout: 1_000, interval: 20 }
    const storyId = await test.publishArticle({ headline: 'A story to follow' })
    const path = `/a/${storyId}/comments.atom`
    await expect.poll(() => other.page('/feed.atom'), soon).toContain('A story to follow')
    const [id = 0] = await fillQueue(test, 1, {
      articleId: storyId,
      text: 'Words in a feed',
      state: 'published',
    })
    test.ctx.changes.announce({ articleIds: [storyId], settings: false })
    await expect.poll(() => other.page(path), soon).toContain('Words in a feed')
    const order = { scope: 'comment', scopeId: id, ruleId: 'spam', typedCount: null } as const
    expect((await takeDown(test.db, order, by, test.clock.now())).ok).toBe(true)
    test.ctx.changes.announce({ articleIds: [storyId], settings: false })
    await expect.poll(() => other.page(path), soon).toMatch(/^(?!.*Words in a feed).*<at:deleted-entry /s)
    await takeBack(test.db, storyId, { staffId: by.staffId }, test.clock.now())
    test.ctx.changes.announce({ articleIds: [storyId], settings: true })
    await expect.poll(() => other.page('/feed.atom'), soon).not.toContain('A story to follow')
  })

  it('publishing unread is known within a second, armed and ended', async () => {
    const armed = async () => (await other.ctx.settings.now()).arming?.id ?? null
    expect(await armed()).toBeNull()
    const point = pointOf(test.ctx.shippedCurve, '20')
    invariant(point, 'the curve has that point')
    const { version: policyVersion } = (await test.ctx.settings.now()).policy
    const order = {
      point,
      auditShare: 0.05,
      engine: 'e',
      policyVersion,
      source: 'shipped' as const,
      decisionCount: 1,
    }
    const now = test.clock.now()
    expect(await armUnread(test.db, order, { staffId: test.staffIds.nell }, now)).toBe(true)
    test.ctx.changes.announce({ articleIds: [], settings: true })
    await expect.poll(armed, { timeout: 1_000, interval: 20 }).toBe(1)
    const end = { armingId: 1, why: 'staff', staffId: test.staffIds.asha } as const
    expect(await disarmUnread(test.db, end, now)).toBe(true)
    test.ctx.changes.announce({ articleIds: [], settings: true })
    await expect.poll(armed, { timeout: 1_000, interval: 20 }).toBeNull()
  })
})

it.skipIf(!natsUrl)('needs POSTBAG_TEST_NATS_URL for the half that is woken by NATS', () => {
  expect(natsUrl).toMatch(/^nats:/)
})
