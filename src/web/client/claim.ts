import { ask, formToken, leaving, mainZone, one } from './page.ts'

/** The lease is 90 s: two renewals may get lost before the comment goes back to the others. */
export const RENEW_EVERY = 30_000

const [arrival] = performance.getEntriesByType('navigation')
let reloaded = arrival instanceof PerformanceNavigationTiming && arrival.type === 'reload'

/** Of the card that is shown; undefined where nothing is in hand or its claim is over. */
export function claimShown(): { claim: string; release: string; body: URLSearchParams } | undefined {
  const { claim, release, fence } = mainZone()?.dataset ?? {}
  if (!claim || !release || !fence) return undefined
  return { claim, release, body: new URLSearchParams({ form_token: formToken(), fence }) }
}

/** Says what happened where the eye is, and takes the acts away: they would be refused. */
function lost(sentence: string): void {
  leaving.onPurpose = true
  const main = mainZone()
  if (main) delete main.dataset['claim']
  let notice = one<HTMLElement>('#lost')
  if (!notice) {
    notice = document.createElement('p')
    notice.id = 'lost'
    notice.className = 'notice'
    notice.setAttribute('role', 'alert')
    main?.prepend(notice)
  }
  notice.textContent = sentence
  // Only what is tied to this claim; the list and the undo are as good as before, and so is "Next".
  for (const form of document.querySelectorAll<HTMLFormElement>('form:has(input[name=fence])')) {
    if (form.querySelector('input[name=after]')) form.querySelector('input[name=fence]')?.remove()
    else for (const button of form.querySelectorAll('button')) button.disabled = true
  }
}

/**
 * No browser says that it is reloading: the page before this one gave the comment back as it went, after this one was
 * drawn. The same comment is asked for again; if a colleague was faster, the desk says so.
 */
function takeAgain(): void {
  const after = one<HTMLInputElement>('form input[name=after]')
  if (!after?.form) return
  after.name = 'comment'
  delete after.form.dataset['loop']
  after.form.querySelector('input[name=fence]')?.remove()
  after.form.requestSubmit()
}

async function renew(): Promise<void> {
  const shown = claimShown()
  if (!shown || document.hidden || leaving.onPurpose) return
  const answer = await ask(shown.claim, shown.body)
  // No answer: the network may be back in 30 s; if not, the lease runs out and the next decision says so. And another
  // card may be shown by now.
  if (answer?.code !== 'claim_lost' || leaving.onPurpose || claimShown()?.claim !== shown.claim) return
  if (reloaded) takeAgain()
  else lost(answer.message ?? 'This comment is no longer in your hand.')
}

export function keepClaim(): void {
  setInterval(() => void renew(), RENEW_EVERY)
  // After sleep or another tab: at once, since a colleague may have it by now.
  document.addEventListener('visibilitychange', () => void renew())
  // The page before this one may have been the same card: as it went it cut the lease short, so ask for it whole.
  setTimeout(() => {
    void renew().finally(() => {
      reloaded = false
    })
  }, 250)
  addEventListener('pagehide', () => {
    const shown = claimShown()
    if (shown && !leaving.onPurpose) navigator.sendBeacon(shown.release, shown.body)
  })
}
