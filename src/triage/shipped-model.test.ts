import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadEngine } from './load-engine.ts'
import { loadLinear, ModelFileError } from './model-files.ts'

const folder = join(import.meta.dirname, '../../models/triage')
const { file } = loadLinear(folder)
const engine = loadEngine(folder)
const chanceOf = (name: string, text: string): number =>
  engine.signalsFor(text, {}).signals.find((signal) => signal.name === name)?.value ?? Number.NaN

describe('the shipped models', () => {
  it.each([
    ['You are an idiot.', 'It is idiotic that a form must be sent by fax.'],
    ['You stupid man.', 'What a stupid rule.'],
    ['The minister is a pathetic clown.', 'A pathetic goal in the last minute.'],
  ])('finds more insult in "%s" than in "%s"', (person, thing) => {
    expect(chanceOf('model.insult', person)).toBeGreaterThan(chanceOf('model.insult', thing))
  })

  it('tells who hates a group from who names one', () => {
    const hated = chanceOf('model.identity', 'Muslims are vermin and should be deported.')
    const named = chanceOf('model.identity', 'Muslims make up a large part of this town.')
    expect(hated).toBeGreaterThan(5 * named)
  })

  it('finds nothing rude in the name of a town', () => {
    for (const text of [
      'The Penistone line to Scunthorpe is late again.',
      'Hancock scored for Arsenal at Clitheroe.',
    ])
      expect(chanceOf('model.toxic', text)).toBeLessThan(0.5)
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
    ].map((group) => chanceOf('model.toxic', `We asked ${group} what they think of the tram.`))
    expect(new Set(scores).size).toBe(1)
  })

  it('reads a disguised word as the word', () => {
    const plain = chanceOf('model.toxic', 'He is a stupid loser.')
    for (const text of ['He is a ѕtuріd l0ser.', 'He is a s t u p i d loser.', 'He is a stuuupid los*r.'])
      expect(chanceOf('model.toxic', text)).toBeCloseTo(plain, 5)
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
