import { sql } from 'kysely'
import { withinSections } from '../accounts/section-store.ts'
import type { Db } from '../db/database.ts'
import { MOST_BEHIND_NETWORK, mergeNear, type NearAccount, nearTexts, type Text } from './near-account.ts'

const MOST_NEAR = 20

/**
 * Writers that may be the same person, from what the records hold anyway and only where this person of the desk may see a
 * comment of theirs. Nothing is stored: the hint is gone with the hashes it was drawn from.
 */
export async function listNearAccounts(db: Db, commenterId: number, staffId: number): Promise<NearAccount[]> {
  const [emails, networks, own] = await Promise.all([
    listNearEmails(db, commenterId, staffId),
    listNearNetworks(db, commenterId, staffId),
    listOwnTexts(db, commenterId, staffId),
  ])
  const others = await listTextsBeside(db, commenterId, staffId)
  return mergeNear([...emails, ...networks, ...nearTexts(own, others)]).slice(0, MOST_NEAR)
}

const nameNow = (who: string) =>
  sql.raw(
    `(select printed_name from comment n where n.commenter_id = ${who} and n.state <> 'unconfirmed' order by n.id desc limit 1)`,
  )

const visibleTo = (staffId: number) => sql`exists (
  select 1 from comment v where v.commenter_id = o.id and v.state <> 'unconfirmed'
    and ${withinSections(staffId, sql`v.article_id`)})`

async function listNearEmails(db: Db, commenterId: number, staffId: number): Promise<NearAccount[]> {
  const { rows } = await sql<{ id: number; name: string | null }>`
    select o.id, ${nameNow('o.id')} as name
    from commenter w join commenter o on near_email(o.email) = near_email(w.email) and o.id <> w.id and o.email is not null
    where w.id = ${commenterId} and w.email is not null and ${visibleTo(staffId)}
    order by o.id desc limit ${MOST_NEAR}`.execute(db)
  return rows.map(({ id, name }) => ({ commenterId: id, name, reasons: [{ by: 'email' }] }))
}

/**
 * Among the newest comments whose network hash is still kept, read by the index that drops the hashes: an index by hash
 * would be written with every comment for a page opened now and then.
 */
const NEWEST_WITH_NETWORK = 50_000

async function listNearNetworks(db: Db, commenterId: number, staffId: number): Promise<NearAccount[]> {
  const { rows } = await sql<{ id: number; name: string | null; shared: number }>`
    with own as materialized (
      select distinct network_key from (select network_key from comment
        where commenter_id = ${commenterId} and network_key is not null and state <> 'unconfirmed'
        order by id desc limit 20) mine
    ), behind as materialized (
      select recent.network_key, recent.commenter_id from (
        select network_key, commenter_id from comment
        where network_key is not null and commenter_id is not null and state <> 'unconfirmed'
          and exists (select 1 from own)
        order by submitted_at desc limit ${NEWEST_WITH_NETWORK}) recent
      join own on own.network_key = recent.network_key
      group by recent.network_key, recent.commenter_id
    ), shared as (
      select network_key, count(*)::int as writers from behind group by network_key
      having count(*) <= ${MOST_BEHIND_NETWORK}
    )
    select o.id, ${nameNow('o.id')} as name, min(shared.writers)::int as shared
    from behind join shared on shared.network_key = behind.network_key
    join commenter o on o.id = behind.commenter_id
    where o.id <> ${commenterId} and ${visibleTo(staffId)}
    group by o.id order by o.id desc limit ${MOST_NEAR}`.execute(db)
  return rows.map(({ id, name, shared }) => ({
    commenterId: id,
    name,
    reasons: [{ by: 'network', sharedBy: shared }],
  }))
}

const OWN_TEXTS = 10
const TEXTS_BESIDE = 100

async function listOwnTexts(db: Db, commenterId: number, staffId: number): Promise<Text[]> {
  const { rows } = await sql<Text>`
    select c.id as "commentId", c.commenter_id as "commenterId", c.printed_name as name, r.text
    from (select * from comment c where c.commenter_id = ${commenterId} and c.state <> 'unconfirmed'
      and ${withinSections(staffId, sql`c.article_id`)} order by c.id desc limit ${OWN_TEXTS}) c
    join comment_revision r on r.comment_id = c.id and r.revision_no = c.revision_no and r.text is not null`.execute(
    db,
  )
  return rows
}

/** The newest comments of others under the articles of the writer's newest: where a second account would speak up. */
async function listTextsBeside(db: Db, commenterId: number, staffId: number): Promise<Text[]> {
  const { rows } = await sql<Text>`
    select c.id as "commentId", c.commenter_id as "commenterId", c.printed_name as name, r.text
    from (select distinct article_id from (select article_id from comment c where c.commenter_id = ${commenterId}
        and c.state <> 'unconfirmed' and ${withinSections(staffId, sql`c.article_id`)}
        order by c.id desc limit ${OWN_TEXTS}) own) a
    cross join lateral (
      -- By state, as the index has them: of a hundred thousand only the newest of each are read.
      select newest.* from unnest(array['held', 'published', 'rejected', 'removed']) as s (state)
      cross join lateral (select id, commenter_id, printed_name, revision_no from comment n
        where n.article_id = a.article_id and n.state = s.state order by n.id desc limit ${TEXTS_BESIDE / 4}) newest) c
    join comment_revision r on r.comment_id = c.id and r.revision_no = c.revision_no and r.text is not null
    where c.commenter_id is not null and c.commenter_id <> ${commenterId}`.execute(db)
  return rows
}
