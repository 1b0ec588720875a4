import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { DEEPEST_INDENT } from './thread.ts'

/** A word from the paper itself, marked as such (S12): published at once, on the decision of whoever wrote it. */
export async function insertStaffComment(
  db: Db,
  c: { articleId: number; parentId: number | null; staffId: number; text: string; policyVersion: string },
  now: Date,
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    with parent as (
      select id, root_id, depth, path from comment where id = ${c.parentId}::bigint
    ), fresh as (
      select nextval('comment_id_seq') as id
    ), made as (
      insert into comment (id, article_id, article_revision_no, parent_id, root_id, depth, path, staff_id, printed_name,
        state, submitted_at, published_at, settled_at)
      select f.id, ${c.articleId}, a.revision_no, p.id, coalesce(p.root_id, f.id), coalesce(p.depth + 1, 0),
        coalesce(p.path[1:${DEEPEST_INDENT}::int], '{}') || f.id, s.id, s.name, 'published', ${now}, ${now}, ${now}
      from fresh f cross join article a cross join staff s left join parent p on true
      where a.id = ${c.articleId} and s.id = ${c.staffId}
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
  return (rows[0] as { id: number }).id
}
