import { describe, expect, it } from 'vitest'
import { hoursToClear, paceOf } from './pace.ts'
import { PACE_ASSUMED } from './thermostat.ts'

const hoursOf = (...decisions: number[]) => decisions.map((n) => ({ decisions: n }))

describe('the desk’s pace', () => {
  it('is what other newsrooms report until twenty hours have been worked', () => {
    expect(paceOf([])).toEqual({ own: false, perHour: PACE_ASSUMED, hours: 0 })
    expect(paceOf(hoursOf(...Array.from({ length: 19 }, () => 200)))).toMatchObject({ own: false, hours: 19 })
  })

  it('is its own from then on, with an interval that holds it', () => {
    const pace = paceOf(hoursOf(...Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? 60 : 80))))
    expect(pace).toMatchObject({ own: true, perHour: 70, hours: 40 })
    if (!pace.own) return
    // Standard deviation 10.1, of 40 hours: 1.96 standard errors are 3.1.
    expect(pace.low).toBeCloseTo(66.86, 1)
    expect(pace.high).toBeCloseTo(73.14, 1)
  })

  it('is not lowered by a glance between other work', () => {
    const worked = Array.from({ length: 20 }, () => 90)
    expect(paceOf(hoursOf(...worked, 1, 2, 9)).perHour).toBe(90)
  })

  it('says when what waits is read, and nothing where nobody is there', () => {
    expect(hoursToClear(450, 2, paceOf([]))).toBe(2.5)
    expect(hoursToClear(450, 0, paceOf([]))).toBeNull()
  })
})
