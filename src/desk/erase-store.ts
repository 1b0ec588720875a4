import { sql } from 'kysely'
import { type Db, inTransaction } from '../db/database.ts'

export type Erased = { comments: number; reports: number; articleIds: number[] }

/**
 * Removes a person's words, name and address everywhere (GDPR Art. 17) and leaves the record whole: ledger and
 * decisions never held any of them. What was public becomes a withdrawn place, so that replies keep theirs.
 *
 * Copies outside this database are not reached: backups (they expire), letters already sent.
 */
export async function eraseAddress(db: Db, email: string, now: Date): Promise<Erased> {
  return inTransaction(db, async (tx) => {
    const who = await sql<{ id: number }>`
      update commenter set email = null, erased_at = ${now} where email = ${email} returning id`.execute(tx)
    const reports = await eraseReports(tx, email, now)
    await sql`
      delete from mailbox_letter where to_email = ${email}`.execute(tx)
    const commenterId = who.rows[0]?.id
    if (commenterId === undefined) return { comments: 0, reports, articleIds: [] }
    await eraseStanding(tx, commenterId)
    const comments = await sql<{ id: number; article_id: number }>`
      with gone as (
        update comment c set printed_name = null, network_key = null, submission_key = null,
          state = case when o.state in ('unconfirmed', 'held', 'published') then 'withdrawn' else o.state end,
          settled_at = case when o.state in ('unconfirmed', 'held', 'published') then ${now} else c.settled_at end
        from (select id, state from comment where commenter_id = ${commenterId} for update) o where c.id = o.id
        returning c.id, c.article_id, c.revision_no, o.state <> c.state as withdrawn
      ), words as (
        update comment_revision set text = null where comment_id in (select id from gone)
      ), said as (
        delete from decision_words where decision_id in (
          select d.id from decision d where d.comment_id in (select id from gone))
      ), precedents as (
        delete from precedent where comment_id in (select id from gone)
      ), pins as (
        -- A note may quote.
        delete from precedent_pin where comment_id in (select id from gone)
      ), keys as (
        delete from near_key where comment_id in (select id from gone)
      ), measured as (
        delete from comment_signal where comment_id in (select id from gone)
      ), unfrozen as (
        update escalation set frozen = null, note = '' where comment_id in (select id from gone)
      ), dequeued as (
        delete from queue_item where comment_id in (select id from gone)
      ), lapsed as (
        update report set state = 'lapsed', answered_at = ${now}
        where comment_id in (select id from gone) and state = 'open' returning id, comment_id, article_id
      ), fingerprints as (
        delete from submission where comment_id in (select id from gone)
      ), entries as (
        insert into ledger (at, kind, actor, article_id, comment_id, revision_no)
        select ${now}::timestamptz, 'comment_withdrawn', 'system', article_id, id, revision_no from gone where withdrawn
        union all
        select ${now}::timestamptz, 'comment_erased', 'system', article_id, id, revision_no from gone
      ), answers as (
        insert into ledger (at, kind, actor, article_id, comment_id, report_id)
        select ${now}::timestamptz, 'report_answered', 'system', article_id, comment_id, id from lapsed
      )
      select id, article_id from gone`.execute(tx)
    await sql`delete from commenter_session where commenter_id = ${commenterId}`.execute(tx)
    await sql`
      update letter set cancelled_at = ${now}, last_error = null
      where commenter_id = ${commenterId} and sent_at is null and cancelled_at is null`.execute(tx)
    return {
      comments: comments.rows.length,
      reports,
      articleIds: [...new Set(comments.rows.map((row) => row.article_id))],
    }
  })
}

/** What the desk wrote about the writer and to them. That there was a measure, under which rule, stays on record. */
async function eraseStanding(tx: Db, commenterId: number): Promise<void> {
  await sql`update writer_note set words = null where commenter_id = ${commenterId}`.execute(tx)
  await sql`
    delete from measure_words where measure_id in (select id from measure where commenter_id = ${commenterId})`.execute(
    tx,
  )
}

async function eraseReports(tx: Db, email: string, now: Date): Promise<number> {
  const { rows } = await sql`
    with gone as (
      update report set reporter_email = null, reporter_id = null, words = null, network_key = null
      where reporter_email = ${email} returning id, article_id, comment_id, rule_id
    ), unsent as (
      update letter set cancelled_at = ${now}
      where report_id in (select id from gone) and sent_at is null and cancelled_at is null
    ), entries as (
      insert into ledger (at, kind, actor, article_id, comment_id, report_id, rule_id)
      select ${now}::timestamptz, 'report_erased', 'system', article_id, comment_id, id, rule_id from gone
    )
    select id from gone`.execute(tx)
  return rows.length
}
