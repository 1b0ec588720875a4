import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { random as seeded } from '../../test/support/corpus.ts'
import { againstRest, alphaOf, kappaOf, type Pair } from './agreement.ts'

/** From a table of counts: rows are what the first said, columns what the second said. */
const pairsFrom = (table: readonly (readonly number[])[]): Pair[] =>
  table.flatMap((row, i) =>
    row.flatMap((count, j) =>
      Array.from({ length: count }, () => ({ first: String(i), second: String(j), weight: 1 })),
    ),
  )

const label = fc.constantFrom('publish', 'spam', 'obscene', 'link')
const pair = fc.record({
  first: label,
  second: label,
  weight: fc.double({ min: 1, max: 60, noNaN: true }),
})

describe('Cohen’s kappa', () => {
  it('is that of the worked examples in the books', () => {
    // Cohen 1960, his example of 200 judgements: agreement 0.70, by chance 0.41, kappa 0.492.
    const cohen = kappaOf(
      pairsFrom([
        [88, 10, 2],
        [14, 40, 6],
        [18, 10, 12],
      ]),
    )
    expect(cohen.observed.value).toBeCloseTo(0.7, 12)
    expect(cohen.kappa?.value).toBeCloseTo(0.29 / 0.59, 12)
    // 50 grant proposals, two readers, 20 and 15 alike: agreement 0.7, chance 0.5, kappa 0.4.
    expect(
      kappaOf(
        pairsFrom([
          [20, 5],
          [10, 15],
        ]),
      ).kappa?.value,
    ).toBeCloseTo(0.4, 12)
  })

  it('is 1 where all agree, with an interval that still has a width, and unknown where all say one thing', () => {
    const all = kappaOf(
      pairsFrom([
        [20, 0],
        [0, 20],
      ]),
    )
    expect(all.kappa).toMatchObject({ value: 1, high: 1 })
    expect(all.kappa?.low).toBeGreaterThan(0.7)
    expect(all.kappa?.low).toBeLessThan(0.9)
    expect(kappaOf(pairsFrom([[40]])).kappa).toBeNull()
    expect(kappaOf([]).kappa).toBeNull()
  })

  it('does not change with the names of the rules, the order of the pairs, or who is called the first', () => {
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 60 }), (pairs) => {
        const here = kappaOf(pairs)
        const others = [
          pairs.map(({ first, second, weight }) => ({ first: `x${first}`, second: `x${second}`, weight })),
          [...pairs].reverse(),
          pairs.map(({ first, second, weight }) => ({ first: second, second: first, weight })),
          pairs.map(({ first, second, weight }) => ({ first, second, weight: 3 * weight })),
        ].map(kappaOf)
        for (const other of others) {
          expect(other.kappa === null).toBe(here.kappa === null)
          for (const end of ['value', 'low', 'high'] as const) {
            expect(other.observed[end]).toBeCloseTo(here.observed[end], 6)
            expect(other.kappa?.[end] ?? 0).toBeCloseTo(here.kappa?.[end] ?? 0, 6)
          }
        }
      }),
    )
  })

  it('is never above 1 and lies within its interval', () => {
    fc.assert(
      fc.property(fc.array(pair, { minLength: 2, maxLength: 60 }), (pairs) => {
        const { kappa } = kappaOf(pairs)
        if (kappa === null) return
        expect(kappa.high).toBeLessThanOrEqual(1 + 1e-9)
        expect(kappa.low).toBeLessThanOrEqual(kappa.value + 1e-9)
        expect(kappa.high).toBeGreaterThanOrEqual(kappa.value - 1e-9)
      }),
    )
  })

  it('with weights is that of the decisions the drawn ones stand for', () => {
    const table = [
      [40, 4],
      [6, 30],
    ]
    const plain = kappaOf(pairsFrom(table))
    // Every pair of the first row was drawn half as often, and weighs twice as much.
    const halved = pairsFrom([
      [20, 2],
      [6, 30],
    ]).map((one) => ({ ...one, weight: one.first === '0' ? 2 : 1 }))
    expect(kappaOf(halved).kappa?.value).toBeCloseTo(plain.kappa?.value ?? 0, 12)
    const widthOf = ({ kappa }: typeof plain) => (kappa?.high ?? 0) - (kappa?.low ?? 0)
    expect(widthOf(kappaOf(halved))).toBeGreaterThan(widthOf(plain))
  })

  it('holds the truth of all decisions in some 95 of 100 weighed samples, where the doubtful are drawn more often', () => {
    const random = seeded(1960)
    // One decision in five is doubtful; there they agree by chance alone, elsewhere always: kappa 0.8.
    const toss = (): string => (random() < 0.5 ? 'spam' : 'publish')
    let held = 0
    for (let i = 0; i < 600; i++) {
      const pairs: Pair[] = []
      while (pairs.length < 80) {
        const doubtful = random() < 0.2
        if (random() >= (doubtful ? 0.5 : 0.125)) continue
        const first = toss()
        pairs.push({ first, second: doubtful ? toss() : first, weight: doubtful ? 2 : 8 })
      }
      const { kappa } = kappaOf(pairs)
      if (kappa && kappa.low <= 0.8 && 0.8 <= kappa.high) held++
    }
    expect(held / 600).toBeGreaterThanOrEqual(0.94)
  })

  it.each([
    [0.8, 30],
    [0.8, 90],
    [0.6, 30],
    [0.4, 90],
    [0.95, 60],
  ])('holds a true kappa of %d in some 95 of 100 samples of %i pairs', (truth, size) => {
    const random = seeded(20_261_124)
    // With chance `truth` the second says what the first said, else any of the labels by its share: kappa is `truth`.
    const shares = [0.7, 0.15, 0.1, 0.05]
    const any = (): string => {
      let left = random()
      const found = shares.findIndex((share) => {
        left -= share
        return left < 0
      })
      return String(Math.max(0, found))
    }
    let held = 0
    const samples = 600
    for (let i = 0; i < samples; i++) {
      const pairs = Array.from({ length: size }, () => {
        const first = any()
        return { first, second: random() < truth ? first : any(), weight: 1 }
      })
      const { kappa } = kappaOf(pairs)
      if (kappa === null || (kappa.low <= truth && truth <= kappa.high)) held++
    }
    expect(held / samples).toBeGreaterThanOrEqual(0.94)
  })
})

