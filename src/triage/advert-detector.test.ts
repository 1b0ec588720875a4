import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createAdvertDetector } from './advert-detector.ts'
import { loadVocabulary } from './model-files.ts'
import { createTextSource } from './text-source.ts'

const source = createTextSource(loadVocabulary(join(import.meta.dirname, '../../models/triage')))
const detector = createAdvertDetector(source)
const measure = (name: string, text: string) =>
  detector.measure(text, {}).find((signal) => signal.name === `spam.${name}`)?.value ?? -1

describe('an advertisement', () => {
  it.each([
    'Cheap loans with no credit check, apply now!',
    'Best prices on roof tiles, free quote.',
    'I earn 4,500 dollars a week working from home.',
    'Subscribe to my channel and I will follow back.',
    'The spell caster brought my husband back in two days.',
  ])('is known by how it speaks: %s', (text) => {
    expect(measure('advert', text)).toBeGreaterThanOrEqual(0.6)
  })

  it.each([
    'My roof leaks too, and the insurer says it is weather.',
    'We got a loan for the heat pump through the state scheme at four percent.',
    'Whatever you do, get three quotes before you hire anybody.',
    'The price of onions is up again.',
    'I lost ten kilos since I take the stairs at work.',
  ])('is none where a reader speaks of money, goods and prices: %s', (text) => {
    expect(measure('advert', text)).toBeLessThan(0.5)
  })
})

describe('a refrain', () => {
  it('is a comment that says the same again and again', () => {
    expect(measure('refrain', 'The pool must open. '.repeat(5))).toBeGreaterThan(0.6)
    expect(measure('refrain', 'The pool must open, and the library must stay, says my aunt.')).toBe(0)
    expect(measure('refrain', 'No, no, no!')).toBe(0)
  })
})
