import type { Skeleton, SkeletonComment, Words } from './conversation-store.ts'
import { type ConversationPage, DEEPEST_INDENT, type Thread, type ThreadComment } from './thread.ts'

/**
 * What a reader may see: words and name of a published comment; of one taken down, the rule and the time; of one
 * withdrawn or held again, only its place, and that only while replies need it. Pure, so that no page can forget it.
 */
export function applyVisibility(
  skeleton: Skeleton,
  words: Words,
  tally: ConversationPage['tally'],
  newest: boolean,
): ConversationPage {
  const repliesOf = new Map<number, SkeletonComment[]>()
  for (const reply of skeleton.replies) {
    const list = repliesOf.get(reply.rootId)
    if (list) list.push(reply)
    else repliesOf.set(reply.rootId, [reply])
  }
  const threads = skeleton.roots.flatMap((root) => {
    const replies = repliesOf.get(root.id) ?? []
    const thread = visibleThread(root, replies, words, root.replyCount - replies.length)
    return thread ? [thread] : []
  })
  return { threads, earlierBefore: skeleton.earlierBefore, newest, tally }
}

export function visibleThread(
  root: SkeletonComment,
  replies: SkeletonComment[],
  words: Words,
  moreReplies: number,
): Thread | undefined {
  const needed = new Set<number>()
  // From the last to the first, so that a placeholder kept for a reply keeps its own parent too.
  for (let i = replies.length - 1; i >= 0; i--) {
    const reply = replies[i] as SkeletonComment
    if (stands(reply) || needed.has(reply.id)) needed.add(reply.id).add(reply.parentId ?? 0)
  }
  if (!stands(root) && !needed.has(root.id) && moreReplies === 0) return undefined
  return {
    root: toThreadComment(root, words),
    replies: replies.filter((reply) => needed.has(reply.id)).map((reply) => toThreadComment(reply, words)),
    moreReplies,
  }
}

const stands = (bone: SkeletonComment): boolean => bone.state === 'published' || bone.state === 'removed'

function toThreadComment(bone: SkeletonComment, words: Words): ThreadComment {
  const said = bone.state === 'published' ? words.get(bone.id) : undefined
  // The reader needs the name only where the indent no longer says whom it answers.
  const flat = bone.depth > DEEPEST_INDENT && bone.parentId !== null
  return {
    id: bone.id,
    parentId: bone.parentId,
    rootId: bone.rootId,
    depth: bone.depth,
    printedName: said?.printedName ?? null,
    staffMark: said?.staffMark ?? null,
    text: said?.text ?? null,
    linksAllowed: bone.linksAllowed,
    submittedAt: bone.submittedAt,
    state: visibleState(bone),
    ruleId: bone.state === 'removed' ? bone.ruleId : null,
    settledAt: bone.settledAt,
    inReplyTo:
      flat && bone.parentId !== null
        ? { id: bone.parentId, printedName: words.get(bone.parentId)?.printedName ?? null }
        : null,
  }
}

function visibleState(bone: SkeletonComment): ThreadComment['state'] {
  switch (bone.state) {
    case 'published':
    case 'removed':
    case 'withdrawn':
      return bone.state
    default:
      return 'held'
  }
}
