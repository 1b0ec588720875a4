import {
  ARMED_DAYS,
  AUDIT_PERCENT,
  type CurveInHand,
  type Ending,
  missedPercents,
  OWN_DECISIONS,
  percentOf,
  seenOf,
} from '../../desk/unread.ts'
import type { AuditCount, AuditFinding } from '../../desk/unread-audit.ts'
import type { CurvePoint } from '../../desk/unread-curve.ts'
import type { UnreadRow } from '../../desk/unread-review-store.ts'
import type { ArmingRecord } from '../../desk/unread-store.ts'
import type { Estimate } from '../../lib/binomial.ts'
import { type Fragment, type Html, html } from '../../lib/html.ts'
import { type DeskFrame, deskPage, postForm, tokenField, withQuery } from '../desk-layout.ts'
import { paths } from '../paths.ts'
import { missedPlot } from './desk-unread-plot.ts'
import { count, nameOf, sayState, stamp } from './desk-words.ts'

/** The latest arming, in force or ended, and what came of it. */
export type UnreadState = {
  arming: ArmingRecord
  audit: AuditCount & { drawn: number }
  out: { published: number; takenDown: number }
  finding: AuditFinding
}

export type DeskUnreadProps = {
  frame: DeskFrame
  mayArm: boolean
  /** Null before anybody armed it. */
  state: UnreadState | null
  /** Newest first. */
  armings: readonly ArmingRecord[]
  /** How many decisions of the paper's own could be read. */
  own: number
  /** Undefined where no curve speaks of this engine: nothing can be armed then. */
  inHand: CurveInHand | undefined
  chosen: CurvePoint | undefined
  typed: { percent: string; audit: string; name: string }
  refusal: { sentence: string; field: string | undefined } | null
  /** Newest first. */
  unread: readonly UnreadRow[]
}

/**
 * GET paths.desk.unread(), with `share` in percent. The forms post to paths.desk.unreadArming(): form_token, share, audit,
 * seen, name; and to paths.desk.unreadEnd(): form_token, arming.
 */
export function deskUnreadPage(props: DeskUnreadProps): Html {
  return deskPage({
    frame: props.frame,
    here: 'unread',
    title: 'Publishing unread',
    body: html`<main id="main">
<h1>Publishing unread</h1>
<p>Where the desk reads before publishing, the comments least likely to break a rule can go out unread. Only what the policy has nothing to say of; never before the address is confirmed; a random share still comes to the desk, and nothing there tells it from the rest.</p>
${props.refusal && html`<p class="wrong" role="alert">${props.refusal.sentence}</p>`}
${statePart(props)}
${curvePart(props)}
${armPart(props)}
${unreadPart(props)}
${pastPart(props)}
</main>`,
  })
}

const isArmed = ({ state }: DeskUnreadProps): boolean => state !== null && state.arming.endedAt === null

const percent = (share: number): string => {
  const hundredths = 100 * share
  return `${hundredths < 9.95 && hundredths > 0 ? hundredths.toFixed(1) : Math.round(hundredths)} %`
}
const whole = (share: number): string => `${Math.round(100 * share)} %`
const perThousand = (share: number): string => {
  const thousandths = 1000 * share
  return thousandths < 9.95 && thousandths > 0 ? thousandths.toFixed(1) : String(Math.round(thousandths))
}
/** "0.4 to 2.7 %": the unit once. */
const between = ({ low, high }: Estimate, say: (share: number) => string): string =>
  `${say(low).replace(' %', '')} to ${say(high)}`

/** The sentence that is confirmed. */
export const sayPoint = (point: CurvePoint): string => {
  const { expected, low, high } = missedPercents(point)
  return `Publish the lowest ${percentOf(point)} % unread: expect ${expected} % of breaches missed, between ${low} % and ${high} %`
}

const endings: Record<Ending, string> = {
  staff: 'ended',
  policy: 'ended by itself: the policy changed, and the threshold was chosen for the old one',
  engine: 'ended by itself: the engine changed, and the threshold was chosen for the old one',
  expired: `ended by itself after ${ARMED_DAYS} days`,
  audit: 'ended by itself: the audit found more breaches than the upper bound of what was expected',
}

