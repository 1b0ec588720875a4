import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { skipWithoutBrowser } from '../support/browser.ts'
import { launchBrowser, openContext, ServedPaper } from '../support/served-paper.ts'

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let paper: ServedPaper
let browser: Browser
beforeAll(async () => {
  paper = await ServedPaper.start()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await paper?.stop()
})

describe.skipIf(skipWithoutBrowser)('the loop, by keyboard only', () => {
  let desk: Page
  const who = () => desk.locator('#who').textContent()
  const shown = () => desk.locator('#main').getAttribute('data-comment')
  const text = () => desk.locator('main .text').textContent()
  const strip = () => desk.locator('.undo').textContent()
  /** The next card lies in the page: what the keys wait for in a test, and a person never notices. */
  const loaded = () => desk.waitForResponse((response) => response.url().endsWith('/desk/cards'))

  beforeAll(async () => {
    const context = await openContext(browser, { bypassCSP: true })
    desk = await context.newPage()
    await desk.goto(paper.links.get('asha') ?? '')
    await desk.getByRole('button').first().focus()
    await desk.keyboard.press('Enter')
    await desk.waitForURL(/\/desk(\/account)?$/)
    await desk.goto(`${paper.origin}/desk`)
    await Promise.all([loaded(), desk.keyboard.press('n')])
  })

  it('a key shows the next comment at once, and the decision is taken behind it', async () => {
    const before = await shown()
    const name = await who()
    // The answer is held back: the card does not wait for it.
    let answer = () => {}
    const held = new Promise<void>((resolve) => {
      answer = resolve
    })
    await desk.route('**/decisions', async (route) => {
      await held
      await route.continue()
    })
    await desk.keyboard.press('a')
    expect(await shown()).not.toBe(before)
    expect(await strip()).toMatch(new RegExp(`^(Publish|Keep up): ${name}`))
    expect(await desk.evaluate('document.activeElement.id')).toBe('who')
    answer()
    await expect.poll(strip).toContain('Undo')
    expect(await strip()).toMatch(/Published|Kept up/)
    await desk.unroute('**/decisions')
    // A card that was loaded ahead is as whole as the first.
    await desk.locator('.precedents summary').press('Enter')
    await expect.poll(() => desk.locator('.precedents .split').count()).toBe(1)
  })

  it('a second one follows, and one key takes the last of them back into the hand', async () => {
    const before = await shown()
    await desk.keyboard.press('6')
    expect(await shown()).not.toBe(before)
    await expect.poll(strip).toMatch(/(Refused|Taken down): Spam/)
    await desk.keyboard.press('z')
    await expect.poll(shown).toBe(before)
    expect(await strip()).toContain('Undone')
  })

  it('selected words are what the decision goes by, and stay where a field is typed in', async () => {
    const words = (await text())?.slice(0, 12) ?? ''
    await desk.evaluate(`
      const node = document.createTreeWalker(document.querySelector('main .text'), NodeFilter.SHOW_TEXT).nextNode()
      document.getSelection().setBaseAndExtent(node, 0, node, Math.min(12, node.length))`)
    await expect.poll(() => desk.locator('.goesby q').textContent()).not.toBe('')
    const cited = (await desk.locator('.goesby q').textContent()) ?? ''
    expect(words.startsWith(cited)).toBe(true)
    const before = await shown()
    await desk.keyboard.press('w')
    // Every letter of the alphabet in a field decides nothing.
    await desk.keyboard.type('a1nzsh?')
    expect(await shown()).toBe(before)
    await desk.keyboard.press('Escape')
    const sent = desk.waitForRequest((request) => request.url().endsWith('/decisions'))
    await desk.keyboard.press('1')
    const body = new URLSearchParams((await sent).postData() ?? '')
    expect(body.get('evidence')).toBe(`0-${cited.length}`)
    expect(body.get('words')).toBe('a1nzsh?')
    await expect.poll(strip).toMatch(/(Refused|Taken down): Obscene/)
    await desk.goto(`${paper.origin}/desk/comments/${before}`)
    expect(await desk.locator('main').textContent()).toContain(`goes by “${cited}”`)
    await desk.goto(`${paper.origin}/desk`)
    await loaded()
  })

  it('what is refused comes back with the reason and all that was typed, and decides nothing by itself', async () => {
    const before = await shown()
    const name = await who()
    await desk.keyboard.press('w')
    await desk.keyboard.type('Please leave the name out.')
    await desk.keyboard.press('Escape')
    await desk.route('**/decisions', (route) =>
      route.fulfill({
        status: 409,
        contentType: 'application/json',
        body: JSON.stringify({
          ok: false,
          code: 'claim_lost',
          message: 'Jonas Weir published it meanwhile; your decision was not taken.',
          changed: null,
        }),
      }),
    )
    await desk.keyboard.press('2')
    await expect.poll(shown).toBe(before)
    expect(await desk.getByRole('alert').textContent()).toContain('Jonas Weir published it meanwhile')
    expect(await who()).toBe(name)
    expect(await desk.locator('#words').inputValue()).toBe('Please leave the name out.')
    await desk.unroute('**/decisions')
    const decisions: string[] = []
    desk.on('request', (request) => {
      if (request.url().endsWith('/decisions')) decisions.push(request.url())
    })
    await desk.keyboard.press('a')
    expect(decisions).toEqual([])
    await desk.keyboard.press('Enter')
    expect(await shown()).not.toBe(before)
  })

  it('a decision that gets no answer is sent again, and taken once', async () => {
    const before = await shown()
    let tries = 0
    await desk.route('**/decisions', async (route) => {
      tries++
      // The desk takes it, and the line breaks on the way back.
      if (tries === 1) {
        await route.fetch()
        await route.abort()
      } else await route.continue()
    })
    await desk.keyboard.press('a')
    await expect.poll(strip).toContain('not known to be taken')
    await expect.poll(strip, { timeout: 10_000 }).toMatch(/Published|Kept up/)
    expect(tries).toBe(2)
    await desk.unroute('**/decisions')
    await desk.goto(`${paper.origin}/desk/comments/${before}`)
    expect(await desk.locator('section[aria-labelledby=decisions] li').count()).toBe(1)
  })

  it('a colleague’s name is on the comment within seconds, and gone within seconds of his page', async () => {
    const other = await (await openContext(browser)).newPage()
    await other.goto(paper.links.get('jonas') ?? '')
    await other.getByRole('button').first().click()
    await other.goto(`${paper.origin}/desk/queue`)
    await desk.goto(`${paper.origin}/desk/queue`)
    const row = desk.locator('[data-item]:not(.taken):has(button)').last()
    const id = await row.getAttribute('data-item')
    const same = desk.locator(`[data-item="${id}"]`)
    await other.locator(`[data-item="${id}"] button`).click()
    await other.locator('main .text').waitFor()
    await expect.poll(() => same.textContent(), { timeout: 10_000 }).toContain('Jonas')
    expect(await same.locator('button').isDisabled()).toBe(true)
    // With that one go those that were loaded behind it.
    const theirs = () => desk.locator('[data-item].taken').count()
    await expect.poll(theirs, { timeout: 10_000 }).toBe(3)
    await other.goto(`${paper.origin}/desk/decided`)
    await expect.poll(theirs, { timeout: 10_000 }).toBe(0)
    await other.close()
  })

  it('leaves nothing that axe finds fault with', async () => {
    await desk.goto(`${paper.origin}/desk`)
    if ((await shown()) === null) await Promise.all([loaded(), desk.keyboard.press('n')])
    await desk.keyboard.press('a')
    await expect.poll(strip).toContain('Undo')
    await desk.evaluate(axe)
    const found = await desk.evaluate<{ id: string }[]>('axe.run().then((result) => result.violations)')
    expect(found.map(({ id }) => id)).toEqual([])
  })
})