describe('Krippendorff’s alpha', () => {
  // "Computing Krippendorff's Alpha-Reliability" (2011), section C: 12 units, 4 observers, some answers missing.
  const published = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
    [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
  ]
  const units = (published[0] ?? []).map((_, unit) =>
    published.map((observer) => (observer[unit] == null ? null : String(observer[unit]))),
  )

  it('is 0.743 in his own example of four observers with missing answers', () => {
    expect(alphaOf(units)?.alpha.value).toBeCloseTo(0.743, 3)
    // The unit that one observer alone answered tells nothing.
    expect(alphaOf(units)?.units).toBe(11)
  })

  it('is 0.692 in his example of two observers and nominal answers', () => {
    const meg = ['a', 'a', 'b', 'b', 'd', 'c', 'c', 'c', 'e', 'd', 'd', 'a']
    const owen = ['b', 'a', 'b', 'b', 'b', 'c', 'c', 'c', 'e', 'd', 'd', 'd']
    expect(alphaOf(meg.map((answer, i) => [answer, owen[i] ?? null]))?.alpha.value).toBeCloseTo(0.692, 3)
  })

  it('is 1 where all agree, whatever is missing, and does not change with the names or the order', () => {
    const unit = fc.array(fc.option(label), { maxLength: 5 })
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 40 }), (some) => {
        const here = alphaOf(some)
        const turned = alphaOf([...some].reverse().map((one) => [...one].reverse().map((a) => a && `x${a}`)))
        expect(turned === null).toBe(here === null)
        if (!here || !turned) return
        for (const end of ['value', 'low', 'high'] as const)
          expect(turned.alpha[end]).toBeCloseTo(here.alpha[end], 6)
        expect(here.alpha.low).toBeLessThanOrEqual(here.alpha.value + 1e-9)
        expect(here.alpha.high).toBeGreaterThanOrEqual(here.alpha.value - 1e-9)
      }),
    )
    fc.assert(
      fc.property(fc.array(label, { minLength: 2, maxLength: 40 }), (labels) => {
        const alpha = alphaOf(labels.map((one) => [one, null, one]))
        if (new Set(labels).size > 1) expect(alpha?.alpha.value).toBeCloseTo(1, 9)
        else expect(alpha).toBeNull()
      }),
    )
  })
})

it('one rule against the rest counts a mix-up of two others as agreement on this one', () => {
  const pairs = [
    { first: 'spam', second: 'spam', weight: 1 },
    { first: 'link', second: 'publish', weight: 1 },
    { first: 'spam', second: 'link', weight: 1 },
  ]
  expect(kappaOf(againstRest(pairs, 'spam')).observed.value).toBeCloseTo(2 / 3, 12)
})
