import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { subwordBuckets, subwordsOf } from './subwords.ts'

describe('the pieces of a word', () => {
  it('are shared with a spelling nobody has seen', () => {
    const shared = (a: string, b: string): number =>
      subwordsOf(a).filter((piece) => subwordsOf(b).includes(piece)).length
    expect(shared('stupid', 'stupidd')).toBeGreaterThan(8)
    expect(shared('stupid', 'tram')).toBe(0)
  })

  it('are a few buckets of the table, however long the word', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: 'binary' }), (word) => {
        const pieces = subwordsOf(word)
        expect(pieces.length).toBeGreaterThan(0)
        expect(pieces.length).toBeLessThan(70)
        expect(pieces.every((piece) => piece >= 0 && piece < subwordBuckets)).toBe(true)
      }),
    )
    expect(subwordsOf('a'.repeat(1e6))).toEqual(subwordsOf('a'.repeat(24)))
  })
})
