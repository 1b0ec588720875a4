import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decide, reverseDecision } from '../../src/desk/decision-store.ts'
import { eraseAddress } from '../../src/desk/erase-store.ts'
import { liftMeasure, takeMeasure } from '../../src/desk/measure-store.ts'
import type { Mark } from '../../src/desk/strike.ts'
import { listMarks } from '../../src/desk/writer-store.ts'
import { days, hours, minutes, seconds } from '../../src/lib/clock.ts'
import { setCommentMode } from '../../src/newsroom/article-store.ts'
import { type Page, TestPaper, type Visitor } from '../support/app.ts'
import { fillQueue } from '../support/queue.ts'
import { confirm, confirmedReader, write } from '../support/unread.ts'

let test: TestPaper
let jonas: Visitor
let asha: Visitor
let token: string
let ashaToken: string
beforeAll(async () => {
  test = await TestPaper.open()
  jonas = await test.signedIn('jonas')
  asha = await test.signedIn('asha')
  token = await jonas.formToken()
  ashaToken = await asha.formToken()
})
afterAll(() => test.close())

const writerOf = async (email: string): Promise<number> => {
  const { rows } = await sql<{ id: number }>`select id from commenter where email = ${email}`.execute(test.db)
  return rows[0]?.id ?? 0
}
const take = (writerId: number, fields: Record<string, string>, visitor = jonas): Promise<Page> =>
  visitor.post(`/desk/writers/${writerId}/measures`, {
    form_token: visitor === jonas ? token : ashaToken,
    rule: 'personal_attack',
    pause: '',
    days: '',
    words: '',
    ...fields,
  })
const lift = async (writerId: number): Promise<Page> => {
  const page = await jonas.get(`/desk/writers/${writerId}`)
  const id = /\/desk\/measures\/(\d+)\/reversal/.exec(page.text)?.[1]
  return jonas.post(`/desk/measures/${id}/reversal`, { form_token: token })
}
const lettersTo = async (email: string) => {
  const { rows } = await sql<{ subject: string; body: string }>`
    select subject, body from mailbox_letter where to_email = ${email} and subject not like 'Confirm%' order by letter_id`.execute(
    test.db,
  )
  return rows
}
const stateOf = async (id: number) => {
  const { rows } = await sql<{ state: string }>`select state from comment where id = ${id}`.execute(test.db)
  return rows[0]?.state
}
const send = (reader: Visitor, email: string, text: string) =>
  reader.post(`/a/${test.articleId}/comments`, { text, name: 'Marian Holt', email, told: 'yes' })

