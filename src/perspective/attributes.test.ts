import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Signal } from '../triage/signal.ts'
import { attributeNames, attributeOf, attributeValues } from './attributes.ts'

const heads = ['toxic', 'identity', 'insult', 'obscene', 'threat'] as const
type Heads = Record<(typeof heads)[number], number | null>

const valuesOf = (values: Heads) =>
  attributeValues({
    signals: heads.map(
      (head): Signal => ({ name: `model.${head}`, value: values[head], source: 'network', evidence: [] }),
    ),
  })
const clean: Heads = { toxic: 0, identity: 0, insult: 0, obscene: 0, threat: 0 }
const probability = fc.double({ min: 0, max: 1, noNaN: true })

it('every attribute goes by its name of old and its experimental one', () => {
  expect(attributeNames).toHaveLength(12)
  expect(attributeOf('TOXICITY_EXPERIMENTAL')).toBe('TOXICITY')
  for (const name of ['toxicity', 'SPAM', '__proto__', 'constructor', ''])
    expect(attributeOf(name)).toBeUndefined()
})

it('what is severe is toxic as well', () => {
  fc.assert(
    fc.property(
      fc.record({
        toxic: probability,
        identity: probability,
        insult: probability,
        obscene: probability,
        threat: probability,
      }),
      (values) => {
        const { SEVERE_TOXICITY: severe, TOXICITY: toxic } = valuesOf(values)
        expect(severe).toBeGreaterThanOrEqual(0)
        expect(severe).toBeLessThanOrEqual(toxic as number)
      },
    ),
  )
})

it.each<[string, Partial<Heads>, (severe: number) => boolean]>([
  ['an oath that insults nobody', { toxic: 0.9, obscene: 0.95 }, (severe) => severe < 0.1],
  ['a polite insult', { toxic: 0.9, insult: 0.95 }, (severe) => severe < 0.1],
  ['an insult in obscene words', { toxic: 0.95, insult: 0.95, obscene: 0.95 }, (severe) => severe > 0.8],
  ['hatred of a group', { toxic: 0.95, identity: 0.9 }, (severe) => severe > 0.8],
  ['a threat', { toxic: 0.95, threat: 0.9 }, (severe) => severe > 0.8],
])('%s is weighed as people weigh it', (_, values, fits) => {
  expect(fits(valuesOf({ ...clean, ...values }).SEVERE_TOXICITY as number)).toBe(true)
})

it('a head that does not know is unknown, and so is what is made of it; never a low score', () => {
  for (const head of heads)
    for (const nothing of [null, Number.NaN, Number.POSITIVE_INFINITY]) {
      const values = valuesOf({ ...clean, [head]: nothing })
      expect(values.SEVERE_TOXICITY).toBeNull()
      expect(Object.values(values).filter((value) => value === null)).toHaveLength(2)
    }
  expect(Object.values(attributeValues({ signals: [] }))).toEqual([null, null, null, null, null, null])
})
