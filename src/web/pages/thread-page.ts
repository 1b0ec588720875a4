import type { Thread, ThreadComment } from '../../comments/thread.ts'
import { type Html, html } from '../../lib/html.ts'
import type { Article, CommentMode } from '../../newsroom/article.ts'
import type { Policy } from '../../policy/rule.ts'
import { paths } from '../paths.ts'
import { type ReaderFrame, readerPage } from '../reader-layout.ts'
import { directionOf, listingFor } from './article-page.ts'
import { commentForm, type TypedComment } from './comment-form.ts'
import { commentList, type FoundLink } from './comment-list.ts'
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
${policyBox(props.policy, frame.paper, props.mode)}
${commentForm({
  articleId: article.id,
  parentId: props.parentId,
  mode: props.mode,
  typed: props.typed,
  problem: props.problem,
})}`,
  })
}
