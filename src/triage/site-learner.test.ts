import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  adjustment,
  adjustmentsOf,
  type Example,
  largestAdjustment,
  largestBase,
  largestWeight,
  learn,
  memoryLength,
  nothingLearnt,
  partOf,
  partsOf,
  type SiteState,
  weightsOf,
} from './site-learner.ts'
import { deserialise, serialise } from './site-learner-bytes.ts'

const buckets = fc
  .uniqueArray(fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 65_535 })), {
    maxLength: 40,
  })
  .map((list) => Uint16Array.from(list).sort())

const example: fc.Arbitrary<Example> = fc.record({
  rule: fc.constantFrom('spam', 'obscene', 'personal_attack'),
  buckets,
  baseLogit: fc.double({ min: -largestBase, max: largestBase, noNaN: true }),
  broke: fc.boolean(),
  weight: fc.double({ min: 0, minExcluded: true, max: 1, noNaN: true }),
})

/** What a desk that has been at work for a while has taught. */
const examples = fc.array(example, { maxLength: 60 })
const runs = { numRuns: 60 }

const taught = (list: readonly Example[]): SiteState => learn(nothingLearnt, list).state

describe('a site learner', () => {
  it('adds nothing where nothing has been learnt', () => {
    fc.assert(
      fc.property(examples, buckets, (list, found) => {
        expect(adjustment(nothingLearnt, 'spam', found)).toBe(0)
        expect(adjustment(taught(list), 'of_no_policy', found)).toBe(0)
      }),
      runs,
    )
  })

  it('adds in live scores what it adds when it is reviewed, to the bit', () => {
    fc.assert(
      fc.property(examples, buckets, (list, found) => {
        const state = taught(list)
        const weights = weightsOf(state)
        const [all, some] = [adjustmentsOf(weights, found), partsOf(weights, found.slice(0, 3), 9)]
        weights.rules.forEach((rule, r) => {
          expect(all[r]).toBe(adjustment(state, rule, found))
          expect(some[r]).toBe(partOf(state, rule, found.slice(0, 3), 9))
        })
      }),
      runs,
    )
  })

  it('gives the same bytes for the same decisions, learnt at once or one by one', () => {
    fc.assert(
      fc.property(examples, fc.nat(), (list, cut) => {
        const at = cut % (list.length + 1)
        const inParts = learn(taught(list.slice(0, at)), list.slice(at)).state
        expect(serialise(inParts).equals(serialise(taught(list)))).toBe(true)
      }),
      runs,
    )
  })

  it('leaves the state it was given as it was', () => {
    fc.assert(
      fc.property(examples, examples, (earlier, later) => {
        const state = taught(earlier)
        const before = serialise(state)
        learn(state, later)
        expect(serialise(state).equals(before)).toBe(true)
      }),
      runs,
    )
  })

  it('never moves a score by more than the bound, however often it is told', () => {
    const campaign = fc
      .tuple(example, fc.integer({ min: 1, max: 400 }))
      .map(([one, times]) => Array.from({ length: times }, () => ({ ...one, weight: 1 })))
    fc.assert(
      fc.property(campaign, examples, buckets, (repeated, others, found) => {
        const state = taught([...repeated, ...others])
        for (const rule of state.rules.keys())
          for (const text of [found, ...repeated.slice(0, 1).map((one) => one.buckets)])
            expect(Math.abs(adjustment(state, rule, text))).toBeLessThanOrEqual(largestAdjustment)
      }),
      runs,
    )
  })

  it('moves the score of what it was told in that direction, until the bound', () => {
    // Rounding to a float moves an intercept of 4 by less than this.
    const rounding = 1e-6
    const unsure = example.map((one) => ({ ...one, baseLogit: one.baseLogit / 8, weight: 1 }))
    fc.assert(
      fc.property(examples, unsure, (list, one) => {
        const { state, adjustments } = learn(taught(list), [one])
        const [before = 0] = adjustments
        const moved = (adjustment(state, one.rule, one.buckets) - before) * (one.broke ? 1 : -1)
        const atBound = Math.abs(before) >= largestAdjustment
        if (atBound) expect(moved).toBeGreaterThanOrEqual(-rounding)
        else expect(moved).toBeGreaterThan(0)
      }),
      runs,
    )
  })

  it('stops at the bound, so that a few decisions undo what a campaign did', () => {
    const campaign = { rule: 'spam', buckets: Uint16Array.of(1, 2), baseLogit: -20, broke: true, weight: 1 }
    const weeks = taught(Array.from({ length: 2_000 }, () => campaign))
    const back = Array.from({ length: 10 }, () => ({ ...campaign, broke: false, baseLogit: 0 }))
    const { state } = learn(weeks, back)
    expect(adjustment(weeks, 'spam', campaign.buckets)).toBe(largestAdjustment)
    expect(adjustment(state, 'spam', campaign.buckets)).toBeLessThan(largestAdjustment / 2)
  })

  it('lets no word grow beyond its bound, whatever stands beside it', () => {
    const beside = (bucket: number, broke: boolean): Example => ({
      rule: 'spam',
      buckets: broke ? Uint16Array.of(7, bucket) : Uint16Array.of(bucket),
      baseLogit: broke ? -20 : 20,
      broke,
      weight: 1,
    })
    const state = taught(
      Array.from({ length: 400 }, (_, i) => [
        beside(100 + (i % 9), false),
        beside(100 + (i % 9), true),
      ]).flat(),
    )
    const word = partOf(state, 'spam', Uint16Array.of(7), 1)
    expect(word).toBeGreaterThan(largestWeight - 1e-3)
    expect(word).toBeLessThanOrEqual(largestWeight + 1e-6)
  })

  it('learns of one rule without touching another', () => {
    fc.assert(
      fc.property(examples, (list) => {
        const spam = list.filter((one) => one.rule === 'spam')
        const ofSpam = [...taught(list).rules].filter(([rule]) => rule === 'spam')
        expect(serialise({ rules: new Map(ofSpam) }).equals(serialise(taught(spam)))).toBe(true)
      }),
      runs,
    )
  })

  it('says what it added before each example was learnt', () => {
    fc.assert(
      fc.property(examples, (list) => {
        const { adjustments } = learn(nothingLearnt, list)
        list.forEach((one, i) => {
          expect(adjustments[i]).toBe(adjustment(taught(list.slice(0, i)), one.rule, one.buckets))
        })
      }),
      { numRuns: 15 },
    )
  })

  it('counts a decision of less weight for less', () => {
    const text = Uint16Array.from([3, 7, 9])
    const told = { rule: 'spam', buckets: text, baseLogit: 0, broke: true }
    const [whole, tenth] = [1, 0.1].map((weight) =>
      adjustment(taught([{ ...told, weight }]), 'spam', text),
    ) as [number, number]
    expect(tenth).toBeGreaterThan(0)
    expect(tenth).toBeLessThan(whole / 4)
  })

  it('says of each word what it adds', () => {
    const text = Uint16Array.from([3, 7, 9])
    const state = taught([{ rule: 'spam', buckets: text, baseLogit: 0, broke: true, weight: 1 }])
    const parts = [3, 7, 9].map((bucket) => partOf(state, 'spam', Uint16Array.of(bucket), 3))
    const alone = adjustment(state, 'spam', new Uint16Array(0))
    expect(parts.reduce((sum, part) => sum + part, alone)).toBeCloseTo(adjustment(state, 'spam', text), 10)
  })
})

