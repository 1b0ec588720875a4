import { expect, it } from 'vitest'
import { commentTime, longStamp, shortTime, timeElement } from './stamps.ts'

it('prints the paper’s own time, with the offset that its zone had then', () => {
  const winter = new Date('2026-11-14T21:33:00Z')
  const summer = new Date('2026-07-14T21:33:00Z')
  const london = { language: 'en-GB', zone: 'Europe/London' }
  expect(timeElement(winter, london).markup).toBe(
    '<time datetime="2026-11-14T21:33:00+00:00">14 November 2026, 9.33 pm</time>',
  )
  expect(timeElement(summer, london).markup).toContain(
    'datetime="2026-07-14T22:33:00+01:00">14 July 2026, 10.33 pm<',
  )
  expect(timeElement(summer, { language: 'en-IN', zone: 'Asia/Kolkata' }).markup).toContain(
    '2026-07-15T03:03:00+05:30',
  )
  expect(shortTime(winter, london).markup).toBe(
    '<time datetime="2026-11-14T21:33+00:00">14 Nov, 9.33 pm</time>',
  )
  expect(
    commentTime(7, new Date('2026-11-14T20:33:00Z'), { language: 'en-IN', zone: 'Asia/Kolkata' }).markup,
  ).toBe('<time id="c7" datetime="2026-11-15">15 Nov, 2.03 am</time>')
})

it('prints noon and midnight as twelve', () => {
  const london = { language: 'en-GB', zone: 'Europe/London' }
  expect(longStamp(new Date('2026-11-14T12:31:00Z'), london)).toBe('14 November 2026, 12.31 pm')
  expect(longStamp(new Date('2026-11-14T00:05:00Z'), london)).toBe('14 November 2026, 12.05 am')
})

it('prints in the paper’s language', () => {
  const at = new Date('2026-11-14T21:33:00Z')
  expect(longStamp(at, { language: 'de-DE', zone: 'Europe/Berlin' })).toMatch(/14\. November 2026.*22:33/)
  expect(longStamp(at, { language: 'hi-IN', zone: 'Asia/Kolkata' })).toMatch(/नवंबर/)
})
