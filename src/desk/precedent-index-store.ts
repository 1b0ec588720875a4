import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { readByAPerson } from './learning-store.ts'
import { changedSince } from './ledger-store.ts'
import { wordsOf } from './precedent.ts'

/** `text` is null for a precedent that is to go: withdrawn, erased or deleted. */
export type PrecedentChange = {
  commentId: number
  revisionNo: number
  articleId: number | null
  text: string | null
}

/** Texts that a person decided one by one and that are no precedents yet, and precedents whose words are gone. */
export async function listPrecedentChanges(
  db: Db,
  where: { sinceXid: string | null; afterId: number; limit: number },
): Promise<PrecedentChange[]> {
  const among = (column: ReturnType<typeof sql>) =>
    where.sinceXid === null ? sql`` : sql`and ${column} in (${changedSince(where.sinceXid)})`
  const { rows } = await sql<PrecedentChange>`
    (select p.comment_id as "commentId", p.revision_no as "revisionNo", null::int as "articleId", null::text as text
      from precedent p
      left join comment c on c.id = p.comment_id
      left join comment_revision r on r.comment_id = p.comment_id and r.revision_no = p.revision_no
      where p.comment_id > ${where.afterId} ${among(sql`p.comment_id`)}
        and (c.id is null or c.state = 'withdrawn' or r.text is null)
      order by p.comment_id limit ${where.limit})
    union all
    (select d.comment_id, d.revision_no, min(d.article_id), min(r.text)
      from decision d
      join comment c on c.id = d.comment_id
      join comment_revision r on r.comment_id = d.comment_id and r.revision_no = d.revision_no
      where d.comment_id > ${where.afterId} ${among(sql`d.comment_id`)}
        and ${readByAPerson} and d.act <> 'hold' and c.state <> 'withdrawn' and r.text is not null
        and not exists (select 1 from precedent p where p.comment_id = d.comment_id and p.revision_no = d.revision_no)
      group by d.comment_id, d.revision_no order by d.comment_id limit ${where.limit})
    order by 1, 2 limit ${where.limit}`.execute(db)
  return rows
}

/** Two processes that come at once write the same. */
export async function applyPrecedentChanges(db: Db, changes: readonly PrecedentChange[]): Promise<void> {
  const gone = changes.filter((change) => change.text === null)
  const fresh = changes.flatMap((change) =>
    change.text === null
      ? []
      : [
          {
            id: change.commentId,
            no: change.revisionNo,
            article: change.articleId,
            words: wordsOf(change.text),
          },
        ],
  )
  if (gone.length > 0)
    await sql`
      delete from precedent p using unnest(${gone.map((one) => one.commentId)}::bigint[],
        ${gone.map((one) => one.revisionNo)}::int[]) as g (id, no)
      where p.comment_id = g.id and p.revision_no = g.no`.execute(db)
  if (fresh.length > 0)
    await sql`
      insert into precedent (comment_id, revision_no, article_id, words)
      select t.id, t.no, t.article, array_to_tsvector(t.words)
      from jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb) as t (id bigint, no int, article int, words text[])
      order by t.id, t.no on conflict do nothing`.execute(db)
}
