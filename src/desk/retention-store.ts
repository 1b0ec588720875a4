import { sql } from 'kysely'
import { STAFF_IDLE_DAYS } from '../accounts/staff.ts'
import { type Db, inTransaction } from '../db/database.ts'
import { after, days, hours } from '../lib/clock.ts'

/** How long the least is kept that must be kept (GDPR Art. 5(1)(c) and (e)). Said in docs/operations.md as well. */
export const UNCONFIRMED_HOURS = 48
export const NETWORK_KEY_DAYS = 7
export const MAILBOX_DAYS = 7
export const LETTER_DAYS = 30

export type Swept = { expired: number; networkKeys: number }

export async function sweep(db: Db, now: Date): Promise<Swept> {
  const expired = await expireUnconfirmed(db, now)
  const keysBefore = after(now, -days(NETWORK_KEY_DAYS))
  const comments = await sql`
    update comment set network_key = null where network_key is not null and submitted_at < ${keysBefore}`.execute(
    db,
  )
  const reports = await sql`
    update report set network_key = null where network_key is not null and filed_at < ${keysBefore}`.execute(
    db,
  )
  await sql`delete from submission where submitted_at < ${after(now, -hours(1))}`.execute(db)
  await sql`delete from sign_in_link where expires_at < ${after(now, -days(1))}`.execute(db)
  await sql`
    delete from staff_session where expires_at < ${now} or seen_at < ${after(now, -days(STAFF_IDLE_DAYS))}`.execute(
    db,
  )
  await sql`delete from passkey_challenge where expires_at < ${now}`.execute(db)
  await sql`delete from commenter_session where expires_at < ${now}`.execute(db)
  await sql`delete from mailbox_letter where delivered_at < ${after(now, -days(MAILBOX_DAYS))}`.execute(db)
  await sql`
    delete from letter l where (sent_at < ${after(now, -days(LETTER_DAYS))} or cancelled_at < ${after(now, -days(LETTER_DAYS))})
      and not exists (select 1 from mailbox_letter m where m.letter_id = l.id)`.execute(db)
  return {
    expired,
    networkKeys: Number(comments.numAffectedRows ?? 0) + Number(reports.numAffectedRows ?? 0),
  }
}

/** Never confirmed within 48 hours: words, name and, where nothing else hangs on it, the address are deleted. */
async function expireUnconfirmed(db: Db, now: Date): Promise<number> {
  return inTransaction(db, async (tx) => {
    const { rows } = await sql<{ commenter_id: number }>`
      with gone as (
        delete from comment where state = 'unconfirmed' and submitted_at < ${after(now, -hours(UNCONFIRMED_HOURS))}
        returning id, article_id, commenter_id
      ), letters as (
        update letter set cancelled_at = ${now}
        where comment_id in (select id from gone) and sent_at is null and cancelled_at is null
      ), entry as (
        insert into ledger (at, kind, actor, article_id, comment_id)
        select ${now}::timestamptz, 'comment_expired', 'system', article_id, id from gone
      )
      select commenter_id from gone`.execute(tx)
    const commenters = [...new Set(rows.map((row) => row.commenter_id))]
    if (commenters.length > 0) {
      await sql`
        delete from mailbox_letter where letter_id in (
          select id from letter where commenter_id = any(${commenters}::bigint[]) and kind = 'confirm')`.execute(
        tx,
      )
      await sql`
        update commenter w set email = null, erased_at = ${now}
        where id = any(${commenters}::bigint[]) and confirmed_at is null
          and not exists (select 1 from comment c where c.commenter_id = w.id)`.execute(tx)
    }
    return rows.length
  })
}
