import { staffMay } from '../../accounts/staff.ts'
import { measureKinds } from '../../comments/measure.ts'
import { hasEnd, LONGEST_DAYS, LONGEST_PAUSE } from '../../desk/measure.ts'
import { isInForce, type MeasureRow } from '../../desk/measure-store.ts'
import type { NearAccount } from '../../desk/near-account.ts'
import type { Note } from '../../desk/note-store.ts'
import { FACTS_DAYS, type Recommendation, thresholds } from '../../desk/standing.ts'
import { type Strike, weightOf } from '../../desk/strike.ts'
import type { PrintedName, Writer, WriterComment } from '../../desk/writer-store.ts'
import { type Fragment, type Html, html } from '../../lib/html.ts'
import { type DeskFrame, deskPage, noticeLine, postForm, tokenField, withQuery } from '../desk-layout.ts'
import { paths } from '../paths.ts'
import { count, type DeskRule, nameOf, ruleTitle, sayState, stamp } from './desk-words.ts'
import {
  maskedEmail,
  sayMeasure,
  sayMeasureEffect,
  sayMeasureKind,
  sayNear,
  sayRecommendation,
} from './writer-words.ts'

export type TypedMeasure = { kind: string; rule: string; pause: string; days: string; words: string }

export type DeskWriterProps = {
  frame: DeskFrame
  staffId: number
  /** Limited to sections: takes no measure, which reaches the whole paper. */
  limited: boolean
  writer: Writer
  strikes: readonly Strike[]
  decided: { decidedCount: number; refusedCount: number }
  recommendation: Recommendation | undefined
  measures: readonly MeasureRow[]
  notes: readonly Note[]
  names: readonly PrintedName[]
  near: readonly NearAccount[]
  comments: readonly WriterComment[]
  /** The comment before which the next page begins; null on the last. */
  before: number | null
  rules: readonly DeskRule[]
  typed: { measure: TypedMeasure; note: string }
  problem: { sentence: string; field: string | undefined } | null
}

export const nothingTypedOfMeasure: TypedMeasure = { kind: '', rule: '', pause: '30', days: '7', words: '' }

/**
 * GET paths.desk.writer(id), with `before`. Forms: paths.desk.measures(id) with kind, rule, pause, days, words;
 * paths.desk.measureReversal(id); paths.desk.notes(id) with note; paths.desk.noteStriking(id).
 */
export function deskWriterPage(props: DeskWriterProps): Html {
  const { frame, writer, names } = props
  const name = names[0]?.name ?? null
  return deskPage({
    frame,
    here: 'writers',
    title: name ?? 'A writer',
    body: html`<main id="main" class="writer">
${noticeLine(props.problem?.field === undefined ? (props.problem?.sentence ?? null) : null)}
<h1>${nameOf(name)}</h1>
<p>${
      writer.erased
        ? 'Erased: words, names and address are gone. What was decided stays on record.'
        : html`${writer.email === null ? 'no address' : html`<bdi>${emailFor(props)}</bdi>`}${
            !writer.confirmed && ' (not confirmed)'
          }, known since ${stamp(writer.firstSeenAt, frame.paper.zone)}`
    }</p>
${standingPart(props)}
${measuresPart(props)}
${notesPart(props)}
${namesPart(props)}
${nearPart(props)}
${commentsPart(props)}
</main>`,
  })
}

/** In full only for those who write letters to it. */
const emailFor = ({ writer, frame }: DeskWriterProps): string =>
  staffMay('measure_writer', frame.staff) ? (writer.email ?? '') : maskedEmail(writer.email ?? '')

function standingPart(props: DeskWriterProps): Html {
  const { strikes, decided, recommendation, rules, frame } = props
  const weight = weightOf(strikes)
  return html`<section aria-labelledby="standing"><h2 id="standing">Standing now</h2>
<p>${
    strikes.length === 0
      ? 'No strike counts.'
      : html`${count(strikes.length, 'strike', 'strikes')}, weight <b>${weight}</b>. A warning is due from ${thresholds.warning}, slow mode from ${thresholds.slow}, reading first from ${thresholds.pre}, a suspension from ${thresholds.suspension}, a ban from ${thresholds.ban}.`
  } Of ${count(decided.decidedCount, 'comment', 'comments')} decided in the last ${FACTS_DAYS} days, ${decided.refusedCount || 'none'} ${
    decided.refusedCount === 1 ? 'stands' : 'stand'
  } refused or taken down.</p>
${recommendation && html`<p class="advice"><b>${sayMeasureKind(recommendation.kind)}</b> may be in order. ${sayRecommendation(recommendation)}</p>`}
${
  strikes.length > 0 &&
  html`<table class="figures"><thead><tr><th scope="col">Strike</th><th scope="col">Weight</th><th scope="col">Since</th><th scope="col">Counts until</th></tr></thead><tbody>${strikes.map(
    (strike) =>
      html`<tr><th scope="row"><a href="${paths.desk.comment(strike.commentId)}">${ruleTitle(rules, strike.ruleId)}</a></th><td>${strike.weight}</td><td>${stamp(strike.at, frame.paper.zone)}</td><td>${stamp(strike.expiresAt, frame.paper.zone)}</td></tr>`,
  )}</tbody></table>
<p class="soft">A strike is a comment that stands refused or taken down under a rule; undoing that decision takes it away.</p>`
}</section>`
}

