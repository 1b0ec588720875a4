import { sql } from 'kysely'
import type { Db } from '../db/database.ts'

export type StaffLogEntry = {
  seq: number
  at: Date
  kind: string
  /** Null for the command line and the machine. */
  staffId: number | null
  articleId: number | null
  policyVersion: string | null
  /** Ids and words from closed lists, as in `staff:4:senior`. */
  value: string | null
}

/** As the partial index of the ledger has it, word for word: the planner must see that they are the same. */
const kinds =
  sql.raw(`('staff_invited', 'staff_changed', 'passkey_added', 'passkey_removed', 'passkey_suspended',
  'passkey_required', 'sessions_ended', 'paper_changed', 'comment_mode_changed', 'policy_activated',
  'key_created', 'key_revoked', 'unread_armed', 'unread_disarmed', 'learning_set', 'learning_reset',
  'queue_shared', 'queue_changed', 'queue_removed')`)

/** What was changed about people, papers and settings, the newest first. */
export async function listStaffLog(
  db: Db,
  where: { before: number | null; limit: number },
): Promise<StaffLogEntry[]> {
  const before = where.before === null ? sql`` : sql`and seq < ${where.before}`
  const { rows } = await sql<StaffLogEntry>`
    select seq, at, kind, staff_id as "staffId", article_id as "articleId", policy_version as "policyVersion", value
    from ledger where kind in ${kinds} ${before} order by seq desc limit ${where.limit}`.execute(db)
  return rows
}
