import { describe, expect, it } from 'vitest'
import { randomOf } from '../../training/random.ts'
import { resampled } from './bootstrap.ts'
import { brierScore, calibrationError, cutAt, evaluate, reliabilityOf } from './evaluation.ts'
import { readLabelled } from './labelled.ts'

const judged = (...pairs: [number, 0 | 1][]) =>
  pairs.map(([score, label]) => ({ score, positive: label === 1 }))
const four = judged([0.95, 1], [0.85, 0], [0.35, 1], [0.05, 0])

describe('what labelled texts say of a threshold', () => {
  it('how much it holds, how much of that is a breach, and which share of the breaches', () => {
    expect(cutAt(0.5, four)).toEqual({ threshold: 0.5, held: 0.5, precision: 0.5, recall: 0.5 })
    expect(cutAt(0.99, four)).toEqual({ threshold: 0.99, held: 0, precision: null, recall: 0 })
  })
})

describe('calibration', () => {
  it('is measured by the square of what was said wrong', () => {
    expect(brierScore(four)).toBeCloseTo((0.05 ** 2 + 0.85 ** 2 + 0.65 ** 2 + 0.05 ** 2) / 4)
  })

  it('is whole where as many are breaches as was said', () => {
    const honest = judged([0.25, 1], [0.25, 0], [0.25, 0], [0.25, 0])
    expect(calibrationError(honest)).toBe(0)
    expect(calibrationError(judged([0.25, 1], [0.25, 1]))).toBeCloseTo(0.75)
  })

  it('counts a certain one among the nine tenths and more', () => {
    expect(reliabilityOf(judged([1, 1], [0.9, 0]))).toEqual([
      { from: 0.9, to: 1, texts: 2, said: 0.95, found: 0.5 },
    ])
  })
})

describe('an evaluation', () => {
  const random = randomOf(3)
  const many = Array.from({ length: 400 }, () => {
    const score = random()
    return { score, positive: random() < score }
  })

  it('is the same for the same seed, in whatever order the texts come', () => {
    const one = evaluate(many, randomOf(7))
    expect(evaluate([...many].reverse(), randomOf(7))).toEqual(one)
    expect(evaluate(many, randomOf(8)).auc.low).not.toBe(one.auc.low)
  })

  it('has intervals that hold the figure, and narrower ones with more texts', () => {
    const { auc, calibrationError } = evaluate(many, randomOf(7))
    expect(auc.low < auc.value && auc.value < auc.high).toBe(true)
    const few = evaluate(many.slice(0, 50), randomOf(7)).auc
    expect(few.high - few.low).toBeGreaterThan(auc.high - auc.low)
    expect(calibrationError.value).toBeLessThan(0.1)
  })
})

it('a draw has as many texts as there are, in their order', () => {
  for (const draw of resampled([1, 2, 3, 4, 5], 20, randomOf(1))) {
    expect(draw).toHaveLength(5)
    expect([...draw].sort()).toEqual(draw)
  }
})

describe('a labelled line', () => {
  const rules = ['obscene', 'spam']
  const read = (record: unknown) => readLabelled({ number: 4, text: JSON.stringify(record) }, rules)
  const labels = (record: unknown) => {
    const row = read(record)
    return row.ok ? [...row.value.labels] : row.refusal
  }

  it('asks the head and the rule of one name, and leaves out what is not known', () => {
    expect(labels({ text: 'a', labels: { obscene: 1, toxic: 0, spam: null } })).toEqual([
      ['head obscene', true],
      ['rule obscene', true],
      ['head toxic', false],
    ])
  })

  it('may list the rules that are broken, those that nothing measures too', () => {
    expect(labels({ text: 'a', rules: ['spam', 'off_topic'] })).toEqual([
      ['rule obscene', false],
      ['rule spam', true],
    ])
  })

  it.each([
    [{ text: 'a' }, 'line 4: it has neither “labels” nor a list “rules”'],
    [{ text: 'a', labels: { toxic: 2 } }, 'line 4: “labels.toxic” is neither 0 nor 1'],
    [{ text: 'a', labels: [1] }, 'line 4: “labels” is no object'],
    [{ labels: {} }, 'line 4: “text” is missing, or is no string'],
  ])('%j is refused with a sentence', (record, sentence) => {
    expect(labels(record)).toBe(sentence)
  })

  it('that asks for what nothing measures is told what there is', () => {
    expect(labels({ text: 'a', labels: { rude: 1 } })).toContain('no such head or rule. Heads: toxic,')
  })
})
