/**
 * The precedents of the card, fetched when somebody asks for them and not before. Only the list is taken out of the page
 * behind the link, and of it nothing that could be sent: a form in the card would be mistaken for one of its acts.
 */
const block = document.querySelector<HTMLDetailsElement>('details[data-precedents]')
const link = block?.querySelector('a')

if (block && link) {
  let asked = false
  block.addEventListener('toggle', () => {
    if (!block.open || asked) return
    asked = true
    block.setAttribute('aria-busy', 'true')
    listBehind(link.href)
      .then((found) => link.parentElement?.before(found))
      // The link is still there, and says what is wrong with it.
      .catch(() => {
        asked = false
      })
      .finally(() => block.removeAttribute('aria-busy'))
  })
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
