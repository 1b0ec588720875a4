import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { putBack, takeDown } from '../../src/desk/takedown-store.ts'
import { hours } from '../../src/lib/clock.ts'
import { parseMarkdownArticle } from '../../src/newsroom/import/markdown.ts'
import { takeBack } from '../../src/newsroom/publish-article.ts'
import { ORIGIN, TestPaper } from '../support/app.ts'
import { fillQueue } from '../support/queue.ts'
import { all, parseXml, textOf } from '../support/xml.ts'

let test: TestPaper
beforeAll(async () => {
  test = await TestPaper.open()
})
afterAll(() => test.close())

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  test.app.request(`${ORIGIN}${path}`, { headers, method })
const read = async (path: string) => (await ask(path)).text()
const feeds = [
  '/feed.rss',
  '/feed.atom',
  '/feed.json',
  '/s/harbour/feed.rss',
  '/s/harbour/feed.atom',
  '/s/harbour/feed.json',
]

async function by() {
  const { policy } = await test.ctx.settings.now()
  return { staffId: test.staffIds.asha, policyVersion: policy.version }
}

async function remove(scope: 'comment' | 'thread', scopeId: number): Promise<number> {
  const order = { scope, scopeId, ruleId: 'spam', typedCount: null }
  const taken = await takeDown(test.db, order, await by(), test.clock.now())
  if (!taken.ok) throw new Error(taken.refusal.code)
  test.ctx.changes.announce({ articleIds: [...taken.value.articleIds], settings: false })
  return taken.value.batchId
}

describe('the feeds of the paper and of a section', () => {
  it('hold what was just published, and no draft or story taken back', async () => {
    const { sections } = await test.ctx.settings.now()
    const slug = sections[0]?.slug ?? ''
    for (const path of feeds.map((feed) => feed.replace('harbour', slug)))
      expect(await read(path)).not.toContain('Ferry')
    const id = await test.publishArticle({ headline: 'Ferry <b>& more' })
    for (const path of feeds.map((feed) => feed.replace('harbour', slug)))
      expect(await read(path), path).toMatch(/Ferry (?:<b>&|&lt;b&gt;&amp;) more/)
    await takeBack(test.db, id, { staffId: test.staffIds.nell }, test.clock.now())
    test.ctx.changes.announce({ articleIds: [id], settings: true })
    for (const path of feeds.map((feed) => feed.replace('harbour', slug)))
      expect(await read(path), path).not.toContain('Ferry')
  })

  it('hold no story of another section', async () => {
    const { sections } = await test.ctx.settings.now()
    expect(await read(`/s/${sections[1]?.slug}/feed.rss`)).not.toContain('<item>')
    expect((await ask('/s/nowhere/feed.rss')).status).toBe(404)
  })

  it('hold the fifty newest', async () => {
    const ids: number[] = []
    for (let i = 0; i < 51; i++) {
      test.clock.pass(1_000)
      ids.push(await test.publishArticle({ headline: `Story ${i}` }))
    }
    const items = all(parseXml(await read('/feed.rss')), 'item')
    expect(items).toHaveLength(50)
    expect(items[0] && textOf(items[0], 'title')).toBe('Story 50')
    for (const id of ids) await takeBack(test.db, id, { staffId: test.staffIds.nell }, test.clock.now())
    test.ctx.changes.announce({ articleIds: ids, settings: true })
  })

  it('are compared by what they say: unchanged is 304, also behind a proxy that compresses, and HEAD has no body', async () => {
    const first = await ask('/feed.rss')
    const etag = first.headers.get('etag') ?? ''
    expect(first.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8')
    expect(first.headers.get('surrogate-key')).toMatch(/^feed front article-\d+/)
    for (const asked of [etag, `W/${etag}`, `"other", ${etag}`])
      expect((await ask('/feed.rss', { 'if-none-match': asked })).status).toBe(304)
    expect((await ask('/feed.rss', { 'if-none-match': '"other"' })).status).toBe(200)
    const head = await ask('/feed.rss', {}, 'HEAD')
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, ''])
  })

  it('are no reader of the stories in them', async () => {
    test.ctx.requests.take()
    await read('/feed.rss')
    await read(`/a/${test.articleId}/comments.atom`)
    await read(`/a/${test.articleId}.md`)
    expect([...test.ctx.requests.take()]).toEqual([])
  })
})

