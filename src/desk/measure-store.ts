import { sql } from 'kysely'
import type { MeasureKind } from '../comments/measure.ts'
import { type Db, inTransaction } from '../db/database.ts'
import { after, seconds } from '../lib/clock.ts'
import { ok, type Result, refused } from '../lib/result.ts'
import { UNDO_SECONDS } from './decision.ts'
import { type Decider, isUniqueViolation } from './decision-store.ts'
import type { MeasureOrder, MeasureRefusal } from './measure.ts'

/**
 * Measure, words, letter and ledger entry in one statement. It reaches the whole paper, so whoever is limited to sections
 * takes none. The writer's row is locked: of two that press at once, the second finds the first.
 */
export async function takeMeasure(
  db: Db,
  order: MeasureOrder,
  facts: { strikeCount: number; decidedCount: number },
  by: Decider,
  now: Date,
): Promise<Result<{ measureId: number }, MeasureRefusal>> {
  return inTransaction(db, async (tx) => {
    const writer = await sql<{ erased: boolean; limited: boolean; stands: boolean }>`
      select w.email is null as erased,
        exists (select 1 from staff_section own where own.staff_id = ${by.staffId}::int) as limited
      from commenter w where w.id = ${order.commenterId} for update`.execute(tx)
    const [found] = writer.rows
    if (!found) return refused({ code: 'writer_not_found' })
    if (found.limited) return refused({ code: 'section_not_yours' })
    if (found.erased) return refused({ code: 'writer_erased' })
    // After the lock: a statement sees what was committed before it began, so the first one's row as well.
    if (await stands(tx, order, now)) return refused({ code: 'measure_stands' })
    const { rows } = await sql<{ id: number }>`
      with taken as (
        insert into measure (commenter_id, kind, rule_id, policy_version, pause_minutes, ends_at, strike_count,
          decided_count, staff_id, taken_at)
        values (${order.commenterId}, ${order.kind}, ${order.ruleId}, ${by.policyVersion}, ${order.pauseMinutes},
          ${order.endsAt}, ${facts.strikeCount}, ${facts.decidedCount}, ${by.staffId}, ${now})
        returning id
      ), said as (
        insert into measure_words (measure_id, words) select id, ${order.words} from taken where ${order.words !== ''}
      ), letter as (
        insert into letter (kind, commenter_id, measure_id, created_at, send_after)
        select 'measure', ${order.commenterId}::bigint, id, ${now}::timestamptz, ${after(now, seconds(UNDO_SECONDS))}::timestamptz
        from taken
      ), entry as (
        insert into ledger (at, kind, actor, staff_id, rule_id, policy_version, value)
        select ${now}::timestamptz, 'measure_taken', 'staff', ${by.staffId}::int, ${order.ruleId}, ${by.policyVersion},
          ${`${order.kind}:`} || id from taken
      )
      select id from taken`.execute(tx)
    return ok({ measureId: (rows[0] as { id: number }).id })
  })
}

/** One of a kind at a time: a longer suspension begins by lifting the shorter. A warning may be given again. */
async function stands(tx: Db, order: MeasureOrder, now: Date): Promise<boolean> {
  if (order.kind === 'warning') return false
  const { rows } = await sql`
    select 1 from measure m where m.commenter_id = ${order.commenterId} and m.kind = ${order.kind} and m.reverses is null
      and (m.ends_at is null or m.ends_at > ${now}) and not exists (select 1 from measure l where l.reverses = m.id)`.execute(
    tx,
  )
  return rows.length > 0
}

/**
 * Lifts a measure by a new act. A letter still waiting is stopped; where it has gone, another says that it no longer holds.
 * What is over already cannot be lifted, but a warning can at any time: it counts for what comes next.
 */
