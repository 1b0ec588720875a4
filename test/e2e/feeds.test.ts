import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { skipWithoutBrowser } from '../support/browser.ts'
import { launchBrowser, openContext, ServedPaper } from '../support/served-paper.ts'

let paper: ServedPaper
let browser: Browser
let page: Page
let articleIds: string[] = []

beforeAll(async () => {
  if (skipWithoutBrowser) return
  paper = await ServedPaper.start()
  browser = await launchBrowser()
  page = await (await openContext(browser, { viewport: { width: 320, height: 800 } })).newPage()
  await page.goto(`${paper.origin}/feeds`)
  const addresses = await read('/sitemaps/1')
  articleIds = [...addresses.matchAll(/\/a\/(\d+)\//g)].map(([, id = '']) => id)
})
afterAll(async () => {
  await browser?.close()
  await paper?.stop()
})

const read = async (path: string): Promise<string> => (await fetch(paper.origin + path)).text()

/** What the browser's own XML parser makes of it: the fault it names, or the root and the text of one kind of element. */
const parsed = (
  source: string,
  name: string,
): Promise<{ fault: string | null; root: string; texts: string[] }> =>
  page.evaluate(
    `(() => {
      const document = new DOMParser().parseFromString(${JSON.stringify(source)}, 'application/xml')
      const fault = document.querySelector('parsererror')
      return { fault: fault && fault.textContent, root: document.documentElement.tagName,
        texts: [...document.getElementsByTagName(${JSON.stringify(name)})].map((one) => one.textContent) }
    })()`,
  )

describe.skipIf(skipWithoutBrowser)('the demo’s feeds, read by a browser', () => {
  it('are well formed, every one that the page of feeds links to', async () => {
    const addresses = await page
      .locator('main a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    expect(addresses.length).toBeGreaterThan(10)
    for (const address of addresses) {
      const source = await read(address)
      if (address.endsWith('.json')) expect(JSON.parse(source).items.length, address).toBeGreaterThan(0)
      else expect((await parsed(source, 'x')).fault, address).toBeNull()
    }
  })

  it('give the same stories in each format, with the same words', async () => {
    const items: { id: string; title: string; content_html: string }[] = JSON.parse(
      await read('/feed.json'),
    ).items
    expect(items.length).toBeGreaterThan(5)
    const rss = await read('/feed.rss')
    expect((await parsed(rss, 'guid')).texts).toEqual(items.map(({ id }) => id))
    expect((await parsed(rss, 'content:encoded')).texts).toEqual(
      items.map(({ content_html }) => content_html),
    )
    const atom = await read('/feed.atom')
    expect((await parsed(atom, 'content')).texts).toEqual(items.map(({ content_html }) => content_html))
  })

  it('name in each comment what it answers', async () => {
    let comments = 0
    for (const id of articleIds) {
      const source = await read(`/a/${id}/comments.atom`)
      const { fault, texts } = await parsed(source, 'entry')
      expect(fault, id).toBeNull()
      expect((await parsed(source, 'thr:in-reply-to')).texts).toHaveLength(texts.length)
      comments += texts.length
    }
    expect(comments).toBeGreaterThan(50)
  })

  it('show each story’s picture to another site', async () => {
    const [image] = JSON.parse(await read('/feed.json')).items.flatMap(
      (item: { image?: string }) => item.image ?? [],
    )
    const answer = await fetch(image)
    expect(answer.headers.get('content-type')).toBe('image/jpeg')
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
  })

  it('are listed on a page that does not scroll sideways on the narrowest phone', async () => {
    expect(await page.evaluate<number>('document.scrollingElement.scrollWidth - innerWidth')).toBe(0)
  })
})
