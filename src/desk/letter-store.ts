import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import type { Letter, LetterKind } from './letter.ts'
import type { MeasureFacts } from './measure-letter.ts'

/** A letter that is due, with what its words are derived from. `to` is null once its address has been erased. */
export type DueLetter = {
  id: number
  kind: LetterKind
  attempts: number
  to: string | null
  staffId: number | null
  commentId: number | null
  reportId: number | null
  articleId: number | null
  articleSlug: string | null
  headline: string
  text: string | null
  printedName: string | null
  ruleId: string | null
  policyVersion: string | null
  words: string | null
  /** Which words of the comment the decision goes by; places in `text`. */
  evidence: [number, number][] | null
  outcome: 'upheld' | 'dismissed' | 'lapsed' | null
  count: number
  /** Of a letter about a measure. */
  measure: (Omit<MeasureFacts, 'zone' | 'contact' | 'endsAt'> & { endsAt: string | null }) | null
}

/**
 * Takes the next due letter, locked until the transaction ends: another node passes over it, and an undo waits until
 * it is known whether the letter went.
 */
export async function takeDueLetter(tx: Db, now: Date): Promise<DueLetter | undefined> {
  const { rows } = await sql<DueLetter>`
    with due as (
      select * from letter where send_after <= ${now} and sent_at is null and cancelled_at is null
      order by send_after, id limit 1 for update skip locked
    )
    select l.id, l.kind, l.attempts, l.staff_id as "staffId",
      coalesce(w.email, r.reporter_email, case when st.disabled_at is null then st.email end) as "to", l.comment_id as "commentId", l.report_id as "reportId", a.id as "articleId", a.slug as "articleSlug",
      coalesce(ar.headline, '') as headline, cr.text, c.printed_name as "printedName",
      coalesce(d.rule_id, r.rule_id, b.rule_id, m.rule_id) as "ruleId",
      coalesce(d.policy_version, (select d2.policy_version from decision d2 where d2.batch_id = l.batch_id limit 1), m.policy_version) as "policyVersion",
      coalesce(dw.words, mw.words) as words,
      case when m.id is not null then json_build_object('kind', m.kind, 'pauseMinutes', m.pause_minutes, 'endsAt', m.ends_at,
        'strikeCount', m.strike_count, 'decidedCount', m.decided_count) end as measure,
      case when r.state <> 'open' then r.state end as outcome,
      ev.spans as evidence,
      coalesce((select count(*)::int from decision d3 join comment c3 on c3.id = d3.comment_id
        where d3.batch_id = l.batch_id and c3.commenter_id = l.commenter_id
          and (d3.act = case l.kind when 'published_many' then 'publish' when 'rejected_many' then 'reject'
            when 'removed_many' then 'remove' when 'restored_many' then 'restore' end)), 1) as count
    from due l
    left join comment c on c.id = l.comment_id
    left join comment_revision cr on cr.comment_id = c.id and cr.revision_no = c.revision_no
    left join article a on a.id = c.article_id
    left join article_revision ar on ar.article_id = a.id and ar.revision_no = a.revision_no
    left join commenter w on w.id = l.commenter_id
    left join report r on r.id = l.report_id
    left join staff st on st.id = l.staff_id
    left join decision d on d.id = l.decision_id
    left join decision_words dw on dw.decision_id = l.decision_id
    left join decision_batch b on b.id = l.batch_id
    left join measure m on m.id = l.measure_id
    left join measure_words mw on mw.measure_id = m.id
    left join decision_evidence ev on ev.decision_id = l.decision_id and d.revision_no = c.revision_no`.execute(
    tx,
  )
  return rows[0]
}

export async function markSent(tx: Db, letterId: number, now: Date): Promise<void> {
  await sql`update letter set sent_at = ${now}, last_error = null where id = ${letterId}`.execute(tx)
}

export async function cancelLetter(tx: Db, letterId: number, why: string, now: Date): Promise<void> {
  await sql`update letter set cancelled_at = ${now}, last_error = ${why} where id = ${letterId}`.execute(tx)
}

/** Tried again later; the reason is kept without the address it names. */
export async function postponeLetter(tx: Db, letterId: number, until: Date, error: string): Promise<void> {
  await sql`
    update letter set attempts = attempts + 1, send_after = ${until}, last_error = ${error} where id = ${letterId}`.execute(
    tx,
  )
}

export async function deliverToMailbox(
  tx: Db,
  letterId: number,
  to: string,
  letter: Letter,
  now: Date,
): Promise<void> {
  await sql`
    insert into mailbox_letter (letter_id, to_email, subject, body, delivered_at)
    values (${letterId}, ${to}, ${letter.subject}, ${letter.body}, ${now})`.execute(tx)
}

export type MailboxLetter = { id: number; to: string; subject: string; body: string; deliveredAt: Date }

export async function listMailbox(db: Db, limit: number): Promise<MailboxLetter[]> {
  const { rows } = await sql<MailboxLetter>`
    select letter_id as id, to_email as "to", subject, body, delivered_at as "deliveredAt"
    from mailbox_letter order by delivered_at desc, letter_id desc limit ${limit}`.execute(db)
  return rows
}

export async function findMailboxLetter(db: Db, id: number): Promise<MailboxLetter | undefined> {
  const { rows } = await sql<MailboxLetter>`
    select letter_id as id, to_email as "to", subject, body, delivered_at as "deliveredAt"
    from mailbox_letter where letter_id = ${id}`.execute(db)
  return rows[0]
}

export async function countUnsent(db: Db, now: Date): Promise<{ waiting: number; failing: number }> {
  const { rows } = await sql<{ waiting: number; failing: number }>`
    select count(*) filter (where send_after <= ${now} or attempts = 0)::int as waiting,
      count(*) filter (where attempts > 0)::int as failing
    from letter where sent_at is null and cancelled_at is null`.execute(db)
  return rows[0] ?? { waiting: 0, failing: 0 }
}

/** For the demo's seed, whose past needs no post. */
export async function dropLetters(db: Db, now: Date): Promise<void> {
  await sql`update letter set cancelled_at = ${now} where sent_at is null and cancelled_at is null`.execute(
    db,
  )
}
