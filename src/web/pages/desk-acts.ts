import { type CommentState, commentCan } from '../../comments/comment.ts'
import { type Fragment, type Html, html } from '../../lib/html.ts'
import { tokenField } from '../desk-layout.ts'
import { paths } from '../paths.ts'
import type { DeskRule } from './desk-words.ts'

/*
 * What the forms of the desk send, always by POST, always with `form_token`:
 *
 *   paths.desk.decisions(comment)   act = publish | keep | reject | hold | remove; rule with reject and remove;
 *                                   words, for the letter, may be empty; evidence = places in the text, or quote = the
 *                                   words themselves; fence and revision where a claim is held, else absent
 *   paths.desk.links(comment)       allowed = yes | no
 *   paths.desk.claims()             comment = that one; or after = the next behind that one, with the fence under
 *                                   which that one is given back; or neither = the first; reason narrows the queue
 *   paths.desk.release(comment)     fence
 *   paths.desk.claim(comment)       fence; the script's renewal, answered in JSON:
 *                                   { ok: true } or 409 { ok: false, message }
 *   paths.desk.reversal(decision)   nothing more
 */

export type Acting = {
  formToken: string
  comment: { id: number; state: CommentState }
  /** The claim the decision is taken under; null for an act on a comment that is not in hand. */
  fence: number | null
  /** The revision that is read here; a decision names it, so that whoever is too late is shown what changed. */
  revisionNo?: number
  rules: readonly DeskRule[]
  /** Keys act on the card alone: on a page that is being read, a slip of the hand must do nothing. */
  keys: boolean
}

export const REFUSE_FORM = 'refuse'

const dataKey = (on: boolean, key: string): Fragment => on && html` data-key="${key}"`
const cap = (on: boolean, key: string): Fragment => on && html`<kbd>${key}</kbd> `

const fenceField = ({ fence, revisionNo }: Acting): Fragment =>
  fence !== null &&
  html`<input type="hidden" name="fence" value="${fence}">${
    revisionNo !== undefined && html`<input type="hidden" name="revision" value="${revisionNo}">`
  }`

/** Where the script shows the next card at once and sends the decision behind it. */
const loop = ({ fence }: Acting): Fragment => fence !== null && html` data-loop="decide"`

function actForm(acting: Acting, act: 'publish' | 'keep' | 'hold', key: string, words: string): Html {
  const tone = act === 'hold' ? 'still' : 'go'
  return html`<form${act !== 'hold' && html` class="out"`}${loop(acting)} method="post" action="${paths.desk.decisions(acting.comment.id)}">${tokenField(acting)}${fenceField(
    acting,
  )}<button class="${tone}" name="act" value="${act}"${dataKey(acting.keys, key)}>${cap(acting.keys, key)}${words}</button></form>`
}

/** Every rule is one button, and the button is the whole decision. The words for the letter hang on this form. */
function ruleForm(acting: Acting, act: 'reject' | 'remove'): Html {
  const label = act === 'reject' ? 'Refuse under a rule' : 'Take down under a rule'
  const buttons = acting.rules.map(
    (rule) =>
      html`<button class="no" name="rule" value="${rule.id}"${dataKey(acting.keys, rule.key)}>${cap(
        acting.keys,
        rule.key,
      )}${rule.title}</button>`,
  )
  return html`<form class="rules" id="${REFUSE_FORM}"${loop(acting)} method="post" action="${paths.desk.decisions(
    acting.comment.id,
  )}" aria-label="${label}">${tokenField(acting)}${fenceField(
    acting,
  )}<input type="hidden" name="act" value="${act}"><span class="label">${
    act === 'reject' ? 'Refuse' : 'Take down'
  }</span>${buttons}</form>`
}

export const refusalAct = (state: CommentState): 'reject' | 'remove' | null =>
  commentCan('reject', { state }) ? 'reject' : commentCan('remove', { state }) ? 'remove' : null

/** The acts that the comment's state allows, and no other. Keeping one up answers a place in the queue, so it needs a claim. */
export function decisionForms(acting: Acting): Html {
  const { comment } = acting
  const refusal = refusalAct(comment.state)
  return html`${commentCan('publish', comment) && actForm(acting, 'publish', 'A', 'Publish')}${
    acting.fence !== null && commentCan('keep', comment) && actForm(acting, 'keep', 'A', 'Keep up')
  }${refusal !== null && ruleForm(acting, refusal)}${
    commentCan('hold', comment) && actForm(acting, 'hold', 'H', 'Hold')
  }`
}

/** Never required: the rule's own words are in the letter already. */
export function lettersPart(acting: Acting, typedWords: string): Fragment {
  const refusal = refusalAct(acting.comment.state)
  if (refusal === null) return null
  return html`<div class="letter">
<label for="words">Words for the letter <span>if you ${
    refusal === 'reject' ? 'refuse it' : 'take it down'
  }; not needed</span></label>
<textarea id="words" name="words" form="${REFUSE_FORM}" rows="1" maxlength="2000">
${typedWords}</textarea>
<details class="quote"><summary>Words it goes by</summary>
<label for="quote">Copied from the comment <span>selecting them in the comment does the same</span></label>
<input id="quote" name="quote" form="${REFUSE_FORM}" maxlength="5000" autocomplete="off"></details>
<details><summary>What the commenter will read</summary>
<dl>${acting.rules.map((rule) => html`<dt>${cap(acting.keys, rule.key)}${rule.title}</dt><dd>${rule.letter}${exampleLines(rule)}</dd>`)}</dl>
</details>
</div>`
}

const exampleLines = ({ examples = [] }: DeskRule): Fragment =>
  examples.map(
    ({ note, text }) =>
      html`<p class="example" dir="auto"><b>${note}</b> <span class="quoted">${text}</span></p>`,
  )

export function linksForm(acting: Acting, links: { count: number; allowed: boolean }): Fragment {
  if (links.count === 0 || !commentCan('allow_links', acting.comment)) return null
  const many = links.count === 1 ? 'Its link is' : 'Its links are'
  return html`<form class="links" method="post" action="${paths.desk.links(acting.comment.id)}">${tokenField(
    acting,
  )}<span>${many} ${links.allowed ? 'live on the page.' : 'printed as text.'}</span> <button name="allowed" value="${
    links.allowed ? 'no' : 'yes'
  }"${dataKey(acting.keys, 'L')}>${cap(acting.keys, 'L')}${
    links.allowed ? 'Print as text' : 'Allow as links'
  }</button></form>`
}
