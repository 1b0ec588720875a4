import fc from 'fast-check'
import { expect, it } from 'vitest'
import { exactLogistic } from './exact-logistic.ts'

const logit = fc.double({ min: -60, max: 60, noNaN: true })

it('is the logistic function', () => {
  fc.assert(
    fc.property(logit, (x) => {
      const bounded = Math.max(-40, Math.min(40, x))
      const known = 1 / (1 + Math.exp(-bounded))
      expect(Math.abs(exactLogistic(x) / known - 1)).toBeLessThan(1e-13)
    }),
  )
})

it('never falls where its argument rises by more than rounding', () => {
  fc.assert(
    fc.property(logit, logit, (x, y) => {
      const [low, high] = x < y ? [x, y] : [y, x]
      if (high - low > 1e-9) expect(exactLogistic(low)).toBeLessThanOrEqual(exactLogistic(high))
    }),
  )
})
