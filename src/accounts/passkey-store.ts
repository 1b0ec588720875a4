import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { type Db, inTransaction } from '../db/database.ts'
import { after, minutes } from '../lib/clock.ts'
import { hashToken } from '../lib/ids.ts'
import { ok, type Result, refused } from '../lib/result.ts'
import {
  CHALLENGE_MINUTES,
  countGoesOn,
  MOST_PASSKEYS,
  type Passkey,
  type PasskeyRefusal,
} from './passkey.ts'
import type { NewCredential } from './passkey-ceremony.ts'
import { openSession } from './session-store.ts'

/** Bytes to be signed. For one person where a key is added, for nobody yet where somebody signs in. */
export async function makeChallenge(
  db: Db,
  staffId: number | null,
  now: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  const challenge = new Uint8Array(randomBytes(32))
  await sql`
    insert into passkey_challenge (challenge_hash, staff_id, expires_at)
    values (${hashToken(Buffer.from(challenge).toString('base64url'))}, ${staffId},
      ${after(now, minutes(CHALLENGE_MINUTES))})`.execute(db)
  return challenge
}

/** Uses a challenge up, whatever becomes of the answer; false where it was used, is over, or was made for another. */
export async function useChallenge(
  db: Db,
  challenge: string,
  staffId: number | null,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql<{ fits: boolean }>`
    delete from passkey_challenge where challenge_hash = ${hashToken(challenge)}
    returning expires_at > ${now} and staff_id is not distinct from ${staffId}::int as fits`.execute(db)
  return rows[0]?.fits ?? false
}

export type StoredKey = {
  id: number
  credentialId: string
  publicKey: Uint8Array
  counter: number
  /** The owner's random handle, base64url. */
  handle: string
}

/** A key that may sign in: neither suspended nor of somebody who has left. */
export async function findPasskey(db: Db, credentialId: string): Promise<StoredKey | undefined> {
  const { rows } = await sql<Omit<StoredKey, 'handle'> & { handle: Buffer }>`
    select p.id, p.credential_id as "credentialId", p.public_key as "publicKey", p.counter, uuid_send(s.handle) as handle
    from passkey p join staff s on s.id = p.staff_id
    where p.credential_id = ${credentialId} and p.suspended_at is null and s.disabled_at is null`.execute(db)
  const row = rows[0]
  return row && { ...row, handle: row.handle.toString('base64url') }
}

/** What a new key is made for: the owner's handle, and the keys there are, which the browser will not make again. */
export async function findOwner(
  db: Db,
  staffId: number,
): Promise<{ handle: Uint8Array<ArrayBuffer>; keys: { credentialId: string; transports: string[] }[] }> {
  const { rows } = await sql<{ handle: Buffer }>`
    select uuid_send(handle) as handle from staff where id = ${staffId}`.execute(db)
  const keys = await sql<{ credentialId: string; transports: string[] }>`
    select credential_id as "credentialId", transports from passkey where staff_id = ${staffId} order by id`.execute(
    db,
  )
  return { handle: new Uint8Array(rows[0]?.handle ?? []), keys: keys.rows }
}

export async function listPasskeys(db: Db, staffId: number): Promise<Passkey[]> {
  const { rows } = await sql<Passkey>`
    select id, name, created_at as "createdAt", last_used_at as "lastUsedAt", suspended_at is not null as suspended
    from passkey where staff_id = ${staffId} order by id`.execute(db)
  return rows
}

/**
 * Keeps a key that was just made, and tells its owner by letter: whoever took over a session must not add a way in
 * unseen. The session it was made in has shown the key, so that it counts as opened by it.
 */
