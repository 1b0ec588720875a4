import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { NewApiKey } from '../../src/accounts/api-key-store.ts'
import { createApiKey, listApiKeys, revokeApiKey } from '../../src/accounts/api-key-store.ts'
import { hostileCases } from '../hostile/cases.ts'
import { ORIGIN, TestPaper } from '../support/app.ts'

const ANALYZE = '/v1alpha1/comments:analyze'
const SUGGEST = '/v1alpha1/comments:suggestscore'

type Answer = {
  status: number
  body: {
    attributeScores?: Record<string, { summaryScore: { value: number; type: string } }>
    error?: {
      code: number
      status: string
      message: string
      details?: { errorType?: string; reason?: string }[]
    }
    clientToken?: string
    languages?: string[]
  }
  headers: Headers
}

let test: TestPaper
beforeAll(async () => {
  test = await TestPaper.open()
})
afterAll(() => test.close())

async function makeKey(wanted: Partial<NewApiKey> = {}): Promise<{ id: number; key: string }> {
  const made = await createApiKey(
    test.db,
    { name: 'Coral', perSecond: 10_000, onUnknown: 'error', ...wanted },
    { staffId: null },
    test.clock.now(),
  )
  test.ctx.changes.announce({ articleIds: [], settings: true })
  return made
}

async function post(
  path: string,
  body: RequestInit['body'],
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await test.app.request(`${ORIGIN}${path}`, {
    method: 'POST',
    body: body ?? null,
    headers: { 'content-type': 'application/json', ...headers },
  })
  return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) }
}

const asked = (text: string, more: object = {}): string =>
  JSON.stringify({ comment: { text }, requestedAttributes: { TOXICITY: {} }, ...more })
const reasonOf = ({ body }: Answer) => body.error?.details?.[0]?.errorType ?? body.error?.details?.[0]?.reason

const rude = 'You are a complete idiot and everybody in this town knows it.'

describe('who may ask for scores', () => {
  it('nobody, before an administrator has made a key', async () => {
    const answer = await post(`${ANALYZE}?key=anything`, asked(rude))
    expect(answer).toMatchObject({ status: 404, body: { error: { code: 404, status: 'NOT_FOUND' } } })
  })

  it('whoever sends a key, as ?key= or as a header', async () => {
    const { key } = await makeKey()
    const byAddress = await post(`${ANALYZE}?key=${key}`, asked(rude))
    const byHeader = await post(ANALYZE, asked(rude), { 'x-goog-api-key': key })
    expect(byAddress.status).toBe(200)
    expect(byHeader.body).toEqual(byAddress.body)
    expect(byAddress.body.attributeScores?.['TOXICITY']?.summaryScore).toMatchObject({ type: 'PROBABILITY' })
  })

  it('nobody with no key, a mistyped one or a revoked one, from the moment it is revoked', async () => {
    const { id, key } = await makeKey()
    const missing = await post(ANALYZE, asked(rude))
    expect(missing).toMatchObject({ status: 403, body: { error: { status: 'PERMISSION_DENIED' } } })
    expect(reasonOf(missing)).toBe('API_KEY_MISSING')
    const mistyped = await post(`${ANALYZE}?key=${key}x`, asked(rude))
    expect(mistyped).toMatchObject({ status: 400, body: { error: { status: 'INVALID_ARGUMENT' } } })
    expect(reasonOf(mistyped)).toBe('API_KEY_INVALID')

    expect((await post(`${ANALYZE}?key=${key}`, asked(rude))).status).toBe(200)
    expect(await revokeApiKey(test.db, id, { staffId: null }, test.clock.now())).toBe(true)
    test.ctx.changes.announce({ articleIds: [], settings: true })
    expect(await post(`${ANALYZE}?key=${key}`, asked(rude))).toMatchObject({ body: mistyped.body })
    expect(await revokeApiKey(test.db, id, { staffId: null }, test.clock.now())).toBe(false)
  })

  it('as often a second as the key allows', async () => {
    const { key } = await makeKey({ perSecond: 2 })
    const statuses = async () =>
      (await Promise.all([1, 2, 3].map(() => post(`${ANALYZE}?key=${key}`, asked(rude))))).map(
        ({ status }) => status,
      )
    expect((await statuses()).sort()).toEqual([200, 200, 429])
    const refused = await post(`${ANALYZE}?key=${key}`, asked(rude))
    expect(refused).toMatchObject({
      status: 429,
      body: { error: { code: 429, status: 'RESOURCE_EXHAUSTED' } },
    })
    expect(reasonOf(refused)).toBe('RATE_LIMIT_EXCEEDED')
    expect(refused.headers.get('retry-after')).toBe('1')
    test.clock.pass(1_000)
    expect((await statuses()).sort()).toEqual([200, 200, 429])
  })

  it('no page in a browser: there is no CORS, and no cookie is set or read', async () => {
    const { key } = await makeKey()
    const preflight = await test.app.request(`${ORIGIN}${ANALYZE}?key=${key}`, {
      method: 'OPTIONS',
      headers: { origin: 'https://coral.example', 'access-control-request-method': 'POST' },
    })
    expect(preflight.status).toBe(404)
    const answer = await post(`${ANALYZE}?key=${key}`, asked(rude), { origin: 'https://coral.example' })
    expect(answer.status).toBe(200)
    for (const headers of [preflight.headers, answer.headers]) {
      expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([])
      expect(headers.getSetCookie()).toEqual([])
    }
  })
})

