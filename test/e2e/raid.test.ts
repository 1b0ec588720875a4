import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { skipWithoutBrowser } from '../support/browser.ts'
import { raidMessages, raidOf } from '../support/raid.ts'
import { launchBrowser, openContext, ServedPaper } from '../support/served-paper.ts'

/** As many as one address may send within ten minutes, each after having been told. */
const RAIDERS = 2
let paper: ServedPaper
let browser: Browser
let desk: Page
beforeAll(async () => {
  paper = await ServedPaper.start()
  browser = await launchBrowser()
  desk = await (await openContext(browser)).newPage()
  await desk.goto(paper.links.get('nell') ?? '')
  await desk.getByRole('button').first().click()
})
afterAll(async () => {
  await browser?.close()
  await paper?.stop()
})

/** By one reader, whose first comment is confirmed and whose others are then held at once. */
async function raid(): Promise<void> {
  const reader = await (await openContext(browser, { javaScriptEnabled: false })).newPage()
  await reader.goto(paper.origin)
  await reader.locator('a[href^="/a/"]').first().click()
  const article = reader.url()
  for (const [n, text] of raidOf(raidMessages[2] ?? '', RAIDERS, 4).entries()) {
    await reader.goto(article)
    await reader.locator('textarea[name=text]').last().fill(text)
    await reader.locator('input[name=name]').last().fill('Gale Force')
    await reader.locator('input[name=email]').last().fill('gale@readers.example')
    await reader.locator('form:has(textarea[name=text]) button').last().click()
    const told = reader.locator('button[name=told], form:has(input[name=told]) button')
    if ((await told.count()) > 0) await told.last().click()
    if (n > 0) continue
    await expect
      .poll(
        async () => {
          await reader.goto(`${paper.origin}/mailbox`)
          return reader.getByRole('listitem').filter({ hasText: 'gale@readers.example' }).count()
        },
        { timeout: 20_000, interval: 300 },
      )
      .toBeGreaterThan(0)
    await reader.getByRole('listitem').filter({ hasText: 'gale@readers.example' }).getByRole('link').click()
    await reader.locator('a[href*="/confirmations/"]').click()
    await reader.getByRole('main').getByRole('button').first().click()
  }
}

describe.skipIf(skipWithoutBrowser)('a raid', () => {
  it('is cleared in fewer than ten key presses, and undone with one more', async () => {
    await raid()
    let pressed = 0
    const press = async (key: string): Promise<void> => {
      pressed++
      await desk.keyboard.press(key)
    }
    await desk.goto(`${paper.origin}/desk/queue`)
    await desk.getByRole('button', { name: 'Take the comment by Gale Force' }).first().click()
    const line = desk.getByText('And 1 like it waits.')
    await expect
      .poll(
        async () => {
          await desk.goto(`${paper.origin}/desk`)
          return line.count()
        },
        { timeout: 20_000, interval: 500 },
      )
      .toBe(1)
    await press('B')
    await desk.waitForURL(/\/like/)
    await press(String(RAIDERS))
    await press('Escape')
    await press('6')
    await desk.waitForURL(/\/desk\/batches\/\d+/)
    expect(pressed).toBeLessThan(10)
    expect(await desk.getByRole('main').textContent()).toContain(`${RAIDERS} comments`)
    await press('Z')
    await desk.getByText('Undone', { exact: true }).waitFor()
  })
})