describe('a writer under a measure', () => {
  it('is suspended to a day, keeps the words in the form, hears why by letter, and is free again at its end', async () => {
    const { reader, email } = await confirmedReader(test)
    const id = await writerOf(email)
    const page = await take(id, { kind: 'suspension', days: '3', words: 'You were asked twice.' })
    expect(page.status, page.text).toBe(200)
    expect(page.text).toContain('in force')
    const refused = await send(reader, email, 'The board is to explain itself.')
    expect(refused.status).toBe(403)
    expect(refused.text).toContain('takes no comments from this address for another 3 days')
    expect(refused.text).toContain('The board is to explain itself.')
    test.clock.pass(seconds(11))
    await test.run('letters')
    const [letter] = await lettersTo(email)
    expect(letter?.subject).toContain('are suspended')
    for (const said of [
      'Personal attack',
      'You were asked twice.',
      'until 27 November 2026',
      'ends by itself',
    ])
      expect(letter?.body).toContain(said)
    test.clock.pass(days(3))
    expect(await stateOf(await write(test, reader, 'Back again, and calmer.', { email }))).toBe('held')
    expect((await jonas.get(`/desk/writers/${id}`)).text).toContain('· over')
  })

  it('whose measure is undone within ten seconds never hears of it', async () => {
    const { reader, email } = await confirmedReader(test)
    const id = await writerOf(email)
    await take(id, { kind: 'ban' })
    expect((await send(reader, email, 'May I still write?')).text).toContain('takes no more comments')
    await lift(id)
    test.clock.pass(seconds(30))
    await test.run('letters')
    expect(await lettersTo(email)).toEqual([])
    expect(await stateOf(await write(test, reader, 'I may write after all.', { email }))).toBe('held')
  })

  it('hears that it is lifted where the letter had gone', async () => {
    const { email } = await confirmedReader(test)
    const id = await writerOf(email)
    await take(id, { kind: 'ban' })
    test.clock.pass(seconds(11))
    await test.run('letters')
    await lift(id)
    test.clock.pass(seconds(11))
    await test.run('letters')
    expect((await lettersTo(email)).map(({ subject }) => subject)).toEqual([
      expect.stringContaining('takes no more comments'),
      expect.stringContaining('the measure is lifted'),
    ])
    const again = await jonas.get(`/desk/writers/${id}`)
    expect(again.text).toContain('lifted by')
    expect(again.text).not.toContain('/reversal"')
  })

  it('of slow mode waits its pause; a double click is no second comment', async () => {
    const { reader, email } = await confirmedReader(test)
    const id = await writerOf(email)
    await take(id, { kind: 'slow', pause: '30' })
    test.clock.pass(minutes(30))
    const first = await send(reader, email, 'One thought about the quay.')
    expect(first.status).toBe(200)
    expect((await send(reader, email, 'One thought about the quay.')).status).toBe(200)
    const second = await send(reader, email, 'And another thought.')
    expect(second.status).toBe(429)
    expect(second.text).toContain('please wait another 30 minutes')
    expect(second.text).toContain('And another thought.')
    test.clock.pass(minutes(30))
    expect((await send(reader, email, 'And another thought.')).status).toBe(200)
  })

  it('is read first where others are published at once', async () => {
    await setCommentMode(
      test.db,
      { of: 'article', id: test.articleId },
      'post',
      { staffId: test.staffIds.nell },
      test.clock.now(),
    )
    const { reader, email } = await confirmedReader(test)
    expect(await stateOf(await write(test, reader, 'Out at once, it is fine.', { email }))).toBe('published')
    const id = await writerOf(email)
    await take(id, { kind: 'pre', days: '1' })
    expect(await stateOf(await write(test, reader, 'Held by the measure.', { email }))).toBe('held')
    test.clock.pass(days(1))
    expect(await stateOf(await write(test, reader, 'Out at once again.', { email }))).toBe('published')
    await setCommentMode(
      test.db,
      { of: 'article', id: test.articleId },
      null,
      { staffId: test.staffIds.nell },
      test.clock.now(),
    )
  })

  it('is told nothing through a browser that never confirmed the address, but when confirming it', async () => {
    const { email } = await confirmedReader(test)
    const id = await writerOf(email)
    await take(id, { kind: 'suspension', days: '1' })
    const stranger = test.visitor()
    const sent = await send(stranger, email, 'Typed by whoever knows the address.')
    expect(sent.status).toBe(200)
    expect(sent.text).not.toContain('suspen')
    const { rows } = await sql<{ id: number }>`
      select id from comment where commenter_id = ${id} and state = 'unconfirmed'`.execute(test.db)
    const commentId = rows[0]?.id ?? 0
    const refused = await confirm(test, stranger, commentId)
    expect(refused.status).toBe(403)
    expect(refused.text).toContain('Typed by whoever knows the address.')
    expect(await stateOf(commentId)).toBe('unconfirmed')
    test.clock.pass(days(1))
    expect((await confirm(test, stranger, commentId)).status).toBe(200)
    expect(await stateOf(commentId)).toBe('held')
  })

  it('is under one of a kind at a time, also when two press at once', async () => {
    const { email } = await confirmedReader(test)
    const id = await writerOf(email)
    const { policy } = await test.ctx.settings.now()
    const order = {
      commenterId: id,
      kind: 'ban',
      ruleId: 'spam',
      pauseMinutes: null,
      endsAt: null,
      words: '',
    } as const
    const facts = { strikeCount: 1, decidedCount: 2 }
    const both = await Promise.all(
      (['jonas', 'nell'] as const).map((who) =>
        takeMeasure(
          test.db,
          order,
          facts,
          { staffId: test.staffIds[who], policyVersion: policy.version },
          test.clock.now(),
        ),
      ),
    )
    expect(both.map((result) => (result.ok ? 'taken' : result.refusal.code)).sort()).toEqual([
      'measure_stands',
      'taken',
    ])
    const taken = both.find((result) => result.ok)
    const by = { staffId: test.staffIds.jonas, policyVersion: policy.version }
    const measureId = taken?.ok ? taken.value.measureId : 0
    const lifts = await Promise.all([1, 2].map(() => liftMeasure(test.db, measureId, by, test.clock.now())))
    expect(lifts.filter((result) => result.ok)).toHaveLength(1)
  })

  it('is on the record of the desk by ids alone', async () => {
    const { rows } = await sql<{ kind: string; value: string }>`
      select kind, value from ledger where kind in ('measure_taken', 'measure_lifted')`.execute(test.db)
    expect(rows.length).toBeGreaterThan(4)
    for (const { value } of rows) expect(value).toMatch(/^(slow|pre|suspension|ban):\d+$/)
  })
})

