import { ApiKeys } from './accounts/api-keys.ts'
import { type FindCommenterSession, gatherCommenterSessions } from './accounts/commenter-store.ts'
import { ensureSecret } from './accounts/secret-store.ts'
import { gatherSubmissions, type SubmissionStore } from './comments/submission-store.ts'
import type { Arming } from './comments/unread.ts'
import type { Config } from './config.ts'
import type { Db } from './db/database.ts'
import { findLatestVersion } from './desk/learning-store.ts'
import { findNewestLearnt } from './desk/learnt-layer-store.ts'
import { LearntScores } from './desk/learnt-scores.ts'
import type { ShippedCurve } from './desk/unread-curve.ts'
import { findArming } from './desk/unread-store.ts'
import { shippedEngine } from './engine.ts'
import { Changes } from './lib/changes.ts'
import type { Clock } from './lib/clock.ts'
import { invariant } from './lib/invariant.ts'
import { chance } from './lib/random.ts'
import type { Logger } from './logger.ts'
import type { Publication, Section } from './newsroom/article.ts'
import { ArticleRequests } from './newsroom/article-requests.ts'
import { listSections } from './newsroom/article-store.ts'
import { findPolicyYaml, findPublication } from './newsroom/publication-store.ts'
import { parsePolicy } from './policy/parse.ts'
import type { Policy } from './policy/rule.ts'
import { shippedCurve } from './shipped-curve.ts'
import { shippedSiteReader } from './site-reader.ts'
import type { Engine } from './triage/signals.ts'
import type { SiteReader } from './triage/site-reader.ts'
import type { Assets } from './web/assets.ts'
import { createLimiters, defaultLimits, type Limit, type Limiters, type LimitName } from './web/limits.ts'
import { PageCache } from './web/page-cache.ts'

/** Everything a request may need, assembled once. Nothing here is a global: tests build their own. */
export type Context = {
  config: Pick<Config, 'origin' | 'trustedProxies'> & { mail: boolean }
  db: Db
  clock: Clock
  logger: Logger
  secret: Buffer
  assets: Assets
  pages: PageCache
  /** How often each article is asked for: what waits under it goes by that. */
  requests: ArticleRequests
  changes: Changes
  limiters: Limiters
  settings: Settings
  apiKeys: ApiKeys
  engine: Engine
  siteReader: SiteReader
  /** What publishing unread is expected to let through, before the paper has decisions of its own. */
  shippedCurve: ShippedCurve
  /** Uniform from 0 to below 1, and not to be foreseen: a writer must not know when the desk looks. */
  random: () => number
  learnt: LearntScores
  submissions: SubmissionStore
  commenterSession: FindCommenterSession
}

/** The paper as it is set up now: read often, changed rarely, so kept until somebody changes it. */
export type PaperSettings = {
  publication: Publication & { demo: boolean }
  sections: Section[]
  policy: Policy
  /** Publishing unread, where it is armed. */
  arming: Arming | null
}

export class Settings {
  readonly #db: Db
  #kept: Promise<PaperSettings> | undefined
  readonly #policies = new Map<string, Policy>()

  constructor(db: Db) {
    this.#db = db
  }

  now(): Promise<PaperSettings> {
    if (!this.#kept) {
      const reading = this.#read()
      this.#kept = reading
      // A failed read must not stay: the next request tries again.
      reading.catch(() => {
        if (this.#kept === reading) this.#kept = undefined
      })
    }
    return this.#kept
  }

  forget(): void {
    this.#kept = undefined
  }

  async #read(): Promise<PaperSettings> {
    const publication = await findPublication(this.#db)
    invariant(publication, 'The database holds no newspaper: it has not been set up.')
    const [sections, arming, policy] = await Promise.all([
      listSections(this.#db, publication.id),
      findArming(this.#db),
      this.policy(publication.policyVersion),
    ])
    return { publication, sections, policy, arming }
  }

  /** Any version that was ever in force: a letter about last month's decision cites last month's words. */
  async policy(version: string): Promise<Policy> {
    const known = this.#policies.get(version)
    if (known) return known
    const yaml = await findPolicyYaml(this.#db, version)
    invariant(yaml !== undefined, `Policy version ${version} is not in the database.`)
    const parsed = parsePolicy(yaml)
    invariant(parsed.ok, `Policy version ${version} no longer reads.`)
    this.#policies.set(version, { ...parsed.value, version })
    return { ...parsed.value, version }
  }
}

export async function createContext(parts: {
  config: Context['config']
  db: Db
  clock: Clock
  logger: Logger
  assets: Assets
  siteReader?: SiteReader
  shippedCurve?: ShippedCurve
  random?: () => number
  limits?: Partial<Record<LimitName, Limit>>
}): Promise<Context> {
  const changes = new Changes()
  const pages = new PageCache()
  const settings = new Settings(parts.db)
  const apiKeys = new ApiKeys(parts.db)
  changes.subscribe((change) => {
    if (change.settings) {
      settings.forget()
      apiKeys.forget()
    }
    pages.drop(change)
  })
  const siteReader = parts.siteReader ?? shippedSiteReader()
  const learnt = new LearntScores(() => findNewestLearnt(parts.db, siteReader))
  await learnt.follow((await findLatestVersion(parts.db))?.version ?? 0)
  return {
    config: parts.config,
    db: parts.db,
    clock: parts.clock,
    logger: parts.logger,
    secret: await ensureSecret(parts.db, 'installation'),
    assets: parts.assets,
    pages,
    requests: new ArticleRequests(),
    changes,
    settings,
    apiKeys,
    engine: shippedEngine(),
    siteReader,
    learnt,
    shippedCurve: parts.shippedCurve ?? shippedCurve(),
    random: parts.random ?? chance,
    submissions: gatherSubmissions(parts.db),
    commenterSession: gatherCommenterSessions(parts.db),
    limiters: createLimiters({ ...defaultLimits, ...parts.limits }),
  }
}
