import { sql } from 'kysely'
import { type Db, inTransaction } from '../db/database.ts'
import { after, hours } from '../lib/clock.ts'
import { hashToken, newToken } from '../lib/ids.ts'
import { ok, type Result, refused } from '../lib/result.ts'
import { openSession } from './session-store.ts'
import { LINKS_AN_HOUR, type Role, SIGN_IN_LINK_HOURS, type Staff, type StaffRefusal } from './staff.ts'

type NewStaff = { name: string; email: string; role: Role }

/**
 * Somebody new; or, from the command line, the role of one who is there. Whoever has the machine has the paper: that
 * way back stays open when the last administrator has lost every key.
 */
export async function inviteStaff(
  db: Db,
  person: NewStaff,
  by: { staffId: number | null },
  now: Date,
): Promise<Staff> {
  const { rows } = await sql<Staff & { fresh: boolean }>`
    with person as (
      insert into staff (name, email, role, created_at) values (${person.name}, ${person.email}, ${person.role}, ${now})
      on conflict (email) do update set name = excluded.name, role = excluded.role, disabled_at = null
      returning id, name, email, role, created_at = ${now} as fresh
    ), unlimited as (
      delete from staff_section where staff_id in (select id from person where role in ('editor', 'administrator'))
    ), entry as (
      insert into ledger (at, kind, actor, staff_id, value)
      select ${now}, case when fresh then 'staff_invited' else 'staff_changed' end,
        ${by.staffId === null ? 'system' : 'staff'}, ${by.staffId}::int, 'staff:' || id || ':' || role from person
    )
    select * from person`.execute(db)
  const { fresh: _, ...staff } = rows[0] as Staff & { fresh: boolean }
  return staff
}

/** From the page: somebody new only, so that no invitation changes a role, one's own among them. */
export async function inviteNewStaff(
  db: Db,
  person: NewStaff,
  by: { staffId: number },
  now: Date,
): Promise<Result<Staff, StaffRefusal>> {
  const { rows } = await sql<Staff>`
    with person as (
      insert into staff (name, email, role, created_at) values (${person.name}, ${person.email}, ${person.role}, ${now})
      on conflict (email) do nothing returning id, name, email, role
    ), entry as (
      insert into ledger (at, kind, actor, staff_id, value)
      select ${now}::timestamptz, 'staff_invited', 'staff', ${by.staffId}::int, 'staff:' || id || ':' || role from person
    )
    select * from person`.execute(db)
  return rows[0] ? ok(rows[0]) : refused({ code: 'staff_known' })
}

/** Returns the token of a one-time link; only its hash stays here. */
export async function makeSignInLink(
  db: Db,
  staffId: number,
  now: Date,
  asked: { byOwner: boolean } = { byOwner: false },
): Promise<string> {
  const token = newToken()
  await sql`
    insert into sign_in_link (token_hash, staff_id, created_at, expires_at, asked)
    values (${hashToken(token)}, ${staffId}, ${now}, ${after(now, hours(SIGN_IN_LINK_HOURS))}, ${asked.byOwner})`.execute(
    db,
  )
  return token
}

/**
 * Where the role asks for a passkey and the person has one, a link by e-mail would be a way around it: then only an
 * administrator makes one.
 */
const mailOpens = sql`not (
  exists (select 1 from role_setting r where r.role = s.role and r.passkey_required)
  and exists (select 1 from passkey p where p.staff_id = s.id))`

/**
 * Lays a letter with a link on the pile, if somebody at the desk has this address. Whether so is not returned: the page
 * says the same to everybody, and the statement is the same as well. The link is made when the letter goes.
 */
export async function askForLink(db: Db, email: string, now: Date): Promise<void> {
  await sql`
    insert into letter (kind, staff_id, created_at, send_after)
    select 'sign_in', s.id, ${now}::timestamptz, ${now}::timestamptz from staff s
    where s.email = ${email} and s.disabled_at is null and ${mailOpens}
      and (select count(*) from letter l where l.staff_id = s.id and l.kind = 'sign_in'
        and l.created_at > ${after(now, -hours(1))}) < ${LINKS_AN_HOUR}`.execute(db)
}

const opens = (token: string, now: Date) =>
  sql`l.token_hash = ${hashToken(token)} and l.used_at is null and l.expires_at > ${now} and s.disabled_at is null
    and (not l.asked or ${mailOpens})`

/** Whose link it is, while it works. Looking does not use it up: mail scanners look. */
export async function findSignInLink(db: Db, token: string, now: Date): Promise<Staff | undefined> {
  const { rows } = await sql<Staff>`
    select s.id, s.name, s.email, s.role from sign_in_link l join staff s on s.id = l.staff_id
    where ${opens(token, now)}`.execute(db)
  return rows[0]
}

/** Uses the link up and opens a session; undefined when it was used, has expired, or never was. */
export async function signIn(
  db: Db,
  token: string,
  device: string,
  now: Date,
): Promise<{ sessionToken: string; hasPasskey: boolean; enrolOnly: boolean } | undefined> {
  return inTransaction(db, async (tx) => {
    const { rows } = await sql<{ id: number; has_passkey: boolean; enrol_only: boolean }>`
      update sign_in_link l set used_at = ${now} from staff s
      where s.id = l.staff_id and ${opens(token, now)}
      returning s.id, exists (select 1 from passkey p where p.staff_id = s.id) as has_passkey,
        exists (select 1 from role_setting r where r.role = s.role and r.passkey_required) as enrol_only`.execute(
      tx,
    )
    const staff = rows[0]
    if (!staff) return undefined
    const sessionToken = await openSession(tx, staff.id, { method: 'link', device }, now)
    return { sessionToken, hasPasskey: staff.has_passkey, enrolOnly: staff.enrol_only }
  })
}

export type StaffMember = Staff & { disabledAt: Date | null; sections: string[]; passkeys: number }

const memberColumns = sql`
  s.id, s.name, s.email, s.role, s.disabled_at as "disabledAt",
  array(select sec.name from staff_section own join section sec on sec.id = own.section_id
    where own.staff_id = s.id order by sec.position, sec.id) as sections,
  (select count(*)::int from passkey p where p.staff_id = s.id and p.suspended_at is null) as passkeys`

export async function listStaff(db: Db): Promise<StaffMember[]> {
  const { rows } = await sql<StaffMember>`select ${memberColumns} from staff s order by s.id`.execute(db)
  return rows
}

export async function findStaff(db: Db, staffId: number): Promise<StaffMember | undefined> {
  const { rows } =
    await sql<StaffMember>`select ${memberColumns} from staff s where s.id = ${staffId}`.execute(db)
  return rows[0]
}
