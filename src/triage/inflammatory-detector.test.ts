import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createInflammatoryDetector } from './inflammatory-detector.ts'
import { loadVocabulary } from './model-files.ts'
import { createTextSource } from './text-source.ts'

const source = createTextSource(loadVocabulary(join(import.meta.dirname, '../../models/triage')))
const detector = createInflammatoryDetector(source)
const measure = (name: string, text: string): number =>
  detector.measure(text, {}).find((signal) => signal.name === name)?.value ?? -1
const kinds = ['threat', 'incitement', 'dehumanising']
const highest = (text: string): number =>
  Math.max(...kinds.map((kind) => measure(`inflammatory.${kind}`, text)))

describe('words that inflame', () => {
  it.each([
    ['threat', 'I know where you live.'],
    ['threat', 'We are coming for you.'],
    ['threat', 'I swear I will smash his face in.'],
    ['incitement', 'Hang them all from the lamp posts.'],
    ['incitement', 'These judges should be shot.'],
    ['incitement', 'Burn the hostel down.'],
    ['incitement', 'K i l l the lot of them.'],
    ['dehumanising', 'Migrants are vermin.'],
    ['dehumanising', 'They breed like rats.'],
    ['dehumanising', 'Travellers are thieves by birth.'],
  ])('are told apart as %s: %s', (kind, text) => {
    expect(measure(`inflammatory.${kind}`, text)).toBeGreaterThanOrEqual(0.6)
  })

  it('weigh the same whichever group is named', () => {
    const groups = ['Muslims', 'Christians', 'Hindus', 'women', 'men', 'gay people', 'Poles', 'white people']
    const weights = groups.map((group) => measure('inflammatory.dehumanising', `${group} are vermin.`))
    expect(new Set(weights).size).toBe(1)
    expect(groups.map((group) => highest(`${group} sang at our fair and brought cake.`))).toEqual(
      groups.map(() => 0),
    )
  })

  it.each([
    'Throw the plan overboard and begin again.',
    'Kill the lights on the bypass after midnight.',
    'Wipe out the knotweed, burn it, poison it.',
    'The striker was on fire, he murdered their defence.',
    'Shoot the messenger if you like.',
    'Rats and cockroaches live in the market hall.',
    'The man who stabbed two people was caught.',
    'The mayor should be sacked.',
  ])('are not seen in talk of things, idiom and news: %s', (text) => {
    expect(highest(text)).toBeLessThan(0.3)
  })

  it.each([
    'Nobody deserves to be called vermin.',
    'Saying that migrants are criminals is simply wrong.',
    'Calls to burn the place down have no place here.',
    '"You people are vermin" was shouted at my mother.',
    'Readers who write "hang them all" should sit through one trial.',
  ])('count for little where the comment speaks against them or quotes them: %s', (text) => {
    expect(highest(text)).toBeLessThan(0.3)
  })

  it('are weighed beside what is quoted and what is contradicted', () => {
    expect(measure('speech.quoted', 'He said "hang them all" again')).toBeCloseTo(3 / 8)
    expect(measure('speech.quoted', 'Hang them all')).toBe(0)
    expect(measure('speech.counter', 'Stop saying that they are vermin, it is not true that they are.')).toBe(
      2,
    )
  })

  it('are shown where they stand in the raw text', () => {
    const text = 'Honestly: h4ng th3m all, I say.'
    const evidence = detector.measure(text, {}).flatMap((signal) => signal.evidence)
    expect(evidence.map(({ start, end }) => text.slice(start, end))).toEqual(['h4ng th3m all'])
  })

  it('are measured between 0 and 1 in time in proportion to the text', () => {
    for (const text of [
      'they are all the '.repeat(30_000),
      'hang '.repeat(60_000),
      '"kill them'.repeat(30_000),
    ]) {
      const started = performance.now()
      expect(highest(text)).toBeLessThanOrEqual(1)
      expect(performance.now() - started).toBeLessThan(20_000)
    }
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const signals = detector.measure(`kill ${text} them all`, {})
        expect(signals.map(({ name }) => name)).toEqual(detector.names)
        expect(signals.filter(({ value }) => value === null || !(value >= 0))).toEqual([])
      }),
    )
  })
})
