import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '../root.ts'
import { networkEvidenceThreshold } from './network-evidence.ts'
import { loadNetwork } from './network-file.ts'
import { createNetworkModel } from './network-model.ts'
import { readNetworkWeights } from './network-weights.ts'
import { wordEvidence } from './word-evidence.ts'

const folder = join(projectRoot, 'models/triage')

type Golden = { words: string[]; logits: number[] }

describe('the shipped network', () => {
  const network = createNetworkModel(loadNetwork(folder))
  const golden = JSON.parse(readFileSync(join(folder, 'network.golden.json'), 'utf8')) as Golden[]

  it.each(golden)('scores "$words" as its trainer did', ({ words, logits }) => {
    const read = network.read(words.map((word) => ({ word }))).logits
    // Fixed point: at most 1/8192 a tap, over some hundred features that are on.
    for (const [head, logit] of logits.entries())
      expect(Math.abs((read[head] ?? Number.NaN) - logit)).toBeLessThan(0.01)
  })

  it('marks the word that made it speak, where it stands', () => {
    const text = 'the treasurer is an idiot and the bridge is late'
    const tokens = [...text.matchAll(/\w+/g)].map(([word], i, all) => {
      const start = all[i]?.index ?? 0
      return { word, start, end: start + word.length }
    })
    const added = network.read(tokens).contributions(network.heads.indexOf('insult'))
    const places = wordEvidence(tokens, added, networkEvidenceThreshold(added))
    expect(places.map(({ start, end }) => text.slice(start, end)).join()).toContain('idiot')
    expect(places.map(({ start, end }) => text.slice(start, end)).join()).not.toContain('bridge')
  })

  it('is not read when a byte of it changed', () => {
    const file = readFileSync(join(folder, 'network.safetensors'))
    file[file.length - 1] = (file.at(-1) ?? 0) ^ 1
    expect(() => readNetworkWeights(file)).toThrow('damaged')
  })
})
