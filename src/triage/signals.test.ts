import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { signalsFor } from './signals.ts'

const measure = (name: string, text: string, context = {}) =>
  signalsFor(text, { recentTexts: [], ...context }).signals.find((signal) => signal.name === name)?.value

describe('the first signals', () => {
  it('count outside links, and leave the paper’s own out', () => {
    expect(measure('link.outside', 'see https://example.org and https://courier.example/x')).toBe(2)
    expect(
      measure('link.outside', 'see https://courier.example/x', { ownDomains: ['courier.example'] }),
    ).toBe(0)
    expect(measure('link.disguised', 'see example (dot) org')).toBe(1)
  })

  it('measure shouting only where there are letters enough to shout with', () => {
    expect(measure('shouting.capitals', 'YES!')).toBe(0)
    expect(measure('shouting.capitals', 'THE BOARD MUST RESIGN AT ONCE')).toBe(1)
    expect(measure('shouting.capitals', 'The board must resign at once.')).toBeLessThan(0.1)
    expect(measure('shouting.marks', 'What?!?! Never!!!')).toBe(2)
  })

  it('know a repeat through case, spacing, accents and a changed word', () => {
    const before = 'The board has paid for the survey and nobody has paid for the ice in the hall.'
    const similar = (text: string) => measure('repeat.similarity', text, { recentTexts: [before] }) as number
    expect(similar(`  THE BOARD has paid for the súrvey,\nand nobody has paid for the ICE in the hall`)).toBe(
      1,
    )
    expect(
      similar('The board has paid for the survey and nobody had paid for the ice in the hall!'),
    ).toBeGreaterThan(0.8)
    expect(
      similar('Twelve tonnes is a van and a prayer, as my cousin in the yard would tell you.'),
    ).toBeLessThan(0.2)
    expect(similar('Well said.')).toBe(0)
  })

  it('say unknown, never 0, where the recent texts could not be read', () => {
    const signals = signalsFor('Anything at all.', {}).signals
    expect(signals.find((signal) => signal.name === 'repeat.similarity')?.value).toBeNull()
  })

  it('are always the same set, on any text', () => {
    const names = signalsFor('', {}).signals.map((signal) => signal.name)
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { signals } = signalsFor(text, { recentTexts: [text] })
        expect(signals.map((signal) => signal.name)).toEqual(names)
        for (const { evidence } of signals)
          for (const { start, end } of evidence)
            expect(start >= 0 && start < end && end <= text.length).toBe(true)
      }),
    )
  })
})
