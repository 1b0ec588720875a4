import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDefamatoryDetector } from './defamatory-detector.ts'
import { loadVocabulary } from './model-files.ts'
import type { SignalContext } from './signal.ts'
import { createTextSource } from './text-source.ts'

const source = createTextSource(loadVocabulary(join(import.meta.dirname, '../../models/triage')))
const detector = createDefamatoryDetector(source)
const measure = (text: string, context: SignalContext = {}) => detector.measure(text, context)[0]
const allegation = (text: string, context: SignalContext = {}): number => measure(text, context)?.value ?? -1

describe('an allegation', () => {
  it.each([
    'Everybody knows the chairman took the builder’s money.',
    'Mayor Castellan rigged the count.',
    'The owner of the Paper Heron launders money for a gang.',
    'Our tehsildar takes bribes.',
    'Dr Frewin poisoned her patients.',
    'Tarnbeck Homes bribed the planning officer.',
  ])('is a fact that damages somebody whom readers can identify: %s', (text) => {
    expect(allegation(text)).toBeGreaterThanOrEqual(0.6)
  })

  it('may say "he" of whom the article or the sentence before names', () => {
    const text = 'He embezzled the relief fund.'
    expect(allegation(text, { names: ['Councillor Amin'] })).toBeGreaterThan(0.55)
    expect(allegation(`Councillor Amin smiled. ${text}`)).toBeGreaterThan(0.55)
    expect(allegation(text)).toBeLessThan(allegation(text, { names: ['Councillor Amin'] }))
  })

  it.each([
    'The court heard that Mr Albury took bribes.',
    'Mr Halvorsen was convicted of fraud in 2015.',
    'The prosecutor said that the treasurer embezzled the money.',
    'According to the report Tarnbeck Homes forged two invoices.',
    'The mayor allegedly took a bribe.',
  ])('is none where somebody answerable says it: %s', (text) => {
    expect(allegation(text)).toBeLessThan(0.3)
  })

  it.each([
    'Did the chairman take a bribe?',
    'If the chairman took a bribe, he must go.',
    'I wonder whether Mayor Castellan rigged the count.',
  ])('is weaker where the writer asks or doubts: %s', (text) => {
    expect(allegation(text)).toBeLessThan(0.4)
  })

  it.each([
    'The chairman should publish who paid for the survey.',
    'The prime minister has failed on housing and should resign.',
    'Governor Whitfield broke his word on the toll road.',
    'Corruption in tenders is a real worry.',
    'My cousin was killed by a drunk driver on that bend.',
  ])('is none in criticism of office, in general worry or in news: %s', (text) => {
    expect(allegation(text)).toBeLessThan(0.2)
  })

  it('is shown with the words that made it', () => {
    const text = 'Ask around: Mayor Castellan r1gged the count.'
    const signal = measure(text)
    expect(signal?.evidence.map(({ start, end }) => text.slice(start, end))).toEqual(['r1gged the count'])
    expect(signal?.notes).toEqual(['rigged the count'])
  })

  it('is measured between 0 and 1 in time in proportion to the text', () => {
    for (const text of ['Mayor Bribe took a bribe '.repeat(12_000), 'it took a bribe '.repeat(30_000)]) {
      const started = performance.now()
      expect(allegation(text)).toBeLessThanOrEqual(1)
      expect(performance.now() - started).toBeLessThan(20_000)
    }
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const value = allegation(`The mayor took ${text} a bribe`)
        expect(value >= 0 && value <= 1).toBe(true)
      }),
    )
  })
})
