import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { skipWithoutBrowser } from '../support/browser.ts'
import { launchBrowser, openContext, ServedPaper } from '../support/served-paper.ts'

const capture = readFileSync(join(import.meta.dirname, '../fixtures/captures/saved-page.txt'), 'utf8')

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

/** The newest letter to an address, in the demo's letter box. */
async function letterTo(page: Page, email: string, subject: RegExp): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.goto(`${paper.origin}/mailbox`)
        return page.getByRole('listitem').filter({ hasText: email }).filter({ hasText: subject }).count()
      },
      { timeout: 20_000, interval: 300 },
    )
    .toBeGreaterThan(0)
  await page
    .getByRole('listitem')
    .filter({ hasText: email })
    .filter({ hasText: subject })
    .first()
    .getByRole('link')
    .click()
}

describe.skipIf(skipWithoutBrowser).each([
  ['without script', false],
  ['with script', true],
])('a saved page, its readers and its desk, %s', (how, javaScriptEnabled) => {
  const email = javaScriptEnabled ? 'script@readers.example' : 'plain@readers.example'
  const words = `Who will sing on Mondays, then? Asked ${how}.`
  let desk: Page
  let reader: Page
  let article = ''

  beforeAll(async () => {
    desk = await (await openContext(browser, { javaScriptEnabled })).newPage()
    reader = await (await openContext(browser, { javaScriptEnabled })).newPage()
    if (!javaScriptEnabled) await desk.goto(paper.links.get('nell') ?? '')
    else await desk.goto(paper.links.get('ines') ?? '')
    await desk.getByRole('button').first().click()
  })

  it('the editor pastes it, reviews it, and publishes it', async () => {
    await desk.goto(`${paper.origin}/newsroom/capture`)
    await desk.locator('#capture').fill(capture)
    await desk.locator('#zone').fill('Europe/London')
    await desk.locator('form:has(#capture) button').last().click()
    expect(await desk.locator('#headline').inputValue()).toBe('Ferry crew found at last, in the choir')
    expect(await desk.locator('#published_at').inputValue()).toBe('2026-11-14T21:33:00+00:00')
    expect(await desk.locator('#credit').inputValue()).toBe('Northwire')
    await desk.locator('form:has(#headline) button').last().click()
    await desk.getByRole('button', { name: 'Publish' }).click()
    const link = desk.locator('a[href^="/a/"]').first()
    article = `${paper.origin}${await link.getAttribute('href')}`
    await reader.goto(article)
    expect(await reader.locator('h1').textContent()).toBe('Ferry crew found at last, in the choir')
    expect(await reader.locator('.meta time').first().getAttribute('datetime')).toBe(
      '2026-11-14T21:33:00+00:00',
    )
    expect(await reader.locator('.place').textContent()).toContain('SALTMERE')
  })

  it('a reader makes the print larger', async () => {
    const size = () => reader.evaluate<string>('getComputedStyle(document.documentElement).fontSize')
    expect(await size()).toBe('18px')
    await reader.locator('label[for=s3]').click()
    expect(await size()).toBe('23px')
    await reader.reload()
    // Remembered where script runs, and only there.
    expect(await size()).toBe(javaScriptEnabled ? '23px' : '18px')
    await reader.locator('label[for=s1]').click()
    expect(await size()).toBe('16px')
    await reader.locator('label[for=s2]').click()
  })

  it('a reader takes the address of the story along', async () => {
    const link = reader.locator('#copy')
    expect(await link.getAttribute('href')).toBe(article)
    if (!javaScriptEnabled) {
      expect(await link.textContent()).toBe('Link')
      return
    }
    await reader.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: paper.origin })
    await link.click()
    await expect.poll(() => link.textContent()).toBe('Copied')
    expect(await reader.evaluate<string>('navigator.clipboard.readText()')).toBe(article)
    // Where the browser refuses, the address itself is shown, to be marked.
    await reader.evaluate('navigator.clipboard.writeText = () => Promise.reject(new Error("refused"))')
    await link.click()
    await expect.poll(() => link.textContent()).toBe(article)
    expect(reader.url()).toBe(article)
  })

  it('a reader writes, and nothing typed is lost on the way', async () => {
    if (javaScriptEnabled) {
      await reader.route('**/comments', (route) => route.abort(), { times: 1 })
      await reader.locator('#text').fill(words)
      await reader.locator('#name').fill('Imogen Sale')
      await reader.locator('#email').fill(email)
      await reader.getByRole('button', { name: 'Send to the desk' }).click()
      await expect.poll(() => reader.locator('[role=status]').textContent()).toContain('That did not arrive')
      await reader.reload()
      expect(await reader.locator('#text').inputValue()).toBe(words)
      await reader.getByRole('button', { name: 'Send to the desk' }).click()
      await expect
        .poll(() => reader.locator('[role=status]').textContent())
        .toContain('A letter is on its way')
      expect(await reader.locator('#text').inputValue()).toBe('')
    } else {
      await reader.locator('#text').fill(words)
      await reader.locator('#name').fill('Imogen Sale')
      await reader.locator('#email').fill(email)
      await reader.getByRole('button', { name: 'Send to the desk' }).click()
      expect(await reader.locator('h1').textContent()).toContain('A letter is on its way')
    }
  })

  it('confirms it by the button on the page that the letter leads to', async () => {
    await letterTo(reader, email, /Confirm your comment/)
    await reader.locator('a[href*="/confirmations/"]').click()
    await reader.getByRole('button', { name: 'Yes, it is mine' }).click()
    expect(await reader.locator('h1').textContent()).toBe('Your comment is at the desk')
  })

  const shown = () => desk.locator('#main').getAttribute('data-comment')
  /** By key where script runs: another comment is shown in place. By the button where it does not: it leads to a page. */
  const press = async (key: string, name: RegExp) => {
    if (javaScriptEnabled) {
      const before = await shown()
      await desk.keyboard.press(key)
      await expect.poll(shown, { timeout: 10_000 }).not.toBe(before)
      return
    }
    const arrived = desk.waitForEvent('load', { timeout: 10_000 })
    await desk.getByRole('button', { name }).first().click()
    await arrived
  }
  const onCard = async () => (await desk.locator('main .text').allTextContents()).join('')
  const inHand = async () => {
    await desk.goto(`${paper.origin}/desk`)
    for (let n = 0; n < 30 && !(await onCard()).includes(words); n++) await press('n', /Next|Take the first/)
    expect(await onCard()).toContain(words)
  }

  it('the desk publishes it, undoes that, and publishes it again', async () => {
    await inHand()
    const isPublic = async () => {
      await reader.goto(article)
      return (await reader.locator('#comments').textContent())?.includes(words)
    }
    await press('a', /Publish/)
    await expect.poll(isPublic).toBe(true)
    await desk.goto(`${paper.origin}/desk`)
    await press('z', /Undo/)
    await expect.poll(isPublic).toBe(false)
    await inHand()
    await press('a', /Publish/)
    await expect.poll(isPublic).toBe(true)
  })

  it('the reader hears of it after the ten seconds of grace', async () => {
    await letterTo(reader, email, /is published/)
    await reader.locator('a[href*="/receipts/"]').click()
    expect(await reader.locator('h1').textContent()).toBe('Your comment is published')
  })

  it('taken down it leaves its place and the rule, and is put back as it was', async () => {
    await reader.goto(article)
    const before = await reader.locator('#comments').innerHTML()
    const id = (await reader.locator('.cs time').first().getAttribute('id'))?.slice(1)
    await desk.goto(`${paper.origin}/desk/takedowns?comment=${id}`)
    await desk.locator('input[name=scope][value=comment]').check()
    await desk.locator('input[name=rule][value=off_topic]').check()
    await desk.getByRole('button', { name: 'Take down', exact: true }).click()
    await reader.goto(article)
    expect(await reader.locator('#comments').textContent()).not.toContain(words)
    expect(await reader.locator('.gone').first().textContent()).toContain('rule 7: off the subject')
    await desk.getByRole('button', { name: 'Put back' }).first().click()
    await reader.goto(article)
    expect(await reader.locator('#comments').innerHTML()).toBe(before)
  })

  it('a report is answered on its own page', async () => {
    await reader.goto(article)
    await reader.getByRole('link', { name: 'Report' }).first().click()
    await reader.getByLabel(/Off the subject/).check()
    await reader.getByRole('button', { name: 'Report to the desk' }).click()
    expect(await reader.locator('h1').textContent()).toBe('The desk has your report')
  })
})
