import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { random } from '../../test/support/corpus.ts'
import { likenessOf, resemblance } from './likeness.ts'
import { KEYS, minimaOf, nearKeysOf } from './near-keys.ts'

/** Two sets of pieces that share a given part. */
function pair(shared: number, apart: number, seed: number) {
  const draw = random(seed)
  const some = (n: number) => Array.from({ length: n }, () => Math.floor(draw() * 2 ** 32))
  const both = some(shared)
  const set = (own: number[]) => ({ pieces: Uint32Array.from(new Set([...both, ...own])).sort() })
  return [set(some(apart)), set(some(apart))] as const
}
const agreement = (one: Uint32Array, other: Uint32Array): number =>
  one.reduce((n, least, at) => n + (least === other[at] ? 1 : 0), 0) / one.length

describe('the keys by which near-duplicates are found', () => {
  it.each([
    [100, 300],
    [100, 100],
    [200, 50],
  ])(
    'come from minima that agree as often as the texts share (%i of them shared, %i apart)',
    (shared, apart) => {
      let estimated = 0
      let exact = 0
      for (let seed = 1; seed <= 40; seed++) {
        const [one, other] = pair(shared, apart, seed)
        estimated += agreement(minimaOf(one) ?? new Uint32Array(), minimaOf(other) ?? new Uint32Array()) / 40
        exact += resemblance(one, other) / 40
      }
      // 40 pairs × 192 orders: three standard errors are at most 0.018.
      expect(Math.abs(estimated - exact)).toBeLessThan(0.018)
    },
  )

  it('are shared nearly always by texts that share half, and nearly never by strangers', () => {
    const meet = (shared: number, apart: number) =>
      Array.from({ length: 60 }, (_, n) => pair(shared, apart, n + 1)).filter(([one, other]) => {
        const keys = new Set(nearKeysOf(one))
        return nearKeysOf(other).some((key) => keys.has(key))
      }).length
    expect(meet(100, 50)).toBeGreaterThanOrEqual(59)
    expect(meet(2, 100)).toBeLessThanOrEqual(2)
  })

  it('are the same in every process, and whole numbers that a column of int4 takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 30, maxLength: 200 }), (text) => {
        const likeness = likenessOf(text)
        const keys = nearKeysOf(likeness)
        expect(keys).toEqual(nearKeysOf({ pieces: likeness.pieces.slice() }))
        expect(keys).toHaveLength(likeness.pieces.length > 0 ? KEYS : 0)
        for (const key of keys) expect(key).toBe(key | 0)
      }),
    )
  })

  it('stay what they were: those that are stored were made with these seeds', () => {
    const keys = nearKeysOf(likenessOf('The whole harbour board is corrupt and everybody knows it.'))
    expect(keys.slice(0, 3)).toMatchInlineSnapshot(`
      [
        -1668492809,
        777038968,
        -305836317,
      ]
    `)
  })
})
