import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHAIN_START, type LedgerEntry, type SealedRow, sealOf, verifyChain } from './ledger.ts'

const number = fc.option(fc.nat(), { nil: null })
const word = fc.option(fc.string({ maxLength: 12 }), { nil: null })
const entries = fc.array(
  fc.record({
    at: fc.date({ noInvalidDate: true }).map((d) => d.toISOString()),
    kind: fc.constantFrom('comment_held', 'comment_published', 'comment_removed'),
    actor: fc.constantFrom('staff', 'commenter'),
    staffId: number,
    articleId: number,
    commentId: number,
    revisionNo: number,
    reportId: number,
    decisionId: number,
    batchId: number,
    reverses: number,
    ruleId: word,
    policyVersion: word,
    value: word,
  }),
  { minLength: 1, maxLength: 20 },
)

function sealAll(list: Omit<LedgerEntry, 'seq'>[]): SealedRow[] {
  let hash: Buffer = CHAIN_START
  return list.map((rest, i) => {
    const entry = { seq: i + 1, ...rest }
    hash = sealOf(hash, entry)
    return { position: i + 1, seq: entry.seq, hash, entry }
  })
}

const start = { position: 0, hash: CHAIN_START }

describe('the chain over the ledger', () => {
  it('verifies as it was sealed, whole or in parts', () => {
    fc.assert(
      fc.property(entries, fc.nat(), (list, cut) => {
        const rows = sealAll(list)
        const at = cut % (rows.length + 1)
        const middle = verifyChain(rows.slice(0, at), start)
        expect(middle).not.toHaveProperty('fault')
        if ('fault' in middle) return
        expect(verifyChain(rows.slice(at), middle)).toEqual({
          position: rows.length,
          hash: rows.at(-1)?.hash,
        })
      }),
    )
  })

  it('names the first row that was changed, whichever field, and the first that is gone', () => {
    fc.assert(
      fc.property(
        entries,
        fc.nat(),
        fc.constantFrom('commentId', 'staffId', 'decisionId'),
        (list, n, field) => {
          const rows = sealAll(list)
          const row = rows[n % rows.length] as SealedRow
          const entry = row.entry as LedgerEntry
          const changed = rows.map((r) =>
            r === row ? { ...r, entry: { ...entry, [field]: (entry[field] ?? 0) + 1 } } : r,
          )
          expect(verifyChain(changed, start)).toEqual({
            fault: { intact: false, position: row.position, seq: row.seq, what: 'entry_changed' },
          })
          const missing = rows.map((r) => (r === row ? { ...r, entry: null } : r))
          expect(verifyChain(missing, start)).toMatchObject({
            fault: { position: row.position, what: 'entry_missing' },
          })
        },
      ),
    )
  })

  it('notices a seal taken out of the middle', () => {
    const rows = sealAll(
      ['a', 'b', 'c'].map((value) => ({
        at: '2026-11-24T00:00:00.000000Z',
        kind: 'staff_changed',
        actor: 'staff',
        staffId: 1,
        articleId: null,
        commentId: null,
        revisionNo: null,
        reportId: null,
        decisionId: null,
        batchId: null,
        reverses: null,
        ruleId: null,
        policyVersion: null,
        value,
      })),
    )
    expect(verifyChain([rows[0], rows[2]] as SealedRow[], start)).toMatchObject({
      fault: { position: 2, what: 'seal_missing' },
    })
  })
})
