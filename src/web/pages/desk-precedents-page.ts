import { staffMay } from '../../accounts/staff.ts'
import { LONGEST_NOTE, type Pin, type Precedent, splitOf } from '../../desk/precedent.ts'
import { type Fragment, type Html, html } from '../../lib/html.ts'
import { type DeskFrame, deskPage, noticeLine, postForm } from '../desk-layout.ts'
import { paths } from '../paths.ts'
import { decidedTabs } from './decided-tabs.ts'
import {
  actTone,
  type DeskRule,
  nameOf,
  ruleTitle,
  sayDecision,
  sayState,
  since,
  stamp,
  textOf,
} from './desk-words.ts'

/**
 * The block of the card. Opened, script fetches the page behind the link and shows its list in place; without script the
 * link leads there, in a tab of its own, since leaving the card gives the comment back.
 */
export const precedentsBlock = (commentId: number): Html =>
  html`<details class="precedents" data-precedents><summary>How did we decide things like this?</summary>
<p><a href="${paths.desk.precedents(commentId)}" target="_blank" rel="noopener">The nearest decided comments</a></p></details>`

export type DeskPrecedentsProps = {
  frame: DeskFrame
  inHand: { commentId: number; printedName: string | null; text: string | null }
  precedents: readonly Precedent[]
  rules: readonly DeskRule[]
  /** A note that was refused, and for which row: nothing typed is lost. */
  typed: { commentId: number; revisionNo: number; ruleId: string; note: string } | null
  notice: string | null
}

/** GET paths.desk.precedents(comment): the nearest decided comments, how they divide, what became of the decisions. */
export function deskPrecedentsPage(props: DeskPrecedentsProps): Html {
  const { frame, inHand } = props
  return deskPage({
    frame,
    here: 'decided',
    title: 'Precedents',
    body: html`<main id="main">
${noticeLine(props.notice)}
<h1>How did we decide things like this?</h1>
<blockquote class="like" dir="auto"><p><b>${nameOf(inHand.printedName)}</b></p><p class="quoted">${textOf(inHand.text)}</p></blockquote>
<section id="found" aria-label="The nearest decided comments">${foundPart(props)}</section>
<p class="next"><a class="button" href="${paths.desk.card()}">Back to the card</a><a class="button" href="${paths.desk.examples()}">Living examples of each rule</a></p>
</main>`,
  })
}

function foundPart(props: DeskPrecedentsProps): Html {
  const { precedents, rules } = props
  if (precedents.length === 0)
    return html`<p class="nothing">Nothing like it has been decided by a person yet.</p>`
  return html`<p class="split">${splitWords(precedents, rules)}</p>
<ol class="rows">${precedents.map((precedent) => precedentRow(precedent, props))}</ol>`
}

/** "Of the 8 nearest: 5 published, 3 refused: Spam." */
export function splitWords(precedents: readonly Precedent[], rules: readonly DeskRule[]): string {
  const parts = splitOf(precedents).map((part) => `${part.count} ${lowered(sayDecision(part, rules))}`)
  const open = precedents.filter((precedent) => precedent.act === null).length
  if (open > 0) parts.push(`${open} undone`)
  const of = precedents.length === 1 ? 'The nearest' : `Of the ${precedents.length} nearest`
  return `${of}: ${parts.join(', ')}.`
}

const lowered = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)

function precedentRow(precedent: Precedent, props: DeskPrecedentsProps): Html {
  const { frame, rules } = props
  const { act } = precedent
  const decision =
    act === null
      ? html`<b class="still">Undone</b>`
      : html`<b class="${actTone(act)}">${sayDecision({ act, ruleId: precedent.ruleId }, rules)}</b>`
  return html`<li><div><p>${decision} <span>${precedent.decidedAt !== null && since(precedent.decidedAt, frame)}${becameWords(
    precedent,
  )}, under <bdi>${precedent.headline}</bdi></span></p>
<p class="words" dir="auto">${precedent.text}</p>${pinForm(precedent, props)}</div>
<div class="doing"><a class="button" href="${paths.desk.comment(precedent.commentId)}" target="_blank" rel="noopener">History</a></div></li>`
}

function becameWords({ act, undone, secondTry }: Precedent): string {
  const before =
    undone === 0 || act === null
      ? ''
      : undone === 1
        ? ', after one was undone'
        : `, after ${undone} were undone`
  return secondTry === null ? before : `${before}; in other words since: ${sayState(secondTry)}`
}