describe('who may take a measure', () => {
  it('is a senior; a moderator sees the standing, and of the address only enough to tell it from others', async () => {
    const { email } = await confirmedReader(test)
    const id = await writerOf(email)
    expect((await take(id, { kind: 'ban' }, asha)).status).toBe(403)
    const page = await asha.get(`/desk/writers/${id}`)
    expect(page.status).toBe(200)
    expect(page.text).not.toContain(email)
    expect(page.text).toContain('u…@readers.example')
    expect(page.text).not.toContain('Take a measure')
    expect((await jonas.get(`/desk/writers/${id}`)).text).toContain(email)
  })

  it.each([
    [{ kind: '' }, 'Say what is to be taken'],
    [{ kind: 'suspension', days: '' }, 'whole number of days'],
    [{ kind: 'suspension', days: '400' }, 'whole number of days'],
    [{ kind: 'slow', pause: '0' }, 'whole number of minutes'],
    [{ kind: 'slow', pause: '1e3' }, 'whole number of minutes'],
    [{ kind: 'ban', rule: '' }, 'Say which rule'],
    [{ kind: 'ban', rule: '<b>' }, 'There is no rule'],
  ])('%j is refused, and what was typed comes back', async (fields, sentence) => {
    const { email } = await confirmedReader(test)
    const page = await take(await writerOf(email), { words: 'Typed <words> & kept', ...fields })
    expect(page.status).toBe(422)
    expect(page.text).toContain(sentence)
    expect(page.text).toContain('Typed &lt;words&gt; &amp; kept')
  })

  it('nobody limited to sections, and such a person sees no writer of others’ sections', async () => {
    const { email } = await confirmedReader(test)
    const id = await writerOf(email)
    const elsewhere = 2
    await sql`insert into staff_section (staff_id, section_id) values (${test.staffIds.jonas}, ${elsewhere})`.execute(
      test.db,
    )
    expect((await jonas.get(`/desk/writers/${id}`)).status).toBe(403)
    expect((await take(id, { kind: 'ban' })).status).toBe(403)
    await sql`delete from staff_section`.execute(test.db)
    await sql`insert into staff_section (staff_id, section_id) values (${test.staffIds.jonas}, 1)`.execute(
      test.db,
    )
    const page = await take(id, { kind: 'ban' })
    expect(page.status).toBe(403)
    expect(page.text).toContain('a section which is not yours')
    await sql`delete from staff_section`.execute(test.db)
    const { rows } = await sql`select 1 from measure where commenter_id = ${id}`.execute(test.db)
    expect(rows).toEqual([])
  })
})

