import { sql } from 'kysely'
import type { Arming } from '../comments/unread.ts'
import type { Db } from '../db/database.ts'
import { after, days } from '../lib/clock.ts'
import { ARMED_DAYS, type ArmingChoice, type Ending } from './unread.ts'
import type { CurvePoint } from './unread-curve.ts'

/** One arming as the desk looks back on it. */
export type ArmingRecord = Arming & {
  point: CurvePoint
  source: 'shipped' | 'own'
  decisionCount: number
  armedByName: string
  armedAt: Date
  endedAt: Date | null
  endedWhy: Ending | null
  endedByName: string | null
}

const columns =
  sql.raw(`g.id, g.threshold, g.audit_share as "auditShare", g.engine, g.policy_version as "policyVersion",
  g.armed_by as "armedBy", g.expires_at as "expiresAt"`)

/** What is in force; null where nothing is, as it is until somebody arms it. */
export async function findArming(db: Db): Promise<Arming | null> {
  const { rows } = await sql<Arming>`
    select ${columns} from unread_arming g where ended_at is null`.execute(db)
  return rows[0] ?? null
}

/** Newest first, with the one in force. */
export async function listArmings(db: Db, limit: number): Promise<ArmingRecord[]> {
  const { rows } = await sql<ArmingRecord>`
    select ${columns}, g.point, g.source, g.decision_count as "decisionCount", s.name as "armedByName",
      g.armed_at as "armedAt", g.ended_at as "endedAt", g.ended_why as "endedWhy", e.name as "endedByName"
    from unread_arming g join staff s on s.id = g.armed_by left join staff e on e.id = g.ended_by
    order by g.id desc limit ${limit}`.execute(db)
  return rows
}

export type NewArming = ArmingChoice & {
  engine: string
  policyVersion: string
  source: 'shipped' | 'own'
  decisionCount: number
}

/** False where it is armed already, or the policy was changed meanwhile: nothing is armed then. */
export async function armUnread(db: Db, a: NewArming, by: { staffId: number }, now: Date): Promise<boolean> {
  const { rows } = await sql`
    with armed as (
      insert into unread_arming (share, threshold, audit_share, engine, policy_version, point, source, decision_count,
        armed_by, armed_at, expires_at)
      select ${a.point.share}, ${a.point.threshold}, ${a.auditShare}, ${a.engine}, ${a.policyVersion},
        ${JSON.stringify(a.point)}::jsonb, ${a.source}, ${a.decisionCount}, ${by.staffId}, ${now},
        ${after(now, days(ARMED_DAYS))}::timestamptz
      -- Locked and compared, so that nothing is armed for a policy that has just gone.
      from (select policy_version from publication order by id limit 1 for update) p
      where p.policy_version = ${a.policyVersion}
      on conflict do nothing returning policy_version
    ), entry as (
      insert into ledger (at, kind, actor, staff_id, policy_version, value)
      select ${now}::timestamptz, 'unread_armed', 'staff', ${by.staffId}::int, policy_version,
        ${String(Math.round(100 * a.point.share))}::text from armed
    )
    select policy_version from armed`.execute(db)
  return rows.length === 1
}

/** One act; false where it had ended already. Comments on their way are held: they ask in their own statement. */
export async function disarmUnread(
  db: Db,
  end: { armingId: number; why: Ending; staffId: number | null },
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    with disarmed as (
      update unread_arming set ended_at = ${now}, ended_why = ${end.why}, ended_by = ${end.staffId}::int
      where id = ${end.armingId} and ended_at is null returning policy_version
    ), entry as (
      insert into ledger (at, kind, actor, staff_id, policy_version, value)
      select ${now}::timestamptz, 'unread_disarmed', ${end.staffId === null ? 'system' : 'staff'}, ${end.staffId}::int,
        policy_version, ${end.why} from disarmed
    )
    select policy_version from disarmed`.execute(db)
  return rows.length === 1
}
