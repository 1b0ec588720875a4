import type { MayBreakRule } from '../../comments/submission.ts'
import type { Thread, ThreadComment } from '../../comments/thread.ts'
import { cleanText } from '../../comments/words.ts'
import { type Html, html } from '../../lib/html.ts'
import type { Article, CommentMode } from '../../newsroom/article.ts'
import type { Policy } from '../../policy/rule.ts'
import { paths } from '../paths.ts'
import { type ReaderFrame, readerPage } from '../reader-layout.ts'
import { directionOf, listingFor } from './article-page.ts'
import { commentForm, type TypedComment } from './comment-form.ts'
import { commentList, type FoundLink } from './comment-list.ts'
import { markedText } from './desk-marks.ts'
import { policyBox } from './policy-box.ts'

type Story = {
  frame: ReaderFrame
  article: Article
  policy: Policy
  findLinks: (text: string) => readonly FoundLink[]
}

const storyLine = (article: Article): Html =>
  html`<p class="ui">Under the story</p>
<p class="about" lang="${article.language}" dir="${directionOf(article.language)}"><a href="${paths.article(article)}#comments">${article.headline}</a></p>`

/** A comment's own page: its thread, from where it stands. */
export function threadPage(
  props: Story & {
    commentId: number
    thread: Thread
    /** Null when this page begins at the thread's first reply. */
    startsLate: boolean
    moreAfter: number | null
  },
): Html {
  const { frame, article, thread } = props
  const listing = listingFor(props)
  return readerPage({
    frame,
    title: `Comment on “${article.headline}”`,
    canonical: paths.comment(article.id, props.commentId),
    main: html`${storyLine(article)}
<h1 class="hidden">A comment and its thread</h1>
${props.startsLate && html`<p class="ui"><a href="${paths.comment(article.id, thread.root.id)}">From the beginning of this thread</a></p>`}
${commentList([{ ...thread, moreReplies: 0 }], listing)}
${props.moreAfter !== null && html`<p class="ui more"><a rel="next" href="${paths.replies(article.id, thread.root.id, props.moreAfter)}">Further replies</a></p>`}`,
  })
}

/** The form on a page of its own: for a reply, and for whatever could not be taken, with all that was typed. */
export function commentFormPage(
  props: Story & {
    mode: CommentMode
    parent: ThreadComment | null
    parentId: number | null
    typed: TypedComment
    problem: { sentence: string; field: string | undefined } | null
    nudge: MayBreakRule | null
  },
): Html {
  const { frame, article, parent } = props
  return readerPage({
    frame,
    title: props.parentId === null ? 'Your comment' : 'Your reply',
    canonical: null,
    noindex: true,
    main: html`${storyLine(article)}
<h1>${props.parentId === null ? 'Your comment' : 'Your reply'}</h1>
${parent?.text && html`<blockquote class="quoted" dir="auto"><b>${parent.printedName}</b><p>${parent.text}</p></blockquote>`}
${props.nudge ? nudgePart(props.nudge, props) : policyBox(props.policy, frame.paper, props.mode, article.thread)}
${commentForm({
  articleId: article.id,
  parentId: props.parentId,
  mode: props.mode,
  typed: props.typed,
  problem: props.problem,
  told: props.nudge !== null,
})}`,
  })
}

/** Which rules, in the words of the policy, and where in the comment; the desk decides, not this. */
function nudgePart(nudge: MayBreakRule, { policy, typed }: { policy: Policy; typed: TypedComment }): Html {
  const rules = policy.rules.filter((rule) => nudge.ruleIds.includes(rule.id))
  const marks = nudge.evidence.map((place) => ({ ...place, strong: false }))
  return html`<div class="rules">${rules.map(
    (rule) => html`<p class="ui"><b>${rule.title}.</b> ${rule.words}</p>`,
  )}
<p class="quoted" dir="auto">${markedText(cleanText(typed.text), marks)}</p></div>`
}
