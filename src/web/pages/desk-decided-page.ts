import { staffMay } from '../../accounts/staff.ts'
import type { DecidedRow } from '../../desk/card-store.ts'
import { type Fragment, type Html, html } from '../../lib/html.ts'
import { type DeskFrame, deskPage, noticeLine, postForm, withQuery } from '../desk-layout.ts'
import { paths } from '../paths.ts'
import { decidedTabs } from './decided-tabs.ts'
import { actTone, nameOf, sayDecision, stamp } from './desk-words.ts'

export type DeskDecidedProps = {
  frame: DeskFrame
  /** Of whoever is signed in: own decisions anyone may undo, a colleague's a senior. */
  staffId: number
  /** Newest first. */
  rows: readonly DecidedRow[]
  rules: readonly { id: string; title: string }[]
  /** The decision before which the next page begins; null on the last. */
  before: number | null
  notice: string | null
}

/** GET paths.desk.decided(), with `before`. */
export function deskDecidedPage(props: DeskDecidedProps): Html {
  const { frame, rows, before } = props
  return deskPage({
    frame,
    here: 'decided',
    title: 'Decided',
    body: html`<main id="main">
${noticeLine(props.notice)}
<h1>Decided</h1>
<p>Newest first. Everything can be undone; a letter that has not left yet then never leaves.</p>
${decidedTabs('decided')}
${
  rows.length === 0
    ? html`<p class="nothing">Nothing has been decided yet.</p>`
    : html`<ol class="rows decided">${rows.map((row) => decidedRow(row, props))}</ol>`
}
${before !== null && html`<p class="next"><a class="button" href="${withQuery(paths.desk.decided(), { before })}">Earlier</a></p>`}
</main>`,
  })
}

function decidedRow(row: DecidedRow, props: DeskDecidedProps): Html {
  const { frame, rules } = props
  return html`<li><div><p><b class="${actTone(row.act)}">${sayDecision(row, rules)}</b> <span>${
    row.reverses !== null && 'as an undo, '
  }${deciderWords(row)}, ${stamp(row.decidedAt, frame.paper.zone)}</span></p>
<p class="words" dir="auto">${row.excerpt === '' ? html`<i>words erased</i>` : row.excerpt}</p>
<p><span>by</span> ${nameOf(row.printedName)} <span>under</span> <bdi>${row.headline}</bdi></p></div>
<div class="doing">${undoPart(row, props)}<a class="button" href="${paths.desk.comment(
    row.commentId,
  )}">History</a></div></li>`
}

export function deciderWords(row: { decider: DecidedRow['decider']; staffName: string | null }): string {
  if (row.decider === 'reports') return 'by reports past the threshold'
  if (row.decider === 'rule')
    return row.staffName ? `by a rule that ${row.staffName} armed` : 'by an armed rule'
  return row.staffName ? `by ${row.staffName}` : 'by staff'
}

export function undoPart(
  row: Pick<DecidedRow, 'decisionId' | 'reversible' | 'staffId'>,
  { frame, staffId }: { frame: DeskFrame; staffId: number },
): Fragment {
  if (!row.reversible) return null
  if (!staffMay(row.staffId === staffId ? 'reverse_own' : 'reverse_others', frame.staff))
    return html`<span class="soft">a senior can undo it</span>`
  return postForm(frame, paths.desk.reversal(row.decisionId), html`<button>Undo</button>`)
}
