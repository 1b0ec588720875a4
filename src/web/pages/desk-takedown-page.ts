import { roles, type StaffAct, staffMay } from '../../accounts/staff.ts'
import { needsTypedCount, type TakedownBatch, type TakedownScope } from '../../desk/takedown.ts'
import { type Fragment, type Html, html } from '../../lib/html.ts'
import {
  type DeskFrame,
  deskPage,
  noticeLine,
  postForm,
  sayRole,
  tokenField,
  withQuery,
} from '../desk-layout.ts'
import { paths } from '../paths.ts'
import { count, nameOf, ruleTitle, stamp } from './desk-words.ts'

export type DeskTakedownProps = {
  frame: DeskFrame
  /** Where it starts: the page is opened from a comment, from an article, or from neither. */
  comment: { id: number; printedName: string | null; excerpt: string } | null
  article: { id: number; headline: string } | null
  /** How many public comments each reach would take, from `countTakedown`; only those that can be meant here. */
  reaches: readonly { scope: TakedownScope; count: number }[]
  rules: readonly { id: string; title: string }[]
  /** What was chosen before the desk said no. */
  chosen: { scope: TakedownScope | null; ruleId: string | null; count: string }
  /** Why it was not done; stands at the number. */
  refusal: string | null
  /** Newest first. */
  batches: readonly TakedownBatch[]
  before: number | null
  notice: string | null
}

const scopeWords: Record<TakedownScope, string> = {
  comment: 'This comment',
  thread: 'Its whole thread',
  commenter: 'Everything by this commenter',
  article: 'Everything under this article',
  everything: 'Everything in the paper',
}

const actFor: Record<TakedownScope, StaffAct> = {
  comment: 'take_down_comment',
  thread: 'take_down_thread',
  commenter: 'take_down_commenter',
  article: 'take_down_article',
  everything: 'take_down_everything',
}

/**
 * GET paths.desk.takedowns(), with `comment` or `article`, and `before`. The form posts to the same address:
 * form_token, scope, comment and article where they were given, rule, count (typed; for the two largest reaches).
 */
export function deskTakedownPage(props: DeskTakedownProps): Html {
  const { frame } = props
  return deskPage({
    frame,
    here: 'takedowns',
    title: 'Take-downs',
    body: html`<main id="main">
${noticeLine(props.notice)}
<h1>Take comments down</h1>
<p>At once, on every page and feed, under a rule, on record. Each take-down can be put back in one step.</p>
${orderForm(props)}
${pastPart(props)}
</main>`,
  })
}

function orderForm(props: DeskTakedownProps): Html {
  const { frame, comment, article, refusal } = props
  return html`<section aria-label="Order"><form class="fields" method="post" action="${paths.desk.takedowns()}">${tokenField(frame)}
${comment !== null && html`<input type="hidden" name="comment" value="${comment.id}"><p>From the comment by <b>${nameOf(comment.printedName)}</b>: <span class="quoted">${comment.excerpt}</span></p>`}
${article !== null && html`<input type="hidden" name="article" value="${article.id}"><p>From the article <b><bdi>${article.headline}</bdi></b></p>`}
<fieldset class="scopes"><legend>How much</legend>${props.reaches.map((reach) => scopeChoice(reach, props))}</fieldset>
<fieldset><legend>Under which rule</legend>${props.rules.map(
    (rule) =>
      html`<label><input type="radio" name="rule" value="${rule.id}" required${
        rule.id === props.chosen.ruleId && html` checked`
      }> ${rule.title}</label>`,
  )}</fieldset>
<div class="short typed"><label for="count">Type the number of comments that will go</label>
<input id="count" name="count" inputmode="numeric" autocomplete="off" size="8" value="${props.chosen.count}"${
    refusal !== null && html` aria-invalid="true"`
  } aria-describedby="count-hint">
<p class="hint" id="count-hint">For a whole article or the whole paper only, so that no slip of the hand empties a page.</p></div>
${refusal !== null && html`<p class="wrong" role="alert">${refusal}</p>`}
<div><button class="no">Take down</button></div></form></section>`
}

function scopeChoice(reach: DeskTakedownProps['reaches'][number], props: DeskTakedownProps): Html {
  const { scope } = reach
  const may = staffMay(actFor[scope], props.frame.staff)
  const role = roles.find((each) => staffMay(actFor[scope], { role: each }))
  const effect = !may
    ? `for ${sayRole(role ?? 'administrator')}s and above`
    : `${count(reach.count, 'comment goes', 'comments go')}`
  return html`<label><input type="radio" name="scope" value="${scope}" required${
    needsTypedCount(scope) && html` data-large`
  }${(!may || reach.count === 0) && html` disabled`}${
    may && reach.count > 0 && scope === props.chosen.scope && html` checked`
  }> <span>${scopeWords[scope]}</span><span>${effect}</span></label>`
}

function pastPart({ batches, rules, frame, before }: DeskTakedownProps): Html {
  return html`<section aria-labelledby="past"><h2 id="past">Past take-downs</h2>${
    batches.length === 0
      ? html`<p class="soft">None yet.</p>`
      : html`<ol class="rows">${batches.map((batch) => pastRow(batch, rules, frame))}</ol>`
  }${before !== null && html`<p class="next"><a class="button" href="${withQuery(paths.desk.takedowns(), { before })}">Earlier</a></p>`}</section>`
}

const reachWords: Record<TakedownScope, (about: Html | null) => Html> = {
  comment: (about) => html`A comment by ${about ?? 'an erased name'}`,
  thread: (about) => html`The thread around ${about ?? 'an erased name'}`,
  commenter: (about) => html`Everything by ${about ?? 'an erased name'}`,
  article: (about) => html`Everything under ${about ?? 'an article'}`,
  everything: () => html`Everything in the paper`,
}

function pastRow(
  batch: TakedownBatch,
  rules: readonly { id: string; title: string }[],
  frame: DeskFrame,
): Html {
  const what = reachWords[batch.scope](batch.about === null ? null : html`<bdi>${batch.about}</bdi>`)
  const goes = count(batch.commentCount, 'comment', 'comments')
  const how =
    batch.reverses !== null
      ? html`<b class="go">Put back</b>`
      : html`<b class="no">Taken down${batch.ruleId !== null && `: ${ruleTitle(rules, batch.ruleId)}`}</b>`
  return html`<li${batch.reversedBy !== null && html` class="over"`}><div><p>${how} <span>${goes}, by ${batch.staffName}, ${stamp(
    batch.decidedAt,
    frame.paper.zone,
  )}</span></p><p>${what}</p></div><div class="doing">${putBackPart(batch, frame)}</div></li>`
}

function putBackPart(batch: TakedownBatch, frame: DeskFrame): Fragment {
  if (batch.reverses !== null) return null
  if (batch.reversedBy !== null) return html`<span>put back since</span>`
  if (!staffMay(actFor[batch.scope], frame.staff)) return null
  return postForm(frame, paths.desk.takedownReversal(batch.id), html`<button>Put back</button>`)
}
