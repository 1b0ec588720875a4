/**
 * The precedents of the card, fetched when somebody asks for them and not before. Only the list is taken out of the page
 * behind the link, and of it nothing that could be sent: a form in the card would be mistaken for one of its acts.
 */
const asked = new WeakSet<HTMLDetailsElement>()

// On its way down, since it does not bubble: each card brings a block of its own.
document.addEventListener('toggle', ({ target }) => void showBelow(target), { capture: true })

async function showBelow(block: EventTarget | null): Promise<void> {
  if (!(block instanceof HTMLDetailsElement) || !('precedents' in block.dataset)) return
  const link = block.querySelector('a')
  if (!link || !block.open || asked.has(block)) return
  asked.add(block)
  block.setAttribute('aria-busy', 'true')
  try {
    link.parentElement?.before(await listBehind(link.href))
  } catch {
    // The link is still there, and says what is wrong with it.
    asked.delete(block)
  } finally {
    block.removeAttribute('aria-busy')
  }
}

async function listBehind(address: string): Promise<Element> {
  const answer = await fetch(address, { signal: AbortSignal.timeout(20_000) })
  if (!answer.ok) throw new Error(`answered ${answer.status}`)
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const found = page.querySelector('#found')
  if (!found) throw new Error('no list in the answer')
  for (const part of found.querySelectorAll('form, details, script')) part.remove()
  found.removeAttribute('id')
  return document.adoptNode(found)
}