export async function liftMeasure(
  db: Db,
  measureId: number,
  by: Decider,
  now: Date,
): Promise<Result<{ commenterId: number }, MeasureRefusal>> {
  return inTransaction(db, async (tx) => {
    // Locks the letter, so that one being sent at this moment counts as sent.
    const letters = await sql<{ sent: boolean }>`
      select sent_at is not null as sent from letter where measure_id = ${measureId} for update`.execute(tx)
    const sent = letters.rows.some((letter) => letter.sent)
    const found = await sql<{ commenter_id: number; over: boolean; limited: boolean }>`
      select m.commenter_id, m.reverses is not null or coalesce(m.ends_at <= ${now}, false)
          or exists (select 1 from measure l where l.reverses = m.id) as over,
        exists (select 1 from staff_section own where own.staff_id = ${by.staffId}::int) as limited
      from measure m where m.id = ${measureId}`.execute(tx)
    const [measure] = found.rows
    if (!measure) return refused<MeasureRefusal>({ code: 'measure_not_found' })
    if (measure.limited) return refused<MeasureRefusal>({ code: 'section_not_yours' })
    if (measure.over) return refused<MeasureRefusal>({ code: 'measure_over' })
    await sql`
      with lifted as (
        insert into measure (commenter_id, kind, policy_version, staff_id, taken_at, reverses)
        select commenter_id, kind, ${by.policyVersion}, ${by.staffId}, ${now}, id from measure where id = ${measureId}
        returning id, commenter_id, kind, reverses
      ), recalled as (
        update letter set cancelled_at = ${now}
        where measure_id = ${measureId} and sent_at is null and cancelled_at is null
      ), letter as (
        insert into letter (kind, commenter_id, measure_id, created_at, send_after)
        select 'measure_lifted', commenter_id, reverses, ${now}::timestamptz, ${after(now, seconds(UNDO_SECONDS))}::timestamptz
        from lifted where ${sent}
      )
      insert into ledger (at, kind, actor, staff_id, policy_version, value)
      select ${now}::timestamptz, 'measure_lifted', 'staff', ${by.staffId}::int, ${by.policyVersion}, kind || ':' || reverses
      from lifted`.execute(tx)
    return ok({ commenterId: measure.commenter_id })
  }).catch((error: unknown) => {
    // Two people pressed at once: `reverses` is unique, the second finds it done.
    if (isUniqueViolation(error)) return refused({ code: 'measure_over' })
    throw error
  })
}

export type MeasureRow = {
  id: number
  kind: MeasureKind
  ruleId: string
  pauseMinutes: number | null
  takenAt: Date
  endsAt: Date | null
  staffName: string
  words: string | null
  liftedAt: Date | null
  liftedBy: string | null
  /** Its letter has not left yet: a lift now stops it. */
  letterWaits: boolean
}

/** Newest first, each with its lift. Bounded: nobody reads more, and no writer has more. */
export async function listMeasures(db: Db, commenterId: number): Promise<MeasureRow[]> {
  const { rows } = await sql<MeasureRow>`
    select m.id, m.kind, m.rule_id as "ruleId", m.pause_minutes as "pauseMinutes", m.taken_at as "takenAt",
      m.ends_at as "endsAt", s.name as "staffName", w.words, l.taken_at as "liftedAt", ls.name as "liftedBy",
      exists (select 1 from letter t where t.measure_id = m.id and t.sent_at is null and t.cancelled_at is null)
        as "letterWaits"
    from measure m join staff s on s.id = m.staff_id
    left join measure_words w on w.measure_id = m.id
    left join measure l on l.reverses = m.id
    left join staff ls on ls.id = l.staff_id
    where m.commenter_id = ${commenterId} and m.reverses is null
    order by m.id desc limit 100`.execute(db)
  return rows
}

export const isInForce = (measure: Pick<MeasureRow, 'kind' | 'endsAt' | 'liftedAt'>, now: Date): boolean =>
  measure.kind !== 'warning' && measure.liftedAt === null && (measure.endsAt === null || measure.endsAt > now)