/** The requests as Coral 7 to 9 make them: only the endpoint and the key are another's. */
describe('Coral, with its settings unchanged but for the endpoint', () => {
  let address: (operation: string) => string
  beforeAll(async () => {
    const { key } = await makeKey()
    address = (operation) => {
      // Coral joins its endpoint, the operation and the key like this.
      const url = new URL(`${ORIGIN}/v1alpha1`)
      url.pathname += `/${operation}`
      url.searchParams.set('key', key)
      return url.pathname + url.search
    }
  })
  const analysis = (text: string, model: string, language = 'en') =>
    JSON.stringify({
      comment: { text },
      doNotStore: true,
      requestedAttributes: { [model]: {} },
      languages: [language],
    })

  it.each(['TOXICITY', 'SEVERE_TOXICITY', 'INSULT_EXPERIMENTAL'])('reads a score of %s', async (model) => {
    const { body } = await post(address('comments:analyze'), analysis(rude, model))
    const value = body.attributeScores?.[model]?.summaryScore.value
    expect(value).toBeGreaterThanOrEqual(0)
    expect(value).toBeLessThanOrEqual(1)
  })

  it('at its own threshold of 80 % lets thanks through and holds an attack', async () => {
    const scoreOf = async (text: string) =>
      (await post(address('comments:analyze'), analysis(text, 'TOXICITY'))).body.attributeScores?.['TOXICITY']
        ?.summaryScore.value ?? Number.NaN
    expect(await scoreOf(rude)).toBeGreaterThan(0.8)
    expect(await scoreOf('Thank you for this report, the figures were new to me.')).toBeLessThan(0.8)
  })

  it('gets the score of what was written, though it sends the language of its site', async () => {
    const inEnglish = await post(address('comments:analyze'), analysis(rude, 'TOXICITY'))
    const claimedGerman = await post(address('comments:analyze'), analysis(rude, 'TOXICITY', 'de'))
    expect(claimedGerman.body.attributeScores).toEqual(inEnglish.body.attributeScores)
    const hindi = 'यह समाचार पूरी तरह गलत है और लिखने वाले को शर्म आनी चाहिए।'
    const refused = await post(address('comments:analyze'), analysis(hindi, 'TOXICITY', 'en'))
    expect(reasonOf(refused)).toBe('LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE')
  })

  it('has its decisions taken, with its token in the answer', async () => {
    const suggestion = (model: string, value: number) =>
      JSON.stringify({
        comment: { text: rude },
        context: {
          entries: [
            {
              text: JSON.stringify({
                url: 'https://coral.example/story?commentID=c-1',
                reply_to_id_Coral_comment_id: 'c-0',
                Coral_comment_id: 'c-1',
              }),
            },
          ],
        },
        attributeScores: { [model]: { summaryScore: { value } } },
        languages: ['en'],
        communityId: 'Coral:https://coral.example',
        clientToken: 'comment:c-1',
      })
    for (const [model, value] of [
      ['TOXICITY', 0],
      ['TOXICITY', 1],
      ['APPROVED', 1],
    ] as const) {
      const answer = await post(address('comments:suggestscore'), suggestion(model, value))
      expect(answer).toMatchObject({ status: 200, body: { clientToken: 'comment:c-1' } })
    }
  })

  it('holds for a moderator what nobody could score, where its key says so', async () => {
    const { key } = await makeKey({ onUnknown: 'hold' })
    const hindi = 'यह समाचार पूरी तरह गलत है और लिखने वाले को शर्म आनी चाहिए।'
    const { body } = await post(`${ANALYZE}?key=${key}`, analysis(hindi, 'TOXICITY'))
    expect(body.attributeScores?.['TOXICITY']?.summaryScore.value).toBe(1)
  })
})