function measuresPart(props: DeskWriterProps): Html {
  const { measures, frame } = props
  return html`<section aria-labelledby="measures"><h2 id="measures">Measures</h2>
${measures.length === 0 ? html`<p class="soft">None so far.</p>` : html`<ol class="rows">${measures.map((measure) => measureRow(measure, props))}</ol>`}
${
  staffMay('measure_writer', frame.staff) &&
  !props.writer.erased &&
  (props.limited
    ? html`<p class="soft">A measure reaches the whole paper: a colleague without sections takes it.</p>`
    : measureForm(props))
}</section>`
}

function measureRow(measure: MeasureRow, { frame, rules, limited }: DeskWriterProps): Html {
  const { zone } = frame.paper
  const inForce = isInForce(measure, frame.now)
  const liftable = measure.liftedAt === null && (inForce || measure.kind === 'warning')
  const until =
    measure.kind === 'warning'
      ? null
      : measure.endsAt === null
        ? ', until lifted'
        : html`, until ${stamp(measure.endsAt, zone)}`
  return html`<li${measure.liftedAt !== null && html` class="struck"`}><div><p><b${inForce && html` class="no"`}>${sayMeasure(measure)}</b> <span>${ruleTitle(
    rules,
    measure.ruleId,
  )}${until}${inForce ? ' · in force' : measure.liftedAt === null && measure.kind !== 'warning' && ' · over'}</span></p>
<p><span>by ${measure.staffName}, ${stamp(measure.takenAt, zone)}${measure.letterWaits && ' · the letter has not left yet'}${
    measure.liftedAt !== null && html` · lifted by ${measure.liftedBy}, ${stamp(measure.liftedAt, zone)}`
  }</span></p>
${measure.words && html`<p class="words" dir="auto">${measure.words}</p>`}</div>
${
  liftable &&
  !limited &&
  staffMay('measure_writer', frame.staff) &&
  html`<div class="doing">${postForm(
    frame,
    paths.desk.measureReversal(measure.id),
    html`<button>${measure.letterWaits ? 'Undo' : measure.kind === 'warning' ? 'Take back' : 'Lift'}</button>`,
  )}</div>`
}</li>`
}

function measureForm(props: DeskWriterProps): Html {
  const { frame, writer, rules, problem, recommendation } = props
  const { measure: typed } = props.typed
  const wrong = (field: string): Fragment =>
    problem?.field === field && html` aria-invalid="true" aria-describedby="measure-wrong"`
  const chosen = typed.kind || recommendation?.kind
  return html`<form class="fields take" method="post" action="${paths.desk.measures(writer.id)}#measures">${tokenField(frame)}
<h3>Take a measure</h3>
${problem?.field !== undefined && problem.field !== 'note' && html`<p class="wrong" id="measure-wrong" role="alert">${problem.sentence}</p>`}
<fieldset><legend>Which</legend>${measureKinds.map(
    (kind) =>
      html`<label><input type="radio" name="kind" value="${kind}" required${kind === chosen && html` checked`}${wrong('kind')}> <span><b>${sayMeasureKind(
        kind,
      )}</b> ${sayMeasureEffect(kind)}</span></label>`,
  )}</fieldset>
<div class="short"><label for="measure-rule">Under which rule</label>
<select id="measure-rule" name="rule" required${wrong('rule')}><option value="">Choose a rule</option>${rules.map(
    (rule) =>
      html`<option value="${rule.id}"${rule.id === typed.rule && html` selected`}>${rule.title}</option>`,
  )}</select></div>
<div class="short"><label for="measure-days">For how many days</label>
<input id="measure-days" name="days" inputmode="numeric" autocomplete="off" size="4" value="${typed.days}"${wrong('days')} aria-describedby="days-hint">
<p class="hint" id="days-hint">For ${measureKinds
    .filter(hasEnd)
    .map((kind) => sayMeasureKind(kind).toLowerCase())
    .join(
      ', ',
    )}; 1 to ${LONGEST_DAYS}. It ends by itself. Slow mode and reading first may be left without an end.</p></div>
<div class="short"><label for="measure-pause">Minutes between two comments</label>
<input id="measure-pause" name="pause" inputmode="numeric" autocomplete="off" size="6" value="${typed.pause}"${wrong('pause')} aria-describedby="pause-hint">
<p class="hint" id="pause-hint">For slow mode only; 1 to ${LONGEST_PAUSE.toLocaleString('en-GB')}.</p></div>
<div><label for="measure-words">Words for the letter</label>
<textarea id="measure-words" name="words" rows="3" maxlength="2000"${wrong('words')} aria-describedby="words-hint">
${typed.words}</textarea>
<p class="hint" id="words-hint">The letter says by itself which rule, which facts, how long and what can be done. It leaves after 10 seconds.</p></div>
<div><button class="no">Take it</button></div></form>`
}

