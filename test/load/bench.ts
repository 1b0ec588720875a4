import { type ChildProcess, fork } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { getRequestListener } from '@hono/node-server'
import autocannon from 'autocannon'
import { sql } from 'kysely'
import pg from 'pg'
import { seedDemo } from '../../bin/seed.ts'
import { makeSignInLink } from '../../src/accounts/staff-store.ts'
import { ensureCommenter } from '../../src/comments/submission-store.ts'
import { createContext } from '../../src/context.ts'
import { type Connection, type Database, openDatabase } from '../../src/db/database.ts'
import { type EmbeddedServer, startEmbedded } from '../../src/db/embedded.ts'
import { migrate } from '../../src/db/migrate.ts'
import { claimNext } from '../../src/desk/claim-store.ts'
import { decide } from '../../src/desk/decision-store.ts'
import { systemClock } from '../../src/lib/clock.ts'
import { hashToken, newToken } from '../../src/lib/ids.ts'
import { createLogger } from '../../src/logger.ts'
import { projectRoot } from '../../src/root.ts'
import { createApp } from '../../src/web/app.ts'
import { loadAssets } from '../../src/web/assets.ts'
import { corpusComments, vocabularySize } from '../support/corpus.ts'
import { measureExposure, sayArchive } from './exposure.ts'
import { fillPaper, measureFind, plantWords } from './find.ts'
import { measureKeys } from './keys.ts'
import { measurePerspective } from './perspective.ts'
import { measureRaid, RAID } from './raid.ts'

/* `npm run bench [-- part …]`: ratios within one run, since the machine is shared and its disk swings tenfold. */

type Row = { what: string; measured: string; reach: string; met: boolean }
const rows: Row[] = []
const report = (what: string, measured: string, reach: string, met: boolean): void => {
  rows.push({ what, measured, reach, met })
  process.stderr.write(`  ${met ? 'met ' : 'MISS'}  ${what}: ${measured} (${reach})\n`)
}
const median = (list: number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0
const unlimited = { points: 1e9, seconds: 1 }

async function openApp(database: Database, origin: string) {
  const ctx = await createContext({
    config: { origin, trustedProxies: undefined, mail: true },
    db: database.db,
    clock: systemClock,
    logger: createLogger('warn'),
    assets: await loadAssets(join(projectRoot, 'public/assets')),
    limits: { comments: unlimited, pages: unlimited, reports: unlimited, sign_ins: unlimited },
  })
  return { ctx, app: createApp(ctx) }
}

/** The child: a server on a free port, or a bare one that sends the bytes it is given. */
async function child(): Promise<void> {
  const connection = JSON.parse(process.env['BENCH_CONNECTION'] ?? '{}') as Connection
  const database = openDatabase(connection)
  let listener: ReturnType<typeof getRequestListener> | undefined
  let bare: Buffer | undefined
  process.on('message', (message: { bare?: string }) => {
    // Asked for the processor time it has used, which a busy machine does not change as it does the clock's.
    if (message.bare === undefined) {
      const { user, system } = process.cpuUsage()
      process.send?.({ cpuMicroseconds: user + system })
      return
    }
    bare = Buffer.from(message.bare, 'base64')
    process.send?.('ready')
  })
  const server = createServer((request, response) => {
    if (bare && request.url === '/bare') {
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-encoding': 'br',
        'content-length': bare.length,
      })
      response.end(bare)
    } else void listener?.(request, response)
  })
  server.listen(0, '127.0.0.1', async () => {
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    // Browsers name the port they posted from.
    const { app } = await openApp(database, `http://localhost:${port}`)
    listener = getRequestListener(app.fetch)
    process.send?.({ port })
  })
}

/** Those that a stage started. One that fails leaves its child behind, and a child that listens keeps the run alive. */
const children = new Set<ChildProcess>()