function pinForm(precedent: Precedent, { frame, rules, typed, inHand }: DeskPrecedentsProps): Fragment {
  if (!staffMay('pin_precedent', frame.staff)) return null
  const back = typed?.commentId === precedent.commentId && typed.revisionNo === precedent.revisionNo
  const rule = back ? typed.ruleId : precedent.ruleId
  const n = `${precedent.commentId}-${precedent.revisionNo}`
  return html`<details class="pin"${back && html` open`}><summary>Pin it to a rule</summary>${postForm(
    frame,
    paths.desk.examples(),
    html`<input type="hidden" name="comment" value="${precedent.commentId}"><input type="hidden" name="revision" value="${precedent.revisionNo}"><input type="hidden" name="from" value="${inHand.commentId}">
<div class="inline"><div><label for="rule-${n}">Rule</label><select id="rule-${n}" name="rule">${rules.map(
      (one) => html`<option value="${one.id}"${one.id === rule && html` selected`}>${one.title}</option>`,
    )}</select></div>
<div class="wide"><label for="note-${n}">What it shows</label><input id="note-${n}" name="note" maxlength="${LONGEST_NOTE}" required value="${back ? typed.note : ''}"></div><button>Pin</button></div>`,
  )}</details>`
}

export type DeskExamplesProps = {
  frame: DeskFrame
  rules: readonly { id: string; title: string; words: string }[]
  pins: readonly Pin[]
  notice: string | null
}

/** GET paths.desk.examples(): the policy as the desk applies it, each rule with the precedents pinned to it. */
export function deskExamplesPage(props: DeskExamplesProps): Html {
  const { frame, rules, pins } = props
  return deskPage({
    frame,
    here: 'decided',
    title: 'Living examples',
    body: html`<main id="main">
${noticeLine(props.notice)}
<h1>Living examples</h1>
<p>What the rules mean here: decided comments that an editor pinned to them. A text that is withdrawn or erased leaves this page at once. An editor pins one where the card asks how things like it were decided.</p>
${decidedTabs('examples')}
${rules.map((rule) => rulePart(rule, pins, props))}
${orphans(props)}
</main>`,
  })
}

function rulePart(
  rule: { id: string; title: string; words: string },
  pins: readonly Pin[],
  props: DeskExamplesProps,
): Html {
  const own = pins.filter((pin) => pin.ruleId === rule.id)
  return html`<section aria-labelledby="rule-${rule.id}"><h2 id="rule-${rule.id}">${rule.title}</h2><p class="soft">${rule.words}</p>${
    own.length === 0
      ? html`<p class="soft"><i>None yet.</i></p>`
      : html`<ol class="rows">${own.map((pin) => pinRow(pin, props))}</ol>`
  }</section>`
}

/** Pinned to a rule that the policy has no more. */
function orphans(props: DeskExamplesProps): Fragment {
  const known = new Set(props.rules.map((rule) => rule.id))
  const left = props.pins.filter((pin) => !known.has(pin.ruleId))
  if (left.length === 0) return null
  return html`<section aria-labelledby="gone"><h2 id="gone">Of rules that are no longer in the policy</h2><ol class="rows">${left.map(
    (pin) => pinRow(pin, props),
  )}</ol></section>`
}

function pinRow(pin: Pin, { frame, rules }: DeskExamplesProps): Html {
  const outcome =
    pin.act === null
      ? html`<b class="still">Undone</b>`
      : html`<b class="${actTone(pin.act)}">${sayDecision({ act: pin.act, ruleId: pin.actRuleId }, rules)}</b>`
  return html`<li><div><p>${outcome} <span>${!rules.some((rule) => rule.id === pin.ruleId) && `${ruleTitle(rules, pin.ruleId)}, `}pinned by ${pin.pinnedBy}, ${stamp(pin.pinnedAt, frame.paper.zone)}</span></p>
<p class="words" dir="auto">${pin.text}</p><p class="note" dir="auto">${pin.note}</p></div>
<div class="doing">${
    staffMay('pin_precedent', frame.staff) &&
    postForm(frame, paths.desk.unpinning(pin.id), html`<button>Unpin</button>`)
  }<a class="button" href="${paths.desk.comment(pin.commentId)}">History</a></div></li>`
}

/** In the rule chooser: what is pinned to a rule, in short. */
export const examplesOf = (ruleId: string, pins: readonly Pin[]): { note: string; text: string }[] =>
  pins
    .filter((pin) => pin.ruleId === ruleId)
    .slice(0, 2)
    .map(({ note, text }) => ({
      note,
      text: text.length > 120 ? `${text.slice(0, 118).trimEnd()}…`.toWellFormed() : text,
    }))
