import { type RawBuilder, sql } from 'kysely'
import { type Db, inTransaction } from '../db/database.ts'
import { invariant } from '../lib/invariant.ts'
import {
  CHAIN_START,
  type LedgerEntry,
  type SealedRow,
  sealOf,
  type Verification,
  verifyChain,
} from './ledger.ts'

type EntryRow = {
  seq: number
  at: string
  kind: string
  actor: string
  staff_id: number | null
  article_id: number | null
  comment_id: number | null
  revision_no: number | null
  report_id: number | null
  decision_id: number | null
  batch_id: number | null
  reverses: number | null
  rule_id: string | null
  policy_version: string | null
  value: string | null
}

const entryColumns =
  sql.raw(`l.seq, to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, l.kind,
  l.actor, l.staff_id, l.article_id, l.comment_id, l.revision_no, l.report_id, l.decision_id, l.batch_id, l.reverses,
  l.rule_id, l.policy_version, l.value`)

const entryFromRow = (row: EntryRow): LedgerEntry => ({
  seq: row.seq,
  at: row.at,
  kind: row.kind,
  actor: row.actor,
  staffId: row.staff_id,
  articleId: row.article_id,
  commentId: row.comment_id,
  revisionNo: row.revision_no,
  reportId: row.report_id,
  decisionId: row.decision_id,
  batchId: row.batch_id,
  reverses: row.reverses,
  ruleId: row.rule_id,
  policyVersion: row.policy_version,
  value: row.value,
})

/** Bounds a run's memory after a bulk act on a very large paper; the next run goes on. */
const SEAL_BATCH = 5_000

/** One sealer at a time over all nodes; the number is arbitrary but must stay. */
const SEALER_LOCK = 7_305_218

/**
 * Seals what has been written by transactions that have all ended: an entry may carry a lower number than one already
 * committed, and must not be able to slip in behind the seal. Returns how many entries were sealed.
 */
export async function sealLedger(db: Db, now: Date): Promise<number> {
  return inTransaction(db, async (tx) => {
    const lock = await sql<{ got: boolean }>`select pg_try_advisory_xact_lock(${SEALER_LOCK}) as got`.execute(
      tx,
    )
    if (!lock.rows[0]?.got) return 0
    const last = await sql<{ position: number; hash: Buffer; xid: string }>`
      select s.position, s.hash, coalesce(l.xid, '0'::xid8)::text as xid
      from ledger_seal s left join ledger l on l.seq = s.seq order by s.position desc limit 1`.execute(tx)
    let position = last.rows[0]?.position ?? 0
    let hash = last.rows[0]?.hash ?? CHAIN_START
    const { rows } = await sql<EntryRow>`
      select ${entryColumns} from ledger l
      where l.xid >= ${last.rows[0]?.xid ?? '0'}::xid8 and l.xid < pg_snapshot_xmin(pg_current_snapshot())
        and not exists (select 1 from ledger_seal s where s.seq = l.seq)
      order by l.xid, l.seq limit ${SEAL_BATCH}`.execute(tx)
    if (rows.length === 0) return 0
    const seals = rows.map((row) => {
      hash = sealOf(hash, entryFromRow(row))
      return { position: ++position, seq: row.seq, hash: hash.toString('hex') }
    })
    await sql`
      insert into ledger_seal (position, seq, hash, sealed_at)
      select position, seq, decode(hash, 'hex'), ${now}
      from jsonb_to_recordset(${JSON.stringify(seals)}::jsonb) as t(position bigint, seq bigint, hash text)`.execute(
      tx,
    )
    return rows.length
  })
}

/** Reads the whole chain in pages; names the first sealed row that was tampered with. */
export async function verifyLedger(
  db: Db,
  onProgress: (position: number) => void = () => {},
): Promise<Verification> {
  let at: { position: number; hash: Buffer } = { position: 0, hash: CHAIN_START }
  for (;;) {
    const { rows } = await sql<EntryRow & { seal_position: number; seal_seq: number; hash: Buffer }>`
      select s.position as seal_position, s.seq as seal_seq, s.hash, ${entryColumns}
      from ledger_seal s left join ledger l on l.seq = s.seq
      where s.position > ${at.position} order by s.position limit ${SEAL_BATCH}`.execute(db)
    if (rows.length === 0) return { intact: true, sealed: at.position, head: at.hash.toString('hex') }
    const sealed: SealedRow[] = rows.map((row) => ({
      position: row.seal_position,
      seq: row.seal_seq,
      hash: row.hash,
      entry: row.seq === null ? null : entryFromRow(row),
    }))
    const result = verifyChain(sealed, at)
    if ('fault' in result) return result.fault
    at = result
    onProgress(at.position)
  }
}

