import fc from 'fast-check'
import { expect, it } from 'vitest'
import { firstDay, parseWeek, printWeek, weekAt, weekLater } from './iso-week.ts'

it.each([
  ['2026-11-24T10:00:00Z', 'Europe/London', '2026-W48', '2026-11-23'],
  // Sunday evening in London is Monday in Auckland.
  ['2026-11-29T20:00:00Z', 'Europe/London', '2026-W48', '2026-11-23'],
  ['2026-11-29T20:00:00Z', 'Pacific/Auckland', '2026-W49', '2026-11-30'],
  // The turns of the year as ISO 8601 has them.
  ['2021-01-03T12:00:00Z', 'UTC', '2020-W53', '2020-12-28'],
  ['2024-12-30T12:00:00Z', 'UTC', '2025-W01', '2024-12-30'],
  ['2027-01-01T12:00:00Z', 'UTC', '2026-W53', '2026-12-28'],
])('%s in %s is of week %s', (at, zone, week, monday) => {
  const found = weekAt(new Date(at), zone)
  expect(printWeek(found)).toBe(week)
  expect(firstDay(found)).toBe(monday)
})

it('only weeks that there are can be asked for', () => {
  expect(parseWeek('2020-W53')).toEqual({ year: 2020, week: 53 })
  for (const none of ['2025-W53', '2026-W00', '2026-W54', '2026-W1', '2026W48', '', '2026-W48 ', '1999-W01'])
    expect(parseWeek(none), none).toBeUndefined()
})

it('a week later and a week earlier lead back, across every year', () => {
  const day = fc.date({ min: new Date('2001-01-01'), max: new Date('2900-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(day, fc.integer({ min: -200, max: 200 }), (at, by) => {
      const week = weekAt(at, 'UTC')
      expect(weekLater(weekLater(week, by), -by)).toEqual(week)
      expect(parseWeek(printWeek(week))).toEqual(week)
    }),
  )
})