function endWords(arming: ArmingRecord, frame: DeskFrame): Fragment {
  if (arming.endedAt === null || arming.endedWhy === null) return null
  const by = arming.endedByName === null ? '' : ` by ${arming.endedByName}`
  return html`${endings[arming.endedWhy]}${by}, ${stamp(arming.endedAt, frame.paper.zone)}`
}

function statePart(props: DeskUnreadProps): Html {
  const { state, frame } = props
  if (!state)
    return html`<section aria-labelledby="state"><h2 id="state">Off</h2><p>The desk reads every comment. Nobody has armed this yet.</p></section>`
  const { arming } = state
  if (!isArmed(props))
    return html`<section aria-labelledby="state"><h2 id="state">Off</h2><p>The desk reads every comment. The last arming ${endWords(arming, frame)}.</p>${auditPart(state)}</section>`
  return html`<section aria-labelledby="state"><h2 id="state">Armed by ${arming.armedByName}</h2>
<p>${sayPoint(arming.point)}. ${whole(arming.auditShare)} of them still go to the desk.</p>
<p class="soft">Since ${stamp(arming.armedAt, frame.paper.zone)}, until ${stamp(arming.expiresAt, frame.paper.zone)} at the latest. Up to a breach probability of ${arming.threshold.toFixed(3)}, engine ${arming.engine}, policy ${arming.policyVersion}.</p>
${auditPart(state)}
${postForm(frame, paths.desk.unreadEnd(), html`<button class="no" name="arming" value="${arming.id}">Stop publishing unread</button>`)}</section>`
}

const findings: Record<AuditFinding, string> = {
  as_expected: 'No more than expected.',
  more: 'More than expected; still below the upper bound. Look at what went out.',
  alarm: 'More than the upper bound of what was expected: publishing unread ends.',
}

function auditPart({ arming, audit, out, finding }: UnreadState): Html {
  const { breaching } = arming.point
  const expected = `${between(breaching, perThousand)} in 1,000`
  const found =
    audit.drawn === 0
      ? `nothing drawn yet; ${expected} are expected to be breaches`
      : `${audit.read} of ${audit.drawn} drawn and decided; ${count(audit.breaches, 'breach', 'breaches')} found, ${(
          audit.read * breaching.value
        ).toFixed(1)} expected (${expected})`
  return html`<dl class="changes"><dt>Published</dt><dd>${count(out.published, 'comment', 'comments')}, ${out.takenDown || 'none'} taken down since</dd>
<dt>Audit</dt><dd>${found}</dd></dl>
${audit.read > 0 && html`<p${finding === 'as_expected' ? html` class="soft"` : html` class="wrong" role="alert"`}>${findings[finding]}</p>`}`
}

function sourceWords({ inHand, own }: DeskUnreadProps): Html {
  if (inHand?.source === 'own')
    return html`From the desk’s own last ${count(inHand.curve.decisions, 'decision', 'decisions')} on comments that a person read, ${count(inHand.curve.breaches, 'breach', 'breaches')} among them.`
  return html`From ${count(inHand?.curve.decisions ?? 0, 'comment', 'comments')} under news that shipped with the engine, ${count(inHand?.curve.breaches ?? 0, 'breach', 'breaches')} among them, as if one comment in ${Math.round(1 / (inHand?.breachShare ?? 0.1))} of yours broke a rule. It knows nothing of defamation, spam, links and what is off the subject. Your own ${own.toLocaleString('en-GB')} decisions take over at ${OWN_DECISIONS}.`
}

function curvePart(props: DeskUnreadProps): Html {
  const { inHand, chosen, state } = props
  if (!inHand)
    return html`<section aria-labelledby="curve"><h2 id="curve">What it would let through</h2><p>There is no curve for this engine yet: the one that shipped was measured with another, and the desk has ${props.own} of ${OWN_DECISIONS} decisions. Until then nothing can be armed.</p></section>`
  const armed = isArmed(props)
  const marked = armed ? state?.arming.point : chosen
  return html`<section aria-labelledby="curve"><h2 id="curve">What it would let through</h2>
<p class="soft">${sourceWords(props)}</p>
${missedPlot(inHand.curve.points, marked)}
<table class="figures curve"><thead><tr><th scope="col">Unread</th><th scope="col">Breaches missed</th><th scope="col">In 1,000 published</th></tr></thead>
<tbody>${inHand.curve.points.map((point) => pointRow(point, props))}</tbody></table></section>`
}

