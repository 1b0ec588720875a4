import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { likenessOf } from '../triage/likeness.ts'
import { nearKeysOf } from '../triage/near-keys.ts'
import { changedSince } from './ledger-store.ts'

/** `text` is null where it waits no more: its keys go. */
export type KeyChange = { commentId: number; revisionNo: number | null; text: string | null }

/** Where keys are missing, of another revision, or of something that waits no more. */
export async function listKeyChanges(
  db: Db,
  where: { sinceXid: string | null; afterId: number; limit: number },
): Promise<KeyChange[]> {
  const which =
    where.sinceXid === null
      ? sql`select comment_id from queue_item union select comment_id from near_key`
      : changedSince(where.sinceXid)
  const { rows } = await sql<KeyChange>`
    select w.comment_id as "commentId", c.revision_no as "revisionNo",
      case when q.comment_id is not null then r.text end as text
    from (${which}) w
    left join near_key k on k.comment_id = w.comment_id
    left join queue_item q on q.comment_id = w.comment_id
    left join comment c on c.id = w.comment_id
    left join comment_revision r on r.comment_id = c.id and r.revision_no = c.revision_no
    where w.comment_id > ${where.afterId} and case when q.comment_id is not null and r.text is not null
      then k.revision_no is distinct from c.revision_no else k.comment_id is not null end
    order by w.comment_id limit ${where.limit}`.execute(db)
  return rows
}

/** Two processes that come at once write the same. */
export async function applyKeyChanges(db: Db, changes: readonly KeyChange[]): Promise<void> {
  const gone = changes.filter((change) => change.text === null).map((change) => change.commentId)
  const keyed = changes.flatMap(({ commentId, revisionNo, text }) =>
    text === null ? [] : [{ id: commentId, no: revisionNo, keys: nearKeysOf(likenessOf(text)) }],
  )
  if (gone.length > 0) await sql`delete from near_key where comment_id = any(${gone}::bigint[])`.execute(db)
  if (keyed.length === 0) return
  await sql`
    insert into near_key (comment_id, revision_no, keys)
    select t.id, t.no, t.keys from jsonb_to_recordset(${JSON.stringify(keyed)}::jsonb) as t (id bigint, no int, keys int[])
    order by t.id
    on conflict (comment_id) do update set revision_no = excluded.revision_no, keys = excluded.keys`.execute(
    db,
  )
}
