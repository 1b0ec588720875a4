import { chromium } from 'playwright-core'
import { chromePath } from '../support/served-paper.ts'

/** A key of a desk that is at work all the time: faster than anybody decides (107 an hour were measured in newsrooms). */
const PRESSES = 120
const PAUSE_MS = 700

export type KeyLoad = {
  /** From the press to the frame that shows the next comment, in ms, sorted. */
  waits: number[]
  /** Presses that found nothing loaded, and went the way of a form. */
  unready: number
  /** Decisions that the desk answered with a refusal. */
  refused: number
}

/**
 * Presses keys at a desk in a headless browser and measures until the next card is painted. The clock is the page's own:
 * from the event's time stamp, which the browser takes when the key arrives, to the first task after the frame in which
 * another comment stands in the zone of the card.
 */
export async function measureKeys(signIn: string, desk: string): Promise<KeyLoad> {
  const browser = await chromium.launch({
    executablePath: chromePath,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    let refused = 0
    let unready = 0
    page.on('response', (response) => {
      if (response.url().endsWith('/decisions') && response.status() >= 400) refused++
    })
    page.on('request', (request) => {
      if (request.isNavigationRequest() && request.url().endsWith('/decisions')) unready++
    })
    await page.addInitScript(`
      window.waits = []
      addEventListener('keydown', (event) => {
        const before = document.querySelector('#main')?.dataset.comment
        const look = () => requestAnimationFrame(() => {
          if (document.querySelector('#main')?.dataset.comment === before) return look()
          const channel = new MessageChannel()
          channel.port1.onmessage = () => waits.push(performance.now() - event.timeStamp)
          channel.port2.postMessage(0)
        })
        look()
      }, true)`)
    await page.goto(signIn)
    await page.getByRole('button').first().click()
    await page.goto(desk)
    await Promise.all([
      page.waitForResponse((response) => response.url().endsWith('/desk/cards')),
      page.keyboard.press('n'),
    ])
    await page.evaluate('waits.length = 0')
    // Publishing, and every rule in its turn.
    const keys = ['a', '1', 'a', '2', 'a', '6', 'a', '4']
    for (let n = 0; n < PRESSES; n++) {
      await page.waitForTimeout(PAUSE_MS)
      await page.keyboard.press(keys[n % keys.length] ?? 'a')
    }
    await page.waitForTimeout(PAUSE_MS)
    const waits = await page.evaluate<number[]>('waits')
    return { waits: waits.sort((a, b) => a - b), unready, refused }
  } finally {
    await browser.close()
  }
}
