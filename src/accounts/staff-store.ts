import { sql } from 'kysely'
import { type Db, inTransaction } from '../db/database.ts'
import { after, days, hours } from '../lib/clock.ts'
import { hashToken, newToken } from '../lib/ids.ts'
import { type Role, SIGN_IN_LINK_HOURS, STAFF_SESSION_DAYS, type Staff } from './staff.ts'

/** Invites a new person, or changes the role of one who is there. Either is on record. */
export async function inviteStaff(
  db: Db,
  person: { name: string; email: string; role: Role },
  by: { staffId: number | null },
  now: Date,
): Promise<Staff> {
  const { rows } = await sql<Staff & { fresh: boolean }>`
    with person as (
      insert into staff (name, email, role, created_at) values (${person.name}, ${person.email}, ${person.role}, ${now})
      on conflict (email) do update set name = excluded.name, role = excluded.role, disabled_at = null
      returning id, name, email, role, created_at = ${now} as fresh
    ), entry as (
      insert into ledger (at, kind, actor, staff_id, value)
      select ${now}, case when fresh then 'staff_invited' else 'staff_changed' end,
        ${by.staffId === null ? 'system' : 'staff'}, ${by.staffId}::int, 'staff:' || id || ':' || role from person
    )
    select * from person`.execute(db)
  const { fresh: _, ...staff } = rows[0] as Staff & { fresh: boolean }
  return staff
}

/** Returns the token of a one-time link; only its hash stays here. */
export async function makeSignInLink(db: Db, staffId: number, now: Date): Promise<string> {
  const token = newToken()
  await sql`
    insert into sign_in_link (token_hash, staff_id, created_at, expires_at)
    values (${hashToken(token)}, ${staffId}, ${now}, ${after(now, hours(SIGN_IN_LINK_HOURS))})`.execute(db)
  return token
}

/** Whose link it is, while it works. Looking does not use it up: mail scanners look. */
export async function findSignInLink(db: Db, token: string, now: Date): Promise<Staff | undefined> {
  const { rows } = await sql<Staff>`
    select s.id, s.name, s.email, s.role from sign_in_link l join staff s on s.id = l.staff_id
    where l.token_hash = ${hashToken(token)} and l.used_at is null and l.expires_at > ${now} and s.disabled_at is null`.execute(
    db,
  )
  return rows[0]
}

/** Uses the link up and opens a session; undefined when it was used, has expired, or never was. */
export async function signIn(
  db: Db,
  token: string,
  now: Date,
): Promise<{ staff: Staff; sessionToken: string } | undefined> {
  return inTransaction(db, async (tx) => {
    const { rows } = await sql<Staff>`
      update sign_in_link l set used_at = ${now} from staff s
      where l.token_hash = ${hashToken(token)} and l.used_at is null and l.expires_at > ${now}
        and s.id = l.staff_id and s.disabled_at is null
      returning s.id, s.name, s.email, s.role`.execute(tx)
    const staff = rows[0]
    if (!staff) return undefined
    const sessionToken = newToken()
    await sql`
      insert into staff_session (token_hash, staff_id, form_token, created_at, expires_at)
      values (${hashToken(sessionToken)}, ${staff.id}, ${newToken()}, ${now}, ${after(now, days(STAFF_SESSION_DAYS))})`.execute(
      tx,
    )
    return { staff, sessionToken }
  })
}

export type StaffSession = { staff: Staff; formToken: string }

export async function findStaffSession(
  db: Db,
  sessionToken: string,
  now: Date,
): Promise<StaffSession | undefined> {
  const { rows } = await sql<Staff & { form_token: string }>`
    select s.id, s.name, s.email, s.role, ss.form_token from staff_session ss join staff s on s.id = ss.staff_id
    where ss.token_hash = ${hashToken(sessionToken)} and ss.expires_at > ${now} and s.disabled_at is null`.execute(
    db,
  )
  const row = rows[0]
  if (!row) return undefined
  const { form_token: formToken, ...staff } = row
  return { staff, formToken }
}

export async function signOut(db: Db, sessionToken: string): Promise<void> {
  await sql`delete from staff_session where token_hash = ${hashToken(sessionToken)}`.execute(db)
}

export async function listStaff(db: Db): Promise<(Staff & { disabledAt: Date | null })[]> {
  const { rows } = await sql<Staff & { disabledAt: Date | null }>`
    select id, name, email, role, disabled_at as "disabledAt" from staff order by id`.execute(db)
  return rows
}

/** Staff leave: their decisions stay theirs, their sessions and links end now. */
export async function disableStaff(
  db: Db,
  staffId: number,
  by: { staffId: number },
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    with gone as (
      update staff set disabled_at = ${now} where id = ${staffId} and disabled_at is null returning id
    ), sessions as (delete from staff_session where staff_id in (select id from gone)
    ), links as (delete from sign_in_link where staff_id in (select id from gone)
    ), released as (
      update queue_item set lease_staff_id = null, lease_until = null where lease_staff_id in (select id from gone)
    ), entry as (
      insert into ledger (at, kind, actor, staff_id, value) select ${now}::timestamptz, 'staff_changed', 'staff', ${by.staffId}::int, 'staff:' || id || ':disabled' from gone
    )
    select id from gone`.execute(db)
  return rows.length === 1
}
