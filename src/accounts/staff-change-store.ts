import { sql } from 'kysely'
import { type Db, inTransaction } from '../db/database.ts'
import { ok, type Result, refused } from '../lib/result.ts'
import { mayBeLimited, type Role, roles, type StaffChange, type StaffRefusal, whyNotChange } from './staff.ts'

/**
 * One change of one person by an administrator, on record. All administrators are locked while it is judged: of two who
 * demote each other at the same moment, the second finds that nobody else is left.
 */
export async function changeStaff(
  db: Db,
  staffId: number,
  change: StaffChange,
  by: { staffId: number },
  now: Date,
): Promise<Result<null, StaffRefusal>> {
  return inTransaction(db, async (tx) => {
    const { rows } = await sql<{ id: number; role: Role; gone: boolean }>`
      select id, role, disabled_at is not null as gone from staff
      where id = ${staffId} or role = 'administrator' order by id for update`.execute(tx)
    const member = rows.find((row) => row.id === staffId)
    if (!member) return refused({ code: 'staff_missing' })
    // Whoever lost the role while waiting for the lock no longer gives orders.
    if (!rows.some((row) => row.id === by.staffId && row.role === 'administrator' && !row.gone))
      return refused({ code: 'staff_state' })
    const otherAdministrators = rows.filter(
      (row) => row.id !== staffId && row.role === 'administrator' && !row.gone,
    ).length
    const wrong = whyNotChange(change, member, { staffId: by.staffId, otherAdministrators })
    if (wrong) return refused(wrong)
    const value = await apply(tx, staffId, change, now)
    if (value === undefined) return refused({ code: 'section_missing' })
    await sql`
      insert into ledger (at, kind, actor, staff_id, value)
      values (${now}, 'staff_changed', 'staff', ${by.staffId}, ${`staff:${staffId}:${value}`})`.execute(tx)
    return ok(null)
  })
}

/** What the ledger says of it: words from a closed list, and ids. */
async function apply(tx: Db, staffId: number, change: StaffChange, now: Date): Promise<string | undefined> {
  switch (change.act) {
    case 'role':
      await sql`update staff set role = ${change.role} where id = ${staffId}`.execute(tx)
      if (!mayBeLimited(change.role))
        await sql`delete from staff_section where staff_id = ${staffId}`.execute(tx)
      return change.role
    case 'sections':
      return limit(tx, staffId, change.sectionIds)
    case 'deactivate':
      await sendAway(tx, staffId, now)
      return 'disabled'
    case 'reactivate':
      await sql`update staff set disabled_at = null where id = ${staffId}`.execute(tx)
      return 'enabled'
  }
}

/** The cards that are no longer this person's go back to the others. Undefined where a section is not there. */
async function limit(tx: Db, staffId: number, sectionIds: readonly number[]): Promise<string | undefined> {
  const ids = [...new Set(sectionIds)].sort((a, b) => a - b)
  const { rows } = await sql`select id from section where id = any(${ids}::int[])`.execute(tx)
  if (rows.length !== ids.length) return undefined
  await sql`delete from staff_section where staff_id = ${staffId}`.execute(tx)
  await sql`
    insert into staff_section (staff_id, section_id) select ${staffId}::int, unnest(${ids}::int[])`.execute(
    tx,
  )
  if (ids.length > 0)
    await sql`
      update queue_item q set lease_staff_id = null, lease_until = null from article a
      where q.lease_staff_id = ${staffId} and a.id = q.article_id
        and (a.section_id is null or a.section_id <> all(${ids}::int[]))`.execute(tx)
  return `sections:${ids.join('+')}`
}

/** Their decisions stay theirs; sessions, links, questions and claims end now. Passkeys wait for a return. */
async function sendAway(tx: Db, staffId: number, now: Date): Promise<void> {
  await sql`
    with gone as (update staff set disabled_at = ${now} where id = ${staffId} returning id
    ), sessions as (delete from staff_session where staff_id in (select id from gone)
    ), links as (delete from sign_in_link where staff_id in (select id from gone)
    ), challenges as (delete from passkey_challenge where staff_id in (select id from gone)
    ), letters as (
      update letter set cancelled_at = ${now}
      where staff_id in (select id from gone) and sent_at is null and cancelled_at is null
    )
    update queue_item set lease_staff_id = null, lease_until = null where lease_staff_id in (select id from gone)`.execute(
    tx,
  )
}

/** Whether a role must show a passkey. */
export async function listPasskeyRoles(db: Db): Promise<Role[]> {
  const { rows } = await sql<{ role: Role }>`
    select role from role_setting where passkey_required`.execute(db)
  return roles.filter((role) => rows.some((row) => row.role === role))
}

/**
 * Asks a passkey of these roles, and no longer of the others. Only whoever came by a passkey may ask it of anybody: that
 * they work here is then known, and the asker is not locked out. Each role that changes is on record.
 */
export async function requirePasskeys(
  db: Db,
  required: readonly Role[],
  by: { staffId: number; cameByPasskey: boolean },
  now: Date,
): Promise<Result<number, StaffRefusal>> {
  if (required.length > 0 && !by.cameByPasskey) return refused({ code: 'passkey_first' })
  const { rows } = await sql`
    with wanted as (
      select role, role = any(${[...required]}::text[]) as required from unnest(${[...roles]}::text[]) as role
    ), changed as (
      insert into role_setting (role, passkey_required)
      select w.role, w.required from wanted w left join role_setting r on r.role = w.role
      where coalesce(r.passkey_required, false) <> w.required
      on conflict (role) do update set passkey_required = excluded.passkey_required
      returning role, passkey_required
    ), entry as (
      insert into ledger (at, kind, actor, staff_id, value)
      select ${now}::timestamptz, 'passkey_required', 'staff', ${by.staffId}::int,
        'role:' || role || ':' || case when passkey_required then 'required' else 'optional' end from changed
    )
    select role from changed`.execute(db)
  return ok(rows.length)
}
