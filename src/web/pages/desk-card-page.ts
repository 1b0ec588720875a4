import type { Card } from '../../desk/card-store.ts'
import type { QueueReason } from '../../desk/claim-store.ts'
import type { ExpectedHarm } from '../../desk/expected-harm.ts'
import { type Fragment, type Html, html } from '../../lib/html.ts'
import { type DeskFrame, deskPage, noticeLine, postForm, tokenField } from '../desk-layout.ts'
import { paths } from '../paths.ts'
import { type Acting, decisionForms, lettersPart, linksForm, refusalAct } from './desk-acts.ts'
import { clusterLine } from './desk-cluster-page.ts'
import { contextZone } from './desk-context.ts'
import { handedUp, handUpForm } from './desk-handing-up.ts'
import { harmDetails } from './desk-harm.ts'
import { markedText, marksOf } from './desk-marks.ts'
import { precedentsBlock } from './desk-precedents-page.ts'
import { type Reworded, rewordedPart } from './desk-reworded.ts'
import {
  clockWords,
  count,
  type DeskRule,
  duration,
  nameOf,
  ruleTitle,
  sayReason,
  sayWhoHas,
  since,
} from './desk-words.ts'

/** A card once its signals have been put into words: the page prints no numbers. */
export type ReadCard = Omit<Card, 'signals'>

/** The comment in hand, under the claim it is held with. */
export type CardView = ReadCard & {
  fence: number
  leaseUntil: Date
  /** From `explainVerdict`, one line for each rule that spoke. */
  explanations: readonly string[]
  harm: ExpectedHarm
  /** From `findLinks`: without links there is nothing to allow. */
  linkCount: number
  /** How many wait that are like it. */
  like?: { count: number; more: boolean } | null
}

export type WaitingItem = {
  commentId: number
  printedName: string | null
  excerpt: string
  reason: QueueReason
  claimedBy: string | null
  mine: boolean
}

export type DeskCardProps = {
  frame: DeskFrame
  /** Null when nothing is in hand. */
  card: CardView | null
  /** Words for the letter that came with an act that was refused: nothing typed is lost. */
  typedWords: string
  queue: { waiting: number; oldestMinutes: number | null; items: readonly WaitingItem[] }
  rules: readonly DeskRule[]
  /** `secondsLeft` until its letter leaves; null where the act sends none. */
  undoable: { decisionId: number; sentence: string; secondsLeft: number | null } | null
  /** Where an act was refused because its comment came back in other words meanwhile. */
  reworded?: Reworded | null
  /** What became of the last act: "Jonas published this comment at 10.02; your decision was not taken." */
  notice: string | null
}

/** GET paths.desk.card(): what waits, the card, the context, and the keys. */
export function deskCardPage(props: DeskCardProps): Html {
  const { frame, card } = props
  return deskPage({
    frame,
    here: 'card',
    title: card ? `${card.comment.printedName ?? 'Name erased'}, in hand` : 'Desk',
    zones: true,
    body: html`<div class="desk" data-cards="${paths.desk.cards()}" data-presence="${paths.desk.presence()}">
${cardZones(props)}
${waitingZone(props)}
</div>
${keysDialog(props)}`,
  })
}

/** What changes with the card: the comment, the acts, the context. Loaded ahead, they stand in for one another as they are. */
export function cardZones(props: Omit<DeskCardProps, 'queue'> & { queue?: DeskCardProps['queue'] }): Html {
  const { card, frame } = props
  return html`${card ? cardZone(props, card) : emptyZone(props)}
${keysBar(props)}
<aside class="context" aria-label="Context" tabindex="0">${card ? contextZone(card, props.rules, frame) : html`<p class="soft">The story, the writer and what was decided before stand here while a comment is in hand.</p>`}</aside>`
}

/** A card as the script keeps it until its turn. */
export type LoadedCard = { commentId: number; fence: number; markup: string }

export const loadedCard = (props: {
  frame: DeskFrame
  card: CardView
  rules: readonly DeskRule[]
}): LoadedCard => ({
  commentId: props.card.comment.id,
  fence: props.card.fence,
  markup: cardZones({ ...props, typedWords: '', undoable: null, notice: null }).markup,
})

type CardProps = Parameters<typeof cardZones>[0]

const actingOn = (props: CardProps, card: CardView): Acting => ({
  formToken: props.frame.formToken,
  comment: card.comment,
  revisionNo: card.comment.revisionNo,
  fence: card.fence,
  rules: props.rules,
  keys: true,
})

