import { spansFrom, wordsAt } from '../../comments/evidence.ts'
import type { DecidedRow, HistoryEntry } from '../../desk/card-store.ts'
import type { ReportState } from '../../desk/report.ts'
import { type Fragment, type Html, html } from '../../lib/html.ts'
import { type DeskFrame, deskPage, noticeLine, postForm, withQuery } from '../desk-layout.ts'
import { paths } from '../paths.ts'
import { type Acting, decisionForms, lettersPart, linksForm, refusalAct } from './desk-acts.ts'
import type { ReadCard } from './desk-card-page.ts'
import { deciderWords, undoPart } from './desk-decided-page.ts'
import { markedText, marksOf } from './desk-marks.ts'
import {
  actTone,
  type DeskRule,
  nameOf,
  ruleTitle,
  sayDecision,
  sayReason,
  sayState,
  stamp,
} from './desk-words.ts'

export type DeskCommentProps = {
  frame: DeskFrame
  staffId: number
  card: ReadCard
  explanations: readonly string[]
  linkCount: number
  rules: readonly DeskRule[]
  /** Oldest first. */
  revisions: readonly { revisionNo: number; text: string | null; createdAt: Date }[]
  /** Newest first. */
  decisions: readonly DecidedRow[]
  /** From the ledger, oldest first. */
  history: readonly HistoryEntry[]
  /** Words for the letter that came with an act that was refused. */
  typedWords: string
  notice: string | null
}

/** GET paths.desk.comment(id): everything that has happened to one comment, and what can be done from here. */
export function deskCommentPage(props: DeskCommentProps): Html {
  const { frame, card } = props
  const { comment } = card
  return deskPage({
    frame,
    here: 'decided',
    title: `Comment ${comment.id}`,
    body: html`<main id="main">
${noticeLine(props.notice)}
<h1>Comment ${comment.id}</h1>
<p>By ${writerLink(card)}, sent ${stamp(comment.submittedAt, frame.paper.zone)} under ${storyLink(card)}. It is ${sayState(
      comment.state,
    )}${comment.ruleId !== null && html` (${ruleTitle(props.rules, comment.ruleId)})`}.</p>
${wordsPart(props)}
${actsPart(props)}
${decisionsPart(props)}
${reportsPart(props)}
${revisionsPart(props)}
${ledgerPart(props)}
</main>`,
  })
}

const writerLink = ({ writer, comment }: ReadCard): Html =>
  writer.commenterId === null
    ? html`${nameOf(comment.printedName)}`
    : html`<a href="${paths.desk.writer(writer.commenterId)}">${nameOf(comment.printedName)}</a>`

const storyLink = ({ article }: ReadCard): Html =>
  article.live
    ? html`<a href="${paths.article(article)}"><bdi>${article.headline}</bdi></a>`
    : html`<bdi>${article.headline}</bdi>`

const actingOn = ({ frame, card, rules }: DeskCommentProps): Acting => ({
  formToken: frame.formToken,
  comment: card.comment,
  fence: null,
  rules,
  keys: false,
})

/** Whoever waits in the queue is decided on the card, under a claim; the rest can be acted on from here. */
const actsHere = ({ card }: DeskCommentProps): boolean =>
  card.reason === null && refusalAct(card.comment.state) !== null

function wordsPart(props: DeskCommentProps): Html {
  const { card, explanations } = props
  const { comment } = card
  return html`<div class="card"><div class="text" dir="auto">${
    comment.text === null
      ? html`<i>The words have been erased.</i>`
      : markedText(comment.text, marksOf(card.verdict?.matches ?? []))
  }</div>${
    explanations.length > 0 &&
    html`<div class="why"><ul>${explanations.map((line) => html`<li>${line}</li>`)}</ul></div>`
  }${linksForm(actingOn(props), { count: props.linkCount, allowed: comment.linksAllowed })}${
    actsHere(props) && lettersPart(actingOn(props), props.typedWords)
  }</div>`
}

function actsPart(props: DeskCommentProps): Fragment {
  const { card, frame } = props
  const wider = withQuery(paths.desk.takedowns(), { comment: card.comment.id })
  const answer = withQuery(paths.desk.staffComment(card.article.id), { parent: card.comment.id })
  const more =
    card.comment.state === 'published' &&
    html`<p class="next"><a href="${wider}">Take down more than this: its thread, or everything by its commenter</a>${
      card.article.live && html`<br><a href="${answer}">Answer it for the paper</a>`
    }</p>`
  if (card.reason !== null) return html`${queuePart(card, frame)}${more}`
  if (!actsHere(props)) return null
  return html`<div class="acts" role="group" aria-label="Acts">${decisionForms(actingOn(props))}</div>${more}`
}

