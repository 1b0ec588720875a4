import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inviteStaff, makeSignInLink } from '../../src/accounts/staff-store.ts'
import { type Context, createContext } from '../../src/context.ts'
import type { Db } from '../../src/db/database.ts'
import { clusterIndexer } from '../../src/jobs/cluster-indexer.ts'
import { keyUseCounter } from '../../src/jobs/key-use-counter.ts'
import { ledgerSealer } from '../../src/jobs/ledger-sealer.ts'
import { letterCarrier, mailboxPost } from '../../src/jobs/letter-carrier.ts'
import { precedentKeeper } from '../../src/jobs/precedent-keeper.ts'
import { queueRanker } from '../../src/jobs/queue-ranker.ts'
import { retentionSweeper } from '../../src/jobs/retention-sweeper.ts'
import { secondLookDrawer } from '../../src/jobs/second-look-drawer.ts'
import { siteLearning } from '../../src/jobs/site-learning.ts'
import { thermostatKeeper } from '../../src/jobs/thermostat-keeper.ts'
import { unreadAuditor } from '../../src/jobs/unread-auditor.ts'
import { createLogger } from '../../src/logger.ts'
import { insertDraft, publishArticle } from '../../src/newsroom/article-store.ts'
import type { Draft } from '../../src/newsroom/draft.ts'
import { insertPublication, savePolicy } from '../../src/newsroom/publication-store.ts'
import { paper, type StaffKey, staff } from '../../src/newsroom/seed/cast.ts'
import { slugOf } from '../../src/newsroom/slug.ts'
import { parsePolicy } from '../../src/policy/parse.ts'
import { projectRoot } from '../../src/root.ts'
import { createApp } from '../../src/web/app.ts'
import type { Assets } from '../../src/web/assets.ts'
import type { Limit, LimitName } from '../../src/web/limits.ts'
import { type FreshDatabase, freshDatabase } from './database.ts'

export const ORIGIN = 'http://localhost:4000'

/** A clock that stands still until a test moves it. */
export class TestClock {
  #now = new Date('2026-11-24T10:00:00Z')
  now(): Date {
    return new Date(this.#now)
  }
  pass(milliseconds: number): void {
    this.#now = new Date(this.#now.getTime() + milliseconds)
  }
}

/** The pages need a style sheet and script names; what is in them is for the browser tests. */
const plainAssets: Assets = {
  readerCss: 'body{margin:0}',
  moreCss: 'table{width:100%}',
  paths: {
    readerScript: '/assets/reader.js',
    deskCss: '/assets/desk.css',
    deskScript: '/assets/desk.js',
    passkeyScript: '/assets/passkey.js',
  },
  files: new Map(),
}

/** The whole application over real SQL, with the cast's paper set up and one article live. */
export class TestPaper {
  readonly database: FreshDatabase
  readonly ctx: Context
  readonly clock: TestClock
  readonly app: ReturnType<typeof createApp>
  readonly staffIds: Record<StaffKey, number>
  articleId = 0

  private constructor(
    database: FreshDatabase,
    ctx: Context,
    clock: TestClock,
    staffIds: Record<StaffKey, number>,
  ) {
    this.database = database
    this.ctx = ctx
    this.clock = clock
    this.app = createApp(ctx)
    this.staffIds = staffIds
  }

  static async open(
    options: { limits?: Partial<Record<LimitName, Limit>>; demo?: boolean; random?: () => number } = {},
  ): Promise<TestPaper> {
    const database = await freshDatabase()
    const clock = new TestClock()
    const { db } = database
    const staffIds = await setUp(db, clock.now(), options.demo ?? true)
    const ctx = await createContext({
      config: { origin: ORIGIN, trustedProxies: undefined, mail: false },
      db,
      clock,
      logger: createLogger('silent'),
      assets: plainAssets,
      ...(options.random ? { random: options.random } : {}),
      // Generous, since every request of a test comes from one address; the limits have a test of their own.
      limits: options.limits ?? {
        comments: { points: 1e6, seconds: 1 },
        reports: { points: 1e6, seconds: 1 },
        pages: { points: 1e6, seconds: 1 },
        sign_ins: { points: 1e6, seconds: 1 },
      },
    })
    const test = new TestPaper(database, ctx, clock, staffIds)
    test.articleId = await test.publishArticle({ headline: 'The east quay opens' })
    return test
  }

  get db(): Db {
    return this.database.db
  }

  async close(): Promise<void> {
    this.ctx.pages.stop()
    await this.database.drop()
  }

