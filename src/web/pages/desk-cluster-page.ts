import { staffMay } from '../../accounts/staff.ts'
import { LEAST_FLOOR, MOST_FLOOR } from '../../desk/cluster.ts'
import { type Fragment, type Html, html } from '../../lib/html.ts'
import { type DeskFrame, deskPage, noticeLine, postForm } from '../desk-layout.ts'
import { paths } from '../paths.ts'
import { type BulkFormProps, bulkForm } from './desk-bulk-form.ts'
import { count, nameOf, textOf } from './desk-words.ts'

/** The line of the card: how many wait that are like the one in hand. A form, so that a key can press it. */
export function clusterLine(
  commentId: number,
  like: { count: number; more: boolean } | null,
  keys: boolean,
): Fragment {
  if (like === null || like.count === 0) return null
  const many = `${like.more ? 'more than ' : ''}${like.count.toLocaleString('en-GB')}`
  return html`<form class="alike" method="get" action="${paths.desk.cluster(commentId)}"><span>And ${many} like it ${
    like.count === 1 && !like.more ? 'waits' : 'wait'
  }.</span> <button${keys && html` data-key="B"`}>${keys && html`<kbd>B</kbd> `}Decide them at once</button></form>`
}

export type DeskClusterProps = {
  frame: DeskFrame
  inHand: { commentId: number; printedName: string | null; text: string | null }
  /** Per cent: what is shown now, and what the editor lets nobody go below. */
  similarity: number
  floor: number
  /** There are more than are listed. */
  more: boolean
  form: BulkFormProps
  notice: string | null
}

/** GET paths.desk.cluster(comment), with `similarity`. */
export function deskClusterPage(props: DeskClusterProps): Html {
  const { frame, inHand, form } = props
  return deskPage({
    frame,
    here: 'queue',
    title: 'Comments like this one',
    body: html`<main id="main">
${noticeLine(props.notice)}
<h1>Comments like this one</h1>
<blockquote class="like" dir="auto"><p><b>${nameOf(inHand.printedName)}</b></p><p class="quoted">${textOf(inHand.text)}</p></blockquote>
${narrowing(props)}
${
  form.rows.length === 0
    ? html`<p class="nothing">Nothing that waits is ${props.similarity} per cent alike.</p>`
    : html`<p>${listedWords(props)} One decision for all that are ticked; it is undone as one.</p>
${bulkForm(form)}`
}
${floorForm(props)}
<p class="next"><a class="button" href="${paths.desk.card()}">Back to the card</a></p>
</main>`,
  })
}

function listedWords({ form, more }: DeskClusterProps): string {
  const { rows } = form
  if (more)
    return `More wait than can be listed at once: here are ${rows.length.toLocaleString('en-GB')}. Decide these, then look again.`
  return `${count(rows.length, 'comment waits', 'comments wait')}; what they have that the first has not is marked.`
}

/** Not below the floor: fewer strangers, never more. */
function narrowing({ inHand, similarity, floor }: DeskClusterProps): Html {
  return html`<form class="inline" method="get" action="${paths.desk.cluster(inHand.commentId)}"><div><label for="similarity">Alike to at least, in per cent</label>
<input id="similarity" name="similarity" type="number" min="${floor}" max="100" step="1" value="${similarity}"></div><button>Show</button></form>`
}

function floorForm({ frame, floor, inHand }: DeskClusterProps): Fragment {
  if (!staffMay('set_cluster_floor', frame.staff))
    return html`<p class="hint">The editor lets nobody go below ${floor} per cent.</p>`
  return html`<details class="floor"><summary>Nobody goes below ${floor} per cent</summary>${postForm(
    frame,
    paths.desk.clusterFloor(),
    html`<input type="hidden" name="like" value="${inHand.commentId}"><div class="inline"><div><label for="floor">The floor, in per cent</label>
<input id="floor" name="floor" type="number" min="${LEAST_FLOOR}" max="${MOST_FLOOR}" step="1" value="${floor}"></div><button>Set for the whole desk</button></div>
<p class="hint">What people write of the same matter shares less than 18 per cent; one message sent again with a third of its words changed, from 25.</p>`,
  )}</details>`
}