describe('a request that cannot be read', () => {
  let key = ''
  beforeAll(async () => {
    key = (await makeKey()).key
  })
  const send = (body: RequestInit['body'], headers: Record<string, string> = {}, path = ANALYZE) =>
    post(`${path}?key=${key}`, body, headers)

  it.each<[string, RequestInit['body'], Record<string, string>, string]>([
    ['no body', null, {}, 'INVALID_REQUEST'],
    ['half of a body', '{"comment":', {}, 'INVALID_REQUEST'],
    ['another content type', asked(rude), { 'content-type': 'text/plain' }, 'INVALID_REQUEST'],
    ['a form', 'text=a', { 'content-type': 'application/x-www-form-urlencoded' }, 'INVALID_REQUEST'],
    ['bytes that are no UTF-8', new Uint8Array([0x22, 0xff, 0x22]), {}, 'INVALID_REQUEST'],
    ['a quarter of a megabyte and more', JSON.stringify({ a: 'a'.repeat(300_000) }), {}, 'INVALID_REQUEST'],
    ['brackets without an end', '['.repeat(200_000), {}, 'INVALID_REQUEST'],
    ['brackets in brackets', '['.repeat(100_000) + ']'.repeat(100_000), {}, 'INVALID_REQUEST'],
    ['no comment', '{"requestedAttributes":{"TOXICITY":{}}}', {}, 'COMMENT_EMPTY'],
    ['an empty comment', asked(''), {}, 'COMMENT_EMPTY'],
    ['a comment that is too long', asked('a'.repeat(20_481)), {}, 'COMMENT_TOO_LONG'],
    ['no attribute', '{"comment":{"text":"a"}}', {}, 'NO_REQUESTED_ATTRIBUTES'],
    ['an unknown attribute', asked('a', { requestedAttributes: { KINDNESS: {} } }), {}, 'INVALID_REQUEST'],
  ])('%s: an error in Google’s shape', async (_, body, headers, errorType) => {
    const answer = await send(body, headers)
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 400, status: 'INVALID_ARGUMENT' } } })
    expect(answer.body.error?.message).toMatch(/\w/)
    expect(reasonOf(answer)).toBe(errorType)
  })

  it.each(hostileCases)('“$name” is text: scored or refused, and echoed as it was sent', async ({ text }) => {
    const answer = await send(
      asked(text || 'empty', {
        clientToken: text,
        spanAnnotations: true,
        comment: { text: `${text} ${rude}`, type: 'HTML' },
      }),
    )
    expect([200, 400]).toContain(answer.status)
    expect(answer.headers.get('content-type')).toBe('application/json')
    if (answer.status === 200) expect(answer.body.clientToken).toBe(text)
    const bad = await send(asked(rude, { requestedAttributes: { [text]: {} } }))
    expect(bad.body.error?.message).toBe(`Unknown requested attribute: ${text.slice(0, 64)}`)
  })

  it('whatever bytes come, the answer is JSON in one of the two shapes, and no bug', async () => {
    const json = fc.json({ maxDepth: 4 })
    const near = fc
      .record(
        {
          comment: fc.oneof(
            fc.record({ text: fc.string({ unit: 'binary', maxLength: 50 }), type: fc.anything() }),
            fc.anything(),
          ),
          requestedAttributes: fc.oneof(
            fc.dictionary(fc.constantFrom('TOXICITY', 'THREAT', 'X', '__proto__'), fc.anything()),
            fc.anything(),
          ),
          attributeScores: fc.oneof(fc.dictionary(fc.string(), fc.anything()), fc.anything()),
          context: fc.oneof(fc.record({ entries: fc.array(fc.anything()) }), fc.anything()),
          languages: fc.anything(),
          spanAnnotations: fc.oneof(fc.boolean(), fc.anything()),
          clientToken: fc.oneof(fc.string(), fc.anything()),
        },
        { requiredKeys: [] },
      )
      .map((value) => {
        try {
          return JSON.stringify(value) ?? 'null'
        } catch {
          return '{}'
        }
      })
    const bytes = fc.uint8Array({ maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(json, near, near, bytes),
        fc.constantFrom(ANALYZE, SUGGEST),
        async (body, path) => {
          const answer = await send(body as RequestInit['body'], {}, path)
          if (answer.status === 200) {
            expect(
              Object.keys(answer.body).filter(
                (name) =>
                  !['attributeScores', 'languages', 'detectedLanguages', 'clientToken'].includes(name),
              ),
            ).toEqual([])
            expect(answer.body.error).toBeUndefined()
          } else {
            expect(answer.status).toBe(400)
            expect(Object.keys(answer.body)).toEqual(['error'])
            expect(answer.body.error).toMatchObject({
              code: 400,
              status: 'INVALID_ARGUMENT',
              message: expect.any(String),
            })
          }
        },
      ),
      { numRuns: 400 },
    )
  })
})