/** Also what the script puts on the next card once a decision is taken. */
export function undoStrip({
  undoable,
  frame,
}: Pick<DeskCardProps, 'undoable'> & { frame: { formToken: string } }): Fragment {
  if (undoable === null) return null
  const { secondsLeft } = undoable
  const letter =
    secondsLeft !== null &&
    (secondsLeft > 0
      ? html` <span data-letter>The letter leaves in <b data-countdown="${secondsLeft}">${secondsLeft}</b> s.</span>`
      : html` <span>The letter has left.</span>`)
  return html`<div class="undo" role="status"><p>${undoable.sentence}${letter}</p>
<form method="post" data-loop="undo" action="${paths.desk.reversal(undoable.decisionId)}">${tokenField(frame)}<button data-key="Z"><kbd>Z</kbd> Undo</button></form></div>`
}

function cardZone(props: CardProps, card: CardView): Html {
  const { comment } = card
  const acting = actingOn(props, card)
  return html`<main id="main" data-claim="${paths.desk.claim(comment.id)}" data-release="${paths.desk.release(
    comment.id,
  )}" data-comment="${comment.id}" data-fence="${card.fence}" data-title="${comment.printedName ?? 'Name erased'}, in hand – ${props.frame.paper.name}" data-lease-until="${card.leaseUntil.toISOString()}">
${noticeLine(props.notice)}
${props.reworded && rewordedPart(props.reworded)}
${undoStrip(props)}
<article class="card" aria-labelledby="who">
<header><h1 id="who" tabindex="-1">${nameOf(comment.printedName)}</h1>
<p>${card.reason !== null && html`${sayReason(card.reason)} · `}sent ${since(comment.submittedAt, props.frame)}${
    comment.revisionNo > 1 && html` · revision ${comment.revisionNo}`
  } · <a href="${paths.desk.comment(comment.id)}" target="_blank" rel="noopener">history</a><noscript> · in your hand until ${clockWords(card.leaseUntil, props.frame.paper.zone)}</noscript></p></header>
${answered(card)}
<div class="text" dir="auto">${
    comment.text === null
      ? html`<i>The words have been erased.</i>`
      : markedText(comment.text, marksOf(card.verdict?.matches ?? []))
  }</div>
<p class="goesby" hidden>It goes by <q dir="auto"></q> <button type="button" class="plain" data-clear>Clear</button></p>
${clusterLine(comment.id, card.like ?? null, true)}
${why(card)}
${reportsPart(props, card)}
${harmDetails(card.harm, props.rules)}
${precedentsBlock(comment.id)}
${handedUp(card, props.frame)}
${linksForm(acting, { count: card.linkCount, allowed: comment.linksAllowed })}
${lettersPart(acting, props.typedWords)}
${handUpForm(card, props.frame)}
</article>
</main>`
}

function answered({ parent, comment }: CardView): Fragment {
  if (parent === null) return null
  return html`<blockquote dir="auto"><p><b>${nameOf(parent.printedName)}</b> ${
    comment.depth > 1 && html`<span>in a thread, ${comment.depth} deep</span>`
  }</p><p class="quoted">${parent.text ?? html`<i>words erased</i>`}</p></blockquote>`
}

function why(card: CardView): Fragment {
  const unread = card.verdict === null
  if (card.explanations.length === 0 && !unread) return null
  return html`<section class="why" aria-labelledby="why"><h2 id="why">What the checks saw</h2><ul>${
    unread && html`<li>The checks have not run on this revision.</li>`
  }${card.explanations.map((line) => html`<li>${line}</li>`)}</ul></section>`
}

function reportsPart({ rules, frame }: CardProps, { reports }: CardView): Fragment {
  const open = reports.filter((report) => report.state === 'open')
  if (open.length === 0) return null
  return html`<section class="reports" aria-labelledby="reports"><h2 id="reports">${count(
    open.length,
    'report',
    'reports',
  )}</h2><ul>${open.map(
    (report) =>
      html`<li><b>${ruleTitle(rules, report.ruleId)}</b> <span>${since(report.filedAt, frame)}, ${
        report.withAccount ? 'will hear the outcome' : 'left no address'
      }</span>${report.words !== null && report.words !== '' && html`<p dir="auto">${report.words}</p>`}</li>`,
  )}</ul></section>`
}

