import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import type { CommentState } from './comment.ts'
import type { ConversationPage } from './thread.ts'
import { REPLIES_A_THREAD, ROOTS_A_PAGE } from './thread.ts'

/** The bones of a page: which comments stand on it, in reading order, without their words. */
export type SkeletonComment = {
  id: number
  parentId: number | null
  rootId: number
  depth: number
  state: CommentState
  ruleId: string | null
  settledAt: Date
  submittedAt: Date
  linksAllowed: boolean
}

export type Skeleton = {
  roots: (SkeletonComment & { replyCount: number })[]
  replies: SkeletonComment[]
  earlierBefore: number | null
}

type SkeletonRow = {
  id: number
  parent_id: number | null
  root_id: number
  depth: number
  state: CommentState
  rule_id: string | null
  settled_at: Date
  submitted_at: Date
  links_allowed: boolean
}

const boneFromRow = (row: SkeletonRow): SkeletonComment => ({
  id: row.id,
  parentId: row.parent_id,
  rootId: row.root_id,
  depth: row.depth,
  state: row.state,
  ruleId: row.rule_id,
  settledAt: row.settled_at,
  submittedAt: row.submitted_at,
  linksAllowed: row.links_allowed,
})

const bones = sql.raw(
  ['id', 'parent_id', 'root_id', 'depth', 'state', 'rule_id', 'settled_at', 'submitted_at', 'links_allowed']
    .map((column) => `c.${column}`)
    .join(', '),
)

/** Counting a thread stops here: beyond it the page says "more than". */
export const REPLIES_COUNTED = 1_000

/**
 * The newest threads of an article, older than `before` where given, each with its first replies. Keyed by id, so the
 * cost does not grow with the conversation.
 */
export async function conversationSkeleton(
  db: Db,
  articleId: number,
  before: number | null,
): Promise<Skeleton> {
  const older = before === null ? sql`` : sql`and c.id < ${before}`
  const { rows } = await sql<SkeletonRow & { reply_count: number }>`
    select ${bones}, (
      select count(*)::int from (
        select 1 from comment r where r.root_id = c.id and r.parent_id is not null and r.published_at is not null
        limit ${REPLIES_COUNTED}) counted) as reply_count
    from comment c
    where c.article_id = ${articleId} and c.parent_id is null and c.published_at is not null ${older}
    order by c.id desc limit ${ROOTS_A_PAGE + 1}`.execute(db)
  const roots = rows
    .slice(0, ROOTS_A_PAGE)
    .map((row) => ({ ...boneFromRow(row), replyCount: row.reply_count }))
  const withReplies = roots.filter((root) => root.replyCount > 0).map((root) => root.id)
  const replies =
    withReplies.length === 0
      ? []
      : (
          await sql<SkeletonRow>`
            select ${bones} from unnest(${withReplies}::bigint[]) as t(root)
            cross join lateral (
              select * from comment r
              where r.root_id = t.root and r.parent_id is not null and r.published_at is not null
              order by r.path limit ${REPLIES_A_THREAD}) c
            order by c.root_id, c.path`.execute(db)
        ).rows.map(boneFromRow)
  const last = roots.at(-1)
  return { roots, replies, earlierBefore: rows.length > ROOTS_A_PAGE && last ? last.id : null }
}

/** One thread: its root, and replies in reading order from `from` (a reply's id, inclusive) or after `after`. */
export async function threadSkeleton(
  db: Db,
  at: { articleId: number; rootId: number; from: number | null; after: number | null; limit: number },
): Promise<
  { root: SkeletonComment & { replyCount: number }; replies: SkeletonComment[]; more: boolean } | undefined
> {
  const root = await sql<SkeletonRow>`
    select ${bones} from comment c
    where c.id = ${at.rootId} and c.article_id = ${at.articleId} and c.parent_id is null and c.published_at is not null`.execute(
    db,
  )
  const rootRow = root.rows[0]
  if (!rootRow) return undefined
  const where =
    at.after !== null
      ? sql`and c.path > (select path from comment where id = ${at.after})`
      : at.from !== null
        ? sql`and c.path >= (select path from comment where id = ${at.from})`
        : sql``
  const { rows } = await sql<SkeletonRow>`
    select ${bones} from comment c
    where c.root_id = ${at.rootId} and c.parent_id is not null and c.published_at is not null ${where}
    order by c.path limit ${at.limit + 1}`.execute(db)
  return {
    root: { ...boneFromRow(rootRow), replyCount: 0 },
    replies: rows.slice(0, at.limit).map(boneFromRow),
    more: rows.length > at.limit,
  }
}

/** Where a public comment stands in its thread. */
export async function findPublicPlace(
  db: Db,
  articleId: number,
  commentId: number,
): Promise<{ rootId: number; parentId: number | null; state: CommentState } | undefined> {
  const { rows } = await sql<{ root_id: number; parent_id: number | null; state: CommentState }>`
    select root_id, parent_id, state from comment
    where id = ${commentId} and article_id = ${articleId} and published_at is not null`.execute(db)
  const row = rows[0]
  return row && { rootId: row.root_id, parentId: row.parent_id, state: row.state }
}

/** The flesh: words and names, only of comments that are public now, and of the parents that replies name. */
export type Words = Map<number, { text: string | null; printedName: string | null; staffMark: string | null }>

export async function hydrateWords(db: Db, commentIds: number[]): Promise<Words> {
  if (commentIds.length === 0) return new Map()
  const { rows } = await sql<{
    id: number
    text: string | null
    printed_name: string | null
    staff: boolean
  }>`
    select c.id, cr.text, c.printed_name, c.staff_id is not null as staff
    from comment c join comment_revision cr on cr.comment_id = c.id and cr.revision_no = c.revision_no
    where c.id = any(${commentIds}::bigint[]) and c.state = 'published'`.execute(db)
  return new Map(
    rows.map((row) => [
      row.id,
      { text: row.text, printedName: row.printed_name, staffMark: row.staff ? 'Staff' : null },
    ]),
  )
}

export async function countConversation(db: Db, articleId: number): Promise<ConversationPage['tally']> {
  const { rows } = await sql<{ state: 'published' | 'rejected' | 'removed'; count: number }>`
    select state, count(*)::int as count from comment
    where article_id = ${articleId} and state in ('published', 'rejected', 'removed') group by state`.execute(
    db,
  )
  const tally = { published: 0, rejected: 0, removed: 0 }
  for (const row of rows) tally[row.state] = row.count
  return tally
}
