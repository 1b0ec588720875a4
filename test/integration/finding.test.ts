import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { claimNext } from '../../src/desk/claim-store.ts'
import { claimNextWithin } from '../../src/desk/claim-within-store.ts'
import { decide, reverseDecision } from '../../src/desk/decision-store.ts'
import { eraseAddress } from '../../src/desk/erase-store.ts'
import { parseQuery } from '../../src/desk/query-parse.ts'
import { planQuery } from '../../src/desk/query-plan.ts'
import { withinTime } from '../../src/desk/search-sql-store.ts'
import { findComments, findWaiting } from '../../src/desk/search-store.ts'
import { refFor } from '../../src/lib/ids.ts'
import type { StaffKey } from '../../src/newsroom/seed/cast.ts'
import { TestPaper, type Visitor } from '../support/app.ts'
import { accountToken } from '../support/passkeys.ts'
import { fillQueue } from '../support/queue.ts'

/** No time passes: what is found does not hang on the machine. */
const unhurried = { milliseconds: 1, watch: () => 0 }
/** Time is up after the first look. */
const hurried = () => {
  let at = 0
  return { milliseconds: 1, watch: () => at++ * 1_000 }
}

let test: TestPaper
let harbour = 0
let town = 0
const made: Record<string, number> = {}
const nameOf = (id: number): string => Object.keys(made).find((name) => made[name] === id) ?? String(id)

async function searcher(typed: string, who: StaffKey = 'nell') {
  const { policy, sections, publication } = await test.ctx.settings.now()
  const read = parseQuery(typed, {
    rules: policy.rules.map(({ id }) => id),
    sections: sections.map(({ slug }) => slug),
  })
  if (!read.ok) throw new Error(read.refusal.sentence)
  const plan = planQuery(read.value, test.clock.now())
  return { plan, staffId: test.staffIds[who], zone: publication.zone }
}
async function all(typed: string, who?: StaffKey): Promise<string[]> {
  const found = await findComments(
    test.db,
    { ...(await searcher(typed, who)), before: null, limit: 50 },
    unhurried,
  )
  return found.ok ? found.value.ids.map(nameOf).sort() : ['refused']
}
async function waiting(typed: string, who?: StaffKey): Promise<string[]> {
  const where = { ...(await searcher(typed, who)), after: null, limit: 50, freeAt: null }
  const found = await findWaiting(test.db, where, unhurried)
  return found.ok ? found.value.ids.map(nameOf).sort() : ['refused']
}
async function decided(
  name: string,
  act: 'publish' | 'reject' | 'remove',
  ruleId: string | null,
): Promise<number> {
  const { policy } = await test.ctx.settings.now()
  const order = { commentId: made[name] ?? 0, act, ruleId, words: '', fence: null }
  const by = { staffId: test.staffIds.nell, policyVersion: policy.version }
  const done = await decide(test.db, order, by, test.clock.now())
  if (!done.ok) throw new Error(done.refusal.code)
  return done.value.decisionId
}

beforeAll(async () => {
  test = await TestPaper.open()
  town = test.articleId
  harbour = await test.publishArticle({ headline: 'The ice house' })
  await sql`update article set section_id = 2 where id = ${harbour}`.execute(test.db)
  const one = async (name: string, about: Parameters<typeof fillQueue>[2]) => {
    made[name] = (await fillQueue(test, 1, { email: `${name}@readers.example`, ...about }))[0] ?? 0
  }
  await one('quay', { text: 'The east quay opens at dawn, they said.' })
  await one('crab', { text: 'Crabs by the quay! See https://crabs.example', articleId: harbour })
  await one('ice', { text: 'Our ice house stood here.', articleId: harbour })
  await one('house', { text: 'The house had no ice.' })
  await one('fish', { text: 'மீன் பிடிக்கும் இடம்', articleId: harbour })
  await one('out', { text: 'Published about the harbourmaster.', state: 'published' })
  await one('answer', { text: 'An answer to that.', parentId: made['out'] ?? 0 })
  await sql`update comment set printed_name = 'Asha R' where id = ${made['ice']}`.execute(test.db)
  await sql`update comment_signal set signals = jsonb_set(signals, '{language}', '"ta"') where comment_id = ${made['fish']}`.execute(
    test.db,
  )
  // As the insert would have left it.
  await sql`
    update comment_search s set words = w.words from search_words(array[${made['ice']}, ${made['fish']}]::bigint[]) w
    where w.comment_id = s.comment_id`.execute(test.db)
})
afterAll(() => test.close())