describe('the feed of comments', () => {
  const feed = () => read(`/a/${test.articleId}/comments.atom`)

  it('shows a comment, then at once its tombstone, and put back the same entry byte for byte', async () => {
    const [root = 0] = await fillQueue(test, 1, { text: 'Words & <i>more</i>', state: 'published' })
    const [reply = 0] = await fillQueue(test, 1, { text: 'An answer', parentId: root, state: 'published' })
    const [held = 0] = await fillQueue(test, 1, { text: 'Not read yet' })
    test.ctx.changes.announce({ articleIds: [test.articleId], settings: false })
    const before = await feed()
    const document = parseXml(before)
    expect(all(document, 'entry')).toHaveLength(2)
    expect(all(document, 'thr:in-reply-to')[0]?.getAttribute('href')).toBe(
      `${ORIGIN}/a/${test.articleId}/c/${root}`,
    )
    expect(before).not.toContain(`/c/${held}`)
    expect(before).not.toContain('@')

    test.clock.pass(60_000)
    const batch = await remove('comment', reply)
    const taken = await feed()
    expect(taken).not.toContain('An answer')
    expect(all(parseXml(taken), 'at:deleted-entry').map((stone) => stone.getAttribute('ref'))).toEqual([
      textOf(all(document, 'entry')[0] as never, 'id'),
    ])

    await putBack(test.db, batch, await by(), test.clock.now())
    test.ctx.changes.announce({ articleIds: [test.articleId], settings: false })
    expect(await feed()).toBe(before)
  })

  it('puts the take-down of an old comment at the top, above newer comments', async () => {
    const [old = 0] = await fillQueue(test, 1, { text: 'An old one', state: 'published' })
    test.clock.pass(60_000)
    await fillQueue(test, 50, { state: 'published' })
    test.ctx.changes.announce({ articleIds: [test.articleId], settings: false })
    expect(await feed()).not.toContain('An old one')
    test.clock.pass(60_000)
    await remove('comment', old)
    const document = parseXml(await feed())
    expect(all(document, 'at:deleted-entry')).toHaveLength(1)
    expect(all(document, 'entry')).toHaveLength(49)
  })

  it('is gone with its article, and is none where comments are off', async () => {
    const id = await test.publishArticle({ headline: 'Soon gone' })
    expect((await ask(`/a/${id}/comments.atom`)).status).toBe(200)
    await takeBack(test.db, id, { staffId: test.staffIds.nell }, test.clock.now())
    test.ctx.changes.announce({ articleIds: [id], settings: true })
    expect((await ask(`/a/${id}/comments.atom`)).status).toBe(410)
    for (const format of ['html', 'txt', 'md', 'json', 'atom'])
      expect((await ask(`/a/${id}.${format}`)).status, format).toBe(410)
  })
})

describe('one article in other formats', () => {
  it('comes back from its Markdown as it is', async () => {
    const markdown = await read(`/a/${test.articleId}.md`)
    const back = parseMarkdownArticle(Buffer.from(markdown), { zone: 'Europe/London' })
    expect(back.ok && back.value.draft).toMatchObject({
      headline: 'The east quay opens',
      standfirst: 'A standfirst.',
      byline: 'Nell Ashby',
      dateline: 'SALTMERE',
      blocks: [{ kind: 'paragraph', text: 'The board voted on Saturday.' }],
    })
    expect(back.ok && back.value.warnings).toEqual([])
  })

  it('names the page it is a copy of', async () => {
    for (const format of ['html', 'txt', 'md', 'json', 'atom']) {
      const copy = await ask(`/a/${test.articleId}.${format}`)
      expect(copy.headers.get('link')).toBe(
        `<${ORIGIN}/a/${test.articleId}/the-east-quay-opens>; rel="canonical"`,
      )
      expect(await copy.text(), format).toContain('The board voted on Saturday.')
    }
  })

  it('other endings and other names lead where they led', async () => {
    expect((await ask(`/a/${test.articleId}.pdf`)).status).toBe(404)
    expect((await ask(`/a/999999.md`)).status).toBe(404)
    expect((await ask(`/a/${test.articleId}`)).headers.get('location')).toBe(
      `/a/${test.articleId}/the-east-quay-opens`,
    )
  })

  it('pages name their feeds in a header', async () => {
    expect((await ask('/')).headers.get('link')).toContain(
      '</feed.atom>; rel="alternate"; type="application/atom+xml"',
    )
    const page = await ask(`/a/${test.articleId}/the-east-quay-opens`)
    expect(page.headers.get('link')).toContain(`</a/${test.articleId}/comments.atom>; rel="replies"`)
  })
})

describe('for search engines', () => {
  it('robots.txt names the index, the index its sitemaps, and they name the story', async () => {
    const address = /^Sitemap: (\S+)$/m.exec(await read('/robots.txt'))?.[1] ?? ''
    const sitemaps = all(parseXml(await read(new URL(address).pathname)), 'loc').map(
      (loc) => new URL(loc.textContent ?? '').pathname,
    )
    expect(sitemaps).toEqual(['/sitemap-news.xml', '/sitemaps/1'])
    expect(textOf(parseXml(await read('/sitemaps/1')), 'loc')).toBe(
      `${ORIGIN}/a/${test.articleId}/the-east-quay-opens`,
    )
    for (const none of ['/sitemaps/2', '/sitemaps/0', '/sitemaps/9999999'])
      expect((await ask(none)).status).toBe(404)
  })

  it('a story leaves the sitemap of news after two days, though nothing was announced', async () => {
    const id = await test.publishArticle({ headline: 'Fresh' })
    expect(await read('/sitemap-news.xml')).toContain('<news:title>Fresh</news:title>')
    test.clock.pass(hours(48))
    expect(await read('/sitemap-news.xml')).not.toContain('<news:title>')
    expect(await read('/sitemaps/1')).toContain(`/a/${id}/fresh`)
  })
})

it('oEmbed answers for our articles in JSON, and says no to all else', async () => {
  const page = await ask(`/a/${test.articleId}/the-east-quay-opens`)
  const address = /<(\/oembed[^>]+)>/.exec(page.headers.get('link') ?? '')?.[1] ?? ''
  const answer = await ask(address)
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(await answer.json()).toMatchObject({
    version: '1.0',
    type: 'link',
    title: 'The east quay opens',
    author_name: 'Nell Ashby',
  })
  expect((await ask(`${address}&format=xml`)).status).toBe(501)
  expect((await ask('/oembed?url=https%3A%2F%2Fevil.example%2Fa%2F1')).status).toBe(404)
  expect((await ask('/oembed')).status).toBe(404)
})

it('trust.txt is the same at both of its addresses', async () => {
  const told = await read('/trust.txt')
  expect(told).toContain(`disclosure=${ORIGIN}/policy`)
  expect(await read('/.well-known/trust.txt')).toBe(told)
})