async function startChild(connection: Connection): Promise<{ process: ChildProcess; url: string }> {
  const started = fork(process.argv[1] ?? '', ['--child'], {
    env: { ...process.env, BENCH_CONNECTION: JSON.stringify(connection) },
  })
  children.add(started)
  started.once('exit', () => children.delete(started))
  const port = await new Promise<number>((resolve) =>
    started.once('message', (message: { port: number }) => resolve(message.port)),
  )
  return { process: started, url: `http://127.0.0.1:${port}` }
}

const load = (options: autocannon.Options): Promise<autocannon.Result> =>
  autocannon({ connections: 50, duration: 6, ...options })

/** Rows as the stores would leave them, made in bulk: a thread of any size in seconds. */
async function fillThread(
  database: Database,
  count: number,
  replies: number,
): Promise<{ id: number; path: string }> {
  const comments = corpusComments(Math.min(count, 2_000), count)
  const made = await sql<{ id: number; slug: string }>`
    with a as (
      insert into article (publication_id, section_id, slug, state, published_at, updated_at, created_at)
      values (1, 1, ${`thread-${count}-${replies}`}, 'live', now(), now(), now()) returning id, slug),
    r as (
      insert into article_revision (article_id, revision_no, headline, standfirst, byline, dateline, language, blocks, photo_id, photo_caption, photo_credit, photo_alt, created_at)
      select a.id, 1, o.headline, o.standfirst, o.byline, o.dateline, 'en-GB', o.blocks, o.photo_id, o.photo_caption, o.photo_credit, o.photo_alt, now()
      from a, (select * from article_revision where headline = 'Harbour board votes to reopen the east quay by spring' order by article_id limit 1) o)
    select id, slug from a`.execute(database.db)
  const article = made.rows[0] as { id: number; slug: string }
  const commenterId = await ensureCommenter(database.db, 'bulk@readers.example', new Date())
  await sql`
    with src as (
      select nextval('comment_id_seq') as id, n, (c->>'name') as name, (c->>'text') as text
      from generate_series(1, ${count}::int) n
      join lateral (select ${JSON.stringify(comments)}::jsonb -> ((n - 1) % ${comments.length}::int) as c) w on true),
    placed as (
      select id, n, name, text, case when n % ${replies > 0 ? Math.floor(count / replies) : count + 1}::int = 0 then lag(id) over (order by n) end as parent from src),
    made as (
      insert into comment (id, article_id, article_revision_no, parent_id, root_id, depth, path, commenter_id, printed_name, state, submitted_at, published_at, settled_at)
      select id, ${article.id}::int, 1, parent, coalesce(parent, id), case when parent is null then 0 else 1 end,
        case when parent is null then array[id] else array[parent, id] end, ${commenterId}::bigint, name, 'published',
        now() - (${count}::int - n) * interval '7 minutes', now(), now() from placed order by n)
    insert into comment_revision (comment_id, revision_no, text, created_at) select id, 1, text, now() from src`.execute(
    database.db,
  )
  await sql`analyze comment`.execute(database.db)
  return { id: article.id, path: `/a/${article.id}/${article.slug}` }
}

async function bytes(database: Database): Promise<void> {
  const { app, ctx } = await openApp(database, 'https://courier.example')
  const size = async (path: string, quality: number): Promise<number> => {
    const html = Buffer.from(await (await app.request(`https://courier.example${path}`)).text())
    return brotliCompressSync(html, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      },
    }).length
  }
  const fifty = await fillThread(database, 50, 0)
  const hundred = await fillThread(database, 100, 50)
  const sizes = [await size(fifty.path, 11), await size(hundred.path, 11), await size(hundred.path, 5)] as [
    number,
    number,
    number,
  ]
  process.stderr.write(`  vocabulary of ${vocabularySize()} words, none of its sentences twice\n`)
  report('article with 50 comments, Brotli 11', `${sizes[0]} bytes`, '≤ 9,000', sizes[0] <= 9_000)
  report('article with 100 comments, Brotli 11', `${sizes[1]} bytes`, '≤ 13,500', sizes[1] <= 13_500)
  report('article with 100 comments, Brotli 5', `${sizes[2]} bytes`, '≤ 15,500', sizes[2] <= 15_500)
  const script =
    [...ctx.assets.files].find(([name]) => name.startsWith('reader') && name.endsWith('.js'))?.[1].brotli
      .length ?? 0
  report('script, needed 0, in all', `${script} bytes`, '≤ 3,000', script <= 3_000)
  ctx.pages.stop()
}

