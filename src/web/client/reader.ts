/*
 * Comfort for readers whose browser runs script; every page works without. One file for all readers' pages, well under
 * 3 KB. Storage may be full, forbidden or gone: then nothing is remembered and nothing breaks.
 */
const read = (key: string): string | null => {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
const keep = (key: string, value: string | null): void => {
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
  } catch {}
}
const find = <T extends Element>(selector: string): T | null => document.querySelector<T>(selector)

function rememberSize(): void {
  const sizes = document.querySelectorAll<HTMLInputElement>('.size input')
  const chosen = read('size')
  for (const size of sizes) {
    if (size.id === chosen) size.checked = true
    size.addEventListener('change', () => keep('size', size.id))
  }
}

function copyLink(): void {
  const link = find<HTMLAnchorElement>('#copy')
  if (!link) return
  link.textContent = 'Copy link'
  link.addEventListener('click', async (event) => {
    event.preventDefault()
    try {
      await navigator.clipboard.writeText(link.href)
      link.textContent = 'Copied'
    } catch {
      // Not allowed here: show the address itself, which can be marked and copied.
      link.textContent = link.href
    }
  })
}

type Answer = { ok: boolean; message: string; receipt?: string; field?: string; page?: boolean }

function commentForm(): void {
  const form = find<HTMLFormElement>('#write')
  if (!form) return
  const [text, name, email] = ['text', 'name', 'email'].map((id) => form.elements.namedItem(id)) as [
    HTMLTextAreaElement,
    HTMLInputElement,
    HTMLInputElement,
  ]
  const status = form.querySelector('[role=status]') as HTMLElement
  const button = form.querySelector('button') as HTMLButtonElement
  const parent = (form.elements.namedItem('parent') as HTMLInputElement | null)?.value ?? ''
  const draft = `draft:${form.getAttribute('action')}:${parent}`
  // One key for these words: a retry after a lost answer finds the comment it already made.
  let key = newKey()

  text.value ||= read(draft) ?? ''
  name.value ||= read('name') ?? ''
  email.value ||= read('email') ?? ''
  text.addEventListener('input', () => {
    keep(draft, text.value || null)
    key = newKey()
  })

  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    button.disabled = true
    say('Sending…')
    keep('name', name.value)
    keep('email', email.value)
    const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>)
    body.set('key', key)
    let answer: Answer
    try {
      const response = await fetch(form.action, {
        method: 'POST',
        body,
        headers: { accept: 'application/json' },
      })
      answer = (await response.json()) as Answer
    } catch {
      answer = {
        ok: false,
        message:
          'That did not arrive: the network or the paper is away. Your words are kept here; send them again in a moment.',
      }
    }
    if (answer.page) {
      form.submit()
      return
    }
    button.disabled = false
    for (const field of [text, name, email]) field.removeAttribute('aria-invalid')
    if (answer.ok) {
      keep(draft, null)
      text.value = ''
      key = newKey()
    } else if (answer.field) {
      const field = form.elements.namedItem(answer.field) as HTMLElement
      field.setAttribute('aria-invalid', 'true')
      field.focus()
    }
    say(answer.message, answer.receipt)
  })

  function say(message: string, receipt?: string): void {
    status.textContent = message
    if (!receipt) return
    const link = document.createElement('a')
    link.href = receipt
    link.textContent = 'Your receipt'
    status.append(' ', link)
  }
}

function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}

rememberSize()
copyLink()
commentForm()
