import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { atZone, isoAt, isZone, readStamp } from './stamp.ts'

const kolkata = 'Asia/Kolkata'
const isoOf = (text: string, zone = kolkata) => {
  const stamp = readStamp(text, zone)
  return stamp.ok ? stamp.value.iso : stamp.refusal
}

describe('a printed stamp', () => {
  it.each([
    ['30th July 2021 09:33 PM', '2021-07-30T21:33:00+05:30'],
    ['30 July 2021, 9.33 PM', '2021-07-30T21:33:00+05:30'],
    ['30 Jul 2021 | 9:33 p.m.', '2021-07-30T21:33:00+05:30'],
    ['July 30, 2021 21:33', '2021-07-30T21:33:00+05:30'],
    ['Friday, July 30th, 2021 at 09:33PM', '2021-07-30T21:33:00+05:30'],
    ['09:33 PM, 30 July 2021', '2021-07-30T21:33:00+05:30'],
    ['2021-07-30 21:33', '2021-07-30T21:33:00+05:30'],
    ['2021-07-30T21:33:05', '2021-07-30T21:33:05+05:30'],
    ['30. Juli 2021, 21:33 Uhr', '2021-07-30T21:33:00+05:30'],
    ['30 de julio de 2021 21:33', '2021-07-30T21:33:00+05:30'],
    ['٣٠ يوليو ٢٠٢١ ٩:٣٣ م', '2021-07-30T21:33:00+05:30'],
    ['30 ביולי 2021, 21:33', '2021-07-30T21:33:00+05:30'],
    ['۳۰ جولائی ۲۰۲۱ ۲۱:۳۳', '2021-07-30T21:33:00+05:30'],
    ['30 كانون الثاني 2021 21:33', '2021-01-30T21:33:00+05:30'],
  ])('reads %s', (text, iso) => {
    expect(isoOf(text)).toBe(iso)
  })

  it('takes 12.05 AM for five past midnight, and 12.05 PM for five past noon', () => {
    expect(isoOf('1 August 2021 12.05 AM')).toBe('2021-08-01T00:05:00+05:30')
    expect(isoOf('1 August 2021 12.05 PM')).toBe('2021-08-01T12:05:00+05:30')
    expect(isoOf('1 August 2021 00.05 AM')).toBe('2021-08-01T00:05:00+05:30')
  })

  it.each([
    ['31st June 2021 09:33 PM', 'bad_date', '31 June 2021 is no day of the calendar.'],
    ['29 February 2021 09:33', 'bad_date', '29 February 2021 is no day of the calendar.'],
    ['2021-13-01 09:33', 'bad_date', '1 of month 13 2021 is no day of the calendar.'],
    ['0 July 2021 09:33', 'bad_date', '0 July 2021 is no day of the calendar.'],
    ['30 July 2021 13.05 PM', 'bad_time', '13.05 PM is no time of day.'],
    ['30 July 2021 0.05 PM', 'bad_time', '0.05 PM is no time of day.'],
    ['30 July 2021 24:00', 'bad_time', '24:00 is no time of day.'],
    ['30 July 2021 21:60', 'bad_time', '21:60 is no time of day.'],
    ['30 July 2021', 'bad_time', 'no time of day can be read here.'],
    ['30/07/2021 21:33', 'bad_date', 'no date can be read here.'],
    ['7/6/21 21:33', 'bad_date', 'no date can be read here.'],
  ])('refuses %s', (text, code, message) => {
    expect(isoOf(text)).toEqual({ code, message })
  })

  it('lets an offset in the text go before the zone of the paper', () => {
    expect(isoOf('2021-07-30T21:33:00Z')).toBe('2021-07-31T03:03:00+05:30')
    expect(isoOf('2021-07-30T21:33:00.000Z')).toBe('2021-07-31T03:03:00+05:30')
    expect(isoOf('2021-07-30T21:33+02:00')).toBe('2021-07-31T01:03:00+05:30')
    expect(isoOf('30 July 2021 21:33 GMT')).toBe('2021-07-31T03:03:00+05:30')
    expect(isoOf('2021-07-30T21:33+23:00')).toMatchObject({ code: 'bad_time' })
  })

  it('does not rely on letters that three countries use, and says so', () => {
    expect(readStamp('30 July 2021 21:33 IST', 'Europe/Dublin')).toMatchObject({
      ok: true,
      value: {
        iso: '2021-07-30T21:33:00+01:00',
        warning: '“IST” is not relied on; the time is read in Europe/Dublin.',
      },
    })
  })
})

describe('the clocks of a zone', () => {
  const wall = (month: number, day: number, hour: number, minute: number) => ({
    ...{ year: 2026, month, day, hour, minute, second: 0 },
  })

  it('reads a time that spring skipped by the offset before, and says so', () => {
    const stamp = atZone(wall(3, 29, 1, 30), 'Europe/London')
    expect(stamp.iso).toBe('2026-03-29T02:30:00+01:00')
    expect(stamp.warning).toMatch(/skipped this time/)
  })

  it('takes the first of two when autumn repeats an hour, and says so', () => {
    const stamp = atZone(wall(10, 25, 1, 30), 'Europe/London')
    expect(stamp.iso).toBe('2026-10-25T01:30:00+01:00')
    expect(stamp.warning).toMatch(/twice that day/)
  })

  it('counts quarter hours and zones west of Greenwich', () => {
    expect(atZone(wall(1, 1, 0, 0), 'Asia/Kathmandu').iso).toBe('2026-01-01T00:00:00+05:45')
    expect(atZone(wall(1, 1, 0, 0), 'America/St_Johns').iso).toBe('2026-01-01T00:00:00-03:30')
  })

  it('writes any instant so that it reads back as itself', () => {
    const zones = ['Europe/London', kolkata, 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC']
    const seconds = fc.integer({ min: Date.UTC(1975, 0) / 1000, max: Date.UTC(2060, 0) / 1000 })
    fc.assert(
      fc.property(seconds, fc.constantFrom(...zones), (second, zone) => {
        const iso = isoAt(new Date(second * 1000), zone)
        expect(Date.parse(iso)).toBe(second * 1000)
        const again = readStamp(iso, zone)
        expect(again).toEqual({ ok: true, value: { at: new Date(second * 1000), iso, warning: null } })
      }),
    )
  })

  it('reads a wall clock as the time that the wall showed, unless it says that no clock did', () => {
    const minutes = fc.integer({ min: Date.UTC(2000, 0) / 60_000, max: Date.UTC(2040, 0) / 60_000 })
    fc.assert(
      fc.property(minutes, fc.constantFrom('Europe/London', 'America/New_York', kolkata), (minute, zone) => {
        const shown = new Date(minute * 60_000)
        const stamp = atZone(
          {
            year: shown.getUTCFullYear(),
            month: shown.getUTCMonth() + 1,
            day: shown.getUTCDate(),
            hour: shown.getUTCHours(),
            minute: shown.getUTCMinutes(),
            second: 0,
          },
          zone,
        )
        const same = stamp.iso.slice(0, 19) === shown.toISOString().slice(0, 19)
        expect(same).toBe(stamp.warning === null || stamp.warning.includes('twice'))
      }),
    )
  })

  it('knows a zone by its name and nothing else', () => {
    expect(isZone('Asia/Kolkata')).toBe(true)
    expect(isZone('Asia/Saltmere')).toBe(false)
    expect(isZone('')).toBe(false)
  })
})