async function reads(database: Database, connection: Connection): Promise<void> {
  const small = await fillThread(database, 100, 20)
  const large = await fillThread(database, 100_000, 20_000)
  const server = await startChild(connection)
  const headers = { 'accept-encoding': 'br' }
  const rate = async (path: string) => (await load({ url: server.url + path, headers })).requests.average
  const warm = async (path: string) => Buffer.from(await (await fetch(server.url + path)).arrayBuffer())
  const html = await warm(small.path)
  await warm(large.path)
  await new Promise((resolve) => setTimeout(resolve, 2_500))
  const body = brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
  await new Promise((resolve) => {
    server.process.once('message', resolve)
    server.process.send({ bare: body.toString('base64') })
  })
  const ratios: number[] = []
  const flat: number[] = []
  for (let n = 0; n < 3; n++) {
    const bare = await rate('/bare')
    const ours = await rate(small.path)
    const long = await rate(large.path)
    ratios.push(ours / bare)
    flat.push(long / ours)
    process.stderr.write(
      `  bare ${Math.round(bare)}/s, page ${Math.round(ours)}/s, page of 100,000 comments ${Math.round(long)}/s\n`,
    )
  }
  report(
    'kept page against the bare server, same bytes',
    `× ${median(ratios).toFixed(2)}`,
    '≥ 0.6',
    median(ratios) >= 0.6,
  )
  report(
    'thread of 100,000 against one of 100',
    `× ${median(flat).toFixed(2)}`,
    '0.8 to 1.2',
    median(flat) >= 0.8 && median(flat) <= 1.2,
  )
  server.process.kill()
}

async function firstRead(database: Database): Promise<void> {
  const { app, ctx } = await openApp(database, 'https://courier.example')
  const { path, id } = await fillThread(database, 10_000, 2_000)
  await sql`vacuum analyze comment`.execute(database.db)
  const times: number[] = []
  for (let n = 0; n < 25; n++) {
    ctx.changes.announce({ articleIds: [id], settings: false })
    const started = performance.now()
    const response = await app.request(`https://courier.example${path}`, {
      headers: { 'accept-encoding': 'br' },
    })
    await response.arrayBuffer()
    times.push(performance.now() - started)
  }
  report(
    'first read of a 10,000-comment thread after a decision',
    `${median(times).toFixed(1)} ms`,
    '≤ 20 ms',
    median(times) <= 20,
  )
  ctx.pages.stop()
}

type Poster = { cookie: string; email: string }
async function posters(database: Database, count: number): Promise<Poster[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, n) => {
      const email = `poster${n}-${newToken()
        .slice(0, 6)
        .toLowerCase()
        .replace(/[^a-z0-9]/g, 'x')}@readers.example`
      const id = await ensureCommenter(database.db, email, new Date())
      const token = newToken()
      await sql`insert into commenter_session (token_hash, commenter_id, created_at, expires_at) values (${hashToken(token)}, ${id}, now(), now() + interval '1 day')`.execute(
        database.db,
      )
      return { cookie: `postbag_letters=${token}`, email }
    }),
  )
}

let written = 0
const bodyOf = (poster: Poster): string =>
  new URLSearchParams({
    text: `Comment number ${++written} of the load: ${written * 7_919} boats and ${written % 97} crates of ice.`,
    name: 'Load Tester',
    email: poster.email,
    told: 'yes',
  }).toString()

