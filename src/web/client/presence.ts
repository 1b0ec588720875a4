/** Live enough to see a colleague open a comment, and one small question to the desk. */
const LOOK_EVERY = 2_000

type Waiting = { comment: number; who: string | null }

/** Marks, on whatever list this page shows, who is on which comment, and which are decided. */
export function watchPresence(address: string): void {
  setInterval(() => void look(address), LOOK_EVERY)
}

async function look(address: string): Promise<void> {
  const items = [...document.querySelectorAll<HTMLElement>('[data-item]')]
  if (document.hidden || items.length === 0) return
  const ids = items.map((item) => item.dataset['item']).join('+')
  let waiting: Waiting[]
  try {
    const response = await fetch(`${address}?of=${ids}`, { headers: { accept: 'application/json' } })
    if (!response.ok) return
    waiting = ((await response.json()) as { waiting: Waiting[] }).waiting
  } catch {
    // In two seconds again.
    return
  }
  const who = new Map(waiting.map((one) => [String(one.comment), one.who]))
  for (const item of items) {
    const id = item.dataset['item'] ?? ''
    mark(item, who.has(id) ? (who.get(id) ?? null) : 'No longer waiting')
  }
}

/** The words stand where the server puts them as well; what a colleague holds cannot be pressed. */
function mark(item: HTMLElement, words: string | null): void {
  if (item.classList.contains('mine')) return
  let note = item.querySelector<HTMLElement>('.whose')
  if ((note?.textContent ?? null) === words) return
  if (words === null) note?.remove()
  else {
    if (!note) {
      note = document.createElement('span')
      note.className = 'whose'
      item.firstElementChild?.prepend(note)
    }
    note.textContent = words
  }
  item.classList.toggle('taken', words !== null)
  for (const button of item.querySelectorAll('button')) button.disabled = words !== null
}
