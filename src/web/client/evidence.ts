import { mainZone, one } from './page.ts'

/** Selecting words of the comment makes them what the decision goes by; the text itself is never touched. */
export function watchSelection(): void {
  document.addEventListener('selectionchange', () => {
    const main = mainZone()
    const text = main && one<HTMLElement>('.card > .text', main)
    const selection = document.getSelection()
    if (!text || !selection || selection.isCollapsed || selection.rangeCount === 0) return
    const range = selection.getRangeAt(0)
    // A click elsewhere selects something else or nothing: what was selected here stays until it is cleared.
    if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return
    const before = range.cloneRange()
    before.selectNodeContents(text)
    before.setEnd(range.startContainer, range.startOffset)
    const words = range.toString()
    if (words.trim() !== '') setEvidence(before.toString().length, words)
  })
  document.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('[data-clear]')) setEvidence(0, '')
  })
}

function setEvidence(start: number, words: string): void {
  const main = mainZone()
  const line = main && one<HTMLElement>('.goesby', main)
  const quote = line && one('q', line)
  if (!line || !quote) return
  if (words === '') delete main.dataset['evidence']
  else main.dataset['evidence'] = `${start}-${start + words.length}`
  quote.textContent = words
  line.hidden = words === ''
}
