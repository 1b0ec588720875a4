import { claimShown, RENEW_EVERY } from './claim.ts'
import { countDown } from './countdown.ts'
import { type Answer, ask, elementsOf, formToken, type LoadedCard, leaving, mainZone, one } from './page.ts'

/*
 * The loop: the next cards lie ready in the page. A key shows the next one at once and sends the decision behind it; what
 * the desk refuses comes back with the reason, as it was, words and all.
 */

/** A card of its own zones, in or out of the document. */
type Card = { id: string; fence: string; zones: Element[] }

const ZONES = ['#main', '.desk > .acts', '.desk > .context'] as const

const ahead: Card[] = []
/** Passed over in this sitting: not to be dealt again before the others. Outlives a page that a form has led to. */
const PASSED = 'postbag-desk-passed'
let passed: string[] = rememberedPassed()

function rememberedPassed(): string[] {
  try {
    return (sessionStorage.getItem(PASSED) ?? '').split(' ').filter((id) => id !== '')
  } catch {
    // Storage may be forbidden; then what this page knows must do.
    return []
  }
}

function rememberPassed(ids: string[]): void {
  passed = ids.slice(-60)
  try {
    sessionStorage.setItem(PASSED, passed.join(' '))
  } catch {
    // As above.
  }
}

function shownCard(): Card {
  const zones = ZONES.flatMap((selector) => one(selector) ?? [])
  const { comment = '', fence = '' } = mainZone()?.dataset ?? {}
  return { id: comment, fence, zones }
}

function cardFrom({ commentId, fence, markup }: LoadedCard): Card {
  return { id: String(commentId), fence: String(fence), zones: elementsOf(markup) }
}

function show(card: Card): void {
  for (const [at, selector] of ZONES.entries()) {
    const zone = card.zones[at]
    if (zone) one(selector)?.replaceWith(zone)
  }
  const main = mainZone()
  document.title = main?.dataset['title'] ?? document.title
  if (!matchMedia('(min-width: 60.01em)').matches) scrollTo(0, 0)
}

/**
 * Where a reader of screens hears whose comment it is, and the next Tab goes on from there. Last of all, since it makes the
 * browser lay the page out: done earlier, that is done twice between the key and the frame.
 */
function focusCard(): void {
  one<HTMLElement>('#main h1')?.focus({ preventScroll: true })
}

// --- What lies ahead ---

let filling = false
let askAgain = false

async function fill(): Promise<void> {
  const address = one<HTMLElement>('.desk')?.dataset['cards']
  if (!address || !claimShown() || document.hidden || leaving.onPurpose) return
  askAgain = filling
  if (filling) return
  filling = true
  const asked = [...ahead]
  const named = (cards: readonly Card[]) => cards.map(({ id, fence }) => `${id}.${fence}`).join(' ')
  const answer = await ask(
    address,
    new URLSearchParams({
      form_token: formToken(),
      hand: named([shownCard()]),
      held: named(asked),
      pass: passed.join(' '),
    }),
  )
  filling = false
  if (answer?.ok) put(asked, answer)
  if (askAgain) void fill()
}

function put(asked: readonly Card[], { kept = [], cards = [], waiting }: Answer): void {
  for (const card of asked)
    if (!kept.includes(Number(card.id)) && ahead.includes(card)) ahead.splice(ahead.indexOf(card), 1)
  for (const card of cards) if (String(card.commentId) !== shownCard().id) ahead.push(cardFrom(card))
  // Behind the last one the queue begins again: what was passed over comes back.
  if (ahead.length === 0 && passed.length > 0) {
    rememberPassed([])
    askAgain = true
  }
  const list = one('.waiting ol')
  const fresh = waiting === undefined ? undefined : elementsOf(waiting)[0]
  // Not under a finger or a focus: a button that moves as it is pressed takes the wrong comment.
  if (list && fresh && !list.matches(':hover, :focus-within')) list.replaceWith(fresh)
}

// --- Acts ---

type Unsent = { address: string; body: URLSearchParams; back: Card }
const unsent: Unsent[] = []
let sending = false

/** Whether the loop takes this form; the browser sends it where nothing lies ready. */
export function takeForm(form: HTMLFormElement, pressed: HTMLElement | null): boolean {
  const button = pressed instanceof HTMLButtonElement ? pressed : null
  switch (form.dataset['loop']) {
    case 'decide':
      return decide(form, button)
    case 'pass':
      return pass(form)
    case 'undo':
      void undo(form, button)
      return true
    default:
      return false
  }
}

function bodyOf(form: HTMLFormElement, button: HTMLButtonElement | null): URLSearchParams {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
  if (button?.name) body.append(button.name, button.value)
  const evidence = mainZone()?.dataset['evidence']
  if (evidence) body.append('evidence', evidence)
  return body
}

function decide(form: HTMLFormElement, button: HTMLButtonElement | null): boolean {
  const next = ahead.shift()
  if (!next) return false
  unsent.push({ address: form.action, body: bodyOf(form, button), back: shownCard() })
  const who = one('#who')?.textContent ?? ''
  const act = [...(button?.childNodes ?? [])].filter(({ nodeName }) => nodeName !== 'KBD')
  show(next)
  say(
    `${act
      .map((part) => part.textContent)
      .join('')
      .trim()}: ${who}. Being sent.`,
  )
  countWaiting()
  focusCard()
  void send()
  return true
}

