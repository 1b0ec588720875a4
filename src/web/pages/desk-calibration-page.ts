import { staffMay } from '../../accounts/staff.ts'
import { ENOUGH_PAIRS } from '../../desk/agreement.ts'
import { type Calibration, WEEKS_BACK } from '../../desk/calibration.ts'
import type { Disagreement } from '../../desk/calibration-store.ts'
import { LONGEST_NOTE } from '../../desk/precedent.ts'
import type { Estimate } from '../../lib/binomial.ts'
import { type Fragment, type Html, html } from '../../lib/html.ts'
import { type DeskFrame, deskPage, noticeLine, postForm, withQuery } from '../desk-layout.ts'
import { paths } from '../paths.ts'
import { kappaPlot } from './desk-calibration-plot.ts'
import { type AgreementRow, agreementRows } from './desk-calibration-table.ts'
import { actTone, count, type DeskRule, ruleTitle, sayDecision, stamp } from './desk-words.ts'

export type DeskCalibrationProps = {
  frame: DeskFrame
  /** "2026-W48". */
  week: string
  before: string
  /** Null for the present week. */
  next: string | null
  rules: readonly DeskRule[]
  /** Of the weeks up to this one. */
  calibration: Calibration
  /** Null where whoever looks is not to see whose answers these are. */
  names: ReadonlyMap<number, string> | null
  disagreements: readonly Disagreement[]
  /** A note that was refused, and for which row: nothing typed is lost. */
  typed: { commentId: number; revisionNo: number; ruleId: string; note: string } | null
  notice: string | null
}

/** GET paths.desk.calibration(), with `week`: where two looked and differed, and how far the desk agrees at all. */
export function deskCalibrationPage(props: DeskCalibrationProps): Html {
  const { frame, week, before, next } = props
  const address = (of: string): string => withQuery(paths.desk.calibration(), { week: of })
  return deskPage({
    frame,
    here: 'second_looks',
    title: `Calibration, ${week}`,
    body: html`<main id="main" class="calibration">
${noticeLine(props.notice)}
<h1>Calibration, week ${week}</h1>
<p>Decisions that a second person looked at without knowing how they had ended. Where two differ the rule is not clear yet: talk it over, and pin what comes of it.</p>
<p class="next"><a class="button" href="${address(before)}">The week before</a>${next !== null && html`<a class="button" href="${address(next)}">The week after</a>`}<a class="button" href="${paths.desk.secondLooks()}">Second looks</a></p>
${disagreementsPart(props)}
${agreementPart(props)}
</main>`,
  })
}

function disagreementsPart(props: DeskCalibrationProps): Html {
  const { disagreements, calibration, week } = props
  const answered = calibration.byWeek.find((one) => one.week === week)?.pairs ?? 0
  return html`<section aria-labelledby="differ"><h2 id="differ">Where two differed</h2>${
    disagreements.length === 0
      ? html`<p class="nothing">${
          answered === 0
            ? 'Nothing was looked at twice in this week.'
            : 'None this week whose words are still there.'
        }</p>`
      : html`<p class="soft">${disagreements.length} of ${count(answered, 'second look', 'second looks')}.</p><ol class="rows">${disagreements.map(
          (one) => disagreementRow(one, props),
        )}</ol>`
  }</section>`
}

function disagreementRow(one: Disagreement, props: DeskCalibrationProps): Html {
  const { frame, rules, names } = props
  const by = (name: string): Fragment => names !== null && html`, ${name}`
  const second = one.secondRuleId
  return html`<li><div><p><b class="${actTone(one.firstAct)}">${sayDecision({ act: one.firstAct, ruleId: one.firstRuleId }, rules)}</b><span> first${by(one.firstBy)}</span></p>
<p><b class="${second === null ? 'go' : 'no'}">${second === null ? 'Publish' : `Refuse: ${ruleTitle(rules, second)}`}</b><span> second${by(one.secondBy)}, ${stamp(one.answeredAt, frame.paper.zone)}, under <bdi>${one.headline}</bdi></span></p>
<p class="words" dir="auto">${one.text}</p>${
    one.pinnedTo.length > 0 &&
    html`<p class="soft">Pinned to ${one.pinnedTo.map((ruleId) => ruleTitle(rules, ruleId)).join(', ')}.</p>`
  }${pinForm(one, props)}</div>
<div class="doing"><a class="button" href="${paths.desk.comment(one.commentId)}">History</a></div></li>`
}

