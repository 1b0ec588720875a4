import { staffMay } from '../../accounts/staff.ts'
import { type Fragment, html } from '../../lib/html.ts'
import type { DeskFrame } from '../desk-layout.ts'
import { paths } from '../paths.ts'

/** The administrators' pages beside the list of staff. */
export function staffTabs(frame: DeskFrame, here: 'staff' | 'paper' | 'log'): Fragment {
  if (!staffMay('manage_staff', frame.staff)) return null
  const tabs = [
    ['staff', paths.desk.staff(), 'Staff'],
    ['paper', paths.desk.paper(), 'Paper'],
    ['log', paths.desk.staffLog(), 'Log'],
  ] as const
  return html`<nav class="tabs" aria-label="Administration">${tabs.map(
    ([name, address, words]) =>
      html`<a href="${address}"${name === here && html` aria-current="page"`}>${words}</a>`,
  )}</nav>`
}
