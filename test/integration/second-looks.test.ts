import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { reverseDecision } from '../../src/desk/decision-store.ts'
import { eraseAddress } from '../../src/desk/erase-store.ts'
import { days, minutes } from '../../src/lib/clock.ts'
import { refFor } from '../../src/lib/ids.ts'
import { TestPaper, type Visitor } from '../support/app.ts'
import { fillQueue } from '../support/queue.ts'
import { answerNext, clearLooks, decided, draw, lookOn } from '../support/second-looks.ts'

describe('a second look', () => {
  let test: TestPaper
  const who: Record<string, Visitor> = {}
  const tokens: Record<string, string> = {}
  /** What the draw throws: 0 takes every decision, 0.999 none. */
  let lot = 0
  beforeAll(async () => {
    test = await TestPaper.open({ random: () => lot })
    for (const key of ['asha', 'jonas', 'nell'] as const) {
      const visitor = await test.signedIn(key)
      who[key] = visitor
      tokens[key] = await visitor.formToken()
    }
    await draw(test)
  })
  afterAll(() => test.close())
  beforeEach(async () => {
    lot = 0
    test.clock.pass(minutes(30))
    await draw(test)
    await clearLooks(test)
  })

  const visitor = (key: string): Visitor => who[key] as Visitor
  const form = (key: string) => ({ form_token: tokens[key] ?? '' })
  const take = (key: string) => visitor(key).post('/desk/second-looks', form(key))
  const drawnOf = async (decisionId: number) =>
    (
      await sql<{ chance: number }>`select chance from second_look where decision_id = ${decisionId}`.execute(
        test.db,
      )
    ).rows[0]?.chance

  it('is drawn once from each decision, with its chance kept, and nothing is written when it is decided', async () => {
    const { decisionId } = await decided(test, 'asha', 'The quay is open at last.', 'publish')
    expect(await drawnOf(decisionId)).toBeUndefined()
    await draw(test)
    const chance = await drawnOf(decisionId)
    expect(chance).toBeGreaterThanOrEqual(0.015)
    expect(chance).toBeLessThanOrEqual(0.5)
    lot = 0.999
    const passed = await decided(test, 'asha', 'The quay is open once more.', 'publish')
    await draw(test)
    // The lot is not cast a second time.
    lot = 0
    await draw(test)
    expect(await drawnOf(passed.decisionId)).toBeUndefined()
  })

  it('is not drawn from what was decided at once, undone, erased, or by a rule', async () => {
    const undone = await decided(test, 'asha', 'A slip of the finger.', 'reject', 'spam')
    const by = { staffId: test.staffIds.asha, policyVersion: 'x' }
    await reverseDecision(
      test.db,
      { decisionId: undone.decisionId, mayReverseOthers: false },
      by,
      test.clock.now(),
    )
    await decided(test, 'asha', 'Soon gone.', 'publish', null, { email: 'soon@readers.example' })
    await eraseAddress(test.db, 'soon@readers.example', test.clock.now())
    const many = await fillQueue(test, 2)
    const ticks = Object.fromEntries(many.map((id) => [`item-${id}`, '1']))
    await visitor('asha').post('/desk/batches', { ...form('asha'), ...ticks, count: '2', rule: 'spam' })
    await draw(test)
    const { rows } = await sql`select 1 from second_look where answered_at is null`.execute(test.db)
    expect(rows).toEqual([])
  })

  it('shows the words and where they stood, and no trace of what was decided or by whom', async () => {
    const [parentId = 0] = await fillQueue(test, 1, { text: 'Who pays for it?', state: 'published' })
    const text = 'Some idiot does & nobody <i>asked</i>.'
    const { commentId } = await decided(test, 'asha', text, 'reject', 'defamatory', { parentId })
    await draw(test)
    const page = await take('jonas')
    expect(page.text).toContain('Some idiot does &amp; nobody &lt;i&gt;asked&lt;/i&gt;.')
    expect(page.text).toContain('Who pays for it?')
    expect(page.text).toContain('The east quay opens')
    const main = page.text.slice(page.text.indexOf('<main'))
    expect(main).not.toMatch(/Refused|Taken down|Published|Kept up|<mark|aria-pressed|Asha/)
    expect(main).not.toContain(`/desk/comments/${commentId}`)
    expect(main).not.toContain(`/a/${test.articleId}`)
    // Every rule is offered alike: the page is the same but for the words, whatever was decided.
    await clearLooks(test)
    await decided(test, 'asha', text, 'publish', null, { parentId })
    await draw(test)
    const other = await take('jonas')
    const tame = (markup: string) => markup.replace(/second-looks\/\d+/g, 'second-looks/N')
    expect(tame(other.text.slice(other.text.indexOf('<main')))).toBe(tame(main))
  })

  it('never goes to whoever has decided anything about the comment', async () => {
    await decided(test, 'asha', 'Mine to the end.', 'publish')
    await draw(test)
    const page = await take('asha')
    expect(lookOn(page)).toBe(0)
    expect(page.text).toContain('Nothing waits for a second look by you.')
    expect(lookOn(await take('jonas'))).toBeGreaterThan(0)
  })

  it('is in one hand at a time, for ten minutes', async () => {
    await decided(test, 'asha', 'One look, two people.', 'publish')
    await draw(test)
    const look = lookOn(await take('jonas'))
    expect(lookOn(await take('nell'))).toBe(0)
    expect(lookOn(await visitor('jonas').get('/desk/second-looks'))).toBe(look)
    test.clock.pass(minutes(11))
    expect(lookOn(await take('nell'))).toBe(look)
    const late = await visitor('jonas').post(`/desk/second-looks/${look}/answer`, {
      ...form('jonas'),
      act: 'publish',
    })
    expect(late.status).toBe(409)
    expect(late.text).toContain('no longer in your hand')
  })

  it('is answered once, on record, and changes nothing about the comment', async () => {
    const { commentId, decisionId } = await decided(test, 'asha', 'Buy my boats.', 'publish')
    await draw(test)
    const state = () =>
      sql`select state, settled_at, rule_id from comment where id = ${commentId}`.execute(test.db)
    const before = (await state()).rows
    const look = lookOn(await take('jonas'))
    const answer = (fields: Record<string, string>) =>
      visitor('jonas').post(`/desk/second-looks/${look}/answer`, { ...form('jonas'), ...fields })
    expect((await answer({})).status).toBe(422)
    expect((await answer({ rule: 'no_such_rule' })).status).toBe(422)
    expect((await answer({ act: 'reject' })).status).toBe(422)
    expect((await answer({ rule: 'spam' })).status).toBe(200)
    expect((await answer({ act: 'publish' })).status).toBe(409)
    const kept = await sql`
      select staff_id, rule_id from second_look_answer where look_id = ${look}`.execute(test.db)
    expect(kept.rows).toEqual([{ staff_id: test.staffIds.jonas, rule_id: 'spam' }])
    expect((await state()).rows).toEqual(before)
    const decisions = await sql`select id from decision where comment_id = ${commentId}`.execute(test.db)
    // One decision still: what is learnt from decisions learns nothing a second time.
    expect(decisions.rows).toEqual([{ id: decisionId }])
    const { rows } = await sql`
      select staff_id, decision_id, comment_id, rule_id from ledger where kind = 'second_look_answered'
      order by seq desc limit 1`.execute(test.db)
    expect(rows).toEqual([
      { staff_id: test.staffIds.jonas, decision_id: decisionId, comment_id: null, rule_id: 'spam' },
    ])
    await expect(sql`update second_look_answer set rule_id = null`.execute(test.db)).rejects.toThrow(
      /append-only/,
    )
  })

  it('that is passed over goes to somebody else', async () => {
    await decided(test, 'asha', 'Too close to home.', 'publish')
    await draw(test)
    const look = lookOn(await take('jonas'))
    expect(lookOn(await visitor('jonas').post(`/desk/second-looks/${look}/skip`, form('jonas')))).toBe(0)
    expect(lookOn(await take('jonas'))).toBe(0)
    expect(lookOn(await take('nell'))).toBe(look)
  })

  it('vanishes with the words, even from the hand it is in', async () => {
    const gone = await decided(test, 'asha', 'Withdrawn soon.', 'publish', null, {
      email: 'writer@readers.example',
    })
    await draw(test)
    const look = lookOn(await take('jonas'))
    await test
      .visitor()
      .post(`/receipts/${refFor(test.ctx.secret, 'receipt', gone.commentId)}/withdrawal`, {})
    expect((await visitor('jonas').get('/desk/second-looks')).text).not.toContain('Withdrawn soon.')
    const answered = await visitor('jonas').post(`/desk/second-looks/${look}/answer`, {
      ...form('jonas'),
      act: 'publish',
    })
    expect(answered.status).toBe(409)
  })

  it('is asked no more after four weeks', async () => {
    await decided(test, 'asha', 'Long ago.', 'publish')
    await draw(test)
    await sql`update second_look set drawn_at = ${new Date(test.clock.now().getTime() - days(29))}
      where answered_at is null`.execute(test.db)
    expect(lookOn(await take('jonas'))).toBe(0)
  })

  it('stays within one’s own sections', async () => {
    const elsewhere = await test.publishArticle({ headline: 'Of another section' })
    await sql`update article set section_id = 2 where id = ${elsewhere}`.execute(test.db)
    await decided(test, 'asha', 'In another section.', 'publish', null, { articleId: elsewhere })
    await draw(test)
    await sql`insert into staff_section (staff_id, section_id) values (${test.staffIds.jonas}, 1)`.execute(
      test.db,
    )
    expect(lookOn(await take('jonas'))).toBe(0)
    await sql`delete from staff_section`.execute(test.db)
    expect(lookOn(await take('jonas'))).toBeGreaterThan(0)
  })

  it('is drawn as often as an editor says, from 2 to 5 in a hundred or not at all, on record', async () => {
    const set = (key: string, share: string) =>
      visitor(key).post('/desk/second-looks/share', { ...form(key), share })
    expect((await set('jonas', '5')).status).toBe(403)
    for (const wrong of ['1', '6', '-2', '3.5', '', 'all'])
      expect((await set('nell', wrong)).status, wrong).toBe(422)
    await set('nell', '0')
    const { decisionId } = await decided(test, 'asha', 'While it is off.', 'publish')
    await draw(test)
    expect((await set('nell', '5')).status).toBe(200)
    await draw(test)
    expect(await drawnOf(decisionId)).toBeUndefined()
    const { rows } = await sql`
      select staff_id, value from ledger where kind = 'paper_changed' order by seq desc limit 2`.execute(
      test.db,
    )
    const entry = { staff_id: test.staffIds.nell, value: 'publication:second_look_share' }
    expect(rows).toEqual([entry, entry])
    await set('nell', '3')
  })
})

