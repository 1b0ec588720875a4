import { commentCan } from '../../comments/comment.ts'
import type { Receipt } from '../../comments/receipt-store.ts'
import { type Fragment, type Html, html } from '../../lib/html.ts'
import type { Policy } from '../../policy/rule.ts'
import { paths } from '../paths.ts'
import { type ReaderFrame, readerPage, styleOf } from '../reader-layout.ts'
import { timeElement } from '../stamps.ts'

/** "Your comment is waiting" is a page that its writer can come back to, not a message that passes. */
export function receiptPage(props: {
  frame: ReaderFrame
  receipt: Receipt
  ref: string
  policy: Policy
  notice: string | null
  typed: string | null
  problem: { sentence: string; field: string | undefined } | null
}): Html {
  const { frame, receipt, ref } = props
  return readerPage({
    frame,
    title: 'Your comment',
    canonical: null,
    noindex: true,
    main: html`<p class="ui">Your receipt · keep this address, it is yours alone</p>
<h1>${headline(receipt)}</h1>
${props.notice && html`<p class="ui notice" role="status">${props.notice}</p>`}
<p class="ui">${receipt.articleLive ? html`Under <a href="${paths.article({ id: receipt.articleId, slug: receipt.articleSlug })}#comments">${receipt.articleHeadline}</a>` : html`Under “${receipt.articleHeadline}”, which the paper has taken back`}.
Sent ${timeElement(receipt.submittedAt, styleOf(frame))}.${receipt.settledAt.getTime() !== receipt.submittedAt.getTime() && html` In this state since ${timeElement(receipt.settledAt, styleOf(frame))}.`}</p>
${explanation(props.receipt, props.policy)}
<blockquote class="quoted" dir="auto"><b>${receipt.printedName ?? ''}</b><p>${receipt.text ?? html`<i>The words have been erased.</i>`}</p></blockquote>
${receipt.state === 'published' && receipt.articleLive && html`<p class="ui"><a href="${paths.comment(receipt.articleId, receipt.commentId)}#c${receipt.commentId}">Read it in its place</a></p>`}
${resendForm(props)}
${
  commentCan('withdraw', receipt) &&
  html`<form class="ui take-back" method="post" action="${paths.withdrawal(ref)}"><button class="plain">Take it back</button> <span>It disappears at once, and this cannot be undone.</span></form>`
}`,
  })
}

function headline(receipt: Receipt): string {
  switch (receipt.state) {
    case 'unconfirmed':
      return 'Your comment waits for your confirmation'
    case 'held':
      return receipt.resent ? 'Your comment is back at the desk' : 'Your comment is at the desk'
    case 'published':
      return 'Your comment is published'
    case 'rejected':
      return 'Your comment was not published'
    case 'removed':
      return 'Your comment was taken down'
    case 'withdrawn':
      return 'You have taken your comment back'
  }
}

function explanation(receipt: Receipt, policy: Policy): Fragment {
  const rule = policy.rules.find((candidate) => candidate.id === receipt.ruleId)
  const reason =
    rule &&
    html`<p>The rule: <a href="${paths.policy()}#${rule.id}">${rule.title}</a>. ${rule.letter}</p>${
      receipt.words && html`<p>The desk adds: ${receipt.words}</p>`
    }${
      receipt.evidence.length > 0 &&
      html`<p>It goes by these words: ${receipt.evidence.map((words, n) => html`${n > 0 && ' · '}“<bdi>${words}</bdi>”`)}</p>`
    }`
  switch (receipt.state) {
    case 'unconfirmed':
      return html`<p>We have sent a letter to your address. Open the page it leads to and press the button within 48 hours; until then nobody has seen the comment.</p>`
    case 'held':
      return receipt.ahead === null
        ? html`<p>The desk is reading it.</p>`
        : html`<p>${receipt.ahead === 0 ? 'It is next in the queue.' : receipt.ahead === 1 ? 'One comment is before it in the queue.' : `${receipt.ahead.toLocaleString('en-GB')} comments are before it in the queue.`}</p>`
    case 'rejected':
    case 'removed':
      return reason ?? null
    default:
      return null
  }
}

function resendForm(props: Parameters<typeof receiptPage>[0]): Fragment {
  const { receipt, problem } = props
  if (!commentCan('resend', receipt)) return null
  if (receipt.resent)
    return html`<p class="ui">It has been sent a second time already, so this decision stands.</p>`
  return html`<form class="ui" method="post" action="${paths.resending(props.ref)}">
<h2>Put it in other words</h2>
${problem && html`<p class="wrong" id="wrong" role="alert">${problem.sentence}</p>`}
<label for="text">Your comment, once more</label>
<textarea id="text" name="text" rows="6" maxlength="5000" required${problem && html` aria-invalid="true" aria-describedby="wrong"`}>
${props.typed ?? receipt.text ?? ''}</textarea>
<p class="send"><button>Send it again</button> <span>This can be done once.</span></p></form>`
}

/** After a submission that a letter must confirm. */
export function letterSentPage(props: {
  frame: ReaderFrame
  receiptPath: string
  article: { id: number; slug: string; headline: string }
}): Html {
  return readerPage({
    frame: props.frame,
    title: 'A letter is on its way',
    canonical: null,
    noindex: true,
    main: html`<h1>A letter is on its way to you</h1>
<p>Open the page it leads to and press the button there: the comment then goes to the desk. Until that is done nobody has seen it; after 48 hours it is deleted.</p>
<p class="ui"><a href="${props.receiptPath}">Your receipt</a> · <a href="${paths.article(props.article)}#comments">Back to the story</a></p>`,
  })
}

/** Where the letter's link leads. Opening it changes nothing, since mail scanners open links; the button does. */
export function confirmationPage(props: {
  frame: ReaderFrame
  ref: string
  text: string
  headline: string
  /** Why the button did not work just now; it may later. */
  problem: string | null
}): Html {
  return readerPage({
    frame: props.frame,
    title: 'Confirm your comment',
    canonical: null,
    noindex: true,
    script: false,
    main: html`<h1>Send this comment to the desk?</h1>
${props.problem && html`<p class="ui wrong" role="alert">${props.problem}</p>`}
<p class="ui">Under “${props.headline}”</p>
<blockquote class="quoted" dir="auto"><p>${props.text}</p></blockquote>
<form class="ui" method="post" action="${paths.confirmation(props.ref)}"><p class="send"><button>Yes, it is mine</button> <span>If it is not, close this page: it is then deleted unread.</span></p></form>`,
  })
}
