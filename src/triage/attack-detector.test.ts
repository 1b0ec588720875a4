import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAttackDetector } from './attack-detector.ts'
import { loadVocabulary } from './model-files.ts'
import { createTextSource } from './text-source.ts'

const source = createTextSource(loadVocabulary(join(import.meta.dirname, '../../models/triage')))
const detector = createAttackDetector(source)
const measure = (name: string, text: string, context = {}) =>
  detector.measure(text, context).find((one) => one.name === `attack.${name}`)
const person = (text: string, context = {}) => measure('person', text, context)?.value ?? -1
const thing = (text: string) => measure('thing', text)?.value ?? -1

describe('an attack on a person', () => {
  it.each([
    'You are a fool and always were.',
    'you stupid old man',
    'Only an idiot like you could write that.',
    'The mayor is a pathetic clown.',
    'Your reporter is a moron.',
    'He is thick as a plank.',
    'Shut up and get a life.',
    'u r an 1d10t',
    'What an imbecile this coach is!',
  ])('is told by whom the word is said of: %s', (text) => {
    expect(person(text)).toBeGreaterThanOrEqual(0.7)
  })

  it.each([
    'She is a genius.',
    'The jackals in the zoo are back.',
    'The glaciers melt faster than we thought.',
    'A punk band plays at the Anchor tonight.',
  ])('is not found in praise, nor where nobody is called by the word: %s', (text) => {
    expect(person(text)).toBeLessThan(0.2)
  })

  it('is one on whoever the article names', () => {
    expect(person('Vossley is lazy and vile.', { names: ['Mrs Pamela Vossley'] })).toBeGreaterThan(0.7)
    expect(person('Cheddar is lazy and vile.', {})).toBeLessThan(0.5)
  })

  it.each([
    'It is idiotic that a form must be sent by fax.',
    'What a stupid, stupid decision.',
    'My printer is an idiot.',
    'This plan is moronic from beginning to end.',
    'An insane amount of money and a ridiculous design.',
    'The timetable is a joke.',
  ])('is none where the word is said of a thing: %s', (text) => {
    expect(person(text)).toBeLessThan(0.3)
    expect(thing(text)).toBeGreaterThan(0.3)
  })

  it.each([
    'I was an idiot to trust the forecast.',
    'You are not stupid for falling for it.',
    'She is no fool.',
    'He was convicted of fraud in March.',
    'Rats and pigs live behind the market hall.',
    'You have no idea how glad we are.',
    'I disagree with the mayor, and her figures are wrong.',
  ])('is none where nobody is put down: %s', (text) => {
    expect(person(text)).toBeLessThan(0.3)
  })

  it('counts for little where it is quoted', () => {
    expect(person('He called the referee "a blind idiot" and got a ban.')).toBeLessThan(0.3)
    expect(person('He called the referee “a blind idiot” and got a ban.')).toBeLessThan(0.3)
    expect(person("The boy was told he is 'thick as a plank' and heard it for years.")).toBeLessThan(0.3)
  })

  it('is shown where it stands, with the words that drove it', () => {
    const text = 'Dear Sir, you are an 1d10t and a coward.'
    const signal = measure('person', text)
    expect(signal?.evidence.map(({ start, end }) => text.slice(start, end))).toEqual(['1d10t', 'coward'])
    expect(signal?.notes).toEqual(['idiot', 'coward'])
  })

  it('is measured between 0 and 1 in time in proportion to the text', () => {
    for (const text of ['you idiot '.repeat(40_000), 'you are '.repeat(40_000), '"idiot '.repeat(40_000)]) {
      const started = performance.now()
      expect(person(text)).toBeLessThanOrEqual(1)
      expect(performance.now() - started).toBeLessThan(20_000)
    }
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        for (const { value, evidence } of detector.measure(`you ${text} idiot`, {})) {
          expect(value !== null && value >= 0 && value <= 1).toBe(true)
          expect(evidence.filter((p) => p.start < 0 || p.start >= p.end || p.end > text.length + 10)).toEqual(
            [],
          )
        }
      }),
    )
  })
})
