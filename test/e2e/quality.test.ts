import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launch } from 'chrome-launcher'
import lighthouse from 'lighthouse'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectRoot } from '../../src/root.ts'
import { skipWithoutBrowser } from '../support/browser.ts'
import { chromePath, launchBrowser, openContext, ServedPaper } from '../support/served-paper.ts'

const capture = await readFile(join(projectRoot, 'test/fixtures/captures/saved-page.txt'), 'utf8')
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let paper: ServedPaper
let browser: Browser
let article = ''
let pages: [string, string][] = []
let staffCookies: Awaited<ReturnType<BrowserContext['cookies']>> = []

beforeAll(async () => {
  paper = await ServedPaper.start()
  browser = await launchBrowser()
  const page = await (await openContext(browser)).newPage()
  await page.goto(paper.origin)
  article = (await page.locator('.lead h2 a').getAttribute('href')) ?? ''
  const urdu = (await page.locator('[dir=rtl] a').first().getAttribute('href')) ?? ''
  await page.goto(`${paper.origin}${article}`)
  const reply = (await page.getByRole('link', { name: 'Reply' }).first().getAttribute('href')) ?? ''
  await page.goto(`${paper.origin}${reply}`)
  await page.locator('#text').fill('A reply of some length, to see its receipt.')
  await page.locator('#name').fill('Wren')
  await page.locator('#email').fill('wren@readers.example')
  await page.getByRole('button', { name: 'Send to the desk' }).click()
  await page.getByRole('link', { name: 'Your receipt' }).click()
  pages = [
    ['the front page', '/'],
    ['a section', '/s/town'],
    ['an article', article],
    ['an article from right to left', urdu],
    ['a reply form', reply],
    ['a thread', reply.replace('/reply', '')],
    ['a report form', reply.replace('reply', 'report')],
    ['a receipt', new URL(page.url()).pathname],
    ['the policy', '/policy'],
    ['the page of feeds', '/feeds'],
    ['the record', '/record'],
    ['the letter box', '/mailbox'],
    ['an error', '/nowhere'],
  ]
  await page.goto(paper.links.get('nell') ?? '')
  await page.getByRole('button').first().click()
  await page.waitForURL(`${paper.origin}/desk/account`)
  staffCookies = await page.context().cookies()
  await page.context().close()
})
afterAll(async () => {
  await browser?.close()
  await paper?.stop()
})

