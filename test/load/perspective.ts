import autocannon from 'autocannon'
import { createApiKey } from '../../src/accounts/api-key-store.ts'
import type { Db } from '../../src/db/database.ts'
import { corpusComments } from '../support/corpus.ts'

/** A busy machine changes what is done in a second; what a second of the server's processor does, hardly. */
export type Rate = { perSecond: number; perCpuSecond: number; cpuMs: number }

export type PerspectiveLoad = {
  /** Comments of 200 characters and one attribute, as Coral asks. */
  short: Rate
  shortWithSpans: Rate
  /** 20 KB, the longest that is taken. */
  long: Rate
  longWithSpans: Rate
  /** How long a kept page takes at the median, alone and while 20 clients send 20 KB each. */
  pageAloneMs: number
  pageMs: number
}

type Served = { url: string; page: string; cpuSeconds: () => Promise<number> }

const attributes = ['TOXICITY', 'SEVERE_TOXICITY', 'IDENTITY_ATTACK', 'INSULT', 'PROFANITY', 'THREAT']

/** Asks a served paper for scores as fast as it gives them. No text comes twice, so that nothing is remembered. */
export async function measurePerspective(db: Db, served: Served): Promise<PerspectiveLoad> {
  const { url, page, cpuSeconds } = served
  const { key } = await createApiKey(
    db,
    { name: 'Bench', perSecond: 10_000, onUnknown: 'error' },
    { staffId: null },
    new Date(),
  )
  // The server keeps the keys it knows; one that has started since the key was made knows it.
  const short = corpusComments(20_000, 20_000).map(({ text }) => text)
  const long = Array.from({ length: 200 }, (_, n) =>
    short
      .slice(n * 90, n * 90 + 120)
      .join(' ')
      .slice(0, 20_000),
  )
  const ask = (texts: readonly string[], more: object, connections: number) => {
    let next = 0
    return autocannon({
      url,
      connections,
      duration: 6,
      requests: [
        {
          setupRequest: (request) => ({
            ...request,
            path: '/v1alpha1/comments:analyze',
            method: 'POST',
            headers: { 'content-type': 'application/json', 'x-goog-api-key': key },
            body: JSON.stringify({ comment: { text: texts[next++ % texts.length] }, ...more }),
          }),
        },
      ],
    })
  }
  const one = { requestedAttributes: { TOXICITY: {} }, languages: ['en'], doNotStore: true }
  const all = {
    requestedAttributes: Object.fromEntries(attributes.map((name) => [name, {}])),
    spanAnnotations: true,
  }
  const rate = async (texts: readonly string[], more: object): Promise<Rate> => {
    const before = await cpuSeconds()
    const { requests, non2xx } = await ask(texts, more, 10)
    if (non2xx > 0) throw new Error(`${non2xx} requests were refused.`)
    const cpu = (await cpuSeconds()) - before
    return {
      perSecond: requests.average,
      perCpuSecond: requests.total / cpu,
      cpuMs: (1000 * cpu) / requests.total,
    }
  }
  const readPage = () =>
    autocannon({ url: url + page, connections: 1, duration: 6, headers: { 'accept-encoding': 'br' } })
  await ask(short, one, 10)
  const rates = {
    short: await rate(short, one),
    shortWithSpans: await rate(short, all),
    long: await rate(long, one),
    longWithSpans: await rate(long, all),
  }
  const alone = await readPage()
  const [, beside] = await Promise.all([ask(long, one, 20), readPage()])
  return { ...rates, pageAloneMs: alone.latency.p50, pageMs: beside.latency.p50 }
}
