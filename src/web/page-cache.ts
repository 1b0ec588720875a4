import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import type { Change } from '../lib/changes.ts'

/** A page as it goes out: rendered once, compressed once, kept under what it was made from. */
export type CachedPage = {
  etag: string
  status: number
  identity: Buffer
  brotli: Buffer
  gzip: Buffer | undefined
  /** Quality 11 has replaced the quick 5. */
  dense: boolean
  tags: readonly Tag[]
  /** What goes out with it beside its coding and its validator. */
  headers: Readonly<Record<string, string>>
  /** Whose page it is, for the count of requests; undefined where it is no article's. */
  articleId: number | undefined
}

/** What a page is made from. `record`: any decision changes it. `feed`: programs ask for it, and are no readers. */
export type Tag = `article:${number}` | 'front' | 'record' | 'feed'

/** `headers` go before those of a page: a feed's type, links, how long it may be kept. */
export type Rendered = {
  status: number
  body: string
  tags: readonly Tag[]
  headers?: Readonly<Record<string, string>>
}

const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)
const brotliAt = (body: Buffer, quality: number) =>
  compressBrotli(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      [constants.BROTLI_PARAM_LGWIN]: 18,
    },
  })

/** Serve quality 5 at once (about 1 ms a page); 11 takes 130 to 185 ms and comes when the page has settled. */
const QUICK = 5
const DENSE = 11
const SETTLE_MS = 1_000

/** Said once, when the page is made, so that nothing is cut out of a text on the way of every request. */
function articleOf(tags: readonly Tag[]): number | undefined {
  if (tags.includes('feed')) return undefined
  const tag = tags.find((one) => one.startsWith('article:'))
  return tag && Number(tag.slice('article:'.length))
}

/** By what it says, so that it is the same on every node, and the old one again when a comment is put back. */
export const etagOf = (body: Buffer): string =>
  `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`

/** For a cache in front that can purge by key: the tags, with signs that every one of them takes. */
const surrogateKey = (tags: readonly Tag[]): string => tags.join(' ').replaceAll(':', '-')

export class PageCache {
  readonly #pages: LRUCache<string, CachedPage>
  readonly #rendering = new Map<string, Promise<CachedPage>>()
  readonly #keysOfTag = new Map<Tag, Set<string>>()
  /** Counts invalidations: a page whose making began before one is served but not kept. */
  #generation = 0
  #densifying: Promise<void> = Promise.resolve()
  readonly #timers = new Set<NodeJS.Timeout>()

  constructor(maxBytes = 64 * 1024 * 1024) {
    this.#pages = new LRUCache<string, CachedPage>({
      maxSize: maxBytes,
      sizeCalculation: (page) => page.identity.length + page.brotli.length + (page.gzip?.length ?? 0) + 512,
      dispose: (page, key) => {
        for (const tag of page.tags) this.#keysOfTag.get(tag)?.delete(key)
      },
    })
  }

  /** Without a promise where the page is there: the hot path stays in one turn of the event loop. */
  peek(key: string): CachedPage | undefined {
    return this.#pages.get(key)
  }

  async get(key: string, render: () => Promise<Rendered>): Promise<CachedPage> {
    const kept = this.#pages.get(key)
    if (kept) return kept
    // A crowd that comes at once waits for one rendering.
    const pending = this.#rendering.get(key)
    if (pending) return pending
    const making = this.#make(key, render)
    this.#rendering.set(key, making)
    try {
      return await making
    } finally {
      if (this.#rendering.get(key) === making) this.#rendering.delete(key)
    }
  }

  async #make(key: string, render: () => Promise<Rendered>): Promise<CachedPage> {
    const generation = this.#generation
    const { status, body, tags, headers = {} } = await render()
    const identity = Buffer.from(body)
    const page: CachedPage = {
      etag: etagOf(identity),
      status,
      identity,
      brotli: await brotliAt(identity, QUICK),
      gzip: undefined,
      dense: false,
      tags,
      headers: tags.length === 0 ? headers : { 'surrogate-key': surrogateKey(tags), ...headers },
      articleId: articleOf(tags),
    }
    // Made from rows read before a take-down that has been committed since: kept, it would show the removed words.
    if (generation === this.#generation && status === 200) this.#keep(key, page)
    return page
  }

  #keep(key: string, page: CachedPage): void {
    this.#pages.set(key, page)
    for (const tag of page.tags) {
      let keys = this.#keysOfTag.get(tag)
      if (!keys) {
        keys = new Set()
        this.#keysOfTag.set(tag, keys)
      }
      keys.add(key)
    }
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      // One at a time, so that a busy hour leaves the other compression threads to first readers.
      this.#densifying = this.#densifying.then(() => this.#densify(key, page))
    }, SETTLE_MS)
    timer.unref()
    this.#timers.add(timer)
  }

  async #densify(key: string, page: CachedPage): Promise<void> {
    if (this.#pages.peek(key) !== page) return
    page.brotli = await brotliAt(page.identity, DENSE)
    page.dense = true
  }

  async gzipOf(page: CachedPage): Promise<Buffer> {
    page.gzip ??= await compressGzip(page.identity, { level: 6 })
    return page.gzip
  }

  drop(change: Change): void {
    this.#generation++
    this.#rendering.clear()
    if (change.settings) {
      this.#pages.clear()
      return
    }
    for (const id of change.articleIds) this.#dropTag(`article:${id}`)
    this.#dropTag('record')
  }

  #dropTag(tag: Tag): void {
    for (const key of [...(this.#keysOfTag.get(tag) ?? [])]) this.#pages.delete(key)
    this.#keysOfTag.delete(tag)
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer)
    this.#timers.clear()
  }
}