/** What the same rows reach as one bare prepared statement, each its own transaction. */
async function bareInserts(
  connection: Connection,
  articleId: number,
  commenterId: number,
  seconds: number,
): Promise<number> {
  const pool = new pg.Pool({
    ...('url' in connection ? { connectionString: connection.url } : connection),
    max: 8,
  })
  const statement = `
    with s as (insert into submission (fingerprint, comment_id, submitted_at) values ($1, nextval('comment_id_seq'), now()) returning comment_id),
    c as (insert into comment (id, article_id, article_revision_no, root_id, path, commenter_id, printed_name, state, submitted_at, settled_at, network_key)
      select comment_id, $2, 1, comment_id, array[comment_id], $3, 'Load Tester', 'held', now(), now(), $1 from s),
    r as (insert into comment_revision (comment_id, revision_no, text, created_at) select comment_id, 1, $4, now() from s),
    m as (insert into comment_signal (comment_id, revision_no, signals, verdict, policy_version) select comment_id, 1, $5, $6, 'x' from s),
    q as (insert into queue_item (comment_id, article_id, reason, entered_at) select comment_id, $2, 'held', now() from s)
    insert into ledger (at, kind, actor, article_id, comment_id, revision_no) select now(), 'comment_held', 'commenter', $2, comment_id, 1 from s`
  const sample = await pool.query<{ signals: unknown; verdict: unknown }>(
    'select signals, verdict from comment_signal order by comment_id desc limit 1',
  )
  const signals = JSON.stringify(sample.rows[0]?.signals ?? {})
  const verdict = JSON.stringify(sample.rows[0]?.verdict ?? {})
  const end = performance.now() + seconds * 1000
  let done = 0
  const loop = async (): Promise<void> => {
    while (performance.now() < end) {
      const key = hashToken(`bare ${++written} ${process.pid}`)
      await pool.query({
        name: 'bare',
        text: statement,
        values: [key, articleId, commenterId, `Comment number ${written} of the load`, signals, verdict],
      })
      done++
    }
  }
  await Promise.all(Array.from({ length: 50 }, loop))
  await pool.end()
  return done / seconds
}

async function posts(database: Database, connection: Connection): Promise<void> {
  const { id } = await fillThread(database, 10, 0)
  const people = await posters(database, 50)
  const server = await startChild(connection)
  let n = 0
  const headersFor = (poster: Poster) => ({
    'content-type': 'application/x-www-form-urlencoded',
    'sec-fetch-site': 'same-origin',
    accept: 'application/json',
    cookie: poster.cookie,
  })
  const ours = () =>
    load({
      url: `${server.url}/a/${id}/comments`,
      method: 'POST',
      requests: [
        {
          setupRequest: (request) => {
            const poster = people[n++ % people.length] as Poster
            return {
              ...request,
              path: `/a/${id}/comments`,
              method: 'POST',
              headers: headersFor(poster),
              body: bodyOf(poster),
            }
          },
        },
      ],
    })
  await ours()
  const commenterId = await ensureCommenter(database.db, people[0]?.email ?? '', new Date())
  const ratios: number[] = []
  const rates: number[] = []
  for (let round = 0; round < 3; round++) {
    const bare = await bareInserts(connection, id, commenterId, 6)
    const result = await ours()
    rates.push(result.requests.average)
    ratios.push(result.requests.average / bare)
    process.stderr.write(
      `  bare ${Math.round(bare)}/s, comments ${Math.round(result.requests.average)}/s, refused ${result.non2xx}\n`,
    )
  }
  report(
    'comments acknowledged = committed, 50 connections, against bare inserts',
    `× ${median(ratios).toFixed(2)}`,
    '≥ 0.5',
    median(ratios) >= 0.5,
  )
  report(
    'comments a second',
    String(Math.round(median(rates))),
    '≥ 1,000 where the disk allows',
    median(rates) >= 1_000,
  )
  server.process.kill()
}

