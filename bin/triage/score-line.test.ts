import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimateNames } from '../../src/triage/rule-estimates.ts'
import { openEngine } from './score-batch.ts'
import { answerLine, heads, type ScoreAnswer } from './score-line.ts'

const engine = openEngine(undefined)
const answer = (record: unknown) => answerLine(engine, { number: 12, text: JSON.stringify(record) })
const score = (text: string, context = {}): ScoreAnswer => {
  const found = answer({ text, context })
  if ('error' in found) throw new Error(found.error)
  return found
}

describe('the answer to a line', () => {
  it('has every head and every rule, each with a probability', () => {
    const {
      heads: found,
      rules,
      language,
    } = score('You are a stupid liar and everybody in this town knows it.')
    expect(Object.keys(found)).toEqual([...heads])
    expect(Object.keys(rules)).toEqual(estimateNames.map((name) => name.replace('.probability', '')))
    expect(found.insult).toBeGreaterThan(0.9)
    expect(rules['personal_attack']).toBeGreaterThan(0.9)
    expect(rules['obscene']).toBeLessThan(0.3)
    expect(language).toBe('en')
  })

  it('says unknown, never 0, in a language that the models have not learnt', () => {
    const { heads: found, rules, language } = score('Der Bürgermeister hat gestern den neuen Hafen eröffnet.')
    expect(language).toBe('de')
    expect(Object.values(found)).toEqual([null, null, null, null, null])
    expect(rules['personal_attack']).toBeNull()
    expect(rules['link']).toBe(0)
  })

  it('marks the words in the text as it was typed, with the rule and a weight', () => {
    const text = '🛶 What an i​diot you are, and a fucking liar.'
    const { evidence } = score(text)
    const marked = evidence.map(({ rule, start, end }) => `${rule}: ${text.slice(start, end)}`)
    expect(marked).toContainEqual(expect.stringMatching(/^personal_attack: .*i​diot/))
    expect(marked).toContainEqual(expect.stringMatching(/^obscene: .*fucking/))
    for (const { weight } of evidence) expect(weight > 0 && weight <= 1).toBe(true)
  })

  it('gives the links as the reader typed them, and where they lead', () => {
    const { links, rules } = score('Read example (dot) org or write to joe@example.org')
    expect(links.map(({ text, kind, domain }) => [text, kind, domain])).toEqual([
      ['example (dot) org', 'disguised', 'example.org'],
      ['joe@example.org', 'email', 'example.org'],
    ])
    expect(rules['link']).toBeGreaterThan(0.9)
  })

  it('reads what surrounds the comment', () => {
    const text = 'Warren stole the money from the hospital fund.'
    const alone = score(text).rules['defamatory'] ?? 0
    const named = score(text, { names: ['Dale Warren'], headline: 'Hospital fund', parent: 'Who?' }).rules
    expect(named['defamatory']).toBeGreaterThan(alone - 1e-9)
    expect(score(text, { headline: null, parent: null, names: null })).toEqual(score(text))
  })

  it.each([
    ['{"text": ', 'it is no JSON'],
    ['[1]', 'it is no object'],
    ['null', 'it is no object'],
    ['{"txt": "a"}', '“text” is missing, or is no string'],
    ['{"text": 3}', '“text” is missing, or is no string'],
    ['{"text": "a", "context": []}', '“context” is no object'],
    ['{"text": "a", "context": {"headline": 1}}', '“context.headline” is no string'],
    ['{"text": "a", "context": {"parent": {}}}', '“context.parent” is no string'],
    ['{"text": "a", "context": {"names": "Joe"}}', '“context.names” is no list of strings'],
  ])('to %s says what is wrong', (text, problem) => {
    expect(answerLine(engine, { number: 12, text })).toEqual({ error: `line 12: ${problem}` })
  })

  it('stays an answer where the engine breaks', () => {
    const broken = {
      signalsFor: () => {
        throw new Error('no table')
      },
    }
    expect(answerLine(broken, { number: 3, text: '{"text":"a"}' })).toEqual({
      error: 'line 3: it could not be scored (no table)',
    })
  })

  it('has sound values and places on any text', () => {
    const words = fc.array(
      fc.constantFrom('you', 'idiot', 'fuck', 'kill', 'https://a.example', '🛶', 'Muslims'),
    )
    const any = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      words.map((list) => list.join(' ')),
    )
    fc.assert(
      fc.property(any, (text) => {
        const { heads: found, rules, evidence, links } = score(text)
        for (const value of [...Object.values(found), ...Object.values(rules)])
          expect(value === null || (value >= 0 && value <= 1)).toBe(true)
        for (const { start, end, weight } of evidence)
          expect(start >= 0 && start < end && end <= text.length && weight >= 0 && weight <= 1).toBe(true)
        for (const link of links) expect(text.slice(link.start, link.end)).toBe(link.text)
      }),
    )
  }, 30_000)
})