describe('strikes', () => {
  const struckBy = async (email: string, rule: string, times: number) => {
    const by = { staffId: test.staffIds.asha, policyVersion: (await test.ctx.settings.now()).policy.version }
    const ids = await fillQueue(test, times, { email, state: 'published' })
    const decided: number[] = []
    for (const commentId of ids) {
      const order = { commentId, act: 'remove', ruleId: rule, words: '', fence: null } as const
      const result = await decide(test.db, order, by, test.clock.now())
      if (result.ok) decided.push(result.value.decisionId)
    }
    return { by, decided }
  }

  it('recommend a warning, and one undone is subtracted on the page', async () => {
    const email = 'struck@readers.example'
    const { by, decided } = await struckBy(email, 'personal_attack', 2)
    const id = await writerOf(email)
    const page = await asha.get(`/desk/writers/${id}`)
    expect(page.text).toContain('2 strikes, weight <b>2</b>')
    expect(page.text).toContain('<b>A warning</b> may be in order.')
    const undone = await reverseDecision(
      test.db,
      { decisionId: decided[0] ?? 0, mayReverseOthers: false },
      by,
      test.clock.now(),
    )
    expect(undone.ok).toBe(true)
    const after = await asha.get(`/desk/writers/${id}`)
    expect(after.text).toContain('1 strike, weight <b>1</b>')
    expect(after.text).not.toContain('may be in order')
  })

  it('after a warning lead to more, never by themselves', async () => {
    const email = 'again@readers.example'
    await struckBy(email, 'inflammatory', 2)
    const id = await writerOf(email)
    await take(id, { kind: 'warning', rule: 'inflammatory' })
    expect((await asha.get(`/desk/writers/${id}`)).text).not.toContain('may be in order')
    test.clock.pass(hours(1))
    await struckBy(email, 'inflammatory', 1)
    expect((await asha.get(`/desk/writers/${id}`)).text).toContain('<b>Suspension</b> may be in order.')
    const { rows } = await sql`select kind from measure where commenter_id = ${id}`.execute(test.db)
    expect(rows).toEqual([{ kind: 'warning' }])
  })

  /** What a reader of the decisions alone would count, oldest first: an undo takes back, an undo of it gives again. */
  const replay = async (commenterId: number): Promise<Pick<Mark, 'commentId' | 'ruleId' | 'at'>[]> => {
    const { rows } = await sql<{
      id: number
      comment_id: number
      act: string
      rule_id: string | null
      decided_at: Date
      reverses: number | null
    }>`
      select d.id, d.comment_id, d.act, d.rule_id, d.decided_at, d.reverses from decision d
      join comment c on c.id = d.comment_id where c.commenter_id = ${commenterId} order by d.id`.execute(
      test.db,
    )
    const marks = new Map<number, Pick<Mark, 'commentId' | 'ruleId' | 'at'> | undefined>()
    const left = new Map<number, Pick<Mark, 'commentId' | 'ruleId' | 'at'> | undefined>()
    for (const d of rows) {
      left.set(d.id, marks.get(d.comment_id))
      if (d.reverses !== null) marks.set(d.comment_id, left.get(d.reverses))
      else if (d.act === 'reject' || d.act === 'remove')
        marks.set(d.comment_id, { commentId: d.comment_id, ruleId: d.rule_id ?? '', at: d.decided_at })
      else if (d.act !== 'keep') marks.set(d.comment_id, undefined)
    }
    return [...marks.values()].filter((mark) => mark !== undefined)
  }

  it('after any sequence of decisions and undos are what a replay of the decisions gives', async () => {
    const acts = ['publish', 'keep', 'reject', 'hold', 'remove', 'undo', 'undo'] as const
    const step = fc.record({
      comment: fc.integer({ min: 0, max: 2 }),
      act: fc.constantFrom(...acts),
      rule: fc.constantFrom('spam', 'inflammatory', 'link'),
    })
    const { policy } = await test.ctx.settings.now()
    const by = { staffId: test.staffIds.jonas, policyVersion: policy.version }
    let run = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 16 }), async (steps) => {
        const email = `replayed${++run}@readers.example`
        const ids = await fillQueue(test, 3, { email })
        for (const { comment, act, rule } of steps) {
          test.clock.pass(minutes(1))
          const commentId = ids[comment] ?? 0
          if (act === 'undo') {
            const { rows } = await sql<{ id: number }>`
              select id from decision where comment_id = ${commentId} order by id desc limit 1`.execute(
              test.db,
            )
            const order = { decisionId: rows[0]?.id ?? 0, mayReverseOthers: true }
            await reverseDecision(test.db, order, by, test.clock.now())
          } else {
            const ruleId = act === 'reject' || act === 'remove' ? rule : null
            await decide(test.db, { commentId, act, ruleId, words: '', fence: null }, by, test.clock.now())
          }
        }
        const id = await writerOf(email)
        const sorted = (marks: Pick<Mark, 'commentId' | 'ruleId' | 'at'>[]) =>
          marks
            .map(({ commentId, ruleId, at }) => ({ commentId, ruleId, at: at.toISOString() }))
            .sort((a, b) => a.commentId - b.commentId)
        expect(sorted(await listMarks(test.db, id, test.clock.now()))).toEqual(sorted(await replay(id)))
      }),
      { numRuns: 25 },
    )
  })
})