function pass(form: HTMLFormElement): boolean {
  rememberPassed([...passed, shownCard().id])
  const next = ahead.shift()
  if (!next) return false
  const body = bodyOf(form, null)
  show(next)
  focusCard()
  void ask(form.action, body).then(() => fill())
  return true
}

/** One at a time and in order, so that "undo the last" means the last. What got no answer is sent again under its fence. */
async function send(): Promise<void> {
  if (sending) return
  sending = true
  for (let wait = 500; unsent.length > 0; ) {
    const { address, body, back } = unsent[0] as Unsent
    const answer = await ask(address, body)
    if (answer === undefined || answer.code === 'bug') {
      say('No answer from the desk: your decision is not known to be taken. It is being sent again.')
      body.set('again', '1')
      await new Promise((resolve) => setTimeout(resolve, wait))
      wait = Math.min(wait * 2, 15_000)
      continue
    }
    wait = 500
    unsent.shift()
    if (answer.ok) sayUndo(answer.undo ?? '')
    else bringBack(back, answer)
  }
  sending = false
  void fill()
}

async function undo(form: HTMLFormElement, button: HTMLButtonElement | null): Promise<void> {
  const body = bodyOf(form, null)
  if (button) button.disabled = true
  const answer = await ask(form.action, body)
  if (!answer?.ok) {
    if (button) button.disabled = false
    say(answer?.message ?? 'No answer from the desk: the decision stands as far as is known.')
    return
  }
  // Undone by now, and not in this hand: the page that knows.
  if (!answer.card || !claimShown()) {
    leaving.onPurpose = true
    location.reload()
    return
  }
  const before = shownCard()
  show(cardFrom(answer.card))
  ahead.unshift(before)
  say('Undone. It is in your hand again.')
  focusCard()
  void fill()
}

/** Over: no act on this card can be taken any more. The others can be mended and tried again. */
const OVER = new Set(['claim_lost', 'comment_cannot', 'comment_not_found', 'section_not_yours'])

/**
 * The card that was decided, as it was, with the reason. Its acts wait for one press that says it was seen: the key that
 * was meant for the card before must not decide this one.
 */
function bringBack(card: Card, { code = '', message, changed }: Answer): void {
  const current = shownCard()
  if (current.id !== '') ahead.unshift(current)
  show(card)
  const main = mainZone()
  if (!main) return
  const over = OVER.has(code)
  if (over) delete main.dataset['claim']
  const acts = [...document.querySelectorAll<HTMLButtonElement>('.desk > .acts button, #main form button')]
  for (const button of acts) button.disabled = true
  one('.undo', main)?.remove()
  const alert = document.createElement('div')
  alert.className = 'notice'
  alert.setAttribute('role', 'alert')
  alert.id = 'refused'
  const words = document.createElement('p')
  words.textContent = message ?? 'Your decision was not taken.'
  const go = document.createElement('button')
  go.type = 'button'
  go.dataset['key'] = 'N'
  go.textContent = over ? 'Go on' : 'Decide again'
  go.addEventListener('click', () => {
    if (over) return goOn()
    alert.remove()
    for (const button of acts) button.disabled = false
    focusCard()
  })
  alert.append(words, go)
  main.prepend(alert, ...(changed ? elementsOf(changed) : []))
  go.focus()
}

function goOn(): void {
  const next = ahead.shift()
  if (next) {
    show(next)
    focusCard()
    void fill()
    return
  }
  leaving.onPurpose = true
  location.reload()
}

// --- What is said of the last act ---

function say(sentence: string): void {
  const strip = document.createElement('div')
  strip.className = 'undo'
  const words = document.createElement('p')
  words.textContent = sentence
  strip.append(words)
  putStrip(strip)
}

function sayUndo(markup: string): void {
  // A later decision has the strip by now.
  if (unsent.length > 0) return
  const [strip] = elementsOf(markup)
  if (strip) putStrip(strip)
}

function putStrip(strip: Element): void {
  const main = mainZone()
  if (!main) return
  strip.setAttribute('role', 'status')
  const before = one('.undo', main)
  if (before) before.replaceWith(strip)
  else main.prepend(strip)
  countDown()
}

function countWaiting(): void {
  const words = one('#waiting')
  const count = Number(words?.textContent?.replace(/\D/g, ''))
  if (words && count > 1) words.textContent = `${(count - 1).toLocaleString('en-GB')} waiting`
}

export function startLoop(): void {
  void fill()
  setInterval(() => void fill(), RENEW_EVERY)
  document.addEventListener('visibilitychange', () => void fill())
  addEventListener('pagehide', () => {
    for (const { address, body } of unsent) navigator.sendBeacon(address, body)
    // Wherever this page goes: the next one loads its own.
    for (const { zones, fence } of ahead) {
      const { release } = (zones[0] as HTMLElement | undefined)?.dataset ?? {}
      if (release) navigator.sendBeacon(release, new URLSearchParams({ form_token: formToken(), fence }))
    }
  })
  // What was decided and has not arrived would be gone with the page, if the line is still down.
  addEventListener('beforeunload', (event) => {
    if (unsent.some(({ body }) => body.has('again'))) event.preventDefault()
  })
}
