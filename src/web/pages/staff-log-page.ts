import type { StaffLogEntry } from '../../desk/staff-log-store.ts'
import { type Html, html } from '../../lib/html.ts'
import { type DeskFrame, deskPage } from '../desk-layout.ts'
import { paths } from '../paths.ts'
import { stamp } from './desk-words.ts'
import { type Names, sayStaffEntry } from './staff-log-words.ts'
import { staffTabs } from './staff-tabs.ts'

export type StaffLogProps = {
  frame: DeskFrame
  entries: readonly StaffLogEntry[]
  names: Names
  before: number | null
}

/** GET paths.desk.staffLog(): what the ledger holds of people, paper and settings. */
export function staffLogPage({ frame, entries, names, before }: StaffLogProps): Html {
  return deskPage({
    frame,
    here: 'staff',
    title: 'Staff log',
    body: html`<main id="main">
<h1>Staff log</h1>
<p>Who changed what about people, paper and settings, from the ledger. It holds ids and times; names are looked up.</p>
${staffTabs(frame, 'log')}
${
  entries.length === 0
    ? html`<p class="nothing">Nothing yet.</p>`
    : html`<ol class="trail">${entries.map(
        (entry) =>
          html`<li>${stamp(entry.at, frame.paper.zone)}<span><b>${
            entry.staffId === null
              ? 'The installation'
              : (names.staff.get(entry.staffId) ?? `Number ${entry.staffId}`)
          }</b> ${sayStaffEntry(entry, names)}</span><span class="serial">${entry.seq}</span></li>`,
      )}</ol>`
}
${before !== null && html`<p class="next"><a class="button" href="${paths.desk.staffLog(before)}">Older</a></p>`}
</main>`,
  })
}