type Violation = { id: string; nodes: { html: string }[] }
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const found = await page.evaluate<Violation[]>('axe.run().then((result) => result.violations)')
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map((node) => node.html)
        .join(' | ')
        .slice(0, 300)}`,
  )
}

/** What of a page a reader cannot use: axe's violations, and anything that makes it scroll sideways. */
async function faults(page: Page): Promise<string[]> {
  const sideways = await page.evaluate<number>('document.scrollingElement.scrollWidth - innerWidth')
  return [
    ...(await violations(page)),
    ...(sideways > 0 ? [`scrolls sideways by ${sideways} px`] : []),
    ...(
      await page.evaluate<string[]>('performance.getEntriesByType("resource").map((entry) => entry.name)')
    ).filter((address) => !address.startsWith(paper.origin) && !address.startsWith('data:')),
  ]
}

const looks = [
  ['1280 px, light', 1280, 'light', 's2'],
  ['1280 px, dark, the largest print', 1280, 'dark', 's3'],
  ['320 px, dark', 320, 'dark', 's2'],
  ['320 px, light, the largest print', 320, 'light', 's3'],
  ['320 px, light, the smallest print', 320, 'light', 's1'],
] as const

describe.skipIf(skipWithoutBrowser).each(looks)('at %s', (_, width, colorScheme, size) => {
  // The pages' own policy forbids a script from elsewhere, which is what the checker is.
  const open = () => openContext(browser, { viewport: { width, height: 800 }, colorScheme, bypassCSP: true })

  it('every readers’ page is accessible, scrolls one way and asks nobody else', async () => {
    const context = await open()
    const page = await context.newPage()
    for (const [name, path] of pages) {
      await page.goto(`${paper.origin}${path}`)
      const label = page.locator(`label[for=${size}]`)
      if ((await label.count()) > 0) await label.click()
      // Pages without the three letters take the size from the browser's own setting.
      else if (size === 's3') await page.addStyleTag({ content: 'html{font-size:143.75%!important}' })
      expect(await faults(page), name).toEqual([])
    }
    await context.close()
  }, 120_000)

  it('so is every page of the desk and the newsroom', async () => {
    const context = await open()
    await context.addCookies(staffCookies)
    const page = await context.newPage()
    const places = [
      '/desk',
      '/desk/queue',
      '/desk/find',
      '/desk/find?q=quay',
      '/desk/find?q=rule:none',
      '/desk/decided',
      '/desk/batches',
      '/desk/examples',
      '/desk/takedowns',
      '/desk/threads',
      '/desk/staff',
      '/desk/second-looks',
      '/desk/calibration',
      '/newsroom',
    ]
    for (const path of places) {
      await page.goto(`${paper.origin}${path}`)
      if (size === 's3') await page.addStyleTag({ content: 'html{font-size:143.75%!important}' })
      // With a comment in hand: an empty desk has little to find fault with.
      if (path === '/desk') {
        await page
          .getByRole('button', { name: /Next|Take the first/ })
          .first()
          .click()
        await page.locator('main .text').waitFor()
        const comment = `/desk/comments/${await page.locator('#main').getAttribute('data-comment')}`
        const writer = await page.locator('.context a[href^="/desk/writers/"]').getAttribute('href')
        places.push(comment, `${comment}/like`, `${comment}/precedents`, writer ?? '')
      }
      expect(await faults(page), path).toEqual([])
    }
    await page.goto(`${paper.origin}/newsroom/capture`)
    expect(await faults(page), 'pasting a page').toEqual([])
    await page.locator('#capture').fill(capture)
    await page.locator('#zone').fill('Europe/London')
    await page.locator('form:has(#capture) button').last().click()
    await page.locator('#headline').waitFor()
    expect(await faults(page), 'reviewing a page').toEqual([])
    await context.close()
  }, 120_000)
})

it.skipIf(skipWithoutBrowser)(
  'an article with its photo is three requests and 60 KB, all our own, and nothing shifts',
  async () => {
    const context = await openContext(browser, { viewport: { width: 400, height: 800 } })
    const page = await context.newPage()
    const sizes: number[] = []
    const origins = new Set<string>()
    page.on('response', async (response) => {
      if (response.url().startsWith('data:')) return
      origins.add(new URL(response.url()).origin)
      sizes.push((await response.request().sizes()).responseBodySize)
    })
    await page.addInitScript(
      'window.shift = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shift += entry.value }).observe({ type: "layout-shift", buffered: true })',
    )
    await page.goto(`${paper.origin}${article}`, { waitUntil: 'networkidle' })
    expect([...origins]).toEqual([paper.origin])
    expect(sizes.length).toBeLessThanOrEqual(3)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(60 * 1024)
    expect(await page.evaluate<number>('window.shift')).toBe(0)
    expect(await context.cookies()).toEqual([])
    await context.close()
  },
)

const java = process.env['POSTBAG_TEST_JAVA']
it.skipIf(!java || skipWithoutBrowser)('the HTML checker finds no error on any readers’ page', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'postbag-html-'))
  const page = await (await openContext(browser)).newPage()
  for (const [i, [, path]] of pages.entries()) {
    const response = await page.request.get(`${paper.origin}${path}`)
    await writeFile(join(folder, `${i}.html`), await response.text())
  }
  const jar = join(projectRoot, 'node_modules/vnu-jar/build/dist/vnu.jar')
  const checked = spawnSync(java ?? 'java', ['-jar', jar, '--errors-only', '--format', 'json', folder], {
    encoding: 'utf8',
  })
  const { messages } = JSON.parse(checked.stderr) as {
    messages: { url: string; message: string; extract?: string }[]
  }
  expect(
    messages.map(
      ({ url, message, extract }) =>
        `${pages[Number(url.match(/(\d+)\.html/)?.[1])]?.[0]}: ${message} ${extract ?? ''}`,
    ),
  ).toEqual([])
  await rm(folder, { recursive: true })
})

it.skipIf(skipWithoutBrowser)(
  'Lighthouse gives an article 100 for accessibility, best practices and search',
  async () => {
    const chrome = await launch({
      chromePath,
      chromeFlags: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    })
    try {
      const result = await lighthouse(`${paper.origin}${article}`, {
        port: chrome.port,
        onlyCategories: ['accessibility', 'best-practices', 'seo'],
        logLevel: 'silent',
      })
      const failed = Object.values(result?.lhr.audits ?? {})
        .filter((audit) => audit.score !== null && audit.score < 1)
        .map((audit) => audit.id)
      const scores = Object.fromEntries(
        Object.entries(result?.lhr.categories ?? {}).map(([name, { score }]) => [name, score]),
      )
      expect({ scores, failed }).toMatchObject({ scores: { accessibility: 1, 'best-practices': 1, seo: 1 } })
    } finally {
      chrome.kill()
    }
  },
  120_000,
)
