import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { projectRoot } from '../../src/root.ts'
import { type KeptSignals, readSignals } from '../../src/triage/kept-signals.ts'
import type { SignalSet } from '../../src/triage/signal.ts'
import { TestPaper } from '../support/app.ts'
import { fillQueue } from '../support/queue.ts'

let test: TestPaper
beforeAll(async () => {
  test = await TestPaper.open()
})
afterAll(() => test.close())

it('an older installation loses no signal, evidence or note of its comments', async () => {
  const names = { headline: 'East quay', names: ['Asha Raman'], ownDomains: [], recentTexts: [] }
  const measured = [
    'The ferry board has not answered our letters.',
    'Asha Raman, you idiot: the bribes are listed at www.quay-truth.example and quay-two.example.',
    '',
  ].map((text) => JSON.parse(JSON.stringify(test.ctx.engine.signalsFor(text, names))) as SignalSet)
  await fillQueue(test, measured.length)
  const { rows } = await sql<{ id: number }>`
    select comment_id as id from comment_signal order by comment_id limit ${measured.length}`.execute(test.db)
  expect(rows).toHaveLength(measured.length)
  for (const [n, { id }] of rows.entries())
    await sql`update comment_signal set signals = ${JSON.stringify(measured[n])}::jsonb where comment_id = ${id}`.execute(
      test.db,
    )
  const migration = await readFile(join(projectRoot, 'migrations/0013-kept-signals.sql'), 'utf8')
  await sql.raw(migration.slice(migration.indexOf('update '))).execute(test.db)
  const kept = await sql<{ signals: KeptSignals }>`
    select signals from comment_signal where comment_id = any(${rows.map(({ id }) => id)}::bigint[])
    order by comment_id`.execute(test.db)
  expect(kept.rows.map(({ signals }) => readSignals(signals))).toEqual(measured)
})
