import { describe, expect, it } from 'vitest'
import { minutes } from '../lib/clock.ts'
import { barFor, isReadFirst, type MeasureInForce } from './measure.ts'

const now = new Date('2026-11-24T10:00:00Z')
const at = (n: number) => new Date(now.getTime() + minutes(n))
const measure = (kind: MeasureInForce['kind'], endsAt: Date | null, pauseMinutes: number | null = null) => ({
  kind,
  endsAt,
  pauseMinutes,
})

describe('a measure', () => {
  it('ends by itself, to the moment', () => {
    expect(barFor([measure('suspension', at(1))], null, now)).toEqual({
      code: 'writer_suspended',
      minutesLeft: 1,
    })
    expect(barFor([measure('suspension', now)], null, now)).toBeUndefined()
    expect(isReadFirst([measure('pre', now)], now)).toBe(false)
  })

  it('of several the strictest answers, and of two suspensions the longer', () => {
    const slow = measure('slow', null, 30)
    expect(barFor([slow, measure('suspension', at(9)), measure('suspension', at(60))], now, now)).toEqual({
      code: 'writer_suspended',
      minutesLeft: 60,
    })
    expect(barFor([slow, measure('suspension', at(9)), measure('ban', null)], now, now)).toEqual({
      code: 'writer_banned',
    })
  })

  it('without an end bars, should a suspension ever have none', () => {
    expect(barFor([measure('suspension', null)], null, now)).toEqual({ code: 'writer_banned' })
  })

  it('of slow mode lets the first comment through and the next after the pause', () => {
    const slow = [measure('slow', null, 30)]
    expect(barFor(slow, null, now)).toBeUndefined()
    expect(barFor(slow, at(-29), now)).toEqual({ code: 'slow_mode', pauseMinutes: 30, minutesLeft: 1 })
    expect(barFor(slow, at(-30), now)).toBeUndefined()
  })

  it('that only asks for reading first bars nothing', () => {
    expect(barFor([measure('pre', null)], now, now)).toBeUndefined()
    expect(isReadFirst([measure('pre', null)], now)).toBe(true)
  })
})
