import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { onTheSameMatter, raidMessages, raidOf } from '../../test/support/raid.ts'
import { clusterOf, DOUBTFUL, doubtfulFirst, nearestOf, similarityIn } from './cluster.ts'

const numbered = (texts: readonly string[]) => texts.map((text, n) => ({ commentId: n + 1, text }))

describe('a cluster', () => {
  it('holds a whole raid, whichever of it is in hand, and no stranger', () => {
    for (const message of raidMessages) {
      const raid = raidOf(message, 120, 5)
      const candidates = [
        ...numbered(raid),
        ...numbered(onTheSameMatter).map((one) => ({ ...one, commentId: one.commentId + 1_000 })),
      ]
      for (const inHand of raid.slice(0, 12)) {
        const members = clusterOf(inHand, nearestOf(inHand, candidates, 0.25), candidates, 0.25)
        expect(members.filter((one) => one.commentId > 1_000)).toEqual([])
        expect(members.length).toBeGreaterThanOrEqual(0.95 * raid.length)
      }
    }
  })

  it('gives each its likeness to others, never to itself', () => {
    const raid = numbered(raidOf(raidMessages[0] ?? '', 5, 9))
    const inHand = raidOf(raidMessages[0] ?? '', 1, 2)[0] ?? ''
    const members = clusterOf(inHand, nearestOf(inHand, raid, 0.25), raid, 0.25)
    expect(members).toHaveLength(5)
    for (const one of members) expect(one.similarity).toBeLessThan(1)
  })

  it('is smaller, never larger, above a higher similarity', () => {
    const raid = numbered(raidOf(raidMessages[0] ?? '', 30, 9))
    const size = (floor: number) =>
      clusterOf(raid[0]?.text ?? '', nearestOf(raid[0]?.text ?? '', raid, floor), raid, floor).length
    const sizes = [0.25, 0.4, 0.55, 0.7, 0.85, 1].map(size)
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
  })
})

describe('the order in which a cluster is read', () => {
  it('puts the ten least alike first and loses none', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ similarity: fc.double({ min: 0, max: 1, noNaN: true }), id: fc.nat() })),
        (rows) => {
          const read = doubtfulFirst(rows)
          expect(new Set(read)).toEqual(new Set(rows))
          expect(read).toHaveLength(rows.length)
          const [top, rest] = [read.slice(0, DOUBTFUL), read.slice(DOUBTFUL)]
          for (const row of rest)
            for (const one of top) expect(one.similarity).toBeLessThanOrEqual(row.similarity)
        },
      ),
    )
  })
})

describe('a similarity as somebody types it', () => {
  it.each([
    ['40', 40],
    [' 40 ', 40],
    ['7', 25],
    ['100', 100],
    ['101', undefined],
    ['', undefined],
    ['-3', undefined],
    ['4e1', undefined],
    ['40%', undefined],
  ])('%j is %j, where the editor lets nobody go below 25', (text, meant) => {
    expect(similarityIn(text, 25)).toBe(meant)
  })
})
