import { LONGEST_NOTE } from '../../desk/escalation.ts'
import { type Fragment, html } from '../../lib/html.ts'
import { type DeskFrame, tokenField } from '../desk-layout.ts'
import { paths } from '../paths.ts'
import type { CardView } from './desk-card-page.ts'
import { since } from './desk-words.ts'

const targets = { senior: 'a senior', legal: 'legal', everyone: 'everybody' } as const

/** Why it was handed up, for whoever has it now. */
export function handedUp({ escalations }: CardView, frame: DeskFrame): Fragment {
  if (escalations.length === 0) return null
  return html`<section class="handed" aria-labelledby="handed"><h2 id="handed">Handed on</h2><ul>${escalations.map(
    (one) =>
      html`<li><b>${one.staffName} to ${targets[one.to]}</b> <span>${since(one.at, frame)}</span>${
        one.note !== '' && html`<p dir="auto">${one.note}</p>`
      }</li>`,
  )}</ul></section>`
}

/** Who cannot decide it says why, and those who answer for the paper do. What is known goes along as it stands. */
export function handUpForm(card: CardView, frame: DeskFrame): Fragment {
  const to = (target: keyof typeof targets) =>
    card.heldFor !== target &&
    html`<button name="to" value="${target}">${target === 'everyone' ? 'Send it back to everybody' : `Hand it to ${targets[target]}`}</button>`
  return html`<details class="handup"><summary>Hand it up</summary>
<form method="post" action="${paths.desk.escalations(card.comment.id)}">${tokenField(frame)}<input type="hidden" name="fence" value="${card.fence}">
<label for="note">Why, for whoever takes it</label>
<textarea id="note" name="note" rows="2" maxlength="${LONGEST_NOTE}"></textarea>
<p class="doing">${to('senior')}${to('legal')}${card.heldFor !== null && to('everyone')}</p></form></details>`
}