function notesPart(props: DeskWriterProps): Html {
  const { notes, frame, staffId, writer, problem } = props
  const zone = frame.paper.zone
  const mayStrike = (note: Note) => note.staffId === staffId || staffMay('reverse_others', frame.staff)
  const wrong = problem?.field === 'note'
  return html`<section aria-labelledby="notes"><h2 id="notes">Notes</h2>
<p class="soft">For the desk only. The writer may ask to see them, so write what you would sign.</p>
${
  notes.length > 0 &&
  html`<ol class="rows">${notes.map(
    (note) =>
      html`<li${note.struckAt !== null && html` class="struck"`}><div><p dir="auto">${
        note.words === null
          ? html`<i>words erased</i>`
          : note.struckAt === null
            ? note.words
            : html`<s>${note.words}</s>`
      }</p>
<p><span>by ${note.staffName}, ${stamp(note.addedAt, zone)}${
        note.struckAt !== null && html` · struck out by ${note.struckBy}, ${stamp(note.struckAt, zone)}`
      }</span></p></div>
${note.struckAt === null && mayStrike(note) && html`<div class="doing">${postForm(frame, paths.desk.noteStriking(note.id), html`<button>Strike out</button>`)}</div>`}</li>`,
  )}</ol>`
}
${
  !writer.erased &&
  html`<form class="fields" method="post" action="${paths.desk.notes(writer.id)}#notes">${tokenField(frame)}
${wrong && html`<p class="wrong" id="note-wrong" role="alert">${problem?.sentence}</p>`}
<div><label for="note">A new note</label>
<textarea id="note" name="note" rows="2" maxlength="1000" required${wrong && html` aria-invalid="true" aria-describedby="note-wrong"`}>
${props.typed.note}</textarea></div>
<div><button>Add</button></div></form>`
}</section>`
}

function namesPart({ names, frame }: DeskWriterProps): Fragment {
  if (names.length < 2) return null
  return html`<section aria-labelledby="names"><h2 id="names">Names used</h2>
<table class="figures"><thead><tr><th scope="col">Name</th><th scope="col">Comments</th><th scope="col">First</th><th scope="col">Last</th></tr></thead><tbody>${names.map(
    (name) =>
      html`<tr><th scope="row"><bdi>${name.name}</bdi></th><td>${name.count}</td><td>${stamp(name.firstAt, frame.paper.zone)}</td><td>${stamp(name.lastAt, frame.paper.zone)}</td></tr>`,
  )}</tbody></table></section>`
}

function nearPart({ near }: DeskWriterProps): Fragment {
  if (near.length === 0) return null
  return html`<section aria-labelledby="near"><h2 id="near">Near accounts</h2>
<p class="soft">Hints from what the records hold anyway. Families share a network and a turn of phrase: none of this is a ground for a decision.</p>
<ul class="rows">${near.map(
    (account) =>
      html`<li><p><a href="${paths.desk.writer(account.commenterId)}">${nameOf(account.name)}</a> <span>${account.reasons.map(sayNear).join('; ')}</span></p></li>`,
  )}</ul></section>`
}

function commentsPart({ comments, before, writer, rules, frame }: DeskWriterProps): Html {
  const { zone } = frame.paper
  return html`<section aria-labelledby="comments"><h2 id="comments">Comments</h2>
${
  comments.length === 0
    ? html`<p class="nothing">No more comments.</p>`
    : html`<ol class="rows">${comments.map(
        (comment) =>
          html`<li><div><p><b class="${stateTone(comment)}">${capital(sayState(comment.state))}</b> <span>${
            comment.ruleId !== null && `${ruleTitle(rules, comment.ruleId)}, `
          }${stamp(comment.settledAt, zone)}</span></p>
<p class="words" dir="auto">${comment.excerpt === '' ? html`<i>words erased</i>` : comment.excerpt}</p>
<p><span>as</span> ${nameOf(comment.printedName)} <span>under</span> <bdi>${comment.headline}</bdi></p></div>
<div class="doing"><a class="button" href="${paths.desk.comment(comment.commentId)}">History</a></div></li>`,
      )}</ol>`
}
${before !== null && html`<p class="next"><a class="button" href="${withQuery(paths.desk.writer(writer.id), { before })}#comments">Earlier</a></p>`}</section>`
}

const stateTone = ({ state }: WriterComment): 'go' | 'no' | 'still' =>
  state === 'published' ? 'go' : state === 'rejected' || state === 'removed' ? 'no' : 'still'

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
