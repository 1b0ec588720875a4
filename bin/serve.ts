import { createServer } from 'node:http'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { describeConfig } from '../src/config.ts'
import { createContext } from '../src/context.ts'
import { connect } from '../src/db/connect.ts'
import { changeWatcher, connectNodes } from '../src/jobs/change-watcher.ts'
import { clusterIndexer } from '../src/jobs/cluster-indexer.ts'
import { keyUseCounter } from '../src/jobs/key-use-counter.ts'
import { ledgerSealer } from '../src/jobs/ledger-sealer.ts'
import { letterCarrier, mailboxPost, smtpPost } from '../src/jobs/letter-carrier.ts'
import { precedentKeeper } from '../src/jobs/precedent-keeper.ts'
import { queueRanker } from '../src/jobs/queue-ranker.ts'
import { retentionSweeper } from '../src/jobs/retention-sweeper.ts'
import { secondLookDrawer } from '../src/jobs/second-look-drawer.ts'
import { siteLearning } from '../src/jobs/site-learning.ts'
import { thermostatKeeper } from '../src/jobs/thermostat-keeper.ts'
import { unreadAuditor } from '../src/jobs/unread-auditor.ts'
import { systemClock } from '../src/lib/clock.ts'
import { createLogger } from '../src/logger.ts'
import { nameUnread } from '../src/newsroom/named-store.ts'
import { findPublication } from '../src/newsroom/publication-store.ts'
import { projectRoot } from '../src/root.ts'
import { createApp } from '../src/web/app.ts'
import { loadAssets } from '../src/web/assets.ts'
import type { Environment } from './command.ts'
import { configOf } from './open.ts'
import { demoLinks, seedDemo } from './seed.ts'
import { setUpPaper } from './set-up.ts'
import { say, UsageError } from './terminal.ts'

/** Sets up what is missing, serves, and ends in good order on a signal. */
export async function serve(env: Environment): Promise<number> {
  const config = configOf(env)
  const logger = createLogger('info')
  for (const line of describeConfig(config)) say(line)
  const database = await connect({
    databaseUrl: config.databaseUrl,
    dataDir: config.dataDir,
    projectRoot,
    serve: true,
    log: say,
    onError: (error) => logger.warn({ err: error }, 'a database connection broke'),
  })
  const { db } = database
  if (database.embeddedData)
    say(
      `Database: embedded PostgreSQL in ${database.embeddedData}${database.moved ? ' (the server runs as nobody, who does not reach POSTBAG_DATA)' : ''}`,
    )
  if (!(await findPublication(db))) {
    if (config.seed === 'demo') await seedDemo(db, systemClock.now(), say)
    else await setUpPaper(db, systemClock.now())
  }
  await nameUnread(db)
  const paper = await findPublication(db)
  const demo = paper?.demo === true
  if (demo && !config.loopback)
    throw new UsageError(
      `This database holds the demo, which prints sign-in links and shows every letter: it serves this machine alone. Leave out HOST (${config.host}), or start a paper of your own with another POSTBAG_DATA and POSTBAG_SEED=none.`,
    )
  const ctx = await createContext({
    config: { origin: config.origin, trustedProxies: config.trustedProxies, mail: config.mail !== undefined },
    db,
    clock: systemClock,
    logger,
    assets: await loadAssets(join(projectRoot, 'public/assets')),
  })
  const post = config.mail ? smtpPost(config.mail.smtpUrl, config.mail.from) : demo ? mailboxPost : undefined
  if (!post)
    say(
      'No letters leave this machine: set SMTP_URL and POSTBAG_MAIL_FROM. Until then they wait, and no reader can confirm a comment.',
    )
  const jobs = [
    ledgerSealer(ctx),
    retentionSweeper(ctx),
    changeWatcher(ctx),
    siteLearning(ctx),
    unreadAuditor(ctx),
    queueRanker(ctx),
    thermostatKeeper(ctx),
    keyUseCounter(ctx),
    clusterIndexer(ctx),
    precedentKeeper(ctx),
    secondLookDrawer(ctx),
    ...(post ? [letterCarrier(ctx, post)] : []),
  ]
  const wire = config.natsUrl ? await connectNodes(ctx, config.natsUrl) : undefined
  const app = createApp(ctx)
  const server = createServer(
    { requestTimeout: 30_000, headersTimeout: 10_000 },
    getRequestListener(app.fetch),
  )
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(config.port, config.host, resolve)
  })
  for (const job of jobs) job.start()
  say(`\n${paper?.name} is served at ${config.origin}`)
  if (demo) for (const line of await demoLinks(db, config.origin, systemClock.now())) say(line)

  await untilSignal()
  say('\nClosing: the last requests are answered first.')
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    // A reader on a very slow line does not hold up a restart for ever.
    setTimeout(() => server.closeAllConnections(), 5_000).unref()
  })
  await Promise.all(jobs.map((job) => job.stop()))
  await ctx.apiKeys.writeCounts(systemClock.now())
  await wire?.close()
  post?.close()
  ctx.pages.stop()
  await database.close()
  return 0
}

function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
