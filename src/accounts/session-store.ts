import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { after, days, minutes } from '../lib/clock.ts'
import { hashToken, newToken } from '../lib/ids.ts'
import { STAFF_IDLE_DAYS, STAFF_SESSION_DAYS, type Staff } from './staff.ts'

export type SignInMethod = 'link' | 'passkey'

export type StaffSession = {
  id: number
  staff: Staff
  formToken: string
  method: SignInMethod
  /** Came by a link where the role asks for a passkey: may add one, and nothing else. */
  enrolOnly: boolean
}

/** Returns the secret of the cookie; only its hash stays here. */
export async function openSession(
  db: Db,
  staffId: number,
  by: { method: SignInMethod; device: string },
  now: Date,
): Promise<string> {
  const token = newToken()
  await sql`
    insert into staff_session (token_hash, staff_id, form_token, method, device, created_at, seen_at, expires_at)
    values (${hashToken(token)}, ${staffId}, ${newToken()}, ${by.method}, ${by.device}, ${now}, ${now},
      ${after(now, days(STAFF_SESSION_DAYS))})`.execute(db)
  return token
}

/** "Last seen" to the nearest five minutes: a write with every key press would cost more than it tells. */
const SEEN_EVERY = minutes(5)

/**
 * Who comes with this cookie, read anew with every request: whoever was sent away, or signed out from another machine,
 * is out on every process at once.
 */
export async function findStaffSession(
  db: Db,
  sessionToken: string,
  now: Date,
): Promise<StaffSession | undefined> {
  const { rows } = await sql<Staff & Omit<StaffSession, 'id' | 'staff'> & { sessionId: number }>`
    with found as (
      select ss.token_hash, ss.id as session_id, ss.form_token, ss.method, s.id, s.name, s.email, s.role,
        ss.method = 'link' and exists (
          select 1 from role_setting r where r.role = s.role and r.passkey_required) as enrol_only
      from staff_session ss join staff s on s.id = ss.staff_id
      where ss.token_hash = ${hashToken(sessionToken)} and ss.expires_at > ${now}
        and ss.seen_at > ${after(now, -days(STAFF_IDLE_DAYS))} and s.disabled_at is null
    ), seen as (
      update staff_session ss set seen_at = ${now} from found
      where ss.token_hash = found.token_hash and ss.seen_at <= ${after(now, -SEEN_EVERY)}
    )
    select id, name, email, role, session_id as "sessionId", form_token as "formToken", method,
      enrol_only as "enrolOnly" from found`.execute(db)
  const row = rows[0]
  if (!row) return undefined
  const { sessionId, formToken, method, enrolOnly, ...staff } = row
  return { id: sessionId, staff, formToken, method, enrolOnly }
}

export async function signOut(db: Db, sessionToken: string): Promise<void> {
  await sql`delete from staff_session where token_hash = ${hashToken(sessionToken)}`.execute(db)
}

export type SessionRow = {
  id: number
  device: string
  method: SignInMethod
  createdAt: Date
  seenAt: Date
}

/** Those that still open something, the latest seen first. */
export async function listSessions(db: Db, staffId: number, now: Date): Promise<SessionRow[]> {
  const { rows } = await sql<SessionRow>`
    select id, device, method, created_at as "createdAt", seen_at as "seenAt" from staff_session
    where staff_id = ${staffId} and expires_at > ${now} and seen_at > ${after(now, -days(STAFF_IDLE_DAYS))}
    order by seen_at desc, id desc`.execute(db)
  return rows
}

/**
 * Ends one session of a person, or all but one; how many ended. A card in that hand goes back to the others where no
 * session is left to hold it.
 */
export async function endSessions(
  db: Db,
  which: { staffId: number; sessionId: number } | { staffId: number; except: number | null },
  by: { staffId: number },
  now: Date,
): Promise<number> {
  const chosen =
    'sessionId' in which
      ? sql`id = ${which.sessionId}`
      : which.except === null
        ? sql`true`
        : sql`id <> ${which.except}`
  const { rows } = await sql`
    with gone as (
      delete from staff_session where staff_id = ${which.staffId} and ${chosen} returning id
    ), released as (
      update queue_item set lease_staff_id = null, lease_until = null
      where lease_staff_id = ${which.staffId} and exists (select 1 from gone)
        and not exists (select 1 from staff_session s where s.staff_id = ${which.staffId}
          and s.id not in (select id from gone))
    ), entry as (
      insert into ledger (at, kind, actor, staff_id, value)
      select ${now}::timestamptz, 'sessions_ended', 'staff', ${by.staffId}::int, 'staff:' || ${which.staffId}::int
      where exists (select 1 from gone)
    )
    select id from gone`.execute(db)
  return rows.length
}
