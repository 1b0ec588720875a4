import { staffMay } from '../../accounts/staff.ts'
import type { BulkBatch } from '../../desk/bulk.ts'
import type { DecidedRow } from '../../desk/card-store.ts'
import { type Fragment, type Html, html } from '../../lib/html.ts'
import { type DeskFrame, deskPage, noticeLine, postForm, withQuery } from '../desk-layout.ts'
import { paths } from '../paths.ts'
import { decidedTabs } from './decided-tabs.ts'
import { type BulkFormProps, bulkForm } from './desk-bulk-form.ts'
import { actTone, count, nameOf, ruleTitle, sayDecision, stamp } from './desk-words.ts'

type Rules = readonly { id: string; title: string }[]

export type DeskBatchesProps = {
  frame: DeskFrame
  staffId: number
  batches: readonly BulkBatch[]
  rules: Rules
  before: number | null
}

/** GET paths.desk.batches(), with `before`: what was decided at once, newest first. */
export function deskBatchesPage(props: DeskBatchesProps): Html {
  const { frame, batches, before } = props
  return deskPage({
    frame,
    here: 'decided',
    title: 'Decided at once',
    body: html`<main id="main">
<h1>Decided at once</h1>
<p>Many comments by one decision, newest first. Each batch is undone as one.</p>
${decidedTabs('batches')}
${
  batches.length === 0
    ? html`<p class="nothing">None yet. A card that has others like it in the queue says so, and leads to them.</p>`
    : html`<ol class="rows">${batches.map(
        (batch) =>
          html`<li${batch.reversedBy !== null && html` class="over"`}><div><p>${batchWords(batch, props.rules, frame)}</p></div><div class="doing">${undoForm(
            batch,
            props,
          )}<a class="button" href="${paths.desk.batch(batch.id)}">Comments</a></div></li>`,
      )}</ol>`
}
${before !== null && html`<p class="next"><a class="button" href="${withQuery(paths.desk.batches(), { before })}">Earlier</a></p>`}
</main>`,
  })
}

function batchWords(batch: BulkBatch, rules: Rules, frame: DeskFrame): Html {
  const goes = `${count(batch.commentCount, 'comment', 'comments')}, by ${batch.staffName},`
  const what =
    batch.reverses !== null
      ? html`<b class="still">Undone</b>`
      : batch.act === 'publish'
        ? html`<b class="go">Published</b>`
        : html`<b class="no">Refused: ${ruleTitle(rules, batch.ruleId ?? '')}</b>`
  return html`${what} <span>${goes} ${stamp(batch.decidedAt, frame.paper.zone)}</span>`
}

function undoForm(batch: BulkBatch, props: { frame: DeskFrame; staffId: number }, key = false): Fragment {
  if (batch.reverses !== null) return null
  if (batch.reversedBy !== null) return html`<span>undone since</span>`
  const own = batch.staffId === props.staffId
  if (!staffMay(own ? 'reverse_own' : 'reverse_others', props.frame.staff))
    return html`<span class="soft">a senior can undo it</span>`
  return postForm(
    props.frame,
    paths.desk.batchReversal(batch.id),
    html`<button${key && html` data-key="Z"`}>${key && html`<kbd>Z</kbd> `}Undo all of it</button>`,
  )
}

export type DeskBatchProps = {
  frame: DeskFrame
  staffId: number
  batch: BulkBatch
  rules: Rules
  /** What of the batch this person may see, a first page. */
  rows: readonly DecidedRow[]
  /** What had been ticked and was left out, in words. */
  leftOut: readonly { commentId: number; why: string }[]
}

/** GET paths.desk.batch(batch), with `left`: what was decided at once, what was left out of it, and the way back. */
export function deskBatchPage(props: DeskBatchProps): Html {
  const { frame, batch, rows, rules } = props
  const unseen = batch.commentCount - rows.length
  return deskPage({
    frame,
    here: 'decided',
    title: 'Decided at once',
    body: html`<main id="main">
<h1>Decided at once</h1>
<p>${batchWords(batch, rules, frame)}</p>
<div class="next">${undoForm(batch, props, true)}${postForm(
      frame,
      paths.desk.claims(),
      html`<button data-key="N"><kbd>N</kbd> Next card</button>`,
    )}<a class="button" href="${paths.desk.batches()}">All that was decided at once</a></div>
${leftPart(props.leftOut)}
<section aria-labelledby="these"><h2 id="these">These</h2><ol class="rows">${rows.map((row) => decidedLine(row, rules))}</ol>
${unseen > 0 && html`<p class="soft">And ${unseen.toLocaleString('en-GB')} more.</p>`}</section>
</main>`,
  })
}

function leftPart(left: DeskBatchProps['leftOut']): Fragment {
  if (left.length === 0) return null
  return html`<section aria-labelledby="left"><h2 id="left">${count(left.length, 'was left out', 'were left out')}</h2><ol class="rows">${left.map(
    ({ commentId, why }) =>
      html`<li><p>${why}</p><div class="doing"><a class="button" href="${paths.desk.comment(commentId)}">Look</a></div></li>`,
  )}</ol></section>`
}

const decidedLine = (row: DecidedRow, rules: Rules): Html =>
  html`<li><div><p><b class="${actTone(row.act)}">${sayDecision(row, rules)}</b> <span>by</span> ${nameOf(
    row.printedName,
  )} <span>under</span> <bdi>${row.headline}</bdi></p><p class="words" dir="auto">${
    row.excerpt === '' ? html`<i>words erased</i>` : row.excerpt
  }</p></div><div class="doing"><a class="button" href="${paths.desk.comment(row.commentId)}">History</a></div></li>`

export type DeskChosenProps = { frame: DeskFrame; form: BulkFormProps }

/** POST paths.desk.batches() from any list, before anything is decided: what was ticked there, to be looked over. */
export function deskChosenPage({ frame, form }: DeskChosenProps): Html {
  return deskPage({
    frame,
    here: 'queue',
    title: 'Decide at once',
    body: html`<main id="main">
${noticeLine(null)}
<h1>Decide at once</h1>
<p>One decision for all that are ticked; it is undone as one.</p>
${form.rows.length === 0 ? html`<p class="nothing">${form.refusal ?? 'Of what was chosen nothing waits any more.'}</p>` : bulkForm(form)}
</main>`,
  })
}