describe('the calibration page', () => {
  let test: TestPaper
  let asha: Visitor
  let jonas: Visitor
  let nell: Visitor
  const WEEK = '2026-W48'
  beforeAll(async () => {
    test = await TestPaper.open({ random: () => 0 })
    asha = await test.signedIn('asha')
    jonas = await test.signedIn('jonas')
    nell = await test.signedIn('nell')
    await draw(test)
    await decided(test, 'asha', 'Buy my <b>boats</b>, cheap.', 'publish', null, {
      email: 'boats@readers.example',
    })
    await decided(test, 'asha', 'The ferry was late.', 'publish')
    await draw(test)
    const token = await jonas.formToken()
    await answerNext(jonas, token, { rule: 'spam' })
    await answerNext(jonas, token, { act: 'publish' })
  })
  afterAll(() => test.close())

  const read = (visitor: Visitor, week = WEEK) => visitor.get(`/desk/calibration?week=${week}`)

  it('shows where two differed, with both answers; names are for seniors and up', async () => {
    const senior = await read(jonas)
    expect(senior.text).toContain('Buy my &lt;b&gt;boats&lt;/b&gt;, cheap.')
    expect(senior.text).toContain('1 of 2 second looks.')
    expect(senior.text).not.toContain('The ferry was late.')
    expect(senior.text).toMatch(/Published<\/b><span> first, Asha/)
    expect(senior.text).toMatch(/Refuse: [^<]+<\/b><span> second, Jonas/)
    const main = (await read(asha)).text.split('<main')[1] ?? ''
    expect(main).toContain('Buy my')
    expect(main).not.toMatch(/Asha|Jonas|By pair of people/)
    expect((await read(jonas, '2026-W47')).text).toContain('Nothing was looked at twice in this week.')
  })

  it('knows only weeks that there are and that have begun', async () => {
    for (const week of ['2026-W54', '2026-48', '2027-W01', "'"])
      expect((await read(jonas, encodeURIComponent(week))).status, week).toBe(404)
    expect((await jonas.get('/desk/calibration')).text).toContain('Calibration, week 2026-W48')
  })

  it('says that few pairs are too few, and gives kappa with its interval once there are thirty', async () => {
    expect((await read(jonas)).text).toContain('too few to say (30 at least)')
    const token = await jonas.formToken()
    for (let i = 0; i < 30; i++)
      await decided(
        test,
        'asha',
        `About the quay, part ${i}.`,
        i % 3 === 0 ? 'reject' : 'publish',
        i % 3 === 0 ? 'spam' : null,
      )
    await draw(test)
    for (let i = 0; i < 30; i++)
      await answerNext(jonas, token, i % 3 === 0 && i > 0 ? { rule: 'spam' } : { act: 'publish' })
    const page = await read(jonas)
    expect(page.text).toMatch(
      /All decisions, weighed<\/th><td>32<\/td><td>\d+ % <span class="soft">\d+ to \d+/,
    )
    const csv = await jonas.get(`/desk/calibration/table.csv?week=${WEEK}`)
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    // 21 published by both, 9 refused by both, one by each alone: 30 of 32 agree, chance gives 584 of 1,024.
    const plain = csv.text
      .split('\r\n')
      .find((line) => line.includes('What was drawn') && line.includes('kappa'))
    expect(plain).toMatch(/^all,"What was drawn, unweighed",32,0\.9375,/)
    expect(plain).toMatch(/,kappa,0\.8545,0\.\d{4},0\.9\d{3}$/)
    expect(csv.text).toMatch(/pair,"Asha [^"]+ and Jonas [^"]+",32,/)
    expect((await asha.get(`/desk/calibration/table.csv?week=${WEEK}`)).text).not.toContain('pair,')
  })

  it('lets an editor pin a disagreement to a rule, and keeps the note where it is refused', async () => {
    const page = await read(nell)
    const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page.text)?.[1] ?? ''
    const fields = {
      form_token: await nell.formToken(),
      comment: field('comment'),
      revision: field('revision'),
      week: field('week'),
    }
    expect((await read(jonas)).text).not.toContain('Pin it to a rule')
    const refused = await nell.post('/desk/examples', { ...fields, rule: 'spam', note: 'x'.repeat(301) })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('x'.repeat(301))
    expect(refused.text).toContain('Calibration, week 2026-W48')
    const pinned = await nell.post('/desk/examples', { ...fields, rule: 'spam', note: 'Selling is spam.' })
    expect(pinned.path).toBe(`/desk/calibration?week=${WEEK}`)
    expect(pinned.text).toContain('Pinned to ')
    expect((await asha.get('/desk/examples')).text).toContain('Selling is spam.')
  })

  it('shows nothing of another section, and nothing that has been erased', async () => {
    await sql`insert into staff_section (staff_id, section_id) values (${test.staffIds.jonas}, 2)`.execute(
      test.db,
    )
    const limited = await read(jonas)
    expect(limited.text).not.toContain('Buy my')
    expect(limited.text).toContain('Nothing was looked at twice in this week.')
    await sql`delete from staff_section`.execute(test.db)
    await eraseAddress(test.db, 'boats@readers.example', test.clock.now())
    expect((await read(jonas)).text).not.toContain('Buy my')
  })
})