/** Kills the server in mid-load, again and again, and counts what it had promised. */
async function kills(database: Database, connection: Connection, times = 20): Promise<void> {
  const { id } = await fillThread(database, 10, 0)
  const people = await posters(database, 10)
  const acknowledged = new Set<string>()
  for (let round = 0; round < times; round++) {
    const server = await startChild(connection)
    let running = true
    const send = async (poster: Poster): Promise<void> => {
      while (running) {
        const text = `Acknowledged ${++written} in round ${round}, ${written * 31} times over.`
        const body = new URLSearchParams({ text, name: 'Load Tester', email: poster.email, told: 'yes' })
        const headers = { 'sec-fetch-site': 'same-origin', accept: 'application/json', cookie: poster.cookie }
        const answer = await fetch(`${server.url}/a/${id}/comments`, { method: 'POST', body, headers }).then(
          async (response) => (response.ok ? await response.json() : undefined),
          () => undefined,
        )
        if (answer) acknowledged.add(text)
      }
    }
    const senders = people.map(send)
    await new Promise((resolve) => setTimeout(resolve, 300 + (round % 5) * 120))
    const gone = new Promise((resolve) => server.process.once('exit', resolve))
    server.process.kill('SIGKILL')
    running = false
    await gone
    await Promise.all(senders)
  }
  const { rows: stored } = await sql<{ text: string; n: number }>`
    select cr.text, count(*)::int as n from comment c join comment_revision cr on cr.comment_id = c.id where c.article_id = ${id} and cr.text like 'Acknowledged%' group by 1`.execute(
    database.db,
  )
  const found = new Set(stored.map((row) => row.text))
  const lost = [...acknowledged].filter((text) => !found.has(text)).length
  const twice = stored.filter((row) => row.n > 1).length
  const { rows: half } = await sql<{ n: number }>`
    select count(*)::int as n from comment c where c.article_id = ${id} and c.state = 'held' and (
      not exists (select 1 from queue_item q where q.comment_id = c.id) or not exists (select 1 from ledger l where l.comment_id = c.id)
      or not exists (select 1 from comment_signal s where s.comment_id = c.id))`.execute(database.db)
  report(
    `kill -9 in mid-load, ${times} times, ${acknowledged.size} comments acknowledged`,
    `${lost} lost, ${twice} twice, ${half[0]?.n} half`,
    '0, 0, 0',
    lost === 0 && twice === 0 && half[0]?.n === 0,
  )
}

async function pairs(database: Database): Promise<void> {
  const { rows: staff } = await sql<{ id: number }>`select id from staff order by id`.execute(database.db)
  const { rows: version } = await sql<{ v: string }>`select policy_version as v from publication`.execute(
    database.db,
  )
  const by = { policyVersion: version[0]?.v ?? '' }
  let decided = 0
  const started = performance.now()
  const worker = async (n: number): Promise<void> => {
    const staffId = staff[n % staff.length]?.id ?? 0
    while (performance.now() - started < 6_000) {
      const claim = await claimNext(database.db, { staffId, reason: null, afterId: null }, new Date())
      if (!claim) return
      const done = await decide(
        database.db,
        { commentId: claim.commentId, act: 'publish', ruleId: null, words: '', fence: claim.fence },
        { ...by, staffId },
        new Date(),
      )
      if (done.ok) decided++
    }
  }
  await Promise.all(Array.from({ length: 8 }, (_, n) => worker(n)))
  const rate = decided / ((performance.now() - started) / 1000)
  report('claim and decide, 8 moderators', `${Math.round(rate)} pairs a second`, 'no budget yet', true)
}