export async function addPasskey(
  db: Db,
  key: NewCredential & { name: string },
  by: { staffId: number; sessionId: number },
  now: Date,
): Promise<Result<number, PasskeyRefusal>> {
  const { rows } = await sql<{ id: number }>`
    with made as (
      insert into passkey (staff_id, credential_id, public_key, counter, transports, name, created_at)
      select ${by.staffId}, ${key.credentialId}, ${Buffer.from(key.publicKey)}, ${key.counter}, ${key.transports}::text[],
        ${key.name}, ${now}
      where (select count(*) from passkey where staff_id = ${by.staffId}) < ${MOST_PASSKEYS}
      on conflict (credential_id) do nothing returning id
    ), proven as (
      update staff_session set method = 'passkey' where id = ${by.sessionId} and exists (select 1 from made)
    ), told as (
      insert into letter (kind, staff_id, created_at, send_after)
      select 'passkey_added', ${by.staffId}::int, ${now}::timestamptz, ${now}::timestamptz from made
    ), entry as (
      insert into ledger (at, kind, actor, staff_id, value)
      select ${now}::timestamptz, 'passkey_added', 'staff', ${by.staffId}::int, 'staff:' || ${by.staffId}::int || ':' || id
      from made
    )
    select id from made`.execute(db)
  return rows[0] ? ok(rows[0].id) : refused({ code: 'passkey_known' })
}

export async function renamePasskey(
  db: Db,
  key: { id: number; staffId: number },
  name: string,
): Promise<boolean> {
  const { rows } = await sql`
    update passkey set name = ${name} where id = ${key.id} and staff_id = ${key.staffId} returning id`.execute(
    db,
  )
  return rows.length === 1
}

/**
 * Takes a key away. Its owner keeps the last one where the role asks for one: without it the next sign-in would need
 * an administrator. An administrator takes any away, from a lost phone say.
 */
export async function removePasskey(
  db: Db,
  key: { id: number; staffId: number },
  by: { staffId: number },
  now: Date,
): Promise<Result<null, PasskeyRefusal>> {
  return inTransaction(db, async (tx) => {
    // Two presses at once must not each see the other's key.
    const { rows } = await sql<{ id: number; needed: boolean; suspended: boolean }>`
      select p.id, p.suspended_at is not null as suspended, exists (select 1 from role_setting r
        where r.role = s.role and r.passkey_required) as needed
      from passkey p join staff s on s.id = p.staff_id where p.staff_id = ${key.staffId} for update`.execute(
      tx,
    )
    const chosen = rows.find((row) => row.id === key.id)
    if (!chosen) return refused({ code: 'passkey_missing' })
    const left = rows.filter((row) => row.id !== key.id && !row.suspended)
    if (by.staffId === key.staffId && chosen.needed && !chosen.suspended && left.length === 0)
      return refused({ code: 'last_passkey' })
    await sql`
      with gone as (delete from passkey where id = ${key.id} returning id, staff_id)
      insert into ledger (at, kind, actor, staff_id, value)
      select ${now}::timestamptz, 'passkey_removed', 'staff', ${by.staffId}::int, 'staff:' || staff_id || ':' || id
      from gone`.execute(tx)
    return ok(null)
  })
}

/**
 * Opens a session for a key whose signature holds. A count that did not go on suspends the key and ends its owner's
 * sessions: which of the two devices is the copy, nobody can tell.
 */
export async function signInByPasskey(
  db: Db,
  key: { id: number; counter: number },
  device: string,
  now: Date,
): Promise<Result<string, PasskeyRefusal>> {
  return inTransaction(db, async (tx) => {
    const { rows } = await sql<{ staff_id: number; counter: number }>`
      select p.staff_id, p.counter from passkey p join staff s on s.id = p.staff_id
      where p.id = ${key.id} and p.suspended_at is null and s.disabled_at is null for update of p`.execute(tx)
    const [found] = rows
    if (!found) return refused({ code: 'passkey_refused' })
    if (!countGoesOn(found.counter, key.counter)) {
      await suspend(tx, key.id, now)
      return refused({ code: 'passkey_suspended' })
    }
    await sql`
      update passkey set counter = ${key.counter}, last_used_at = ${now} where id = ${key.id}`.execute(tx)
    return ok(await openSession(tx, found.staff_id, { method: 'passkey', device }, now))
  })
}

async function suspend(tx: Db, passkeyId: number, now: Date): Promise<void> {
  await sql`
    with copied as (
      update passkey set suspended_at = ${now} where id = ${passkeyId} returning id, staff_id
    ), ended as (delete from staff_session where staff_id in (select staff_id from copied)
    ), released as (
      update queue_item set lease_staff_id = null, lease_until = null
      where lease_staff_id in (select staff_id from copied)
    )
    insert into ledger (at, kind, actor, staff_id, value)
    select ${now}::timestamptz, 'passkey_suspended', 'system', null::int, 'staff:' || staff_id || ':' || id
    from copied`.execute(tx)
}
