import { createServer, type RequestOptions, request, type Server } from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import Perspective from 'perspective-api-client'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createApiKey } from '../../src/accounts/api-key-store.ts'
import { TestPaper } from '../support/app.ts'

/**
 * The package has Google's address written into it. What it sends there is sent to the application instead, over a real
 * connection, byte by byte; only the encryption is left out.
 */
describe('the npm package perspective-api-client', () => {
  let test: TestPaper
  let door: Server
  let key = ''
  const asked: string[] = []
  beforeAll(async () => {
    test = await TestPaper.open()
    const wanted = { name: 'The package', perSecond: 100, onUnknown: 'error' } as const
    key = (await createApiKey(test.db, wanted, { staffId: null }, test.clock.now())).key
    door = createServer(getRequestListener(test.app.fetch))
    await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
    const { port } = door.address() as AddressInfo
    vi.spyOn(https, 'request').mockImplementation(((options: RequestOptions, heard: () => void) => {
      asked.push(`${options.method?.toUpperCase()} https://${options.hostname}${options.path?.split('?')[0]}`)
      const { protocol: _, agents: __, ...rest } = options as RequestOptions & { agents?: unknown }
      return request({ ...rest, hostname: '127.0.0.1', host: '127.0.0.1', port, agent: false }, heard)
    }) as typeof https.request)
  })
  afterAll(async () => {
    vi.restoreAllMocks()
    await new Promise((resolve) => door.close(resolve))
    await test.close()
  })

  it('gets its scores', async () => {
    const client = new Perspective({ apiKey: key })
    const answer = await client.analyze(
      'You are a complete <b>idiot</b> and everybody in this town knows it.',
    )
    expect(asked).toEqual(['POST https://commentanalyzer.googleapis.com/v1alpha1/comments:analyze'])
    expect(answer).toMatchObject({
      attributeScores: { TOXICITY: { summaryScore: { value: expect.closeTo(1, 1), type: 'PROBABILITY' } } },
      languages: ['en'],
      detectedLanguages: ['en'],
    })
  })

  it('gets several attributes, and a request of its user’s own making', async () => {
    const client = new Perspective({ apiKey: key })
    const several = (await client.analyze('Well said.', {
      attributes: ['toxicity', 'threat_experimental'],
    })) as {
      attributeScores: object
    }
    expect(Object.keys(several.attributeScores)).toEqual(['TOXICITY', 'THREAT_EXPERIMENTAL'])
    const own = { comment: { text: 'Well said.' }, requestedAttributes: { INSULT: { scoreThreshold: 0.9 } } }
    expect(await client.analyze(own)).toEqual({ languages: ['en'], detectedLanguages: ['und'] })
  })

  it('reads our errors as it reads Google’s', async () => {
    const client = new Perspective({ apiKey: key })
    await expect(client.analyze('Well said.', { attributes: ['kindness'] })).rejects.toMatchObject({
      name: 'ResponseError',
      message: 'Unknown requested attribute: KINDNESS',
      response: { status: 400, data: { error: { status: 'INVALID_ARGUMENT' } } },
    })
    await expect(new Perspective({ apiKey: 'wrong' }).analyze('Well said.')).rejects.toMatchObject({
      name: 'ResponseError',
      message: expect.stringContaining('API key not valid'),
    })
  })
})
