import { askedBy } from './keys.ts'
import './precedents.ts'

/** The lease is 90 s: two renewals may get lost before the comment goes back to the others. */
const RENEW_EVERY = 30_000
const KEYS_OFF = 'postbag-desk-keys-off'

const one = <E extends Element>(selector: string): E | null => document.querySelector<E>(selector)
const main = one<HTMLElement>('#main')
const dialog = one<HTMLDialogElement>('dialog#keys')
const cardLink = one<HTMLAnchorElement>('nav a[aria-current]')
const keysBox = one<HTMLInputElement>('#keys-on')

/** Storage may be forbidden; then the choice holds for this page. */
function remembered(write?: boolean): boolean {
  try {
    if (write === true) localStorage.setItem(KEYS_OFF, '1')
    if (write === false) localStorage.removeItem(KEYS_OFF)
    return localStorage.getItem(KEYS_OFF) === '1'
  } catch {
    return write ?? false
  }
}

const inField = (at: EventTarget | null): at is HTMLElement =>
  at instanceof HTMLElement &&
  (at.isContentEditable || at.matches('textarea, select, input:not([type=checkbox], [type=radio])'))

// --- Sending: each form once, and nothing beside it ---

/** True from the moment this page is being left on purpose: the next page decides what becomes of the claim. */
let staying = false
let sent = false

document.addEventListener('submit', (event) => {
  if (event.defaultPrevented) return
  if (sent) {
    event.preventDefault()
    return
  }
  sent = true
  staying = true
  if (main) main.setAttribute('aria-busy', 'true')
  // Not before the browser has gathered the fields: the pressed button is one of them.
  setTimeout(disableActs)
})

function disableActs(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('form[method=post] button')) {
    if (button.formMethod !== 'dialog') button.disabled = true
  }
}

// Back to a page out of the browser's memory: a claim is over by then; anything typed elsewhere must stay.
addEventListener('pageshow', (event) => {
  if (!event.persisted) return
  // Not a reload: the page may be the answer to a form, and would send it again.
  if (claim && cardLink) location.replace(cardLink.href)
  sent = false
  staying = false
  main?.removeAttribute('aria-busy')
  for (const button of document.querySelectorAll<HTMLButtonElement>('button:disabled'))
    button.disabled = false
})

// --- Keys ---

document.documentElement.classList.add('js')
if (keysBox) {
  keysBox.checked = !remembered()
  keysBox.addEventListener('change', () => remembered(!keysBox.checked))
}

document.addEventListener('keydown', (event) => {
  const asked = askedBy(event, {
    inField: inField(event.target),
    inDialog: dialog?.open ?? false,
    keysOn: keysBox ? keysBox.checked : true,
  })
  if (asked === null) return
  if (asked.kind === 'leave_field') {
    if (event.target instanceof HTMLElement) event.target.blur()
  } else if (asked.kind === 'help') {
    toggleHelp()
  } else if (asked.kind === 'write') {
    const words = one<HTMLTextAreaElement>('#words')
    if (!words) return
    event.preventDefault()
    words.focus()
  } else {
    one<HTMLButtonElement>(`button[data-key="${asked.key}"]:not(:disabled)`)?.click()
  }
})

function toggleHelp(): void {
  if (dialog?.open) dialog.close()
  else dialog?.showModal()
}

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!link) return
  if (link.dataset['key'] === '?' || 'close' in link.dataset) {
    if (!dialog) return
    event.preventDefault()
    toggleHelp()
  } else if (link === cardLink) {
    staying = true
  }
})

// --- The claim ---

const claim = main?.dataset['claim']
const release = main?.dataset['release']
const fields = new URLSearchParams({
  form_token: one<HTMLInputElement>('input[name=form_token]')?.value ?? '',
  fence: main?.dataset['fence'] ?? '',
})

/** Says what happened where the eye is, and takes the acts away: they would be refused. */
function lost(sentence: string): void {
  staying = true
  stopRenewing()
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
  after.form.querySelector('input[name=fence]')?.remove()
  after.form.requestSubmit()
}

async function renew(): Promise<void> {
  if (!claim || document.hidden || staying) return
  let answer: Response
  try {
    answer = await fetch(claim, {
      method: 'POST',
      body: fields,
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(20_000),
    })
  } catch {
    // The network may be back in 30 s; if not, the lease runs out and the next decision says so.
    return
  }
  if (answer.status !== 409 || staying) return
  if (reloaded) {
    takeAgain()
    return
  }
  const said: unknown = await answer.json().catch(() => null)
  const message =
    typeof said === 'object' && said !== null && 'message' in said && typeof said.message === 'string'
      ? said.message
      : 'This comment is no longer in your hand.'
  lost(message)
}

const [arrival] = performance.getEntriesByType('navigation')
let reloaded = arrival instanceof PerformanceNavigationTiming && arrival.type === 'reload'

let renewing: ReturnType<typeof setInterval> | undefined
function stopRenewing(): void {
  clearInterval(renewing)
}

if (claim) {
  renewing = setInterval(() => void renew(), RENEW_EVERY)
  // After sleep or another tab: at once, since a colleague may have it by now.
  document.addEventListener('visibilitychange', () => void renew())
  // The page before this one may have been the same card: as it went it cut the lease short, so ask for it whole.
  setTimeout(() => {
    void renew().finally(() => {
      reloaded = false
    })
  }, 250)
}

addEventListener('pagehide', () => {
  if (release && !staying) navigator.sendBeacon(release, fields)
})

// --- The letter's ten seconds ---

const countdown = one<HTMLElement>('[data-countdown]')
if (countdown) {
  const leavesAt = performance.now() + 1_000 * Number(countdown.dataset['countdown'])
  const ticking = setInterval(() => {
    const left = Math.ceil((leavesAt - performance.now()) / 1_000)
    if (left > 0) {
      countdown.textContent = String(left)
      return
    }
    clearInterval(ticking)
    const letter = one<HTMLElement>('[data-letter]')
    if (letter) letter.textContent = 'The letter has left.'
  }, 250)
}
