import { createHash } from 'node:crypto'

/** One entry as it is sealed: every column that says something, in a fixed order, times in UTC to the microsecond. */
export type LedgerEntry = {
  seq: number
  at: string
  kind: string
  actor: string
  staffId: number | null
  articleId: number | null
  commentId: number | null
  revisionNo: number | null
  reportId: number | null
  decisionId: number | null
  batchId: number | null
  reverses: number | null
  ruleId: string | null
  policyVersion: string | null
  value: string | null
}

/** The hash before the first entry. */
export const CHAIN_START = Buffer.alloc(32)

/**
 * SHA-256 over the hash before and the entry as JSON. JSON of an array keeps every field's place and type, so that no
 * two different entries read the same.
 */
export function sealOf(before: Buffer, entry: LedgerEntry): Buffer {
  const line = JSON.stringify([
    entry.seq,
    entry.at,
    entry.kind,
    entry.actor,
    entry.staffId,
    entry.articleId,
    entry.commentId,
    entry.revisionNo,
    entry.reportId,
    entry.decisionId,
    entry.batchId,
    entry.reverses,
    entry.ruleId,
    entry.policyVersion,
    entry.value,
  ])
  return createHash('sha256').update(before).update(line).digest()
}

export type SealedRow = { position: number; seq: number; hash: Buffer; entry: LedgerEntry | null }

export type Verification =
  | { intact: true; sealed: number; head: string }
  | { intact: false; position: number; seq: number; what: 'entry_changed' | 'entry_missing' | 'seal_missing' }

/**
 * Recomputes the chain from its start (or from where the last call left it) and names the first row that does not
 * fit. A change is seen only from the moment its row was sealed: the window is the sealing job's period.
 */
export function verifyChain(
  rows: Iterable<SealedRow>,
  from: { position: number; hash: Buffer },
): { fault: Verification & { intact: false } } | { position: number; hash: Buffer } {
  let { position, hash } = from
  for (const row of rows) {
    if (row.position !== position + 1)
      return { fault: { intact: false, position: position + 1, seq: row.seq, what: 'seal_missing' } }
    if (row.entry === null)
      return { fault: { intact: false, position: row.position, seq: row.seq, what: 'entry_missing' } }
    const expected = sealOf(hash, row.entry)
    if (!expected.equals(row.hash))
      return { fault: { intact: false, position: row.position, seq: row.seq, what: 'entry_changed' } }
    position = row.position
    hash = expected
  }
  return { position, hash }
}
