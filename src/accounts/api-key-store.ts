import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import { hashToken } from '../lib/ids.ts'
import { type ApiKey, newApiKey, prefixOf } from './api-key.ts'

export type NewApiKey = Pick<ApiKey, 'name' | 'perSecond' | 'onUnknown'>

/** Makes a key and returns it, this once; on record by its id alone. */
export async function createApiKey(
  db: Db,
  wanted: NewApiKey,
  by: { staffId: number | null },
  now: Date,
): Promise<{ id: number; key: string }> {
  const key = newApiKey()
  const { rows } = await sql<{ id: number }>`
    with made as (
      insert into api_key (name, prefix, key_hash, per_second, on_unknown, created_at, created_by)
      values (${wanted.name}, ${prefixOf(key)}, ${hashToken(key)}, ${wanted.perSecond}, ${wanted.onUnknown}, ${now},
        ${by.staffId}::int)
      returning id
    ), entry as (
      insert into ledger (at, kind, actor, staff_id, value)
      select ${now}, 'key_created', ${by.staffId === null ? 'system' : 'staff'}, ${by.staffId}::int, 'key:' || id from made
    )
    select id from made`.execute(db)
  return { id: (rows[0] as { id: number }).id, key }
}

/** From the moment it is committed the key opens nothing in this process, and within a quarter of a second in others. */
export async function revokeApiKey(
  db: Db,
  keyId: number,
  by: { staffId: number | null },
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    with revoked as (
      update api_key set revoked_at = ${now}, revoked_by = ${by.staffId}::int
      where id = ${keyId} and revoked_at is null returning id
    ), entry as (
      insert into ledger (at, kind, actor, staff_id, value)
      select ${now}::timestamptz, 'key_revoked', ${by.staffId === null ? 'system' : 'staff'}, ${by.staffId}::int, 'key:' || id
      from revoked
    )
    select id from revoked`.execute(db)
  return rows.length === 1
}

/** The keys that open, by the hash of each (hex). A paper has a handful. */
export async function listWorkingKeys(db: Db): Promise<Map<string, ApiKey>> {
  const { rows } = await sql<ApiKey & { hash: string }>`
    select id, name, prefix, per_second as "perSecond", on_unknown as "onUnknown", encode(key_hash, 'hex') as hash
    from api_key where revoked_at is null`.execute(db)
  return new Map(rows.map(({ hash, ...key }) => [hash, key]))
}

/** Requests of one key: texts scored, texts that could not be, scores suggested, requests over its limit. */
export type KeyUse = { scored: number; unscored: number; suggested: number; refused: number }

export type ApiKeyRow = ApiKey & {
  createdAt: Date
  /** Null for the command line. */
  createdBy: string | null
  revokedAt: Date | null
  /** Of the day asked for (UTC), and of it and the 29 days before. */
  today: KeyUse
  month: KeyUse
}

type ListRow = ApiKey & { createdAt: Date; createdBy: string | null; revokedAt: Date | null; uses: number[] }

/** All keys, newest first, revoked ones as well, with how they were used. */
export async function listApiKeys(db: Db, now: Date): Promise<ApiKeyRow[]> {
  const day = utcDay(now)
  const sums = (which: string) =>
    sql.raw(
      ['scored', 'unscored', 'suggested', 'refused']
        .map((kind) => `coalesce(sum(u.${kind}) filter (where ${which}), 0)::bigint`)
        .join(', '),
    )
  const { rows } = await sql<ListRow>`
    select k.id, k.name, k.prefix, k.per_second as "perSecond", k.on_unknown as "onUnknown",
      k.created_at as "createdAt", s.name as "createdBy", k.revoked_at as "revokedAt",
      array[${sums('u.day = asked.day')}, ${sums('true')}] as uses
    from api_key k cross join (select ${day}::date as day) asked
    left join staff s on s.id = k.created_by
    left join api_key_use u on u.key_id = k.id and u.day > asked.day - 30 and u.day <= asked.day
    group by k.id, s.name order by k.id desc`.execute(db)
  return rows.map(({ uses, ...key }) => ({
    ...key,
    today: useOf(uses.slice(0, 4)),
    month: useOf(uses.slice(4)),
  }))
}

const useOf = ([scored = 0, unscored = 0, suggested = 0, refused = 0]: number[]): KeyUse => ({
  scored,
  unscored,
  suggested,
  refused,
})

const utcDay = (at: Date): string => at.toISOString().slice(0, 10)

/** Adds what a process counted since the last time: several processes add to the same day. */
export async function addKeyUse(
  db: Db,
  counted: readonly ({ keyId: number } & KeyUse)[],
  now: Date,
): Promise<void> {
  if (counted.length === 0) return
  await sql`
    insert into api_key_use (key_id, day, scored, unscored, suggested, refused)
    select "keyId", ${utcDay(now)}::date, scored, unscored, suggested, refused
    from jsonb_to_recordset(${JSON.stringify(counted)}::jsonb)
      as t("keyId" int, scored bigint, unscored bigint, suggested bigint, refused bigint)
    on conflict (key_id, day) do update set
      scored = api_key_use.scored + excluded.scored, unscored = api_key_use.unscored + excluded.unscored,
      suggested = api_key_use.suggested + excluded.suggested, refused = api_key_use.refused + excluded.refused`.execute(
    db,
  )
}