/** Held comments as the stores would leave them, in bulk, by as many writers as a paper has. */
async function fillDesk(database: Database, count: number): Promise<void> {
  const comments = corpusComments(2_000, count)
  await sql`
    with writers as (
      insert into commenter (email, created_at, confirmed_at)
      select 'held' || n || '@readers.example', now(), now() from generate_series(1, 5000) n returning id
    ), numbered as (select id, row_number() over () as n from writers),
    sample as (select signals, verdict, policy_version from comment_signal order by comment_id limit 1),
    src as (
      select nextval('comment_id_seq') as id, n, c->>'name' as name, c->>'text' as text
      from generate_series(1, ${count}::int) n
      join lateral (select ${JSON.stringify(comments)}::jsonb -> ((n - 1) % 2000) as c) w on true),
    made as (
      insert into comment (id, article_id, article_revision_no, root_id, path, commenter_id, printed_name, state,
        submitted_at, settled_at)
      select src.id, 1, 1, src.id, array[src.id], numbered.id, src.name, 'held', now(), now()
      from src join numbered on numbered.n = 1 + src.n % 5000),
    words as (
      insert into comment_revision (comment_id, revision_no, text, created_at) select id, 1, text, now() from src),
    measured as (
      insert into comment_signal (comment_id, revision_no, signals, verdict, policy_version)
      select src.id, 1, signals, verdict, policy_version from src, sample)
    insert into queue_item (comment_id, article_id, reason, priority, entered_at)
    select id, 1, 'held', n % 100, now() - n * interval '1 second' from src`.execute(database.db)
  await sql`analyze comment`.execute(database.db)
  await sql`analyze queue_item`.execute(database.db)
}

async function keys(database: Database, connection: Connection): Promise<void> {
  await fillDesk(database, 100_000)
  const { rows } = await sql<{ id: number }>`select id from staff where role = 'editor' limit 1`.execute(
    database.db,
  )
  const token = await makeSignInLink(database.db, rows[0]?.id ?? 0, new Date())
  const server = await startChild(connection)
  const origin = server.url.replace('127.0.0.1', 'localhost')
  const { waits, unready, refused } = await measureKeys(`${origin}/desk/sign-in/${token}`, `${origin}/desk`)
  server.process.kill()
  const p95 = waits[Math.floor(waits.length * 0.95)] ?? Number.POSITIVE_INFINITY
  report(
    `key press to next card shown, 100,000 open items, ${waits.length} presses`,
    `median ${median(waits).toFixed(0)} ms, p95 ${p95.toFixed(0)} ms; ${unready} not loaded, ${refused} refused`,
    'p95 ≤ 50 ms',
    p95 <= 50 && unready === 0 && refused === 0,
  )
}

async function perspective(database: Database, connection: Connection): Promise<void> {
  const { path } = await fillThread(database, 100, 20)
  const server = await startChild(connection)
  await fetch(server.url + path)
  const cpuSeconds = () =>
    new Promise<number>((resolve) => {
      server.process.once('message', (message: { cpuMicroseconds: number }) =>
        resolve(message.cpuMicroseconds / 1e6),
      )
      server.process.send({})
    })
  const load = await measurePerspective(database.db, { url: server.url, page: path, cpuSeconds })
  server.process.kill()
  const figure = (what: string, measured: string) => report(what, measured, 'no budget yet', true)
  const said = ({ perSecond, perCpuSecond }: { perSecond: number; perCpuSecond: number }) =>
    `${Math.round(perCpuSecond)} a CPU-second, ${Math.round(perSecond)} a second`
  figure('`comments:analyze` of 200 characters, one attribute', said(load.short))
  figure('the same with six attributes and spans', said(load.shortWithSpans))
  figure('a comment of 20 KB, processor time', `${load.long.cpuMs.toFixed(1)} ms`)
  figure('the same with six attributes and spans', `${load.longWithSpans.cpuMs.toFixed(1)} ms`)
  figure(
    'a kept page, median, alone and while 20 clients send 20 KB each',
    `${load.pageAloneMs} ms, ${load.pageMs} ms`,
  )
}

const sayMode = {
  post: 'all public at once',
  'post, flagged held': 'public but for what the engine flags',
  pre: 'all held until read',
}

