import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { threadSettings } from '../newsroom/article.ts'
import { readThreadOrder, recommendSetting, type ThreadLoad } from './thermostat.ts'

const load = (about: Partial<ThreadLoad>): ThreadLoad => ({
  arrived: 60,
  breach: 0.05,
  staffOnShift: 2,
  pace: 90,
  ...about,
})

describe('the thermostat recommends', () => {
  it('nothing for an ordinary evening, and nothing for a handful of comments however vile', () => {
    expect(recommendSetting(load({}))).toBeUndefined()
    expect(recommendSetting(load({ arrived: 9, breach: 1, staffOnShift: 0 }))).toBeUndefined()
  })

  it('more as more breaches come for each on shift', () => {
    const at = (arrived: number, breach: number) => recommendSetting(load({ arrived, breach }))
    expect([at(100, 0.05), at(100, 0.1), at(150, 0.2), at(300, 0.3)]).toEqual([
      'slow',
      'hold_new',
      'hold_all',
      'closed',
    ])
  })

  it('more at night, when nobody is there', () => {
    expect(recommendSetting(load({ arrived: 60, breach: 0.15, staffOnShift: 5 }))).toBeUndefined()
    expect(recommendSetting(load({ arrived: 60, breach: 0.15, staffOnShift: 0 }))).toBe('hold_all')
  })

  it('never less for more comments, more breaches or fewer people', () => {
    const loads = fc.record({
      arrived: fc.integer({ min: 0, max: 5_000 }),
      breach: fc.double({ min: 0, max: 1, noNaN: true }),
      staffOnShift: fc.integer({ min: 0, max: 20 }),
      pace: fc.integer({ min: 20, max: 300 }),
    })
    const rank = (about: ThreadLoad): number => {
      const setting = recommendSetting(about)
      return setting ? threadSettings.indexOf(setting) : -1
    }
    fc.assert(
      fc.property(loads, (about) => {
        expect(rank({ ...about, arrived: about.arrived + 50 })).toBeGreaterThanOrEqual(rank(about))
        expect(rank({ ...about, breach: Math.min(1, about.breach + 0.1) })).toBeGreaterThanOrEqual(
          rank(about),
        )
        expect(rank({ ...about, staffOnShift: about.staffOnShift + 1 })).toBeLessThanOrEqual(rank(about))
      }),
    )
  })
})

describe('an order for a thread', () => {
  it('has an end, and of slow mode a pause', () => {
    expect(readThreadOrder({ setting: 'slow', pause: '10', hours: '4' })).toEqual({
      ok: true,
      value: { setting: 'slow', pauseMinutes: 10, hours: 4 },
    })
    for (const fields of [
      { setting: 'slow', pause: '', hours: '4' },
      { setting: 'hold_all', pause: '', hours: '' },
      { setting: 'hold_all', pause: '', hours: '73' },
      { setting: 'hold_all', pause: '', hours: '-1' },
      { setting: 'off', pause: '', hours: '1' },
    ])
      expect(readThreadOrder(fields).ok).toBe(false)
  })
})