function pointRow(point: CurvePoint, props: DeskUnreadProps): Html {
  const { missed, breaching } = point
  const share = `${percentOf(point)} %`
  const choose = html`<a href="${withQuery(paths.desk.unread(), { share: percentOf(point) })}#arm" aria-label="Choose ${share}">${share}</a>`
  return html`<tr${point === props.chosen && html` aria-current="true"`}><th scope="row">${
    !isArmed(props) && props.mayArm ? choose : share
  }</th><td>${percent(missed.value)} <span class="soft">${between(missed, percent)}</span></td><td>${perThousand(
    breaching.value,
  )} <span class="soft">${between(breaching, perThousand)}</span></td></tr>`
}

function armPart(props: DeskUnreadProps): Fragment {
  const { frame, chosen, typed, refusal } = props
  if (isArmed(props) || !props.inHand) return null
  if (!props.mayArm) return html`<p class="soft">An editor can arm it.</p>`
  if (!chosen) return html`<p class="soft">Choose a share from the table to see what you would confirm.</p>`
  const invalid = (field: string): Fragment => refusal?.field === field && html` aria-invalid="true"`
  return html`<section aria-labelledby="arm"><h2 id="arm">Arm it</h2>
<form class="fields" method="post" action="${paths.desk.unreadArming()}">${tokenField(frame)}
<input type="hidden" name="share" value="${percentOf(chosen)}"><input type="hidden" name="seen" value="${seenOf(chosen)}">
<p><b>${sayPoint(chosen)}.</b> For ${ARMED_DAYS} days, or until the policy or the engine changes, the audit finds more, or somebody stops it.</p>
<div class="short"><label for="audit">Of these, to the desk all the same, in per cent</label>
<input id="audit" name="audit" inputmode="numeric" autocomplete="off" size="3" value="${typed.audit}"${invalid('audit')} aria-describedby="audit-hint">
<p class="hint" id="audit-hint">${AUDIT_PERCENT.least} to ${AUDIT_PERCENT.most}, drawn at random. From these alone the desk learns what it lets through.</p></div>
<div class="short"><label for="name">Type your name, ${frame.staff.name}: you answer for it</label>
<input id="name" name="name" autocomplete="off" size="24" value="${typed.name}"${invalid('name')}></div>
<div><button class="no">Publish the lowest ${percentOf(chosen)} % unread</button></div></form></section>`
}

function unreadPart({ unread, frame }: DeskUnreadProps): Html {
  return html`<section aria-labelledby="out"><h2 id="out">The last that went out unread</h2>${
    unread.length === 0
      ? html`<p class="soft">None yet.</p>`
      : html`<ol class="rows">${unread.map((row) => unreadRow(row, frame))}</ol>`
  }</section>`
}

const unreadRow = (row: UnreadRow, frame: DeskFrame): Html =>
  html`<li><div><p class="words" dir="auto">${row.excerpt ?? html`<i>words erased</i>`}</p>
<p><span>by</span> ${nameOf(row.printedName)} <span>under</span> <bdi>${row.headline}</bdi><span>, ${
    row.state !== 'published' && `${sayState(row.state)}; `
  }published ${stamp(row.publishedAt, frame.paper.zone)}</span></p></div>
<div class="doing"><a class="button" href="${paths.desk.comment(row.commentId)}">${
    row.state === 'published' ? 'Take down' : 'History'
  }</a></div></li>`

function pastPart({ armings, frame }: DeskUnreadProps): Fragment {
  const ended = armings.filter(({ endedAt }) => endedAt !== null)
  if (ended.length === 0) return null
  return html`<section aria-labelledby="past"><h2 id="past">Before</h2><ol class="rows">${ended.map(
    (arming) =>
      html`<li><div><p><b>The lowest ${percentOf(arming.point)} %</b> <span>armed by ${
        arming.armedByName
      }, ${stamp(arming.armedAt, frame.paper.zone)}; ${endWords(arming, frame)}</span></p></div></li>`,
  )}</ol></section>`
}