/** Needs no database: what is compared are orders. */
async function exposure(): Promise<void> {
  process.stderr.write(`  ${sayArchive()}\n`)
  for (const { mode, labour, measure, medians, ratios } of measureExposure()) {
    const spread = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`
    const said = Object.values(medians).map((n) => Math.round(n).toLocaleString('en-GB'))
    report(
      `${sayMode[mode]}, ${labour}: ${measure}; by harm, oldest first, newest first`,
      `${said.join(' / ')}: × ${median(ratios).toFixed(2)} (${spread})`,
      mode === 'pre' ? 'no budget yet' : '≤ 0.4',
      mode === 'pre' || median(ratios) <= 0.4,
    )
  }
}

async function find(database: Database): Promise<void> {
  const size = {
    comments: Number(process.env['BENCH_FIND_COMMENTS'] ?? 1_000_000),
    open: Number(process.env['BENCH_FIND_OPEN'] ?? 100_000),
  }
  await fillPaper(database, size)
  await plantWords(database, size.comments)
  for (const { what, p50, p95, found } of await measureFind(database))
    report(
      `${what} (${found})`,
      `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`,
      'p95 ≤ 100 ms',
      p95 <= 100,
    )
}

async function raid(database: Database): Promise<void> {
  const { id } = await fillThread(database, 10, 0)
  const { rows } = await sql<{ staff: number; policy: string }>`
    select (select min(id) from staff where role = 'moderator') as staff, policy_version as policy from publication`.execute(
    database.db,
  )
  const at = { articleId: id, staffId: rows[0]?.staff ?? 0, policyVersion: rows[0]?.policy ?? '' }
  const open = 100_000
  const found = await measureRaid(database.db, at, open)
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`
  const waiting = `${open.toLocaleString('en-GB')} open`
  report(
    `raids of ${RAID} edited variants: in the cluster, mean over the one in hand`,
    percent(found.recall.mean),
    '≥ 95 %',
    found.recall.mean >= 0.95,
  )
  report('the same, the worst one to have in hand', percent(found.recall.least), 'no budget yet', true)
  report('strangers in a cluster, the worst', percent(found.strangers), '≤ 1 %', found.strangers <= 0.01)
  report(
    `a raid refused at once, among ${waiting}`,
    `${found.cleared} in ${Math.round(found.clearMs)} ms`,
    'no budget yet',
    true,
  )
  report(
    `“how many are like it” on a card like no other, ${waiting}, p95`,
    `${found.lonelyMs.toFixed(1)} ms`,
    'no budget yet',
    true,
  )
  report(`the same on a card of a raid, p95`, `${found.raiderMs.toFixed(1)} ms`, 'no budget yet', true)
  report('keys for one comment, in the job', `${found.keysMs.toFixed(2)} ms`, 'no budget yet', true)
}

const parts: Record<string, (database: Database, connection: Connection) => Promise<void>> = {
  bytes,
  firstRead,
  reads,
  posts,
  perspective,
  pairs,
  exposure,
  find,
  raid,
  keys,
  kills,
}

async function main(): Promise<void> {
  const wanted = process.argv.slice(2).filter((word) => word in parts)
  const dataDir = await mkdtemp(join(tmpdir(), 'postbag-bench-'))
  await chmod(dataDir, 0o755)
  let server: EmbeddedServer | undefined
  let database: Database | undefined
  try {
    server = await startEmbedded({ dataDir, packageRoot: projectRoot })
    database = openDatabase(server.connection, { statementTimeoutMs: 300_000 })
    await migrate(database.pool, join(projectRoot, 'migrations'))
    await seedDemo(database.db, new Date(), () => {})
    for (const [name, part] of Object.entries(parts)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue
      process.stderr.write(`${name}\n`)
      await part(database, server.connection)
    }
  } finally {
    for (const child of children) child.kill()
    await database?.close()
    await server?.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  const { version } = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8')) as {
    version: string
  }
  process.stdout.write(
    `\nPostbag ${version}, Node ${process.version}, ${cpus().length} cores, durable embedded PostgreSQL\n\n| what | measured | to reach | |\n|---|---|---|---|\n`,
  )
  for (const row of rows)
    process.stdout.write(
      `| ${row.what} | ${row.measured} | ${row.reach} | ${row.met ? 'met' : '**missed**'} |\n`,
    )
}

if (process.argv.includes('--child')) await child()
else await main()
