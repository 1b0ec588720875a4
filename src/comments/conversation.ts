import type { Db } from '../db/database.ts'
import {
  conversationSkeleton,
  countConversation,
  findPublicPlace,
  hydrateWords,
  threadSkeleton,
} from './conversation-store.ts'
import type { ConversationPage, Thread } from './thread.ts'
import { applyVisibility, visibleThread } from './visibility.ts'

/** Skeleton, words, visibility: the first two read, the last is pure. */
export async function readConversation(
  db: Db,
  articleId: number,
  before: number | null,
): Promise<ConversationPage> {
  const [skeleton, tally] = await Promise.all([
    conversationSkeleton(db, articleId, before),
    countConversation(db, articleId),
  ])
  const bones = [...skeleton.roots, ...skeleton.replies]
  const words = await hydrateWords(db, idsToRead(bones))
  return applyVisibility(skeleton, words, tally, before === null)
}

/** The parents of flat replies are named too, even where they stand on another page. */
const idsToRead = (bones: readonly { id: number; parentId: number | null }[]): number[] => [
  ...new Set(bones.flatMap((bone) => (bone.parentId === null ? [bone.id] : [bone.id, bone.parentId]))),
]

export const THREAD_PAGE = 100

export type ThreadView = { thread: Thread; startsLate: boolean; moreAfter: number | null }

/**
 * The thread around a comment: from its root, or for a reply from the comment it answers, or after the reply that the
 * page before ended with. Undefined where the comment never was public.
 */
export async function readThread(
  db: Db,
  articleId: number,
  commentId: number,
  after: number | null,
): Promise<ThreadView | undefined> {
  const place = await findPublicPlace(db, articleId, commentId)
  if (!place) return undefined
  const isRoot = place.parentId === null
  const from = after !== null || isRoot ? null : place.parentId === place.rootId ? commentId : place.parentId
  const skeleton = await threadSkeleton(db, {
    articleId,
    rootId: place.rootId,
    from,
    after,
    limit: THREAD_PAGE,
  })
  if (!skeleton) return undefined
  const words = await hydrateWords(db, idsToRead([skeleton.root, ...skeleton.replies]))
  const thread = visibleThread(skeleton.root, skeleton.replies, words, skeleton.more ? 1 : 0)
  if (!thread) return undefined
  return {
    thread,
    startsLate: from !== null || after !== null,
    moreAfter: skeleton.more ? (skeleton.replies.at(-1)?.id ?? null) : null,
  }
}