/** Posts to paths.desk.examples(), with `week` to come back to. */
function pinForm(one: Disagreement, { frame, rules, typed, week }: DeskCalibrationProps): Fragment {
  if (!staffMay('pin_precedent', frame.staff)) return null
  const back = typed?.commentId === one.commentId && typed.revisionNo === one.revisionNo
  const chosen = back ? typed.ruleId : (one.firstRuleId ?? one.secondRuleId)
  const id = one.lookId
  return html`<details class="pin"${back && html` open`}><summary>Pin it to a rule</summary>${postForm(
    frame,
    paths.desk.examples(),
    html`<input type="hidden" name="comment" value="${one.commentId}"><input type="hidden" name="revision" value="${one.revisionNo}"><input type="hidden" name="week" value="${week}">
<div class="inline"><div><label for="rule-${id}">Rule</label><select id="rule-${id}" name="rule">${rules.map(
      (rule) =>
        html`<option value="${rule.id}"${rule.id === chosen && html` selected`}>${rule.title}</option>`,
    )}</select></div>
<div class="wide"><label for="note-${id}">What it shows</label><input id="note-${id}" name="note" maxlength="${LONGEST_NOTE}" required value="${back ? typed.note : ''}"></div><button>Pin</button></div>`,
  )}</details>`
}

const partWords: Record<AgreementRow['part'], string> = {
  all: 'All',
  rule: 'By rule, this one against the rest',
  pair: 'By pair of people',
  week: 'By week',
}

function agreementPart({ calibration, rules, names, week }: DeskCalibrationProps): Html {
  const rows = agreementRows(calibration, { rules, names })
  const parts = (Object.keys(partWords) as AgreementRow['part'][]).filter((part) =>
    rows.some((row) => row.part === part),
  )
  return html`<section aria-labelledby="agree"><h2 id="agree">How far the desk agrees</h2>
<p>The ${WEEKS_BACK} weeks up to this one. Kappa and alpha are 1 where all agree and 0 where they agree no more than chance would; the interval holds the truth in 95 of 100 cases. Weighed numbers speak of all decisions: doubtful ones are drawn more often, and count less for it. A low number says that a rule is unclear, not who is right.</p>
${kappaPlot(calibration.byWeek)}
<div class="wide-table" tabindex="0" role="region" aria-label="The numbers"><table class="figures agreement"><thead><tr><th scope="col">What</th><th scope="col">Pairs</th><th scope="col">Agreement</th><th scope="col">Kappa</th></tr></thead>
${parts.map(
  (part) =>
    html`<tbody><tr><th colspan="4" scope="rowgroup">${partWords[part]}</th></tr>${rows
      .filter((row) => row.part === part)
      .map(agreementRow)}</tbody>`,
)}</table></div>
<p class="next"><a class="button" href="${withQuery(paths.desk.calibrationTable(), { week })}">The table as CSV</a></p></section>`
}

const percent = (share: number): string => String(Math.round(100 * share))
/** A minus as wide as a digit, and none before a zero. */
const hundredths = (value: number): string => (Math.round(100 * value) / 100 + 0).toFixed(2).replace('-', '−')

const between = ({ value, low, high }: Estimate, say: (of: number) => string, unit = ''): Html =>
  html`${say(value)}${unit} <span class="soft">${say(low)} to ${say(high)}</span>`

function agreementRow({ what, pairs, observed, measure, value }: AgreementRow): Html {
  const head = html`<th scope="row">${what}${measure === 'alpha' && ' (alpha)'}</th><td>${pairs.toLocaleString('en-GB')}</td>`
  if (pairs < ENOUGH_PAIRS)
    return html`<tr>${head}<td colspan="2" class="soft">too few to say (${ENOUGH_PAIRS} at least)</td></tr>`
  return html`<tr>${head}<td>${observed && between(observed, percent, ' %')}</td><td>${
    value === null ? html`<span class="soft">all said the same</span>` : between(value, hundredths)
  }</td></tr>`
}