export async function findChainHead(
  db: Db,
): Promise<{ position: number; hash: string; sealedAt: Date } | undefined> {
  const { rows } = await sql<{ position: number; hash: Buffer; sealed_at: Date }>`
    select position, hash, sealed_at from ledger_seal order by position desc limit 1`.execute(db)
  const row = rows[0]
  return row && { position: row.position, hash: row.hash.toString('hex'), sealedAt: row.sealed_at }
}

/** What changed, for caches: article ids, or settings that every page shows; and how far learning has come. */
export type ChangeBatch = {
  articleIds: number[]
  settings: boolean
  learningVersion: number
  nextXid: string
}

/**
 * Entries of transactions that may have ended since the last look. The cursor is a transaction id, not a sequence
 * number: numbers commit out of order, and one passed over would leave a removed comment on a page.
 */
export async function listChangesSince(db: Db, xid: string | null): Promise<ChangeBatch> {
  const { rows } = await sql<{
    next: string
    articles: number[] | null
    settings: boolean | null
    learnt: number
  }>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as next,
      (select array_agg(distinct article_id) from ledger
        where xid >= ${xid ?? '0'}::xid8 and article_id is not null and ${xid !== null}) as articles,
      (select bool_or(kind in ('comment_mode_changed', 'policy_activated', 'article_published', 'article_unpublished',
        'staff_changed', 'paper_changed', 'key_created', 'key_revoked', 'unread_armed', 'unread_disarmed',
        'learning_set', 'learning_reset')) from ledger where xid >= ${xid ?? '0'}::xid8 and ${xid !== null}) as settings,
      (select coalesce(max(version), 0) from site_learning) as learnt`.execute(db)
  const [row] = rows
  invariant(row, 'an aggregate without groups is one row')
  const { articles, settings, learnt, next } = row
  return { articleIds: articles ?? [], settings: settings ?? false, learningVersion: learnt, nextXid: next }
}

/** The comments that transactions from `xid` on have an entry about: a column `comment_id`. */
export const changedSince = (xid: string): RawBuilder<unknown> =>
  sql`select distinct comment_id from ledger where xid >= ${xid}::xid8 and comment_id is not null`

/** Every transaction below it has ended: what is committed later is found from here on. */
export async function findHorizon(db: Db): Promise<string> {
  const { rows } = await sql<{ xid: string }>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as xid`.execute(db)
  const [row] = rows
  invariant(row, 'a snapshot has a least transaction')
  return row.xid
}

export type RecordRow = {
  decisionId: number
  decidedAt: Date
  act: string
  ruleId: string | null
  decider: 'staff' | 'rule' | 'reports'
  articleId: number
  articleSlug: string
  articleHeadline: string
  articleLive: boolean
  reverses: number | null
  reversed: boolean
}

/** The public record: decisions without words, names or addresses of anybody. */
export async function listRecord(
  db: Db,
  where: { before: number | null; limit: number },
): Promise<RecordRow[]> {
  const before = where.before === null ? sql`` : sql`where d.id < ${where.before}`
  const { rows } = await sql<{
    id: number
    decided_at: Date
    act: string
    rule_id: string | null
    decider: 'staff' | 'rule' | 'reports'
    article_id: number
    slug: string
    headline: string
    live: boolean
    reverses: number | null
    reversed: boolean
  }>`
    select d.id, d.decided_at, d.act, d.rule_id, d.decider, d.article_id, a.slug, ar.headline, a.state = 'live' as live,
      d.reverses, exists (select 1 from decision r where r.reverses = d.id) as reversed
    from decision d join article a on a.id = d.article_id
    join article_revision ar on ar.article_id = a.id and ar.revision_no = a.revision_no
    ${before} order by d.id desc limit ${where.limit}`.execute(db)
  return rows.map((row) => ({
    decisionId: row.id,
    decidedAt: row.decided_at,
    act: row.act,
    ruleId: row.rule_id,
    decider: row.decider,
    articleId: row.article_id,
    articleSlug: row.slug,
    articleHeadline: row.headline,
    articleLive: row.live,
    reverses: row.reverses,
    reversed: row.reversed,
  }))
}
