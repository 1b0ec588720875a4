import { sql } from 'kysely'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { decide, reverseDecision } from '../../src/desk/decision-store.ts'
import { fileReport } from '../../src/desk/report-store.ts'
import { weighReports } from '../../src/desk/reporter-store.ts'
import { letterCarrier, smtpPost } from '../../src/jobs/letter-carrier.ts'
import { hours } from '../../src/lib/clock.ts'
import { networkKeyFor } from '../../src/lib/ids.ts'
import { TestPaper, type Visitor } from '../support/app.ts'
import { fillQueue } from '../support/queue.ts'
import { confirmedReader } from '../support/unread.ts'

describe('a report', () => {
  let test: TestPaper
  let reader: Visitor
  let asha: Visitor
  let token: string
  let commentId = 0
  let offers = 0
  beforeAll(async () => {
    test = await TestPaper.open()
    asha = await test.signedIn('asha')
    token = await asha.formToken()
  })
  beforeEach(async () => {
    reader = test.visitor()
    ;[commentId = 0] = await fillQueue(test, 1, {
      state: 'published',
      text: `Call 020 7946 0958 for cheap tiles, offer ${++offers}!`,
    })
  })
  afterAll(() => test.close())

  const address = () => `/a/${test.articleId}/c/${commentId}/reports`
  const decideOn = async (act: string, rule = '') => {
    const claimed = await asha.post('/desk/claims', { form_token: token, comment: String(commentId) })
    const fence = /name="fence" value="(\d+)"/.exec(claimed.text)?.[1] ?? ''
    expect(claimed.text).toContain('1 report')
    await asha.post(`/desk/comments/${commentId}/decisions`, { form_token: token, act, rule, fence })
  }

  it('needs a rule, and gives back what was typed', async () => {
    const page = await reader.post(address(), { rule: '', words: 'It sells tiles', email: '' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('Say which rule it breaks.')
    expect(page.text).toContain('It sells tiles')
  })

  it('without an address gets a receipt that tells the outcome', async () => {
    const page = await reader.post(address(), { rule: 'spam', words: 'It sells tiles', email: '' })
    expect(page.text).toContain('The desk has your report')
    await decideOn('remove', 'spam')
    expect((await reader.get(page.path)).text).toContain('The desk agreed with you')
  })

  it('pressed twice is one report; the desk keeps the comment up and both press receives the same answer', async () => {
    const first = await reader.post(address(), { rule: 'spam', words: '', email: 'edith@readers.example' })
    const second = await reader.post(address(), { rule: 'spam', words: '', email: 'edith@readers.example' })
    expect(second.path).toBe(first.path)
    await decideOn('keep')
    expect((await reader.get(first.path)).text).toContain('The desk leaves the comment up')
    test.clock.pass(11_000)
    await test.run('letters')
    const { rows } = await sql<{
      body: string
    }>`select body from mailbox_letter where to_email = 'edith@readers.example'`.execute(test.db)
    expect(rows.length).toBe(1)
    expect(rows[0]?.body).toContain('leaves it up')
  })

  it('from three different networks holds the comment until the desk has looked; the desk’s word then stands', async () => {
    const { policy } = await test.ctx.settings.now()
    const fileFrom = (place: string) =>
      fileReport(
        test.db,
        {
          commentId,
          articleId: test.articleId,
          order: { ruleId: 'spam', words: '', email: null },
          networkKey: networkKeyFor(test.ctx.secret, place),
        },
        { version: policy.version, holdAt: 3 },
        test.clock.now(),
      )
    for (const place of ['a', 'a', 'b'])
      expect(await fileFrom(place)).toMatchObject({ ok: true, value: { held: false } })
    expect(await fileFrom('c')).toMatchObject({ ok: true, value: { held: true } })
    expect(await fileFrom('d')).toMatchObject({ refusal: { code: 'comment_cannot' } })
    test.ctx.changes.announce({ articleIds: [test.articleId], settings: false })
    expect((await reader.get(`/a/${test.articleId}/the-east-quay-opens`)).text).not.toContain(
      `offer ${offers}!`,
    )
  })

  it('on a comment that is held or unknown is refused, without telling which', async () => {
    const [held = 0] = await fillQueue(test, 1)
    for (const id of [held, 999_999])
      expect(
        (await reader.post(`/a/${test.articleId}/c/${id}/reports`, { rule: 'spam', words: '', email: '' }))
          .status,
      ).toBe(404)
  })
})

it('a letter goes through a real mail server, on one line of subject, and is tried again when that is away', async () => {
  const test = await TestPaper.open({ demo: false })
  const mails: { to: string; data: string }[] = []
  let refuse = true
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_, __, done) => done(refuse ? new Error('421 later') : null),
    onData(stream, session, done) {
      let data = ''
      stream.on('data', (chunk: Buffer) => {
        data += chunk.toString()
      })
      stream.on('end', () => {
        mails.push({ to: session.envelope.rcptTo[0]?.address ?? '', data })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const post = smtpPost(`smtp://127.0.0.1:${port}`, 'The Saltmere Courier <desk@courier.example>')
  const carrier = letterCarrier(test.ctx, post)
  await test.visitor().send(`/a/${test.articleId}/comments`, {
    text: 'Who pays?',
    name: 'Marian',
    email: 'marian@readers.example',
  })
  await carrier.runNow()
  expect(mails).toEqual([])
  refuse = false
  test.clock.pass(61_000)
  await carrier.runNow()
  expect(mails.map((mail) => mail.to)).toEqual(['marian@readers.example'])
  const head = mails[0]?.data.split('\r\n\r\n')[0] ?? ''
  expect(head).toMatch(/^Subject: Confirm your comment in The Saltmere Courier$/m)
  expect(head).toMatch(/^Auto-Submitted: auto-generated$/m)
  expect(mails[0]?.data).toContain('/confirmations/')
  post.close()
  await new Promise<void>((resolve) => server.close(() => resolve()))
  await test.close()
})

describe('a reporter’s record', () => {
  let test: TestPaper
  beforeAll(async () => {
    test = await TestPaper.open()
  })
  afterAll(() => test.close())

  const published = async (): Promise<number> => {
    const [id = 0] = await fillQueue(test, 1, {
      state: 'published',
      email: `w${Math.random()}@readers.example`,
    })
    await sql`delete from queue_item where comment_id = ${id}`.execute(test.db)
    return id
  }
  const send = (from: Visitor, id: number, email: string) =>
    from.post(`/a/${test.articleId}/c/${id}/reports`, { rule: 'spam', words: '', email })
  const decideAs = async (commentId: number, act: 'remove' | 'keep') => {
    const by = { staffId: test.staffIds.asha, policyVersion: (await test.ctx.settings.now()).policy.version }
    const ruleId = act === 'remove' ? 'spam' : null
    const decided = await decide(
      test.db,
      { commentId, act, ruleId, words: '', fence: null },
      by,
      test.clock.now(),
    )
    if (!decided.ok) throw new Error(decided.refusal.code)
    return { by, decisionId: decided.value.decisionId }
  }
  const weightOf = async (id: number) => (await weighReports(test.db, [id], test.clock.now())).get(id)

  it('moves the place of what they report, and shows itself to them alone', async () => {
    const { reader, email } = await confirmedReader(test)
    for (const act of ['remove', 'remove', 'remove', 'remove', 'keep'] as const) {
      const id = await published()
      await send(reader, id, email)
      await decideAs(id, act)
      test.clock.pass(hours(1))
    }
    const next = await published()
    const receipt = await send(reader, next, email)
    expect(receipt.text).toContain(
      '4 of your 5 reports answered within a year were upheld. Only you see this.',
    )
    // Four upheld of five: five of ten by the posterior's mean, but for the hours that have passed.
    expect(await weightOf(next)).toBeCloseTo(0.5, 2)
    expect((await test.visitor().get(receipt.path)).text).not.toContain('Only you see this')
    const elsewhere = await published()
    await send(test.visitor(), elsewhere, '')
    expect(await weightOf(elsewhere)).toBeCloseTo(0.2)
    const staffs = await (await test.signedIn('jonas')).get(`/desk/comments/${next}`)
    expect(staffs.text).not.toContain(email)
    expect(staffs.text).not.toContain('of your 5')
  })

  it('is not touched by whoever merely types the address', async () => {
    const { reader, email } = await confirmedReader(test)
    const impostor = test.visitor()
    for (let n = 0; n < 3; n++) {
      const id = await published()
      const receipt = await send(impostor, id, email)
      await decideAs(id, 'keep')
      expect((await reader.get(receipt.path)).text).not.toContain('Only you see this')
    }
    const id = await published()
    expect((await send(reader, id, email)).text).not.toContain('Only you see this')
    expect(await weightOf(id)).toBeCloseTo(0.2)
  })

  it('forgets an outcome that the desk undoes', async () => {
    const { reader, email } = await confirmedReader(test)
    const first = await published()
    const receipt = await send(reader, first, email)
    await decideAs(first, 'keep')
    const second = await published()
    await send(reader, second, email)
    const { by, decisionId } = await decideAs(second, 'keep')
    expect((await reader.get(receipt.path)).text).toContain('None so far of your 2 reports')
    await reverseDecision(test.db, { decisionId, mayReverseOthers: false }, by, test.clock.now())
    expect((await reader.get(receipt.path)).text).not.toContain('Only you see this')
  })

  it('of a brigade counts once: forty more reports in a burst move nothing', async () => {
    const id = await published()
    for (let n = 0; n < 40; n++) {
      const order = { ruleId: 'spam', words: '', email: null }
      const report = {
        commentId: id,
        articleId: test.articleId,
        order,
        networkKey: Buffer.from(`network ${n}`),
      }
      await fileReport(test.db, report, { version: 'any', holdAt: 0 }, test.clock.now())
      test.clock.pass(2_000)
    }
    expect(await weightOf(id)).toBeCloseTo(0.2)
    expect((await weighReports(test.db, [999_999], test.clock.now())).size).toBe(0)
  })
})