describe('a search of the desk', () => {
  it.each([
    ['quay', ['crab', 'quay']],
    ['QUAY -crabs', ['quay']],
    ['"ice house"', ['ice']],
    ['ice house', ['house', 'ice']],
    ['harb*', ['out']],
    ['quay (dawn OR crabs) NOT opens', ['crab']],
    ['மீன்', ['fish']],
    ['lang:ta', ['fish']],
    ['writer:"R asha"', ['ice']],
    ['section:harbour -has:link', ['fish', 'ice']],
    ['has:link', ['crab']],
    ['source:reply', ['answer']],
    ['state:published', ['out']],
    ['reason:post OR source:reply', ['answer', 'out']],
    ['quay before:2026-11-24', []],
    ['quay after:2026-11-24', ['crab', 'quay']],
    ['-state:held', ['out']],
    ["o'quay OR \"it's\" OR 'a\\'", []],
  ])('%s finds %j', async (typed, names) => {
    expect(await all(typed)).toEqual(names)
  })

  it('finds the same among what waits, whether it walks the queue or asks the index', async () => {
    for (const typed of ['quay', '"ice house"', 'lang:ta', 'section:harbour -has:link', '-quay reason:held'])
      expect(await waiting(typed)).toEqual(await all(`(${typed}) (reason:held OR reason:post)`))
  })

  it('finds a rule where the policy or the desk speaks of it, and not after the desk took it back', async () => {
    expect(await all('rule:off_topic')).toEqual([])
    const decisionId = await decided('house', 'reject', 'off_topic')
    expect(await all('rule:off_topic state:rejected')).toEqual(['house'])
    const { policy } = await test.ctx.settings.now()
    const by = { staffId: test.staffIds.nell, policyVersion: policy.version }
    await reverseDecision(test.db, { decisionId, mayReverseOthers: true }, by, test.clock.now())
    expect(await all('rule:off_topic')).toEqual([])
  })

  it('finds what one reporter reported, by the number of one report and no address', async () => {
    await sql`insert into report (comment_id, article_id, rule_id, reporter_email, filed_at)
      select id, article_id, 'spam', 'wren@readers.example', now() from comment
      where id = any(${[made['out'], made['crab']]}::bigint[])`.execute(test.db)
    await sql`insert into report (comment_id, article_id, rule_id, filed_at)
      select id, article_id, 'obscene', now() from comment where id = ${made['quay']}`.execute(test.db)
    expect(await all('reporter:#1')).toEqual(['crab', 'out'])
    expect(await all('reported:obscene')).toEqual(['quay'])
    expect(await all('has:report -reporter:#1')).toEqual(['quay'])
  })

  it('ends for a moderator at the edge of the own sections', async () => {
    const ines = await test.signedIn('ines')
    const path = `/desk/staff/${test.staffIds.asha}`
    const sections = { act: 'sections', 'section-2': 'yes' }
    await ines.post(path, { form_token: await accountToken(ines), ...sections })
    expect(await all('quay', 'asha')).toEqual(['crab'])
    expect(await waiting('quay', 'asha')).toEqual(['crab'])
    await ines.post(path, { form_token: await accountToken(ines), act: 'sections' })
    expect(await all('quay', 'asha')).toEqual(['crab', 'quay'])
  })

  it('goes on from where it stopped, shows no comment twice and none not at all', async () => {
    const ids = await fillQueue(test, 30, { text: 'Herring and more herring.' })
    const where = { ...(await searcher('herring')), limit: 7 }
    const seen: number[] = []
    let before: number | null = null
    for (let pages = 0; pages < 10; pages++) {
      const found = await findComments(test.db, { ...where, before }, unhurried)
      if (!found.ok) throw new Error('refused')
      seen.push(...found.value.ids)
      if (!found.value.more) break
      before = found.value.reached ?? found.value.ids.at(-1) ?? null
    }
    expect(seen).toEqual([...ids].sort((a, b) => b - a))
    const walked: number[] = []
    let after: number | null = null
    for (let pages = 0; pages < 10; pages++) {
      const found = await findWaiting(test.db, { ...where, after, freeAt: null }, unhurried)
      if (!found.ok) throw new Error('refused')
      walked.push(...found.value.ids)
      if (!found.value.more) break
      after = found.value.reached ?? found.value.ids.at(-1) ?? null
    }
    expect([...walked].sort((a, b) => a - b)).toEqual([...ids].sort((a, b) => a - b))
    await sql`delete from queue_item where comment_id = any(${ids}::bigint[])`.execute(test.db)
  })

  it('says how far it looked when time is up, and looks further from there', async () => {
    const [old = 0] = await fillQueue(test, 1, { text: 'A lone sturgeon.' })
    await sql`select setval('comment_id_seq', 20000)`.execute(test.db)
    const [late = 0] = await fillQueue(test, 1, { text: 'Nothing of the sort.' })
    const where = { ...(await searcher('sturgeon')), limit: 5 }
    const first = await findComments(test.db, { ...where, before: null }, hurried())
    expect(first).toMatchObject({ ok: true, value: { ids: [], more: true } })
    const reached = first.ok ? (first.value.reached ?? 0) : 0
    expect(reached).toBeGreaterThan(old)
    expect(reached).toBeLessThanOrEqual(late)
    const second = await findComments(test.db, { ...where, before: reached }, unhurried)
    expect(second).toMatchObject({ ok: true, value: { ids: [old] } })
  })

  it('is stopped where it holds the database too long, and leaves the connection as it was', async () => {
    const stopped = await withinTime(test.db, (tx) => sql`select pg_sleep(20)`.execute(tx), 20)
    expect(stopped).toEqual({ ok: false, refusal: { code: 'search_too_wide' } })
    const { rows } = await sql<{ limit: string }>`
      select current_setting('statement_timeout') as limit`.execute(test.db)
    expect(rows[0]?.limit).toBe('30s')
  })

  it('never finds a withdrawn comment, one not confirmed, or words that were erased', async () => {
    const reader = test.visitor()
    const page = await reader.post(`/a/${town}/comments`, {
      text: 'A lonely pelican, unconfirmed.',
      name: 'Wren',
      email: 'pelican@readers.example',
    })
    const id = Number(/\/receipts\/(\d+)-/.exec(page.text)?.[1])
    made['pelican'] = id
    expect(await all('pelican')).toEqual([])
    await reader.post(`/confirmations/${refFor(test.ctx.secret, 'confirmation', id)}`, {})
    expect(await all('pelican')).toEqual(['pelican'])
    await reader.post(`/receipts/${refFor(test.ctx.secret, 'receipt', id)}/withdrawal`, {})
    expect(await all('pelican')).toEqual([])
    made['heron'] =
      (await fillQueue(test, 1, { text: 'A grey heron.', email: 'heron@readers.example' }))[0] ?? 0
    await decided('heron', 'reject', 'spam')
    expect(await all('heron')).toEqual(['heron'])
    await eraseAddress(test.db, 'heron@readers.example', test.clock.now())
    expect(await all('heron')).toEqual([])
    const { rows } = await sql`
      select 1 from comment_search where words @@ 'heron | pelican'::tsquery`.execute(test.db)
    expect(rows).toEqual([])
  })
})

