import { claimShown, keepClaim } from './claim.ts'
import { countDown } from './countdown.ts'
import { watchSelection } from './evidence.ts'
import { askedBy } from './keys.ts'
import './precedents.ts'
import { startLoop, takeForm } from './loop.ts'
import { leaving, mainZone, one } from './page.ts'
import { watchPresence } from './presence.ts'

const KEYS_OFF = 'postbag-desk-keys-off'

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

document.addEventListener('submit', (event) => {
  if (event.defaultPrevented) return
  const form = event.target
  if (leaving.sent || (form instanceof HTMLFormElement && takeForm(form, event.submitter))) {
    event.preventDefault()
    return
  }
  leaving.sent = true
  leaving.onPurpose = true
  mainZone()?.setAttribute('aria-busy', 'true')
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
  if (claimShown() && cardLink) location.replace(cardLink.href)
  leaving.sent = false
  leaving.onPurpose = false
  mainZone()?.removeAttribute('aria-busy')
  for (const button of document.querySelectorAll<HTMLButtonElement>('button:disabled'))
    button.disabled = false
})

// --- Keys ---

document.documentElement.classList.add('js')
// On a narrow screen the places are a row that scrolls.
cardLink?.scrollIntoView({ block: 'nearest', inline: 'center' })
if (keysBox) {
  keysBox.checked = !remembered()
  keysBox.addEventListener('change', () => remembered(!keysBox.checked))
}

document.addEventListener('keydown', (event) => {
  const asked = askedBy(event, {
    inField: inField(event.target),
    inDialog: dialog?.open ?? false,
    keysOn: keysBox ? keysBox.checked : !remembered(),
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
    leaving.onPurpose = true
  }
})

// --- What the card and the lists live by ---

if (claimShown()) {
  keepClaim()
  startLoop()
  watchSelection()
}
countDown()
const presence = one<HTMLElement>('[data-presence]')?.dataset['presence']
if (presence) watchPresence(presence)
