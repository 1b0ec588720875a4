import { describe, expect, it } from 'vitest'
import { explanationOf, sayExplanation } from './explanation.ts'
import { openEngine } from './score-batch.ts'

const engine = openEngine(undefined)
const explained = (text: string) => sayExplanation(text, explanationOf(text, engine.signalsFor(text, {})))
const lineOf = (lines: string[], start: string) => lines.find((line) => line.startsWith(start)) ?? ''

describe('an explanation', () => {
  it('marks the words in the text and names the rule, its probability and who said so', () => {
    const lines = explained('You are an idiot, and your plan is late.')
    expect(lines[0]).toBe('⟦You⟧ are an ⟦idiot⟧, and your plan is late.')
    expect(lines[3]).toMatch(/^personal_attack\s+█{24}\s+99\.\d %\s+both models\s+idiot/)
    expect(lines).toContainEqual(expect.stringMatching(/^personal_attack at 11 to 16, .* “idiot”$/))
    expect(lineOf(lines, 'Language')).toMatch(/^Language: en\. Engine: triage-/)
  })

  it('says unknown without a bar where the models do not know the language', () => {
    const lines = explained('Der Bürgermeister hat gestern den neuen Hafen eröffnet.')
    expect(lineOf(lines, 'personal_attack').split(/\s+/)).toEqual(['personal_attack', 'unknown'])
  })

  it('says where links lead', () => {
    expect(explained('Go to example (dot) org now')).toContainEqual('disguised at 6 to 23: example.org')
  })
})
