import { type RawBuilder, sql } from 'kysely'
import { withinSections } from '../accounts/section-store.ts'
import { type Db, inTransaction } from '../db/database.ts'
import { after, days, minutes } from '../lib/clock.ts'
import { ok, type Result, refused } from '../lib/result.ts'
import type { Policy } from '../policy/rule.ts'
import { type KeptSignals, readSignals } from '../triage/kept-signals.ts'
import { readByAPerson } from './learning-store.ts'
import {
  type DrawCandidate,
  drawLooks,
  FIRST_MEAN,
  LOOK_DAYS,
  LOOK_MINUTES,
  type SecondLookRefusal,
} from './second-look.ts'

/** Each reads its signals, which are long: this bounds the memory of one run. */
const BATCH = 200

/**
 * Draws from the next sealed entries, so that each decision is drawn from once, whichever node does it. What was undone,
 * erased or withdrawn by then is passed over. `more`: entries are left for the next call.
 */
export async function drawFromLedger(
  db: Db,
  source: { policyOf: (version: string) => Promise<Policy>; random: () => number },
  now: Date,
): Promise<{ drawn: number; more: boolean }> {
  return inTransaction(db, async (tx) => {
    await sql`
      insert into second_look_cursor (position, mean_nearness)
      select coalesce(max(position), 0), ${FIRST_MEAN} from ledger_seal
      having not exists (select 1 from second_look_cursor) on conflict do nothing`.execute(tx)
    // Another node draws at this moment: it does not wait, and neither does this.
    const { rows } = await sql<{ position: number; mean: number; share: number }>`
      select position, mean_nearness as mean, (select second_look_share from publication order by id limit 1) as share
      from second_look_cursor for update skip locked`.execute(tx)
    const [cursor] = rows
    if (!cursor) return { drawn: 0, more: false }
    const end = await findEnd(tx, cursor.position)
    if (end.position === cursor.position) return { drawn: 0, more: false }
    const candidates =
      cursor.share === 0
        ? []
        : await listCandidates(tx, { after: cursor.position, upTo: end.position }, source)
    const share = cursor.share / 100
    const { drawn, meanNearness } = drawLooks(candidates, { share, meanNearness: cursor.mean }, source.random)
    if (drawn.length > 0)
      await sql`
        insert into second_look (decision_id, comment_id, revision_no, article_id, chance, drawn_at)
        select d.id, d.comment_id, d.revision_no, d.article_id, t.chance, ${now}::timestamptz
        from jsonb_to_recordset(${JSON.stringify(drawn)}::jsonb) as t ("decisionId" bigint, chance float8)
        join decision d on d.id = t."decisionId" order by d.id on conflict do nothing`.execute(tx)
    await sql`update second_look_cursor set position = ${end.position}, mean_nearness = ${meanNearness}`.execute(
      tx,
    )
    return { drawn: drawn.length, more: end.more }
  })
}

async function findEnd(tx: Db, after: number): Promise<{ position: number; more: boolean }> {
  const { rows } = await sql<{ position: number | null; entries: number }>`
    select max(position) as position, count(*)::int as entries
    from (select position from ledger_seal where position > ${after} order by position limit ${BATCH}) s`.execute(
    tx,
  )
  return { position: rows[0]?.position ?? after, more: rows[0]?.entries === BATCH }
}

async function listCandidates(
  tx: Db,
  where: { after: number; upTo: number },
  source: { policyOf: (version: string) => Promise<Policy> },
): Promise<DrawCandidate[]> {
  const { rows } = await sql<{
    id: number
    rule_id: string | null
    policy_version: string
    signals: KeptSignals | null
  }>`
    select d.id, d.rule_id, d.policy_version, g.signals
    from ledger_seal s join ledger l on l.seq = s.seq join decision d on d.id = l.decision_id
    join comment c on c.id = d.comment_id
    join comment_revision r on r.comment_id = d.comment_id and r.revision_no = d.revision_no
    left join comment_signal g on g.comment_id = d.comment_id and g.revision_no = d.revision_no
    where s.position > ${where.after} and s.position <= ${where.upTo}
      and l.kind in ('comment_published', 'comment_kept', 'comment_rejected', 'comment_removed')
      and ${readByAPerson} and ${stillThere}
    order by s.position`.execute(tx)
  return Promise.all(
    rows.map(async (row) => ({
      decisionId: row.id,
      ruleId: row.rule_id,
      rules: (await source.policyOf(row.policy_version)).rules,
      estimates: new Map(
        (row.signals ? readSignals(row.signals).signals : []).map(({ name, value }) => [name, value]),
      ),
    })),
  )
}

/** Of decision `d` on revision `r` of comment `c`: there are words to look at, and the decision has not been undone. */
const stillThere = sql`r.text is not null and c.state <> 'withdrawn'
      and not exists (select 1 from decision u where u.reverses = d.id)`

/**
 * Look `s` may be put before this person: within the sections, not passed over, and never where they have decided anything
 * about the comment: whoever knows the outcome is not blind.
 */
const mayLook = (staffId: number, now: Date): RawBuilder<boolean> => sql<boolean>`(
    s.answered_at is null and s.drawn_at > ${after(now, -days(LOOK_DAYS))}
    and ${withinSections(staffId, sql`s.article_id`)} and ${stillThere}
    and not exists (select 1 from decision own where own.comment_id = s.comment_id and own.staff_id = ${staffId}::int)
    and not exists (select 1 from second_look_skip k where k.look_id = s.id and k.staff_id = ${staffId}::int))`

const lookWithAll = sql.raw(`second_look s join decision d on d.id = s.decision_id
    join comment c on c.id = s.comment_id
    join comment_revision r on r.comment_id = s.comment_id and r.revision_no = s.revision_no`)

