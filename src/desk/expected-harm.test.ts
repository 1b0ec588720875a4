import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  expectedHarm,
  type HarmFacts,
  headStartOf,
  LONGEST_OVERTAKEN_SECONDS,
  levelOf,
  nextUrgencyAt,
} from './expected-harm.ts'

const attack = { ruleId: 'personal_attack', probability: 0.62, severity: 3 }
const facts = (over: Partial<HarmFacts> = {}): HarmFacts => ({
  worst: attack,
  requests: 140,
  depth: 0,
  isPublic: true,
  reports: null,
  clockRun: null,
  ...over,
})
const scoreOf = (over: Partial<HarmFacts>): number => expectedHarm(facts(over)).score

describe('expected harm', () => {
  it('is probability times severity times requests for a public comment', () => {
    expect(scoreOf({})).toBeCloseTo(0.62 * 3 * 140)
  })

  it('counts an article that nobody counted as one request, and so one with none', () => {
    expect(scoreOf({ requests: null })).toBeCloseTo(0.62 * 3)
    expect(scoreOf({ requests: 0 })).toBeCloseTo(0.62 * 3)
  })

  it('is half at a depth of three', () => {
    expect(scoreOf({ depth: 3 })).toBeCloseTo(scoreOf({}) / 2)
  })

  it('of a held comment is a tenth, and holds what a good comment is kept from', () => {
    const { terms } = expectedHarm(facts({ isPublic: false }))
    expect(terms.map(({ kind, points }) => [kind, Number(points.toFixed(3))])).toEqual([
      ['breach', 26.04],
      ['waiting', 5.32],
    ])
  })

  it('adds what the reports say, and what a deadline asks', () => {
    const reports = { count: 2, weight: 0.36, severity: 5 }
    const { terms, score } = expectedHarm(facts({ reports, clockRun: 0.9 }))
    expect(terms.map(({ kind }) => kind)).toEqual(['breach', 'reports', 'deadline'])
    expect(score).toBeCloseTo(0.62 * 3 * 140 + 0.36 * 5 * 140 + 256)
  })

  it('asks nothing for a deadline before half of its time has run', () => {
    expect(expectedHarm(facts({ clockRun: 0.49 })).terms).toHaveLength(1)
  })

  const anyFacts = fc.record({
    worst: fc.record({
      ruleId: fc.constant('x'),
      probability: fc.double({ min: 0, max: 1, noNaN: true }),
      severity: fc.integer({ min: 1, max: 5 }),
    }),
    requests: fc.option(fc.nat()),
    depth: fc.nat(1_000),
    isPublic: fc.boolean(),
    reports: fc.option(
      fc.record({
        count: fc.nat(100),
        weight: fc.double({ min: 0, max: 1, noNaN: true }),
        severity: fc.integer({ min: 1, max: 5 }),
      }),
    ),
    clockRun: fc.option(fc.double({ min: 0, max: 10, noNaN: true })),
  })

  it('is the sum of the terms it opens into, whatever is known', () => {
    fc.assert(
      fc.property(anyFacts, (any) => {
        const { score, terms } = expectedHarm(any)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(terms.reduce((sum, { points }) => sum + points, 0)).toBe(score)
      }),
    )
  })

  it('never falls when a breach becomes likelier or graver, more read, more reported or later', () => {
    const grow = fc.record({
      probability: fc.double({ min: 0, max: 1, noNaN: true }),
      severity: fc.nat(4),
      requests: fc.nat(1_000),
      weight: fc.double({ min: 0, max: 1, noNaN: true }),
      clock: fc.double({ min: 0, max: 2, noNaN: true }),
    })
    fc.assert(
      fc.property(anyFacts, grow, (any, more) => {
        const { worst } = any
        const reports = any.reports ?? { count: 1, weight: 0, severity: 1 }
        const base = { ...any, worst, reports }
        const grown = {
          ...base,
          worst: {
            ...worst,
            probability: Math.min(1, worst.probability + more.probability),
            severity: worst.severity + more.severity,
          },
          requests: (any.requests ?? 1) + more.requests,
          reports: { ...reports, weight: Math.min(1, reports.weight + more.weight) },
          clockRun: any.clockRun === null ? null : any.clockRun + more.clock,
        }
        expect(expectedHarm(grown).score).toBeGreaterThanOrEqual(expectedHarm(base).score * (1 - 1e-12))
      }),
    )
  })
})

describe('the order of the queue', () => {
  const anyScore = fc.double({ min: 0, max: Number.MAX_VALUE, noNaN: true })

  it('takes nothing that came four days later before a comment that waits, whatever their scores', () => {
    expect(LONGEST_OVERTAKEN_SECONDS).toBe(4 * 86_400)
    fc.assert(
      fc.property(anyScore, anyScore, fc.nat(1e9), (waits, comes, later) => {
        const turnOfWaiting = 0 - headStartOf(waits)
        const turnOfLater = LONGEST_OVERTAKEN_SECONDS + 1 + later - headStartOf(comes)
        expect(turnOfWaiting).toBeLessThan(turnOfLater)
      }),
    )
  })

  it('never puts the lower score first of two that came together', () => {
    fc.assert(
      fc.property(anyScore, anyScore, (a, b) => {
        if (a <= b) expect(headStartOf(a)).toBeLessThanOrEqual(headStartOf(b))
      }),
    )
  })

  it('sets six hours of waiting against a doubling', () => {
    expect(headStartOf(200) - headStartOf(100)).toBe(21_600)
  })

  it('takes first what it cannot compute', () => {
    expect(headStartOf(Number.NaN)).toBe(headStartOf(Number.POSITIVE_INFINITY))
  })

  it('fits the column', () => {
    for (const score of [0, Number.MAX_VALUE, Number.NaN])
      expect(Math.abs(headStartOf(score))).toBeLessThan(2 ** 31)
  })
})

describe('a deadline', () => {
  const begun = new Date('2026-11-24T10:00:00Z')
  const due = new Date('2026-11-25T10:00:00Z')
  it.each([
    ['2026-11-24T10:00:00Z', '2026-11-24T22:00:00.000Z'],
    ['2026-11-24T22:00:00Z', '2026-11-25T05:12:00.000Z'],
    ['2026-11-25T09:59:59Z', '2026-11-25T10:00:00.000Z'],
    ['2026-11-25T10:00:00Z', undefined],
  ])('seen at %s, next changes the order at %s', (now, at) => {
    expect(nextUrgencyAt(begun, due, new Date(now))?.toISOString()).toBe(at)
  })
})

it('a score is said in one of four words', () => {
  expect([3.9, 4, 64, 1_024].map(levelOf)).toEqual(['slight', 'some', 'high', 'severe'])
})
