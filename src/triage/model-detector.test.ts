import { describe, expect, it } from 'vitest'
import { bucketCount, bucketsOfWord } from './hashed-features.ts'
import { createLinearModel } from './linear-model.ts'
import { createModelDetector } from './model-detector.ts'
import { createTextSource } from './text-source.ts'

/** A linear model that knows one word of one head, and a network that has no opinion. */
function detectorOf(word: string) {
  const table = new Int8Array(bucketCount)
  table[bucketsOfWord(word)[0] ?? 0] = 10
  const calibration = { slope: 1, intercept: 0 }
  return createModelDetector({
    source: createTextSource({ known: ['you', 'are', 'an', 'idiot', 'sir'], offensive: ['idiot'] }),
    linear: createLinearModel({
      heads: ['insult'],
      table,
      scales: [0.1],
      intercepts: [-1],
      passageShares: [0],
    }),
    network: {
      heads: ['insult'],
      read: () => ({ logits: new Float64Array(1), contributions: () => new Float64Array(9) }),
    },
    blend: [{ head: 'insult', linear: 1, network: 1, calibration }],
    evidenceThresholds: [0.5],
  })
}

describe('the trained models', () => {
  const detector = detectorOf('idiot')
  const insult = (text: string) => detector.measure(text, {})[0]

  it('mark the words that drove the score, where they stand in the raw text', () => {
    const text = 'You are an 1d!0t, sir'
    expect(insult(text)?.name).toBe('model.insult')
    expect(insult(text)?.value).toBeGreaterThan(0.5)
    expect(insult(text)?.evidence.map(({ start, end }) => text.slice(start, end))).toEqual(['1d!0t'])
    expect(insult(text)?.notes).toEqual(['idiot'])
  })

  it('know nothing of a text without words', () => {
    expect(insult('—')?.value).toBeNull()
  })

  it('do not guess in a language they never learnt', () => {
    expect(insult('Der Stadtrat hat beschlossen, dass die Brücke wieder geöffnet wird.')?.value).toBeNull()
  })
})
