import { one } from './page.ts'

let ticking: ReturnType<typeof setInterval> | undefined

/** The letter's ten seconds, on the strip that is shown. */
export function countDown(): void {
  clearInterval(ticking)
  const countdown = one<HTMLElement>('[data-countdown]')
  if (!countdown) return
  const leavesAt = performance.now() + 1_000 * Number(countdown.dataset['countdown'])
  ticking = setInterval(() => {
    const left = Math.ceil((leavesAt - performance.now()) / 1_000)
    if (left > 0) {
      countdown.textContent = String(left)
      return
    }
    clearInterval(ticking)
    const letter = countdown.closest('[data-letter]')
    if (letter) letter.textContent = 'The letter has left.'
  }, 250)
}
