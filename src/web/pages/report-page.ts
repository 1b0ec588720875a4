import type { ThreadComment } from '../../comments/thread.ts'
import type { ReportReceipt } from '../../desk/report-store.ts'
import { type Fragment, type Html, html } from '../../lib/html.ts'
import type { Policy } from '../../policy/rule.ts'
import { paths } from '../paths.ts'
import { type ReaderFrame, readerPage, styleOf } from '../reader-layout.ts'
import { timeElement } from '../stamps.ts'

export type TypedReport = { rule: string; words: string; email: string }

/** With or without an address; under a rule, so that the desk knows what to look for (S11). */
export function reportFormPage(props: {
  frame: ReaderFrame
  article: { id: number; slug: string; headline: string }
  comment: ThreadComment
  policy: Policy
  typed: TypedReport
  problem: { sentence: string; field: string | undefined } | null
}): Html {
  const { comment, typed, problem } = props
  const wrong = (field: string) =>
    problem?.field === field && html` aria-invalid="true" aria-describedby="wrong"`
  return readerPage({
    frame: props.frame,
    title: 'Report a comment',
    canonical: null,
    noindex: true,
    script: false,
    main: html`<p class="ui">Under the story <a href="${paths.article(props.article)}#c${comment.id}">${props.article.headline}</a></p>
<h1>Report this comment</h1>
<blockquote class="quoted" dir="auto"><b>${comment.printedName}</b><p>${comment.text}</p></blockquote>
<form class="ui" method="post" action="${paths.reports(props.article.id, comment.id)}">
${problem && html`<p class="wrong" id="wrong" role="alert">${problem.sentence}</p>`}
<fieldset class="choice"><legend>Which rule does it break?</legend>
${props.policy.rules.map(
  (rule) =>
    html`<p><input type="radio" name="rule" id="r-${rule.id}" value="${rule.id}" required${typed.rule === rule.id && html` checked`}${wrong('rule')}><label for="r-${rule.id}"><b>${rule.title}</b> ${rule.words}</label></p>\n`,
)}</fieldset>
<label for="words">In your own words, if you like</label>
<textarea id="words" name="words" rows="3" maxlength="1000"${wrong('words')}>
${typed.words}</textarea>
<label for="email">E-mail, if you want to hear what became of it</label>
<input id="email" name="email" type="email" maxlength="254" autocomplete="email" value="${typed.email}"${wrong('email')}>
<p class="send"><button>Report to the desk</button> <span>The writer never learns who reported.</span></p></form>`,
  })
}

const outcomes: Record<ReportReceipt['state'], string> = {
  open: 'The desk has your report',
  upheld: 'The desk agreed with you',
  dismissed: 'The desk leaves the comment up',
  lapsed: 'The comment is gone',
}

export function reportReceiptPage(props: {
  frame: ReaderFrame
  receipt: ReportReceipt
  policy: Policy
  /** Of the reporter's own, in their own browser; else null. */
  standing: { answered: number; upheld: number } | null
}): Html {
  const { receipt, frame } = props
  const rule = props.policy.rules.find((candidate) => candidate.id === receipt.ruleId)
  const what = {
    open: 'A person will look at the comment and decide. Come back to this page to see what became of it.',
    upheld: 'The comment is no longer public. Thank you for helping to keep the conversation readable.',
    dismissed: 'The desk has read it and found no breach of the rules. Thank you all the same.',
    lapsed: 'Its writer took it back before the desk decided.',
  }[receipt.state]
  return readerPage({
    frame,
    title: 'Your report',
    canonical: null,
    noindex: true,
    script: false,
    main: html`<p class="ui">Your report · keep this address, it is yours alone</p>
<h1>${outcomes[receipt.state]}</h1>
<p>${what}</p>
${props.standing && standingLine(props.standing)}
<p class="ui">Under <a href="${paths.article({ id: receipt.articleId, slug: receipt.articleSlug })}#comments">${receipt.articleHeadline}</a>.
Rule: <a href="${paths.policy()}#${receipt.ruleId}">${rule?.title ?? receipt.ruleId}</a>. Reported ${timeElement(receipt.filedAt, styleOf(frame))}.${
      receipt.answeredAt && html` Answered ${timeElement(receipt.answeredAt, styleOf(frame))}.`
    }</p>`,
  })
}

/** Numbers without a judgement; nobody else sees them, staff included. A single answer stands on the page anyway. */
function standingLine({ answered, upheld }: { answered: number; upheld: number }): Fragment {
  if (answered < 2) return null
  return html`<p class="ui">${upheld === 0 ? 'None so far' : upheld} of your ${answered} reports answered within a year ${
    upheld > 1 ? 'were' : 'was'
  } upheld. Only you see this.</p>`
}