describe('a saved queue', () => {
  let nell: Visitor
  let asha: Visitor
  let own: string
  let ashas: string
  const keep = (who: Visitor, token: string, fields: Record<string, string>) =>
    who.post('/desk/find/queues', { form_token: token, ...fields })

  beforeAll(async () => {
    nell = await test.signedIn('nell')
    asha = await test.signedIn('asha')
    own = await nell.formToken()
    ashas = await asha.formToken()
  })

  it('is kept from a search, and lists what waits', async () => {
    const page = await keep(nell, own, { name: 'Quay', q: 'quay' })
    expect(page.path).toMatch(/^\/desk\/find\/queues\/\d+$/)
    expect(page.text).toContain(`/desk/comments/${made['quay']}"`)
    expect(page.text).not.toContain(`/desk/comments/${made['house']}"`)
    expect((await nell.get('/desk/queue')).text).toMatch(/<bdi>Quay<\/bdi> <b>2<\/b>/)
  })

  it('of one’s own is seen by nobody else', async () => {
    const { path } = await keep(nell, own, { name: 'Mine', q: 'ice' })
    expect((await asha.get(path)).status).toBe(404)
    expect((await asha.get('/desk/find')).text).not.toContain('Mine')
    const stolen = await asha.post(path, { form_token: ashas, act: 'remove' })
    expect(stolen.status).toBe(404)
    expect((await nell.get(path)).status).toBe(200)
  })

  it('is shared by seniors only, each change of it on record without its words', async () => {
    const refusedPage = await keep(asha, ashas, { name: 'Ours', q: 'quay', shared: 'yes' })
    expect(refusedPage.status).toBe(403)
    const { path } = await keep(nell, own, { name: 'Ours', q: 'quay', shared: 'yes' })
    const id = path.split('/').at(-1)
    expect((await asha.get(path)).status).toBe(200)
    expect((await asha.post(path, { form_token: ashas, act: 'change', name: 'X', q: 'ice' })).status).toBe(
      403,
    )
    const renamed = await nell.post(path, { form_token: own, act: 'change', name: 'Crabs', q: 'crabs' })
    expect(renamed.text).toContain('<bdi>Crabs</bdi>')
    await nell.post(path, { form_token: own, act: 'remove' })
    expect((await asha.get(path)).status).toBe(404)
    const { rows } = await sql`
      select kind, staff_id, value from ledger where kind like 'queue%' order by seq`.execute(test.db)
    expect(rows).toEqual(
      ['queue_shared', 'queue_changed', 'queue_removed'].map((kind) => ({
        kind,
        staff_id: test.staffIds.nell,
        value: `queue:${id}`,
      })),
    )
    const ines = await test.signedIn('ines')
    expect((await ines.get('/desk/staff/log')).text).toContain(`shared queue ${id} with the desk`)
  })

  it('is worked through card by card, and says so when it is empty', async () => {
    const { path } = await keep(asha, ashas, { name: 'Ice', q: 'ice' })
    let card = await asha.post(path, { form_token: ashas, act: 'take' })
    const decidedIds: number[] = []
    for (let cards = 0; cards < 5; cards++) {
      const id = /\/desk\/comments\/(\d+)\/decisions/.exec(card.text)?.[1]
      if (id === undefined) break
      decidedIds.push(Number(id))
      const fence = /name="fence" value="(\d+)"/.exec(card.text)?.[1] ?? ''
      card = await asha.post(`/desk/comments/${id}/decisions`, {
        form_token: ashas,
        act: 'publish',
        rule: '',
        fence,
      })
    }
    expect(decidedIds.map(nameOf).sort()).toEqual(['house', 'ice'])
    expect(card.path).toBe(path)
    expect(card.text).toContain('Nothing that waits answers this.')
    const after = await asha.post(path, { form_token: ashas, act: 'leave' })
    expect(after.text).not.toContain('You work through this queue')
  })

  it('hands no card to two people, whichever queue each takes from', async () => {
    await sql`update queue_item set lease_until = null, lease_staff_id = null`.execute(test.db)
    const now = test.clock.now()
    const takers: StaffKey[] = ['nell', 'asha', 'ines']
    const claims = await Promise.all(
      takers.flatMap(async (who) => {
        const within = await claimNextWithin(
          test.db,
          { ...(await searcher('quay', who)), afterId: null },
          now,
          unhurried,
        )
        const next = await claimNext(
          test.db,
          { staffId: test.staffIds[who], reason: null, afterId: null },
          now,
        )
        return [within.ok ? within.value?.commentId : undefined, next?.commentId]
      }),
    )
    const ids = claims.flat().filter((id) => id !== undefined)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(expect.arrayContaining([made['quay'], made['crab']]))
  })

  it('is one of twenty: one more is refused with a sentence, and the words stay in the form', async () => {
    await sql`insert into saved_queue (name, query, owner_id, created_at)
      select 'Number ' || n, 'quay', ${test.staffIds.nell}, now() from generate_series(1, 20) n`.execute(
      test.db,
    )
    const page = await keep(nell, own, { name: 'One too many', q: 'quay "ice house"' })
    expect(page.status).toBe(409)
    expect(page.text).toContain('There are 20 saved queues of that kind already')
    expect(page.text).toContain('value="One too many"')
    expect(page.text).toContain('value="quay &quot;ice house&quot;"')
  })

  it('bad input is one sentence with its place, and what was typed stays', async () => {
    const page = await nell.get(`/desk/find?q=${encodeURIComponent('quay (ice')}`)
    expect(page.status).toBe(422)
    expect(page.text).toContain('This bracket is not closed.')
    expect(page.text).toContain('(at character 6)')
    expect(page.text).toContain('value="quay (ice"')
  })
})
