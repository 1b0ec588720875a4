import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decide } from '../../src/desk/decision-store.ts'
import { eraseAddress } from '../../src/desk/erase-store.ts'
import { sealLedger, verifyLedger } from '../../src/desk/ledger-store.ts'
import { fileReport } from '../../src/desk/report-store.ts'
import { TestPaper } from '../support/app.ts'
import { fillQueue } from '../support/queue.ts'

describe('the ledger', () => {
  let test: TestPaper
  beforeAll(async () => {
    test = await TestPaper.open()
  })
  afterAll(() => test.close())

  it.each(['ledger', 'ledger_seal', 'decision', 'decision_batch'])(
    '%s: no row can be changed, deleted or truncated',
    async (table) => {
      for (const statement of [
        `update ${table} set ${table === 'ledger' ? 'kind = kind' : table === 'ledger_seal' ? 'hash = hash' : 'decided_at = now()'}`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
      ])
        await expect(sql.raw(statement).execute(test.db)).rejects.toThrow(/append-only/)
    },
  )

  it('is sealed in the order in which transactions ended, and never behind an open one', async () => {
    await fillQueue(test, 3)
    const open = await test.database.pool.connect()
    await open.query('begin')
    await open.query(`insert into ledger (at, kind, actor) values (now(), 'staff_changed', 'system')`)
    await fillQueue(test, 3)
    await sealLedger(test.db, test.clock.now())
    const waiting = async () =>
      (
        await sql<{
          n: number
        }>`select count(*)::int as n from ledger l where not exists (select 1 from ledger_seal s where s.seq = l.seq)`.execute(
          test.db,
        )
      ).rows[0]?.n
    expect(await waiting()).toBeGreaterThan(0)
    await open.query('commit')
    open.release()
    await sealLedger(test.db, test.clock.now())
    expect(await waiting()).toBe(0)
    expect(await verifyLedger(test.db)).toMatchObject({ intact: true })
  })

  it('names the first sealed row that a table’s owner has tampered with', async () => {
    const { rows } = await sql<{
      seq: number
    }>`select seq from ledger where comment_id is not null order by seq offset 2 limit 1`.execute(test.db)
    const seq = rows[0]?.seq
    const tamper = async (statement: string) => {
      await sql.raw('alter table ledger disable trigger append_only').execute(test.db)
      await sql.raw(statement).execute(test.db)
      await sql.raw('alter table ledger enable trigger append_only').execute(test.db)
    }
    await tamper(`update ledger set comment_id = comment_id + 1000 where seq = ${seq}`)
    expect(await verifyLedger(test.db)).toMatchObject({ intact: false, seq, what: 'entry_changed' })
    await tamper(`update ledger set comment_id = comment_id - 1000 where seq = ${seq}`)
    expect(await verifyLedger(test.db)).toMatchObject({ intact: true })
    await tamper(`delete from ledger where seq = ${seq}`)
    expect(await verifyLedger(test.db)).toMatchObject({ intact: false, seq, what: 'entry_missing' })
  })
})

describe('a person who asks to be forgotten', () => {
  it('leaves no word, name or address in any table, and a whole record', async () => {
    const test = await TestPaper.open()
    const email = 'agnes@readers.example'
    const { version } = (await test.ctx.settings.now()).policy
    const by = { staffId: test.staffIds.asha, policyVersion: version }
    const [published = 0, rejected = 0] = await fillQueue(test, 2, {
      email,
      text: 'Zanzibar quagmire says Agnes',
    })
    await fillQueue(test, 1, { email, text: 'Zanzibar held' })
    await decide(
      test.db,
      { commentId: published, act: 'publish', ruleId: null, words: '', fence: null },
      by,
      test.clock.now(),
    )
    await decide(
      test.db,
      { commentId: rejected, act: 'reject', ruleId: 'spam', words: 'You wrote Zanzibar', fence: null },
      by,
      test.clock.now(),
    )
    const [other = 0] = await fillQueue(test, 1, { state: 'published', email: 'edith@readers.example' })
    await fileReport(
      test.db,
      {
        commentId: other,
        articleId: test.articleId,
        order: { ruleId: 'spam', words: 'Zanzibar again', email },
        networkKey: Buffer.from('n'),
      },
      { version, holdAt: 0 },
      test.clock.now(),
    )
    test.clock.pass(20_000)
    await test.run('letters')
    const erased = await eraseAddress(test.db, email, test.clock.now())
    expect(erased).toMatchObject({ comments: 3, reports: 1 })
    const tables = await sql<{
      name: string
    }>`select tablename as name from pg_tables where schemaname = 'public'`.execute(test.db)
    for (const { name } of tables.rows) {
      const { rows } = await sql<{
        row: string
      }>`select t::text as row from ${sql.table(name)} t where t::text ~* 'zanzibar|agnes@'`.execute(test.db)
      expect(rows, name).toEqual([])
    }
    test.ctx.changes.announce({ articleIds: erased.articleIds, settings: false })
    expect((await test.visitor().get(`/a/${test.articleId}/the-east-quay-opens`)).text).not.toContain(
      'Zanzibar',
    )
    await sealLedger(test.db, test.clock.now())
    expect(await verifyLedger(test.db)).toMatchObject({ intact: true })
    const decisions = await sql<{ n: number }>`select count(*)::int as n from decision`.execute(test.db)
    expect(decisions.rows[0]?.n).toBe(3)
    await test.close()
  })
})
