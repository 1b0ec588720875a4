import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BREACH, estimateNames, estimateRules } from './rule-estimates.ts'
import type { Signal } from './signal.ts'

const names = [
  'model.toxic',
  'model.obscene',
  'model.insult',
  'model.identity',
  'model.threat',
  'model.spam',
  'obscene.severity',
  'obscene.slurs',
  'attack.person',
  'attack.thing',
  'inflammatory.threat',
  'inflammatory.incitement',
  'inflammatory.dehumanising',
  'speech.counter',
  'speech.quoted',
  'defamatory.allegation',
  'link.outside',
  'link.disguised',
  'spam.advert',
  'spam.refrain',
  'contact.count',
]

const measured = (values: Record<string, number | null>): ReadonlyMap<string, Signal> =>
  new Map(
    names.map((name) => [
      name,
      {
        name,
        value: name in values ? (values[name] ?? null) : 0,
        source: 'rule',
        evidence: [{ start: 0, end: 3 }],
        notes: [name],
      },
    ]),
  )
const estimate = (rule: string, values: Record<string, number | null>) =>
  estimateRules(measured(values)).find((signal) => signal.name === `${rule}.probability`)

describe('how likely a rule is broken', () => {
  it('is nothing where nothing speaks, and has no evidence then', () => {
    for (const signal of estimateRules(measured({}))) expect(signal).toMatchObject({ value: 0, evidence: [] })
  })

  it('grows with each ground, as independent chances do', () => {
    expect(estimate('inflammatory', { 'model.identity': 0.5, 'model.threat': 0.5 })?.value).toBeCloseTo(
      0.75,
      9,
    )
  })

  it('is weakened by what is said of a thing, but never what a rule saw of a person', () => {
    expect(estimate('personal_attack', { 'model.insult': 0.8, 'attack.thing': 1 })?.value).toBeCloseTo(
      0.32,
      9,
    )
    expect(estimate('personal_attack', { 'attack.person': 1, 'attack.thing': 1 })?.value).toBeCloseTo(0.9, 9)
  })

  it('is unknown when a ground is, unless the others reach half without it', () => {
    expect(estimate('personal_attack', { 'model.insult': null })?.value).toBeNull()
    expect(estimate('personal_attack', { 'model.insult': null, 'attack.person': 1 })?.value).toBeCloseTo(
      0.9,
      9,
    )
  })

  it('names the words of what spoke, the strongest first', () => {
    const { notes, source } = estimate('spam', { 'spam.advert': 0.2, 'model.spam': 0.9 }) ?? {}
    expect(notes).toEqual(['model.spam', 'spam.advert'])
    expect(source).toBe('rule')
  })

  it('is always between 0 and 1 or unknown, whatever was measured', () => {
    const value = fc.option(fc.double({ min: 0, max: 50, noNaN: true }))
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), value), (values) => {
        const found = estimateRules(measured(values))
        expect(found.map((signal) => signal.name)).toEqual([...estimateNames, BREACH])
        for (const signal of found)
          if (signal.value !== null) expect(signal.value >= 0 && signal.value <= 1).toBe(true)
      }),
    )
  })
})

describe('how likely any rule is broken', () => {
  const breach = (values: Record<string, number | null>) => estimate('breach', values)?.value

  it('is heard of the general head and of every rule', () => {
    expect(breach({ 'model.toxic': 0.5 })).toBeCloseTo(0.5, 9)
    expect(breach({ 'model.toxic': 0.5, 'model.spam': 0.8 })).toBeCloseTo(1 - 0.5 * (1 - 0.64), 9)
  })

  it('is unknown as soon as one part is, unless what is known reaches it without', () => {
    expect(breach({ 'model.toxic': null })).toBeNull()
    expect(breach({ 'model.spam': null, 'model.toxic': 0.2 })).toBeNull()
    expect(breach({ 'model.spam': null, 'model.toxic': 0.9 })).toBeGreaterThan(0.5)
  })

  it('never falls when a rule is likelier broken', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (a, b) => {
          const [less, more] = [Math.min(a, b), Math.max(a, b)]
          expect(breach({ 'model.insult': more })).toBeGreaterThanOrEqual(
            breach({ 'model.insult': less }) ?? 1,
          )
        },
      ),
    )
  })
})