describe('notes on a writer', () => {
  it('are added, struck out and still to be read, never changed, and erased with the writer', async () => {
    const { email } = await confirmedReader(test)
    const id = await writerOf(email)
    const added = await asha.post(`/desk/writers/${id}/notes`, {
      form_token: ashaToken,
      note: 'Wrote <kindly> after the warning.',
    })
    expect(added.text).toContain('Wrote &lt;kindly&gt; after the warning.')
    const noteId = /\/desk\/notes\/(\d+)\/striking/.exec(added.text)?.[1]
    const struck = await asha.post(`/desk/notes/${noteId}/striking`, { form_token: ashaToken })
    expect(struck.text).toContain('<s>Wrote &lt;kindly&gt; after the warning.</s>')
    expect((await asha.post(`/desk/notes/${noteId}/striking`, { form_token: ashaToken })).status).toBe(403)
    for (const change of [
      sql`update writer_note set words = 'Other words'`,
      sql`update writer_note set struck_at = null, struck_by = null`,
      sql`delete from writer_note`,
      sql`update measure set ends_at = now()`,
    ])
      await expect(change.execute(test.db)).rejects.toThrow()
    await eraseAddress(test.db, email, test.clock.now())
    const page = await asha.get(`/desk/writers/${id}`)
    expect(page.text).toContain('Erased: words, names and address are gone.')
    expect(page.text).not.toContain('kindly')
  })

  it('without words are refused', async () => {
    const { email } = await confirmedReader(test)
    const page = await asha.post(`/desk/writers/${await writerOf(email)}/notes`, {
      form_token: ashaToken,
      note: ' \n',
    })
    expect(page.status).toBe(422)
    expect(page.text).toContain('The note is empty')
  })
})

describe('near accounts', () => {
  it('are hinted at with their reason: one letter box, nearly the same words', async () => {
    const text =
      'Everybody in this town knows that the harbour board has sold the east quay three times over already.'
    await fillQueue(test, 1, { email: 'pat.doe@readers.example', text })
    await fillQueue(test, 1, { email: 'patdoe+two@readers.example', text: 'A different thing altogether.' })
    await fillQueue(test, 1, { email: 'other@elsewhere.example', text: `${text} Indeed.` })
    const page = await asha.get(`/desk/writers/${await writerOf('pat.doe@readers.example')}`)
    expect(page.text).toContain('Near accounts')
    expect(page.text).toContain(`/desk/writers/${await writerOf('patdoe+two@readers.example')}"`)
    expect(page.text).toContain('up to dots and what follows a plus')
    expect(page.text).toMatch(/nearly the same words, \d\d % alike/)
    const stranger = await asha.get(`/desk/writers/${await writerOf('struck@readers.example')}`)
    expect(stranger.text).not.toContain('Near accounts')
  })

  it('share a network address within the week, and a school’s shared one names nobody', async () => {
    const emails = Array.from({ length: 8 }, (_, i) => `net${i}@n${i}.example`)
    for (const email of emails) await fillQueue(test, 1, { email })
    const behind = (key: string, count: number) =>
      sql`update comment set network_key = decode(${key}, 'hex') where commenter_id in (
        select id from commenter where email = any(${emails.slice(0, count)}::text[]))`.execute(test.db)
    await behind('aa01', 2)
    const page = await asha.get(`/desk/writers/${await writerOf(emails[0] ?? '')}`)
    expect(page.text).toContain('the same network address within the week, shared by 2 writers')
    await behind('aa02', 8)
    const shared = await asha.get(`/desk/writers/${await writerOf(emails[0] ?? '')}`)
    expect(shared.text).not.toContain('network address')
  })
})