/** The words and where they stood. Nothing of the first decision, nor of what the engine made of it: both would anchor. */
export type BlindLook = {
  lookId: number
  text: string
  printedName: string | null
  headline: string
  standfirst: string
  section: string | null
  /** Null for the first of a thread; its text is null where it is erased or withdrawn. */
  parent: { printedName: string | null; text: string | null } | null
}

/** What this person has in hand. */
export async function findLookInHand(db: Db, staffId: number, now: Date): Promise<BlindLook | undefined> {
  const { rows } = await sql<
    Omit<BlindLook, 'parent'> & {
      parentId: number | null
      parentName: string | null
      parentText: string | null
    }
  >`
    select s.id as "lookId", r.text, c.printed_name as "printedName", ar.headline, ar.standfirst,
      sec.name as section, c.parent_id as "parentId", p.printed_name as "parentName",
      case when p.state <> 'withdrawn' then pr.text end as "parentText"
    from ${lookWithAll}
    join article a on a.id = s.article_id
    join article_revision ar on ar.article_id = a.id and ar.revision_no = a.revision_no
    left join section sec on sec.id = a.section_id
    left join comment p on p.id = c.parent_id
    left join comment_revision pr on pr.comment_id = p.id and pr.revision_no = p.revision_no
    where s.lease_staff_id = ${staffId} and s.lease_until > ${now} and ${mayLook(staffId, now)}
    order by s.id limit 1`.execute(db)
  const [row] = rows
  if (!row) return undefined
  const { parentId, parentName, parentText, ...look } = row
  return { ...look, parent: parentId === null ? null : { printedName: parentName, text: parentText } }
}

/** Takes the next in hand, the longest drawn first; false where there is none. Of two who ask at once each gets another. */
export async function takeLook(db: Db, staffId: number, now: Date): Promise<boolean> {
  const { rows } = await sql`
    update second_look set lease_staff_id = ${staffId}, lease_until = ${after(now, minutes(LOOK_MINUTES))}
    where id = (
      select s.id from ${lookWithAll}
      where ${mayLook(staffId, now)}
        and (s.lease_staff_id is null or s.lease_staff_id = ${staffId} or s.lease_until <= ${now})
      order by s.drawn_at, s.id limit 1 for update of s skip locked)
    returning id`.execute(db)
  return rows.length === 1
}

const MOST_COUNTED = 100

/** What this person could be given, up to a hundred. */
export async function countLooks(db: Db, staffId: number, now: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select 1 from ${lookWithAll} where ${mayLook(staffId, now)}
        and (s.lease_staff_id is null or s.lease_staff_id = ${staffId} or s.lease_until <= ${now})
      limit ${MOST_COUNTED}) few`.execute(db)
  return rows[0]?.count ?? 0
}

/**
 * Keeps what the second person says; the comment and its decision stay as they are. The ledger names the decision and not
 * the comment: on the comment's own history every colleague would read who disagreed with whom.
 */
export async function answerLook(
  db: Db,
  answer: { lookId: number; ruleId: string | null; policyVersion: string },
  by: { staffId: number },
  now: Date,
): Promise<Result<null, SecondLookRefusal>> {
  const { rows } = await sql`
    with taken as (
      update second_look l set answered_at = ${now}, lease_staff_id = null, lease_until = null
      from ${lookWithAll}
      where l.id = ${answer.lookId} and s.id = l.id and l.lease_staff_id = ${by.staffId} and l.answered_at is null
        and ${mayLook(by.staffId, now)}
      returning l.id, l.decision_id
    ), kept as (
      insert into second_look_answer (look_id, staff_id, rule_id, policy_version, answered_at)
      select id, ${by.staffId}, ${answer.ruleId}, ${answer.policyVersion}, ${now} from taken
    )
    insert into ledger (at, kind, actor, staff_id, decision_id, rule_id, policy_version)
    select ${now}::timestamptz, 'second_look_answered', 'staff', ${by.staffId}::int, decision_id, ${answer.ruleId}::text,
      ${answer.policyVersion}::text from taken returning seq`.execute(db)
  return rows.length === 1 ? ok(null) : refused({ code: 'look_lost' })
}

/** Somebody else is asked. */
export async function skipLook(
  db: Db,
  lookId: number,
  by: { staffId: number },
  now: Date,
): Promise<Result<null, SecondLookRefusal>> {
  const { rows } = await sql`
    with left_alone as (
      update second_look set lease_staff_id = null, lease_until = null
      where id = ${lookId} and lease_staff_id = ${by.staffId} and answered_at is null returning id
    )
    insert into second_look_skip (look_id, staff_id, skipped_at)
    select id, ${by.staffId}, ${now} from left_alone on conflict do nothing returning look_id`.execute(db)
  return rows.length === 1 ? ok(null) : refused({ code: 'look_lost' })
}

export async function findShare(db: Db): Promise<number> {
  const { rows } = await sql<{ share: number }>`
    select second_look_share as share from publication order by id limit 1`.execute(db)
  return rows[0]?.share ?? 0
}

/** In per cent; on record as the paper's. What is drawn already stays drawn. */
export async function setShare(db: Db, share: number, by: { staffId: number }, now: Date): Promise<void> {
  await sql`
    with changed as (
      update publication set second_look_share = ${share} where second_look_share <> ${share} returning id
    )
    insert into ledger (at, kind, actor, staff_id, value)
    select ${now}::timestamptz, 'paper_changed', 'staff', ${by.staffId}::int, 'publication:second_look_share'
    from changed`.execute(db)
}
