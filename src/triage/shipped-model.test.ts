import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createLinearDetector } from './linear-detector.ts'
import { createLinearModel } from './linear-model.ts'
import { loadLinear, loadVocabulary, ModelFileError } from './model-files.ts'
import { createTokensOf } from './tokens.ts'

const folder = join(import.meta.dirname, '../../models/triage')
const { weights, file } = loadLinear(folder)
const detector = createLinearDetector({
  model: createLinearModel(weights),
  tokensOf: createTokensOf(loadVocabulary(folder)),
  calibrations: file.calibrations,
  evidenceThresholds: file.evidenceThresholds,
})
const chanceOf = (name: string, text: string): number =>
  detector.measure(text, {}).find((signal) => signal.name === name)?.value ?? Number.NaN

describe('the shipped model', () => {
  it.each([
    ['You are an idiot.', 'It is idiotic that a form must be sent by fax.'],
    ['You stupid man.', 'What a stupid rule.'],
    ['The minister is a pathetic clown.', 'A pathetic goal in the last minute.'],
  ])('finds more insult in "%s" than in "%s"', (person, thing) => {
    expect(chanceOf('linear.insult', person)).toBeGreaterThan(chanceOf('linear.insult', thing))
  })

  it('tells who hates a group from who names one', () => {
    const hated = chanceOf('linear.identity', 'Muslims are vermin and should be deported.')
    const named = chanceOf('linear.identity', 'Muslims make up a large part of this town.')
    expect(hated).toBeGreaterThan(5 * named)
  })

  it('finds nothing rude in the name of a town', () => {
    for (const text of [
      'The Penistone line to Scunthorpe is late again.',
      'Hancock scored for Arsenal at Clitheroe.',
    ])
      expect(chanceOf('linear.toxic', text)).toBeLessThan(0.5)
  })

  it('gives every group the same score in the same sentence', () => {
    const scores = [
      'Muslims',
      'Christians',
      'women',
      'black people',
      'Poles',
      'gay people',
      'old people',
    ].map((group) => chanceOf('linear.toxic', `We asked ${group} what they think of the tram.`))
    expect(new Set(scores).size).toBe(1)
  })

  it('reads a disguised word as the word', () => {
    const plain = chanceOf('linear.toxic', 'He is a stupid loser.')
    for (const text of ['He is a ѕtuріd l0ser.', 'He is a s t u p i d loser.', 'He is a stuuupid los*r.'])
      expect(chanceOf('linear.toxic', text)).toBeCloseTo(plain, 5)
  })

  it('comes with a card that names the pools it was trained from', () => {
    const card = readFileSync(join(folder, 'MODEL_CARD.md'), 'utf8')
    for (const [pool, hash] of Object.entries(file.poolSha256))
      expect(card).toContain(`\`${pool}\` \`${hash}\``)
  })

  it('is refused when its table is not the one it describes', () => {
    const copy = mkdtempSync(join(tmpdir(), 'postbag-model-'))
    try {
      cpSync(folder, copy, { recursive: true })
      const table = readFileSync(join(copy, 'linear.bin'))
      table[1_000] = (table[1_000] ?? 0) ^ 1
      writeFileSync(join(copy, 'linear.bin'), table)
      expect(() => loadLinear(copy)).toThrow(ModelFileError)
    } finally {
      rmSync(copy, { recursive: true, force: true })
    }
  })
})
