import { staffMay } from '../../accounts/staff.ts'
import { LOOK_MINUTES, SHARES } from '../../desk/second-look.ts'
import type { BlindLook } from '../../desk/second-look-store.ts'
import { type Fragment, type Html, html } from '../../lib/html.ts'
import { type DeskFrame, deskPage, noticeLine, postForm, tokenField } from '../desk-layout.ts'
import { paths } from '../paths.ts'
import { type DeskRule, nameOf, textOf } from './desk-words.ts'

export type DeskSecondLookProps = {
  frame: DeskFrame
  look: BlindLook | null
  /** What this person could be given, with what is in hand; up to a hundred. */
  waiting: number
  /** In per cent of the decisions; 0: off. */
  share: number
  rules: readonly DeskRule[]
  notice: string | null
}

/**
 * GET paths.desk.secondLooks(). Nothing here says what was decided, nor what the engine or a reporter thought: whoever knows
 * an answer leans towards it (anchoring), and agreement would be measured with itself. So there is no link to the comment's
 * history or to the article, where one sees whether it stands, and nothing of the writer's record.
 */
export function deskSecondLookPage(props: DeskSecondLookProps): Html {
  const { frame, look } = props
  return deskPage({
    frame,
    here: 'second_looks',
    title: 'Second looks',
    body: html`<main id="main" class="look">
${noticeLine(props.notice)}
<h1>Second looks</h1>
<p>A colleague decided this. What would you have done? Your answer changes nothing about the comment; where you two differ, the desk talks it over on the <a href="${paths.desk.calibration()}">calibration page</a>.</p>
${look ? lookPart(look, props) : emptyPart(props)}
${sharePart(props)}
</main>`,
  })
}

function lookPart(look: BlindLook, { frame, rules }: DeskSecondLookProps): Html {
  return html`<article class="card" aria-labelledby="who">
<header><h2 id="who" tabindex="-1">${nameOf(look.printedName)}</h2>
<p>${look.section !== null && `${look.section} · `}<bdi>${look.headline}</bdi></p></header>
${look.standfirst !== '' && html`<p class="standfirst" dir="auto">${look.standfirst}</p>`}
${
  look.parent &&
  html`<blockquote dir="auto"><p>In answer to <b>${nameOf(look.parent.printedName)}</b></p><p class="quoted">${textOf(look.parent.text)}</p></blockquote>`
}
<div class="text" dir="auto">${look.text}</div></article>
<form class="answers" method="post" action="${paths.desk.secondLookAnswer(look.lookId)}" aria-label="Your answer">${tokenField(frame)}
<button class="go" name="act" value="publish" data-key="A"><kbd>A</kbd> Publish</button>
<span class="label">Refuse</span>${rules.map(
    (rule) =>
      html`<button class="no" name="rule" value="${rule.id}" data-key="${rule.key}"><kbd>${rule.key}</kbd> ${rule.title}</button>`,
  )}</form>
${postForm(
  frame,
  paths.desk.secondLookSkip(look.lookId),
  html`<button class="plain" data-key="S"><kbd>S</kbd> Pass it over</button> <span class="soft">Somebody else is asked. It is in your hand for ${LOOK_MINUTES} minutes.</span>`,
)}`
}

function emptyPart({ frame, waiting, share }: DeskSecondLookProps): Html {
  if (waiting > 0)
    return html`<p>${waiting === 1 ? 'One waits' : waiting >= 100 ? 'A hundred or more wait' : `${waiting} wait`} for you.</p>
${postForm(frame, paths.desk.secondLooks(), html`<button class="go" data-key="N"><kbd>N</kbd> Take the first</button>`)}`
  return html`<p class="nothing">${
    share === 0
      ? 'Second looks are off: no decision is drawn.'
      : 'Nothing waits for a second look by you. Your own decisions come to others.'
  }</p>`
}

const shareWords = (share: number): string => (share === 0 ? 'none' : `${share} in a hundred`)

function sharePart({ frame, share }: DeskSecondLookProps): Fragment {
  if (!staffMay('set_look_share', frame.staff))
    return html`<p class="hint">Of the desk’s decisions ${shareWords(share)} ${share === 0 ? 'is' : 'are'} drawn; an editor sets how many.</p>`
  return html`<details><summary>How many decisions are drawn</summary>${postForm(
    frame,
    paths.desk.secondLookShare(),
    html`<div class="inline"><div><label for="share">Of the desk’s decisions</label><select id="share" name="share">${SHARES.map(
      (one) => html`<option value="${one}"${one === share && html` selected`}>${shareWords(one)}</option>`,
    )}</select></div><button>Set for the whole desk</button></div>
<p class="hint">Half of them evenly over all decisions, the other half where the engine was in doubt. What was drawn stays drawn.</p>`,
  )}</details>`
}