function emptyZone(props: CardProps): Html {
  const { waiting, items } = props.queue ?? { waiting: 0, items: [] }
  const free = items.filter((item) => item.claimedBy === null || item.mine).length
  const sentence =
    waiting === 0
      ? 'Nothing waits. Every comment has its decision.'
      : free === 0
        ? 'Everything that waits is in a colleague’s hand.'
        : `${waiting === 1 ? 'One comment waits' : `${waiting.toLocaleString('en-GB')} comments wait`}; none is in your hand.`
  return html`<main id="main">
${noticeLine(props.notice)}
${props.reworded && rewordedPart(props.reworded)}
${undoStrip(props)}
<div class="none"><h1>${sentence}</h1>${
    free > 0 &&
    postForm(
      props.frame,
      paths.desk.claims(),
      html`<button class="go" data-key="N"><kbd>N</kbd> Take the first</button>`,
    )
  }</div>
</main>`
}

function keysBar(props: CardProps): Html {
  const { card, frame } = props
  const help = html`<a class="button help" href="#keys" data-key="?"><kbd>?</kbd> Keys</a>`
  if (card === null)
    return html`<section class="acts" aria-label="Acts"><div class="way">${help}</div></section>`
  const fence = html`<input type="hidden" name="fence" value="${card.fence}">`
  const toRules =
    refusalAct(card.comment.state) !== null && html`<a class="button rulesway" href="#refuse">Rules</a>`
  return html`<section class="acts" aria-label="Acts">${decisionForms(actingOn(props, card))}
<div class="way">${toRules}${postForm(
    frame,
    paths.desk.release(card.comment.id),
    html`${fence}<button data-key="S"><kbd>S</kbd> Put back</button>`,
  )}<form method="post" data-loop="pass" action="${paths.desk.claims()}">${tokenField(frame)}${fence}<input type="hidden" name="after" value="${card.comment.id}"><button data-key="N"><kbd>N</kbd> Next</button></form>${help}</div></section>`
}

function waitingZone({ queue, frame }: DeskCardProps): Html {
  const heading = queue.waiting === 0 ? 'Nothing waits' : `${queue.waiting.toLocaleString('en-GB')} waiting`
  return html`<section class="waiting" aria-labelledby="waiting">
<header><h2 id="waiting">${heading}</h2>${
    queue.oldestMinutes !== null && html`<p>oldest ${duration(queue.oldestMinutes)}</p>`
  }</header>
<form method="post" action="${paths.desk.claims()}">${tokenField(frame)}
${waitingList(queue.items)}</form>
${queue.waiting > queue.items.length && html`<p class="more"><a href="${paths.desk.queue()}">The whole queue</a></p>`}
</section>`
}

export const waitingList = (items: readonly WaitingItem[]): Html => html`<ol>${items.map(waitingItem)}</ol>`

function waitingItem(item: WaitingItem): Html {
  const mark =
    item.reason === 'held' ? null : html`<span>${item.reason === 'reported' ? 'reported' : 'public'}</span>`
  const inside = html`<span class="line"><b>${nameOf(item.printedName)}</b>${mark}</span><span class="excerpt" dir="auto">${item.excerpt}</span>`
  if (item.mine)
    return html`<li class="mine" aria-current="true" data-item="${item.commentId}"><div>${inside}</div></li>`
  if (item.claimedBy !== null)
    return html`<li class="taken" data-item="${item.commentId}"><div><span class="whose">${sayWhoHas(item.claimedBy)}</span>${inside}</div></li>`
  return html`<li data-item="${item.commentId}"><button name="comment" value="${item.commentId}">${inside}</button></li>`
}

/** Without script `:target` shows it, and it says that the keys need script; the buttons never do. */
function keysDialog({ rules }: DeskCardProps): Html {
  const rows: [string, string][] = [
    ['A', 'Publish; of a public one, keep it up'],
    ...rules.map((rule): [string, string] => [rule.key, `Refuse, or take down: ${rule.title}`]),
    ['H', 'Hold a public one: off the page until decided'],
    ['L', 'Let its links be links, or print them as text'],
    ['B', 'Those like it, to be decided at once'],
    ['S', 'Put it back for others, and take none'],
    ['N', 'Pass it over and take the next'],
    ['Z', 'Undo your last decision'],
    ['W', 'Write words for the letter'],
    ['Esc', 'Leave the field'],
    ['?', 'This list'],
  ]
  return html`<dialog id="keys" aria-labelledby="keys-title">
<h2 id="keys-title">Keys</h2>
<dl>${rows.map(([key, words]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${words}</dd></div>`)}</dl>
<p class="scripted"><label><input type="checkbox" id="keys-on" checked> Keys act at once</label></p>
<noscript><p>The keys need script. Every act works by its button as well.</p></noscript>
<p><a class="button" href="#main" data-close autofocus>Close</a></p>
</dialog>`
}
