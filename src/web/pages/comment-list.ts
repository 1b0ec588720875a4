import type { ConversationPage, Thread, ThreadComment } from '../../comments/thread.ts'
import { DEEPEST_INDENT } from '../../comments/thread.ts'
import { type Fragment, type Html, html } from '../../lib/html.ts'
import { paths } from '../paths.ts'
import { commentTime, type StampStyle } from '../stamps.ts'

export type FoundLink = { start: number; end: number; text: string; href: string | null }

export type CommentListing = {
  articleId: number
  /** False where comments are closed: nothing can be answered, all can be reported. */
  open: boolean
  style: StampStyle
  rules: readonly { id: string; title: string }[]
  findLinks: (text: string) => readonly FoundLink[]
}

/** The conversation as printed letters: name, time, words; a thin line for replies. */
export function commentList(threads: readonly Thread[], listing: CommentListing): Html {
  return html`<ol class="cs">${threads.map((thread) => threadItem(thread, listing))}</ol>`
}

/** Replies come flat, in reading order, each with its depth; nested here as far as the indent goes. */
function threadItem(thread: Thread, listing: CommentListing): Html {
  return html`\n<li>${commentParts(thread.root, listing)}${replyList(thread.replies, 1, listing)}${moreReplies(
    thread,
    listing.articleId,
  )}`
}

/** A list item for each comment at this level, the deeper ones that follow it inside. */
export function replyList(
  replies: readonly ThreadComment[],
  level: number,
  listing: CommentListing,
): Fragment {
  if (replies.length === 0) return null
  const items: Html[] = []
  for (let i = 0; i < replies.length; ) {
    const head = replies[i] as ThreadComment
    let next = i + 1
    if (level < DEEPEST_INDENT)
      while (next < replies.length && (replies[next] as ThreadComment).depth > level) next++
    items.push(
      html`<li>${commentParts(head, listing)}${replyList(replies.slice(i + 1, next), level + 1, listing)}`,
    )
    i = next
  }
  return html`<ol>${items}</ol>`
}

function moreReplies(thread: Thread, articleId: number): Fragment {
  if (thread.moreReplies <= 0) return null
  const last = thread.replies.at(-1)
  const href = last
    ? paths.replies(articleId, thread.root.id, last.id)
    : paths.comment(articleId, thread.root.id)
  return html`<p class="ui"><a href="${href}">${thread.moreReplies === 1 ? 'One more reply' : `${thread.moreReplies} more replies`}</a></p>`
}

function commentParts(comment: ThreadComment, listing: CommentListing): Html {
  if (comment.state !== 'published') return tombstone(comment, listing)
  const { articleId } = listing
  // A direction of its own: the time behind a Hebrew or Arabic name would be read as a part of it.
  return html`<bdi>${comment.printedName ?? 'Name withheld'}</bdi>${comment.staffMark && html` <i class="staff">${comment.staffMark}</i>`} ${commentTime(
    comment.id,
    comment.submittedAt,
    listing.style,
  )} ${listing.open && html`<a href="${paths.replyForm(articleId, comment.id)}">Reply</a> `}<a href="${paths.reportForm(
    articleId,
    comment.id,
  )}">Report</a>${
    comment.inReplyTo &&
    html` <a href="#c${comment.inReplyTo.id}">in reply to ${comment.inReplyTo.printedName ?? 'a comment taken away'}</a>`
  }<p dir="auto">${commentText(comment, listing)}`
}

/** Keeps its place, so that replies keep theirs; says which rule, so that nobody has to guess. */
function tombstone(comment: ThreadComment, listing: CommentListing): Html {
  const time = commentTime(comment.id, comment.settledAt, listing.style)
  switch (comment.state) {
    case 'removed': {
      const number = listing.rules.findIndex((rule) => rule.id === comment.ruleId) + 1
      const title = listing.rules[number - 1]?.title.toLowerCase() ?? comment.ruleId ?? ''
      return html`<p class="gone">Taken down by the desk, <a href="${paths.policy()}#${comment.ruleId ?? ''}">rule ${number || ''}: ${title}</a>. ${time}</p>`
    }
    case 'withdrawn':
      return html`<p class="gone">Taken back by its writer. ${time}</p>`
    default:
      return html`<p class="gone">The desk is looking at this comment again. ${time}</p>`
  }
}

/** Paragraphs by blank lines; line breaks are kept by the style sheet. */
function commentText(comment: ThreadComment, listing: CommentListing): Fragment {
  const paragraphs = (comment.text ?? '').split('\n\n')
  return paragraphs.map(
    (words, i) => html`${i > 0 && html`</p><p dir="auto">`}${linked(words, comment.linksAllowed, listing)}`,
  )
}

/** A link stays text until the desk has allowed it; then it says what it is, and passes no reputation on. */
function linked(words: string, allowed: boolean, listing: CommentListing): Fragment {
  if (!words.includes('.')) return words
  const links = listing.findLinks(words)
  if (links.length === 0) return words
  const parts: Fragment[] = []
  let at = 0
  for (const link of links) {
    parts.push(words.slice(at, link.start))
    parts.push(
      allowed && link.href !== null
        ? html`<a href="${link.href}" rel="ugc nofollow noopener">${link.text}</a>`
        : html`<span>${link.text}</span>`,
    )
    at = link.end
  }
  parts.push(words.slice(at))
  return parts
}

const plural = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`

/** "214 published, 9 refused, 3 taken down": numbers that matter, in words. */
export function tallyLine(tally: ConversationPage['tally']): Html {
  const words = [
    plural(tally.published, 'published', 'published'),
    ...(tally.rejected > 0 ? [plural(tally.rejected, 'refused', 'refused')] : []),
    ...(tally.removed > 0 ? [plural(tally.removed, 'taken down', 'taken down')] : []),
  ].join(', ')
  return html`<p class="ui">${words} · <a href="${paths.record()}">the public record</a></p>`
}
