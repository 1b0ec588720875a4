import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimateRules } from './rule-estimates.ts'
import { type RuleEvidence, ruleEvidence } from './rule-evidence.ts'
import type { Evidence, Signal } from './signal.ts'

const signal = (name: string, value: number, ...places: [number, number][]): Signal => ({
  name,
  value,
  source: 'rule',
  evidence: places.map(([start, end]): Evidence => ({ start, end })),
})
const evidence = (...signals: Signal[]): RuleEvidence[] =>
  ruleEvidence([...estimateRules(new Map(signals.map((one) => [one.name, one]))), ...signals])

describe('the places that speak for a rule', () => {
  it('weigh as much as the ground that stands there', () => {
    expect(evidence(signal('link.outside', 1, [4, 15]), signal('spam.advert', 0.5, [20, 30]))).toEqual([
      { rule: 'link', start: 4, end: 15, weight: 1 },
      { rule: 'spam', start: 20, end: 30, weight: 0.45 },
    ])
  })

  it('are those that the toxic head marks, under the rule whose ground stands there', () => {
    const found = evidence(
      signal('model.toxic', 0.9, [10, 15]),
      signal('model.insult', 0.8, [10, 15], [30, 35]),
      signal('attack.person', 0.5, [40, 45]),
    )
    expect(found).toEqual([{ rule: 'personal_attack', start: 10, end: 15, weight: 0.8 }])
  })

  it('are also what a list found for certain, though the models do not mark it', () => {
    const found = evidence(
      signal('model.toxic', 0.9, [10, 15]),
      signal('model.insult', 0.8, [10, 15]),
      signal('obscene.severity', 2, [30, 34]),
      signal('obscene.slurs', 0, [50, 55]),
    )
    expect(found.map(({ rule, start }) => [rule, start])).toEqual([
      ['personal_attack', 10],
      ['obscene', 30],
    ])
  })

  it('stand under the likeliest rule where no ground claims what the toxic head marks', () => {
    expect(
      evidence(signal('model.toxic', 0.9, [10, 15]), signal('model.insult', 0.4), signal('attack.person', 0)),
    ).toEqual([{ rule: 'personal_attack', start: 10, end: 15, weight: expect.closeTo(0.4, 9) }])
  })

  it('are all that spoke where the toxic head marks nothing', () => {
    const found = evidence(signal('model.toxic', 0.1), signal('attack.person', 0.3, [3, 8], [12, 14]))
    expect(found.map(({ start, end }) => [start, end])).toEqual([
      [3, 8],
      [12, 14],
    ])
  })

  it('are one place where they overlap, and are in the order of the text', () => {
    const found = evidence(
      signal('model.obscene', 0.4, [20, 25]),
      signal('obscene.severity', 2, [22, 30], [5, 9]),
    )
    expect(found).toEqual([
      { rule: 'obscene', start: 5, end: 9, weight: 0.6 },
      { rule: 'obscene', start: 20, end: 30, weight: 0.6 },
    ])
  })

  it('never overlap under one rule, and name no place that no signal names', () => {
    const place = fc
      .tuple(fc.nat(20), fc.integer({ min: 1, max: 6 }))
      .map(([start, length]): [number, number] => [start, start + length])
    const apart = fc
      .array(place, { maxLength: 5 })
      .map((places) =>
        places
          .sort(([a], [b]) => a - b)
          .filter(([start], i, all) => all.slice(0, i).every(([, end]) => end <= start)),
      )
    const names = ['model.toxic', 'model.insult', 'model.obscene', 'obscene.severity', 'attack.person']
    const signals = fc.tuple(
      ...names.map((name) =>
        fc
          .tuple(fc.double({ min: 0, max: 1, noNaN: true }), apart)
          .map(([v, places]) => signal(name, v, ...places)),
      ),
    )
    fc.assert(
      fc.property(signals, (all) => {
        const found = evidence(...all)
        const named = new Set(
          all.flatMap((one) => one.evidence.flatMap(({ start, end }) => range(start, end))),
        )
        for (const one of found) for (const i of range(one.start, one.end)) expect(named.has(i)).toBe(true)
        for (const rule of new Set(found.map((one) => one.rule))) {
          const places = found.filter((one) => one.rule === rule)
          places.slice(1).forEach((next, i) => {
            expect(next.start).toBeGreaterThanOrEqual(places[i]?.end ?? 0)
          })
        }
      }),
    )
  })
})

const range = (start: number, end: number): number[] =>
  Array.from({ length: end - start }, (_, i) => start + i)
