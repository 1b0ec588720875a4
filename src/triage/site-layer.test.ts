import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '../root.ts'
import { loadEngine } from './load-engine.ts'
import { seenAlone } from './rule-estimates.ts'
import type { SignalSet } from './signal.ts'
import { addLearnt, boundedLogit, type SiteLayer, speakLearnt } from './site-layer.ts'
import {
  type Example,
  largestAdjustment,
  learn,
  nothingLearnt,
  type SiteState,
  spokenPart,
  weightsOf,
} from './site-learner.ts'
import { createSiteReader } from './site-reader.ts'

const engine = loadEngine(join(projectRoot, 'models/triage'))
const reader = createSiteReader({
  version: engine.version,
  tokensOf: engine.tokensOf,
  baseLogit: () => 0,
  seenLogit: () => null,
})
const measure = (text: string): SignalSet =>
  engine.signalsFor(text, { recentTexts: [], headline: 'The quay' })

/** What refusing and publishing such texts again and again taught. */
function taught(
  rule: string,
  refused: readonly string[],
  published: readonly string[],
  times = 12,
): SiteLayer {
  const one = (text: string, broke: boolean): Example => ({
    rule,
    buckets: reader.bucketsOf(reader.tokensOf(text)),
    baseLogit: 0,
    broke,
    weight: 1,
  })
  const lesson = [...refused.map((text) => one(text, true)), ...published.map((text) => one(text, false))]
  return layerOf(learn(nothingLearnt, Array.from({ length: times }, () => lesson).flat()).state)
}
const layerOf = (state: SiteState): SiteLayer => ({
  version: 7,
  sha256: 'ab',
  weights: weightsOf(state),
  reader,
})
const estimate = (set: SignalSet, rule: string) =>
  set.signals.find(({ name }) => name === `${rule}.probability`)

const local = taught(
  'personal_attack',
  ['That gullhead sold the quay.', 'Ask the gullhead on the council.'],
  ['The ferry was late again.', 'Who pays for the quay?'],
)
const text = 'Only a gullhead would close the ferry.'

describe('what the desk taught', () => {
  it('raises the estimate of its rule, says from where and by which word, and marks the word', () => {
    const measured = measure(text)
    const spoken = speakLearnt(local, text, measured)
    const [before, after] = [estimate(measured, 'personal_attack'), estimate(spoken, 'personal_attack')]
    expect(after?.before).toBe(before?.value)
    expect(after?.value).toBeGreaterThan((before?.value ?? 1) + 0.02)
    expect(after?.taught?.[0]).toBe('gullhead')
    expect(after?.evidence.map(({ start, end }) => text.slice(start, end))).toContain('gullhead')
    expect(spoken.learnt).toMatchObject({ version: 7, sha256: 'ab' })
    expect(Object.keys(spoken.learnt?.added ?? {})).toEqual(['personal_attack'])
  })

  it('leaves every other signal as it was measured', () => {
    const measured = measure(text)
    const others = (set: SignalSet) =>
      set.signals.filter(({ name }) => name !== 'personal_attack.probability')
    expect(others(speakLearnt(local, text, measured))).toEqual(others(measured))
  })

  it('gives the same bytes again, and the same scores from the record without the weights', () => {
    const spoken = speakLearnt(local, text, measure(text))
    const again = speakLearnt(local, text, measure(text))
    expect(JSON.stringify(again)).toBe(JSON.stringify(spoken))
    const kept = JSON.parse(JSON.stringify(spoken)) as SignalSet
    const replayed = addLearnt(measure(text), kept.learnt ?? { version: 0, sha256: '', added: {} })
    const values = (set: SignalSet) => set.signals.map(({ name, value, before }) => [name, value, before])
    expect(values(replayed)).toEqual(values(kept))
  })

  it('makes no number of what is unknown', () => {
    const french = 'Le gullhead du conseil a vendu le quai pendant la nuit, dit-on partout en ville.'
    const measured = measure(french)
    expect(estimate(measured, 'personal_attack')?.value).toBeNull()
    const spoken = speakLearnt(local, french, measured)
    expect(estimate(spoken, 'personal_attack')).toEqual(estimate(measured, 'personal_attack'))
  })

  it('takes nothing off what a rule saw word for word, however often the word was let through', () => {
    const attack = 'Councillor Pike is a muppet.'
    const layer = taught('personal_attack', [], [attack, 'The muppet show is on.'], 200)
    const measured = measure(attack)
    const seen = seenAlone(new Map(measured.signals.map((signal) => [signal.name, signal])))
    const after = estimate(speakLearnt(layer, attack, measured), 'personal_attack')?.value ?? 0
    expect(seen.get('personal_attack')).toBeGreaterThan(0.6)
    expect(estimate(measured, 'personal_attack')?.value).toBeGreaterThan(after)
    expect(after).toBeCloseTo(seen.get('personal_attack') ?? 0, 9)
  })

  it('has no part in what it is judged and taught by: the base is the engine’s own estimate', () => {
    const measured = measure(text)
    const base = estimate(measured, 'personal_attack')?.value ?? 0
    const twice = speakLearnt(local, text, measure(text))
    expect(estimate(twice, 'personal_attack')?.before).toBe(base)
    expect(estimate(measure(text), 'personal_attack')?.value).toBe(base)
  })
})

describe('the part that reaches a score', () => {
  const logit = fc.double({ min: -39, max: 39, noNaN: true })
  const added = fc.double({ min: -largestAdjustment, max: largestAdjustment, noNaN: true })

  it('is within the bound, never below what was seen, and never of another sign', () => {
    fc.assert(
      fc.property(added, logit, fc.option(logit), (adjusted, base, seen) => {
        const part = spokenPart(adjusted, base, seen)
        expect(Math.abs(part)).toBeLessThanOrEqual(largestAdjustment)
        expect(part * adjusted).toBeGreaterThanOrEqual(0)
        if (seen !== null) expect(base + part).toBeGreaterThanOrEqual(Math.min(base, seen) - 1e-9)
      }),
    )
  })

  it('is nothing where the engine is certain', () => {
    for (const certain of [0, 1]) expect(spokenPart(2, boundedLogit(certain), null)).toBe(0)
  })
})

it('moves any text’s estimates to probabilities, whatever was learnt', () => {
  const words = fc.array(
    fc.constantFrom('gullhead', 'ferry', 'quay', 'you', 'clown', 'the', 'stupid', '!', 'কবি'),
  )
  const example = fc.record({
    list: words,
    broke: fc.boolean(),
    weight: fc.double({ min: 0.01, max: 1, noNaN: true }),
  })
  fc.assert(
    fc.property(fc.array(example, { maxLength: 20 }), words, (lessons, said) => {
      const examples = lessons.flatMap(({ list, broke, weight }) =>
        ['spam', 'obscene', 'personal_attack', 'of_no_policy'].map((rule) => ({
          rule,
          buckets: reader.bucketsOf(reader.tokensOf(list.join(' '))),
          baseLogit: -1,
          broke,
          weight,
        })),
      )
      const measured = measure(said.join(' '))
      const spoken = speakLearnt(layerOf(learn(nothingLearnt, examples).state), said.join(' '), measured)
      spoken.signals.forEach(({ value, before }, i) => {
        const own = measured.signals[i]
        expect(value === null).toBe(own?.value === null)
        if (before === undefined) expect(value).toBe(own?.value)
        else expect((value ?? -1) >= 0 && (value ?? 2) <= 1).toBe(true)
      })
    }),
    { numRuns: 40 },
  )
})