describe('what a site learner refuses', () => {
  const fine: Example = { rule: 'spam', buckets: Uint16Array.of(1, 2), baseLogit: 0, broke: true, weight: 1 }
  it.each([
    ['no number as a score', { baseLogit: Number.NaN }],
    ['an endless score', { baseLogit: Number.POSITIVE_INFINITY }],
    ['no number as a weight', { weight: Number.NaN }],
    ['a weight beyond one decision', { weight: 1_000 }],
    ['a weight that unlearns', { weight: -1 }],
    ['a feature that counts twice', { buckets: Uint16Array.of(2, 2) }],
    ['features out of order', { buckets: Uint16Array.of(2, 1) }],
    ['features that are no numbers', { buckets: [1, Number.NaN] as unknown as Uint16Array }],
    ['features beyond the table', { buckets: new Uint32Array([70_000]) as unknown as Uint16Array }],
    ['no rule', { rule: '' }],
  ])('%s', (_, wrong) => {
    expect(() => learn(nothingLearnt, [{ ...fine, ...wrong }])).toThrow()
  })
})

describe('a state as bytes', () => {
  it('reads back to the same state', () => {
    fc.assert(
      fc.property(examples, (list) => {
        const bytes = serialise(taught(list))
        const read = deserialise(bytes)
        expect(read.ok && serialise(read.value).equals(bytes)).toBe(true)
        if (read.ok)
          for (const one of list)
            expect(adjustment(read.value, one.rule, one.buckets)).toBe(
              adjustment(taught(list), one.rule, one.buckets),
            )
      }),
      { numRuns: 20 },
    )
  })

  it('is not read when a single bit has changed, or its end is missing', () => {
    const bytes = serialise(
      taught([{ rule: 'spam', buckets: Uint16Array.of(5), baseLogit: 0, broke: true, weight: 1 }]),
    )
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(7), fc.nat(bytes.length - 1), (at, bit, length) => {
        const flipped = Buffer.from(bytes)
        flipped[at] = (flipped[at] as number) ^ (1 << bit)
        expect(deserialise(flipped)).toEqual({ ok: false, refusal: { code: 'damaged' } })
        expect(deserialise(bytes.subarray(0, length)).ok).toBe(false)
      }),
    )
  })

  it('stays below a megabyte for a rule that has seen every feature', () => {
    const z = new Float32Array(memoryLength).fill(1)
    const full = { rules: new Map([['spam', { z, n: z, examples: 1_000_000 }]]) }
    expect(serialise(full).length).toBeLessThan(1 << 20)
  })

  it('is the same on every machine', () => {
    const list = Array.from({ length: 50 }, (_, i) => ({
      rule: i % 3 === 0 ? 'spam' : 'obscene',
      buckets: Uint16Array.of(i, 1_000 + i, 60_000),
      baseLogit: (i % 7) - 3,
      broke: i % 5 === 0,
      weight: 1 / (1 + (i % 4)),
    }))
    expect(serialise(taught(list)).subarray(-32).toString('hex')).toMatchInlineSnapshot(
      `"da4b382d6a6afcf39fb05f8963e08e7804a2e9acc76f8db87d874f623b150b86"`,
    )
  })
})
