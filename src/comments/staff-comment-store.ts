import { sql } from 'kysely'
import { withinSections } from '../accounts/section-store.ts'
import type { Db } from '../db/database.ts'
import { ok, type Result, refused } from '../lib/result.ts'
import { type CommentState, commentCan, statesFor } from './comment.ts'
import type { SubmissionRefusal } from './submission.ts'
import { DEEPEST_INDENT } from './thread.ts'

export type StaffComment = {
  articleId: number
  parentId: number | null
  staffId: number
  text: string
  policyVersion: string
  /** Drawn with the form: the same form sent twice makes one comment. Null where no form was. */
  key: string | null
}

export type StaffCommentRefusal = SubmissionRefusal | { code: 'section_not_yours' }

/**
 * A word from the paper itself, marked as such (S12): published at once, on the decision of whoever wrote it. Closed
 * comments are closed to readers; the paper may still answer below what stands there.
 */
export async function insertStaffComment(
  db: Db,
  c: StaffComment,
  now: Date,
): Promise<Result<number, StaffCommentRefusal>> {
  const { rows } = await sql<{ id: number }>`
    with parent as (
      select id, root_id, depth, path from comment
      where id = ${c.parentId}::bigint and article_id = ${c.articleId} and state = any(${statesFor('reply')}::text[])
    ), fresh as (
      select nextval('comment_id_seq') as id
    ), made as (
      insert into comment (id, article_id, article_revision_no, parent_id, root_id, depth, path, staff_id, printed_name,
        state, submitted_at, published_at, settled_at, submission_key)
      select f.id, ${c.articleId}, a.revision_no, p.id, coalesce(p.root_id, f.id), coalesce(p.depth + 1, 0),
        coalesce(p.path[1:${DEEPEST_INDENT}::int], '{}') || f.id, s.id, s.name, 'published', ${now}, ${now}, ${now},
        ${c.key}::text
      from fresh f cross join article a join publication pub on pub.id = a.publication_id
      left join section sec on sec.id = a.section_id cross join staff s left join parent p on true
      where a.id = ${c.articleId} and s.id = ${c.staffId} and a.state = 'live'
        and coalesce(a.comment_mode, sec.comment_mode, pub.comment_mode) <> 'off'
        and (${c.parentId}::bigint is null or p.id is not null)
        and ${withinSections(c.staffId, sql`a.id`)}
      on conflict (submission_key) where submission_key is not null do nothing
      returning id, article_id
    ), revision as (
      insert into comment_revision (comment_id, revision_no, text, created_at) select id, 1, ${c.text}, ${now} from made
    ), ruling as (
      insert into decision (comment_id, revision_no, article_id, act, policy_version, decider, staff_id, from_state,
        to_state, from_settled_at, decided_at)
      select id, 1, article_id, 'publish', ${c.policyVersion}, 'staff', ${c.staffId}, 'held', 'published', ${now}, ${now}
      from made returning id, comment_id
    ), entry as (
      insert into ledger (at, kind, actor, staff_id, article_id, comment_id, revision_no, decision_id, policy_version)
      select ${now}::timestamptz, 'comment_published', 'staff', ${c.staffId}, m.article_id, m.id, 1, r.id, ${c.policyVersion}
      from made m join ruling r on r.comment_id = m.id
    )
    select id from made`.execute(db)
  return rows[0] ? ok(rows[0].id) : earlierOrRefusal(db, c)
}

async function earlierOrRefusal(db: Db, c: StaffComment): Promise<Result<number, StaffCommentRefusal>> {
  const { rows } = await sql<{
    earlier: number | null
    live: boolean
    within: boolean
    parent_state: CommentState | null
  }>`
    select ${withinSections(c.staffId, sql`${c.articleId}::int`)} as within, (select id from comment where submission_key = ${c.key}::text and staff_id = ${c.staffId}) as earlier,
      exists (select 1 from article where id = ${c.articleId} and state = 'live') as live,
      (select state from comment where id = ${c.parentId}::bigint and article_id = ${c.articleId}) as parent_state`.execute(
    db,
  )
  const found = rows[0]
  if (found?.earlier) return ok(found.earlier)
  if (!found?.live) return refused({ code: 'article_not_found' })
  if (!found.within) return refused({ code: 'section_not_yours' })
  const answerable = found.parent_state !== null && commentCan('reply', { state: found.parent_state })
  if (c.parentId !== null && !answerable) return refused({ code: 'parent_not_public' })
  return refused({ code: 'comments_closed' })
}