function queuePart({ reason, claimedBy, comment }: ReadCard, frame: DeskFrame): Fragment {
  if (reason === null) return null
  const take = postForm(
    frame,
    paths.desk.claims(),
    html`<button name="comment" value="${comment.id}">Take it in hand</button>`,
  )
  return html`<p class="next">It waits in the queue: ${sayReason(reason).toLowerCase()}. ${
    claimedBy !== null && `${claimedBy.name} has it in hand.`
  }</p>${claimedBy === null && take}`
}

function decisionsPart(props: DeskCommentProps): Html {
  const { decisions, rules, frame } = props
  return html`<section aria-labelledby="decisions"><h2 id="decisions">Decisions</h2>${
    decisions.length === 0
      ? html`<p class="soft">None yet.</p>`
      : html`<ol class="rows">${decisions.map(
          (row) => html`<li><p><b class="${actTone(row.act)}">${sayDecision(row, rules)}</b> <span>${
            row.reverses !== null && 'as an undo, '
          }${deciderWords(row)}, ${stamp(row.decidedAt, frame.paper.zone)}</span>${goesBy(row, props.revisions)}</p>
<div class="doing">${undoPart(row, props)}</div></li>`,
        )}</ol>`
  }</section>`
}

/** The words as they stood in the revision that was decided, and where: the record keeps the place alone. */
function goesBy(row: DecidedRow, revisions: DeskCommentProps['revisions']): Fragment {
  if (row.spans === null) return null
  const text = revisions.find(({ revisionNo }) => revisionNo === row.revisionNo)?.text ?? null
  const spans = spansFrom(row.spans)
  if (text === null)
    return html`<br>goes by ${spans.map(({ start, end }) => `${start} to ${end}`).join(', ')} <i>words erased</i>`
  return html`<br>${wordsAt(text, spans).map((words, n) => html`${n === 0 ? 'goes by ' : ', '}“<bdi>${words}</bdi>”`)}`
}

const reportStates: Record<ReportState, string> = {
  open: 'open',
  upheld: 'upheld',
  dismissed: 'dismissed',
  lapsed: 'lapsed: the comment went before it was answered',
}

function reportsPart({ card, rules, frame }: DeskCommentProps): Fragment {
  if (card.reports.length === 0) return null
  return html`<section aria-labelledby="reports"><h2 id="reports">Reports</h2><ol class="rows">${card.reports.map(
    (report) =>
      html`<li><div><p><b>${ruleTitle(rules, report.ruleId)}</b> <span>${reportStates[report.state]}, ${
        report.withAccount ? 'with an address' : 'without an address'
      }, ${stamp(report.filedAt, frame.paper.zone)}</span></p>${
        report.words !== null && report.words !== '' && html`<p class="words" dir="auto">${report.words}</p>`
      }</div></li>`,
  )}</ol></section>`
}

function revisionsPart({ revisions, frame }: DeskCommentProps): Fragment {
  if (revisions.length < 2) return null
  return html`<section aria-labelledby="revisions"><h2 id="revisions">Revisions</h2><ol class="rows">${revisions.map(
    (revision) =>
      html`<li><div><p><b>Revision ${revision.revisionNo}</b> ${stamp(revision.createdAt, frame.paper.zone)}</p><p class="quoted" dir="auto">${
        revision.text ?? html`<i>words erased</i>`
      }</p></div></li>`,
  )}</ol></section>`
}

const actorWords: Record<string, string> = {
  commenter: 'commenter',
  reporter: 'reporter',
  staff: 'staff',
  rule: 'an armed rule',
  reports: 'reports past the threshold',
  system: 'the system',
}

function ledgerPart({ history, rules, frame }: DeskCommentProps): Html {
  return html`<section aria-labelledby="ledger"><h2 id="ledger">In the ledger</h2><ol class="trail">${history.map(
    (entry) =>
      html`<li>${stamp(entry.at, frame.paper.zone)}<span>${sayKind(entry.kind)}${
        entry.ruleId !== null && `: ${ruleTitle(rules, entry.ruleId)}`
      }, ${entry.staffName ?? actorWords[entry.actor] ?? entry.actor}</span><span class="serial">entry ${entry.seq}</span></li>`,
  )}</ol></section>`
}

/** The ledger's kinds are words already: `comment_rejected`, `links_allowed`. */
export function sayKind(kind: string): string {
  const words = kind.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
