import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { TestPaper } from '../support/app.ts'
import { confirmedReader, write } from '../support/unread.ts'

let test: TestPaper
beforeAll(async () => {
  test = await TestPaper.open()
  const nell = test.staffIds.nell
  await sql`update article set comment_mode = 'post', comment_mode_by = ${nell} where id = ${test.articleId}`.execute(
    test.db,
  )
})
afterAll(() => test.close())

const stateOf = async (id: number) =>
  (await sql<{ state: string }>`select state from comment where id = ${id}`.execute(test.db)).rows[0]?.state

it('a crowd of comments by one writer waits for the desk, is not asked about, and ends after ten minutes', async () => {
  const { reader, email } = await confirmedReader(test)
  const subjects = ['ferry', 'harbour wall', 'fish market', 'bus to the quay', 'lamp on the pier']
  const states: unknown[] = []
  for (const subject of subjects)
    states.push(
      await stateOf(await write(test, reader, `Who looks after the ${subject} now?`, { email, told: '' })),
    )
  // The letter that confirmed the address was for the first of them.
  expect(states).toEqual(['published', 'published', 'published', 'held', 'held'])
  test.clock.pass(11 * 60_000)
  const later = await write(test, reader, 'And the tide tables, who prints those?', { email, told: '' })
  expect(await stateOf(later)).toBe('published')
})

it('a raid by one template is held from its fourth comment, whoever sends it', async () => {
  const states: unknown[] = []
  for (const trade of ['baker', 'miller', 'draper', 'cooper', 'glazier']) {
    const { reader, email } = await confirmedReader(test)
    const text = `Dear board, as a ${trade} of this town I ask you to keep the east quay closed for good.`
    states.push(await stateOf(await write(test, reader, text, { email })))
  }
  expect(states.slice(3)).toEqual(['held', 'held'])
})