  async publishArticle(draft: Partial<Draft> = {}): Promise<number> {
    const whole: Draft = {
      headline: 'A headline',
      standfirst: 'A standfirst.',
      byline: 'Nell Ashby',
      agency: '',
      dateline: 'SALTMERE',
      language: 'en-GB',
      blocks: [{ kind: 'paragraph', text: 'The board voted on Saturday.' }],
      sources: [],
      photo: null,
      publishedAt: null,
      updatedAt: null,
      ...draft,
    }
    const now = this.clock.now()
    const by = { staffId: this.staffIds.nell }
    const article = {
      publicationId: 1,
      sectionId: 1,
      slug: slugOf(whole.headline),
      draft: whole,
      photo: null,
      capture: null,
    }
    const id = await insertDraft(this.db, article, by, now)
    await publishArticle(this.db, id, by, now)
    this.ctx.changes.announce({ articleIds: [id], settings: true })
    return id
  }

  /** Runs a job once, now. */
  async run(
    job:
      | 'letters'
      | 'seal'
      | 'sweep'
      | 'learn'
      | 'audit'
      | 'count_keys'
      | 'rank'
      | 'cluster'
      | 'precedents'
      | 'thermostat'
      | 'second_looks',
  ): Promise<void> {
    const jobs = {
      letters: () => letterCarrier(this.ctx, mailboxPost),
      seal: () => ledgerSealer(this.ctx),
      sweep: () => retentionSweeper(this.ctx),
      learn: () => siteLearning(this.ctx),
      audit: () => unreadAuditor(this.ctx),
      count_keys: () => keyUseCounter(this.ctx),
      rank: () => queueRanker(this.ctx),
      cluster: () => clusterIndexer(this.ctx),
      precedents: () => precedentKeeper(this.ctx),
      thermostat: () => thermostatKeeper(this.ctx),
      second_looks: () => secondLookDrawer(this.ctx),
    }
    await jobs[job]().runNow()
  }

  visitor(): Visitor {
    return new Visitor(this.app)
  }

  /** Somebody of the cast, signed in through the link and the button. */
  async signedIn(who: StaffKey): Promise<Visitor> {
    const token = await makeSignInLink(this.db, this.staffIds[who], this.clock.now())
    const visitor = this.visitor()
    await visitor.post(`/desk/sign-in/${token}`, {})
    return visitor
  }
}

async function setUp(db: Db, now: Date, demo: boolean): Promise<Record<StaffKey, number>> {
  const yaml = readFileSync(join(projectRoot, 'policies/default.yaml'), 'utf8')
  const policy = parsePolicy(yaml)
  if (!policy.ok) throw new Error('the shipped policy does not read')
  await savePolicy(db, { version: policy.value.version, yaml }, now)
  const { sections, entities, ...words } = paper
  await insertPublication(
    db,
    {
      ...words,
      entities: [...entities],
      sections: [...sections],
      commentMode: 'pre',
      policyVersion: policy.value.version,
      demo,
    },
    now,
  )
  const ids: Partial<Record<StaffKey, number>> = {}
  for (const key of Object.keys(staff) as StaffKey[])
    ids[key] = (await inviteStaff(db, staff[key], { staffId: null }, now)).id
  return ids as Record<StaffKey, number>
}

/** A browser without script: keeps cookies, sends forms with the headers that browsers send, follows redirects. */
export class Visitor {
  readonly #app: TestPaper['app']
  readonly cookies = new Map<string, string>()

  constructor(app: TestPaper['app']) {
    this.#app = app
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers)
    if (this.cookies.size > 0)
      headers.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await this.#app.request(`${ORIGIN}${path}`, { ...init, headers })
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      const [name = '', value = ''] = pair.split('=')
      if (/max-age=0/i.test(cookie)) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return response
  }

  async get(path: string): Promise<Page> {
    const response = await this.fetch(path)
    return this.#follow(response)
  }

  /** Sends a form as our own page would, and follows where it leads. */
  async post(path: string, fields: Record<string, string>, init: RequestInit = {}): Promise<Page> {
    return this.#follow(await this.send(path, fields, init))
  }

  /** The answer itself, without following. */
  send(path: string, fields: Record<string, string>, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers)
    if (!headers.has('sec-fetch-site')) headers.set('sec-fetch-site', 'same-origin')
    if (!headers.has('origin')) headers.set('origin', ORIGIN)
    return this.fetch(path, { method: 'POST', ...init, body: new URLSearchParams(fields), headers })
  }

  async #follow(response: Response): Promise<Page> {
    let current = response
    let path = ''
    for (let hops = 0; hops < 5 && (current.status === 303 || current.status === 301); hops++) {
      path = current.headers.get('location') ?? '/'
      current = await this.fetch(path)
    }
    return { status: current.status, headers: current.headers, path, text: await current.text() }
  }

  /** The token that the forms of a signed-in page carry. */
  async formToken(): Promise<string> {
    const page = await this.get('/desk/decided')
    return /name="form_token" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
  }
}

export type Page = { status: number; headers: Headers; path: string; text: string }
