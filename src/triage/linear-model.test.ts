import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bucketCount, bucketsOfWord } from './hashed-features.ts'
import type { LinearWeights } from './linear-model.ts'
import { createLinearModel } from './linear-model.ts'
import type { Token } from './token-list.ts'
import { createTokensOf } from './tokens.ts'

const tokensOf = createTokensOf({ known: ['you', 'idiot', 'are', 'an'], offensive: ['idiot'] })

/** A model that knows one word only. */
function modelOf(word: string, passageShare = 0): LinearWeights {
  const table = new Int8Array(bucketCount * 2)
  const [whole = 0] = bucketsOfWord(word)
  table[whole * 2 + 1] = 10
  return {
    heads: ['obscene', 'insult'],
    table,
    scales: [0.1, 0.1],
    intercepts: [-1, -1],
    passageShares: [passageShare, passageShare],
  }
}

const insultOf = (weights: LinearWeights, text: string): number =>
  createLinearModel(weights).read(text, tokensOf(text)).logits[1] ?? Number.NaN

describe('a linear model', () => {
  it('raises the head that a word belongs to, and no other', () => {
    const { logits } = createLinearModel(modelOf('idiot')).read('an idiot', tokensOf('an idiot'))
    expect(logits[0]).toBe(-1)
    expect(logits[1]).toBeGreaterThan(1)
  })

  it('hears one insult in a long comment', () => {
    const long = `${'are '.repeat(100)} idiot ${'are '.repeat(100)}`
    expect(insultOf(modelOf('idiot', 1), long)).toBeGreaterThan(insultOf(modelOf('idiot', 0), long) + 0.5)
  })

  it('hears an insult behind as much padding as a comment can hold', () => {
    const padded = `${'"'.repeat(4_900)} idiot`
    expect(insultOf(modelOf('idiot', 1), padded)).toBeGreaterThan(
      insultOf(modelOf('idiot', 1), padded.slice(0, -6)),
    )
  })

  it('scores a short comment alike with and without passages', () => {
    expect(insultOf(modelOf('idiot', 0.5), 'an idiot')).toBeCloseTo(
      insultOf(modelOf('idiot', 0), 'an idiot'),
      10,
    )
  })

  it('does not depend on what it read before', () => {
    const used = createLinearModel(modelOf('idiot', 0.2))
    fc.assert(
      fc.property(fc.array(fc.constantFrom('you', 'are', 'idiot', 'an', '!'), { maxLength: 40 }), (words) => {
        const text = words.join(' ')
        const fresh = createLinearModel(modelOf('idiot', 0.2)).read(text, tokensOf(text))
        expect(used.read(text, tokensOf(text)).logits).toEqual(fresh.logits)
      }),
      { numRuns: 50 },
    )
  })

  it('reads a text of any length, and gives a number', () => {
    const tokens = Array.from(
      { length: 50_000 },
      (_, i): Token => ({ word: `w${i % 900}`, start: i, end: i + 1 }),
    )
    expect(createLinearModel(modelOf('idiot', 0.2)).read('', tokens).logits.every(Number.isFinite)).toBe(true)
    expect(createLinearModel(modelOf('idiot', 0.2)).read('', []).logits.every(Number.isFinite)).toBe(true)
  })
})
