import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shippedEngine } from '../engine.ts'
import { keepSignals, readSignals } from './kept-signals.ts'
import type { SignalSet } from './signal.ts'

const spans = fc.array(fc.record({ start: fc.nat(5_000), end: fc.nat(5_000) }), { maxLength: 4 })
const signal = fc.record(
  {
    name: fc.stringMatching(/^[a-z]{1,8}\.[a-z]{1,8}$/),
    value: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true, min: 0 })),
    source: fc.constantFrom('rule', 'lexicon', 'linear', 'network'),
    evidence: spans,
    notes: fc.array(fc.string(), { maxLength: 3 }),
    before: fc.double({ noNaN: true, min: 0, max: 1 }),
    taught: fc.array(fc.string(), { maxLength: 3 }),
  },
  { requiredKeys: ['name', 'value', 'source', 'evidence'] },
)
const set = fc.record({
  engine: fc.string(),
  language: fc.option(fc.stringMatching(/^[a-z]{2}$/), { nil: undefined }),
  signals: fc.array(signal, { maxLength: 50 }),
}) as fc.Arbitrary<SignalSet>
const throughTheDatabase = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

describe('signals kept on record', () => {
  it('are read back to the last digit, zero and unknown apart', () => {
    fc.assert(
      fc.property(set, (signals) => {
        expect(readSignals(throughTheDatabase(keepSignals(signals)))).toEqual(throughTheDatabase(signals))
      }),
    )
  })

  it('take less than half the room', () => {
    const size = (value: unknown) => JSON.stringify(value).length
    for (const text of [
      'The ferry board has not answered our letters about the east quay.',
      'You are an idiot, Asha, and the minutes at www.quay-truth.example prove it.',
    ]) {
      const signals = shippedEngine().signalsFor(text, { names: ['Asha Raman'], recentTexts: [] })
      expect(size(keepSignals(signals))).toBeLessThan(size(signals) / 2)
    }
  })
})
