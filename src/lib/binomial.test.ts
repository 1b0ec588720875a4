import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { betaShare, exactInterval, tailOf } from './binomial.ts'

const choose = (n: number, k: number): number => {
  let result = 1
  for (let i = 1; i <= k; i++) result = (result * (n - k + i)) / i
  return result
}
const summed = (found: number, of: number, chance: number): number => {
  let sum = 0
  for (let k = found; k <= of; k++) sum += choose(of, k) * chance ** k * (1 - chance) ** (of - k)
  return sum
}

describe('counts and what they say', () => {
  it('the tail of a binomial is the sum of its terms', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 60 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (of, k, chance) => {
          const found = Math.min(k, of)
          expect(tailOf(found, of, chance)).toBeCloseTo(summed(found, of, chance), 9)
        },
      ),
    )
  })

  it('no breach found among a hundred leaves room for 3.6 in a hundred', () => {
    // Clopper and Pearson: 1 − 0.025^(1/100).
    expect(exactInterval(0, 100, 0.95)).toMatchObject({ value: 0, low: 0 })
    expect(exactInterval(0, 100, 0.95).high).toBeCloseTo(1 - 0.025 ** 0.01, 9)
    const { low, high } = exactInterval(10, 100, 0.95)
    expect(low).toBeCloseTo(0.0490047, 6)
    expect(high).toBeCloseTo(0.1762226, 6)
  })

  it('nothing counted says nothing', () => {
    expect(exactInterval(0, 0, 0.95)).toEqual({ value: 0, low: 0, high: 1 })
  })

  it('the interval contains what was found, whole or not, up to very many', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 1e6, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (of, share) => {
          const { value, low, high } = exactInterval(of * share, of, 0.95)
          expect(low).toBeLessThanOrEqual(value + 1e-9)
          expect(high).toBeGreaterThanOrEqual(value - 1e-9)
        },
      ),
    )
    expect(betaShare(0.5, 3, 3)).toBeCloseTo(0.5, 12)
  })
})
