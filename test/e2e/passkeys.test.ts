import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { skipWithoutBrowser } from '../support/browser.ts'
import { launchBrowser, openContext, ServedPaper } from '../support/served-paper.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

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

type Key = { cdp: CDPSession; id: string }

/** A platform authenticator of Chromium's own making: real CTAP2, without a finger. */
async function plugIn(page: Page): Promise<Key> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return { cdp, id: authenticatorId }
}

const alert = (page: Page) => page.locator('form[data-passkey] [role=alert]')
const path = (page: Page) => new URL(page.url()).pathname

/** Tab by tab, as somebody does who has no mouse; fails when the page does not lead there. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab')
    const reached = await page.evaluate<string>(
      'document.activeElement.getAttribute("aria-label") ?? document.activeElement.labels?.[0]?.textContent ?? document.activeElement.textContent',
    )
    if (name.test(reached.trim())) return
  }
  throw new Error(`the keyboard does not lead to ${name}`)
}

async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const found = await page.evaluate<{ id: string; nodes: { html: string }[] }[]>(
    'axe.run().then((result) => result.violations)',
  )
  const sideways = await page.evaluate<number>('document.scrollingElement.scrollWidth - innerWidth')
  return [
    ...found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`.slice(0, 300)),
    ...(sideways > 0 ? [`scrolls sideways by ${sideways} px`] : []),
  ]
}

describe.skipIf(skipWithoutBrowser)('a passkey, in a browser', () => {
  let context: BrowserContext
  let page: Page
  let key: Key

  beforeAll(async () => {
    context = await openContext(browser)
    page = await context.newPage()
    key = await plugIn(page)
  })
  afterAll(() => context.close())

  it('is offered after the link, and added by keyboard alone under a name of one’s own', async () => {
    await page.goto(paper.links.get('ines') ?? '')
    await tabTo(page, /^Sign in$/)
    await page.keyboard.press('Enter')
    await page.waitForURL(`${paper.origin}/desk/account`)
    await tabTo(page, /^Name of the new passkey$/)
    await page.keyboard.type('The key on the ring')
    await page.keyboard.press('Enter')
    await expect
      .poll(() => page.locator('.rows input[name=name]').inputValue(), { timeout: 10_000 })
      .toBe('The key on the ring')
    const { credentials } = await key.cdp.send('WebAuthn.getCredentials', { authenticatorId: key.id })
    expect(credentials).toMatchObject([{ isResidentCredential: true, rpId: 'localhost' }])
  })

  it('is not made a second time on the same machine', async () => {
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await expect.poll(() => alert(page).textContent()).toBe('This machine has a passkey of yours already.')
  })

  it('signs in by keyboard alone after a sign-out', async () => {
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await page.waitForURL(`${paper.origin}/desk/sign-in`)
    await page.goto(`${paper.origin}/desk`)
    expect(await page.locator('h1').textContent()).toBe('You are not signed in to the desk.')
    await page.goto(`${paper.origin}/desk/sign-in`)
    await tabTo(page, /^Sign in with a passkey$/)
    await page.keyboard.press('Enter')
    await page.waitForURL(`${paper.origin}/desk`)
    expect(await page.locator('.me').textContent()).toContain('Ines Okoro')
    await page.goto(`${paper.origin}/desk/account`)
    expect(await page.locator('#main').textContent()).toContain('by passkey')
    expect(await page.locator('#main').textContent()).toContain('last used')
  })

  it('of somebody else’s finger signs nobody in', async () => {
    await key.cdp.send('WebAuthn.setUserVerified', { authenticatorId: key.id, isUserVerified: false })
    await page.context().clearCookies()
    await page.goto(`${paper.origin}/desk/sign-in`)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await expect.poll(() => alert(page).textContent(), { timeout: 10_000 }).toContain('No passkey was used.')
    expect((await page.context().cookies()).length).toBe(0)
    await key.cdp.send('WebAuthn.setUserVerified', { authenticatorId: key.id, isUserVerified: true })
  })

  it('that an administrator took away opens nothing, and the page says so', async () => {
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.waitForURL(`${paper.origin}/desk`)
    await page.goto(`${paper.origin}/desk/account`)
    await page.getByRole('button', { name: /Take away/ }).click()
    await expect.poll(() => page.locator('#main').textContent()).toContain('None yet.')
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await page.waitForURL(`${paper.origin}/desk/sign-in`)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await expect
      .poll(() => alert(page).textContent(), { timeout: 10_000 })
      .toBe('This passkey does not open the desk. Try another one, or ask for a link.')
    expect(path(page)).toBe('/desk/sign-in')
  })
})

describe.skipIf(skipWithoutBrowser)('without script', () => {
  it('the door shows no passkey; a link by e-mail signs in, and the account page works', async () => {
    const context = await openContext(browser, { javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${paper.origin}/desk/sign-in`)
    expect(await page.getByRole('button').allTextContents()).toEqual(['Send me a link'])
    await page.getByLabel('A link by e-mail').fill('nell@courier.example')
    await page.getByRole('button', { name: 'Send me a link' }).click()
    expect(await page.locator('h1').textContent()).toBe('If you work here, a link is on its way.')
    await expect
      .poll(
        async () => {
          await page.goto(`${paper.origin}/mailbox`)
          return page.getByRole('listitem').filter({ hasText: 'nell@courier.example' }).count()
        },
        { timeout: 20_000, interval: 300 },
      )
      .toBeGreaterThan(0)
    await page
      .getByRole('listitem')
      .filter({ hasText: 'nell@courier.example' })
      .first()
      .getByRole('link')
      .click()
    await page.locator('a[href*="/desk/sign-in/"]').click()
    await page.getByRole('button', { name: 'Sign in' }).click()
    expect(path(page)).toBe('/desk/account')
    expect(await page.locator('.unkeyed').isVisible()).toBe(true)
    expect(await page.getByRole('button', { name: 'Add a passkey' }).isVisible()).toBe(false)
    await page.getByRole('link', { name: 'To the desk' }).click()
    expect(path(page)).toBe('/desk')
    await context.close()
  })
})

const looks = [
  ['1280 px, light', 1280, 'light'],
  ['320 px, dark', 320, 'dark'],
] as const

describe.skipIf(skipWithoutBrowser)('the pages of sign-in and administration', () => {
  it('have nothing to find fault with, and an administrator’s changes show in the log', async () => {
    // The pages' own policy forbids a script from elsewhere, which is what the checker is.
    const context = await openContext(browser, { bypassCSP: true })
    const page = await context.newPage()
    await plugIn(page)
    const link = await linkFromDesk()
    await page.goto(link)
    expect(await faults(page), 'a link').toEqual([])
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.locator('.rows input[name=name]').waitFor()
    await page.goto(`${paper.origin}/desk/staff`)
    await page.getByRole('link', { name: 'Change Asha Rao' }).click()
    await page.getByLabel('Harbour').check()
    await page.getByRole('button', { name: 'Set the sections' }).click()
    await page.getByRole('link', { name: 'All staff' }).click()
    expect(await page.locator('#main').textContent()).toContain('Only Harbour')
    await page.getByRole('link', { name: 'Log' }).click()
    expect(await page.locator('.trail').textContent()).toContain('limited Asha Rao to Harbour')
    for (const [name, width, colorScheme] of looks) {
      await page.setViewportSize({ width, height: 800 })
      await page.emulateMedia({ colorScheme })
      for (const address of [
        '/desk/account',
        '/desk/staff',
        '/desk/staff/1',
        '/desk/staff/log',
        '/desk/paper',
        '/desk/sign-in',
        '/desk/sign-in/over',
      ]) {
        await page.goto(`${paper.origin}${address}`)
        expect(await faults(page), `${address} at ${name}`).toEqual([])
      }
    }
    await page.context().clearCookies()
    await page.goto(`${paper.origin}/desk`)
    expect(await faults(page), 'not signed in').toEqual([])
    await context.close()
  }, 120_000)

  /** Ines has used hers up: the door gives her another, by letter. */
  async function linkFromDesk(): Promise<string> {
    const page = await (await openContext(browser, { javaScriptEnabled: false })).newPage()
    await page.goto(`${paper.origin}/desk/sign-in`)
    await page.getByLabel('A link by e-mail').fill('ines@courier.example')
    await page.getByRole('button', { name: 'Send me a link' }).click()
    const letter = page
      .getByRole('listitem')
      .filter({ hasText: 'ines@courier.example' })
      .filter({ hasText: 'Sign in to the desk' })
    await expect
      .poll(
        async () => {
          await page.goto(`${paper.origin}/mailbox`)
          return letter.count()
        },
        { timeout: 20_000, interval: 300 },
      )
      .toBeGreaterThan(0)
    await letter.first().getByRole('link').click()
    const address = (await page.locator('a[href*="/desk/sign-in/"]').getAttribute('href')) ?? ''
    await page.context().close()
    return new URL(address, paper.origin).href
  }
})
