import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { days, seconds } from '../lib/clock.ts'
import {
  type FiledReport,
  HALF_LIFE_DAYS,
  noRecord,
  type ReportOutcome,
  recordOf,
  reportWeight,
  separateObjections,
  trustIn,
} from './reporter-record.ts'

const now = new Date('2026-11-24T10:00:00Z')
const ago = (n: number) => new Date(now.getTime() - days(n))
const outcomes = (upheld: number, rejected: number, answeredAt = now): ReportOutcome[] =>
  Array.from({ length: upheld + rejected }, (_, i) => ({ upheld: i < upheld, answeredAt }))
const filed = (at: number, about: Partial<FiledReport> = {}): FiledReport => ({
  ruleId: 'spam',
  filedAt: new Date(now.getTime() + seconds(at)),
  reporterRecord: noRecord,
  identities: [],
  ...about,
})

describe('a reporter’s record', () => {
  it('takes one stranger’s report in five to be right, most of a careful reporter’s, few but some of a careless one’s', () => {
    expect(trustIn(noRecord)).toBe(0.2)
    expect(trustIn(recordOf(outcomes(18, 0), now))).toBeCloseTo(19 / 23)
    expect(trustIn(recordOf(outcomes(0, 18), now))).toBeCloseTo(1 / 23)
  })

  it('fades by half in its half-life, to a stranger’s in the end', () => {
    expect(recordOf(outcomes(4, 2, ago(HALF_LIFE_DAYS)), now)).toEqual({ upheld: 2, rejected: 1 })
    expect(trustIn(recordOf(outcomes(0, 40, ago(20 * HALF_LIFE_DAYS)), now))).toBeCloseTo(0.2, 4)
  })

  it('is never out of bounds, and an upheld report never lowers it', () => {
    const outcome = fc.record({
      upheld: fc.boolean(),
      answeredAt: fc.integer({ min: -400, max: 4_000 }).map(ago),
    })
    fc.assert(
      fc.property(fc.array(outcome, { maxLength: 60 }), fc.integer({ min: 0, max: 400 }), (past, age) => {
        const trust = trustIn(recordOf(past, now))
        expect(trust).toBeGreaterThan(0)
        expect(trust).toBeLessThan(1)
        const more = trustIn(recordOf([...past, { upheld: true, answeredAt: ago(age) }], now))
        expect(more).toBeGreaterThan(trust)
      }),
    )
  })
})

describe('reports on one comment', () => {
  it('add up where they come apart in time and from different people', () => {
    expect(reportWeight(separateObjections([filed(0), filed(600), filed(1_200)]))).toBeCloseTo(1 - 0.8 ** 3)
  })

  it('from one household or one letter box are one, hours apart', () => {
    const same = [filed(0, { identities: ['n:aa'] }), filed(9_000, { identities: ['m:x@y', 'n:aa'] })]
    expect(separateObjections([...same, filed(20_000, { identities: ['m:x@y'] })])).toHaveLength(1)
  })

  it('in one burst are one, and count as the best among them', () => {
    const careful = recordOf(outcomes(9, 0), now)
    const brigade = Array.from({ length: 50 }, (_, i) => filed(i * 5, { identities: [`n:${i}`] }))
    const weigh = (reports: FiledReport[]) => reportWeight(separateObjections(reports))
    expect(weigh(brigade)).toBeCloseTo(0.2)
    expect(weigh([...brigade, filed(30, { reporterRecord: careful })])).toBeCloseTo(10 / 14)
  })

  it('that go on all day are cut into runs', () => {
    const steady = Array.from({ length: 61 }, (_, i) => filed(i * 59))
    expect(separateObjections(steady)).toHaveLength(6)
  })

  it('do not depend on the order they are read in', () => {
    const report = fc.record({
      at: fc.integer({ min: 0, max: 3_000 }),
      who: fc.integer({ min: 0, max: 6 }),
    })
    fc.assert(
      fc.property(fc.array(report, { maxLength: 30 }), fc.integer({ min: 0, max: 30 }), (reports, turn) => {
        const made = reports.map(({ at, who }) => filed(at, { identities: [`n:${who}`] }))
        const cut = turn % (made.length + 1)
        const turned = [...made.slice(cut), ...made.slice(0, cut)]
        expect(separateObjections(turned)).toHaveLength(separateObjections(made).length)
      }),
    )
  })

  it('of a brigade of fifty do not bring a harmless comment before one that ten careful readers object to', () => {
    const careful = recordOf(outcomes(8, 2), now)
    const victim = Array.from({ length: 50 }, (_, i) => filed(i * 10, { identities: [`n:${i}`] }))
    const breach = Array.from({ length: 10 }, (_, i) =>
      filed(i * 300, { identities: [`h:${i}`], reporterRecord: careful }),
    )
    const weigh = (reports: FiledReport[]) => reportWeight(separateObjections(reports))
    expect(weigh(victim)).toBeLessThan(weigh(breach.slice(0, 2)))
    expect(weigh(breach)).toBeGreaterThan(0.99)
  })
})
