import type { BulkItem } from '../../desk/cluster-store.ts'
import { wordsApart } from '../../desk/word-difference.ts'
import { type Fragment, type Html, html } from '../../lib/html.ts'
import { type DeskFrame, tokenField } from '../desk-layout.ts'
import { paths } from '../paths.ts'
import { count, type DeskRule, nameOf, sayState } from './desk-words.ts'

/** A row of the list; without a similarity where the list is no cluster. */
export type BulkRow = BulkItem & { similarity: number | null; ticked: boolean }

export type BulkFormProps = {
  frame: DeskFrame
  rules: readonly DeskRule[]
  /** The most doubtful first. */
  rows: readonly BulkRow[]
  /** How many at the top are put apart as doubtful. */
  doubtful: number
  /** The comment whose cluster it is: rows are marked where they differ from it. */
  like: { commentId: number; text: string; similarity: number } | null
  typedCount: string
  /** Why nothing was decided; stands at the number. */
  refusal: string | null
}

/** A place in a form for each comment: its name says which, its value in which revision it was read. */
export const itemField = (commentId: number): string => `item-${commentId}`

/**
 * What the form sends to paths.desk.batches(): form_token; item-<id> = revision for each that is ticked; count (typed);
 * rule = id, or act = publish; like and similarity where it is a cluster, else shown = the ids listed. The first button
 * decides nothing: it is the one that Enter presses.
 */
export function bulkForm(props: BulkFormProps): Html {
  const { frame, rows, like, refusal } = props
  const ticked = rows.filter((row) => row.ticked).length
  const top = rows.slice(0, props.doubtful)
  const rest = rows.slice(props.doubtful)
  return html`<form class="bulk" method="post" action="${paths.desk.batches()}">${tokenField(frame)}
${
  like === null
    ? html`<input type="hidden" name="shown" value="${rows.map((row) => row.commentId).join(' ')}">`
    : html`<input type="hidden" name="like" value="${like.commentId}"><input type="hidden" name="similarity" value="${like.similarity}">`
}
<div class="bulk-acts"><div class="short"><label for="count">Type how many are ticked</label>
<input id="count" name="count" inputmode="numeric" autocomplete="off" size="6" autofocus value="${props.typedCount}"${
    refusal !== null && html` aria-invalid="true"`
  } aria-describedby="count-hint"> <button class="plain" name="act" value="">Check</button>
<p class="hint" id="count-hint">${count(ticked, 'is', 'are')} ticked; less those that you untick.</p></div>
${refusal !== null && html`<p class="wrong" role="alert">${refusal}</p>`}
<div class="bulk-buttons"><button class="go" name="act" value="publish" data-key="A"><kbd>A</kbd> Publish them</button>${props.rules.map(
    (rule) =>
      html`<button class="no" name="rule" value="${rule.id}" data-key="${rule.key}"><kbd>${rule.key}</kbd> ${rule.title}</button>`,
  )}</div></div>
${
  top.length > 0 &&
  html`<section aria-labelledby="doubtful"><h2 id="doubtful">${
    rest.length === 0 ? 'All of them' : `The ${top.length} most doubtful`
  }</h2><ol class="rows">${top.map((row) => bulkRow(row, props))}</ol></section>`
}
${
  rest.length > 0 &&
  html`<section aria-labelledby="rest"><h2 id="rest">The other ${rest.length.toLocaleString('en-GB')}</h2><ol class="rows">${rest.map(
    (row) => bulkRow(row, props),
  )}</ol></section>`
}</form>`
}

function bulkRow(row: BulkRow, { like }: BulkFormProps): Html {
  const id = `i${row.commentId}`
  const taken = row.claimedBy !== null
  return html`<li${taken && html` class="over"`}><div class="tick"><input type="checkbox" id="${id}" name="${itemField(
    row.commentId,
  )}" value="${row.revisionNo}"${row.ticked && html` checked`}${taken && html` disabled`}>
<label for="${id}"><span class="facts"><b>${nameOf(row.printedName)}</b> <span>${
    row.similarity !== null && `${Math.round(row.similarity * 100)} % alike, `
  }${sayState(row.state)}, under <bdi>${row.headline}</bdi>${taken && html`, <i>${row.claimedBy} has this one</i>`}</span></span>
<span class="words" dir="auto">${like === null ? row.text : markedAgainst(row.text, like.text)}</span></label></div>
<div class="doing"><a class="button" href="${paths.desk.comment(row.commentId)}" target="_blank" rel="noopener">History</a></div></li>`
}

const markedAgainst = (text: string, from: string): Fragment =>
  wordsApart(text, from).map(({ text: piece, other }) => (other ? html`<mark>${piece}</mark>` : piece))