describe('what is kept of it', () => {
  it('how many requests of each key and day, and nothing of a text', async () => {
    const { id, key } = await makeKey({ name: 'Counted', perSecond: 4 })
    await test.run('count_keys')
    const word = 'Quorlimbique'
    test.clock.pass(1_000)
    await post(
      `${ANALYZE}?key=${key}`,
      asked(`${word} said thank you for the report.`, { clientToken: word, doNotStore: false }),
    )
    await post(
      `${ANALYZE}?key=${key}`,
      asked(`Der ${word} ist doch völliger Unsinn, der Hafen war im letzten Jahr geschlossen.`),
    )
    await post(
      `${SUGGEST}?key=${key}`,
      JSON.stringify({
        comment: { text: word },
        attributeScores: { TOXICITY: { summaryScore: { value: 1 } } },
      }),
    )
    await post(`${ANALYZE}?key=${key}`, '{}')
    await post(`${ANALYZE}?key=${key}`, asked(word))
    await test.run('count_keys')
    await test.run('count_keys')
    const use = { scored: 1, unscored: 1, suggested: 1, refused: 1 }
    const listed = (await listApiKeys(test.db, test.clock.now())).find((row) => row.id === id)
    expect(listed).toMatchObject({ name: 'Counted', today: use, month: use })
    test.clock.pass(86_400_000)
    const tomorrow = (await listApiKeys(test.db, test.clock.now())).find((row) => row.id === id)
    expect(tomorrow).toMatchObject({ today: { scored: 0 }, month: use })

    const { rows: tables } = await sql<{ name: string }>`
      select tablename as name from pg_tables where schemaname = 'public'`.execute(test.db)
    for (const { name } of tables) {
      const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from ${sql.table(name)} t where t::text like ${`%${word}%`} or t::text like ${`%${key}%`}`.execute(
        test.db,
      )
      expect(rows[0]?.n, name).toBe(0)
    }
  })

  it('each creation and revocation in the ledger, by the key’s number alone', async () => {
    const { id } = await makeKey({ name: 'Nameless in the ledger' })
    await revokeApiKey(test.db, id, { staffId: test.staffIds.nell }, test.clock.now())
    const { rows } = await sql<{ kind: string; actor: string; staff_id: number | null }>`
      select kind, actor, staff_id from ledger where value = ${`key:${id}`} order by seq`.execute(test.db)
    expect(rows).toEqual([
      { kind: 'key_created', actor: 'system', staff_id: null },
      { kind: 'key_revoked', actor: 'staff', staff_id: test.staffIds.nell },
    ])
  })
})
