import { describe, expect, it } from 'vitest'
import { networkEvidence } from './network-evidence.ts'

const raw = 'You utter  cl0wn, said the vile man'
const tokens = [...raw.matchAll(/[a-z0-9]+/gi)].map((match) => ({
  word: match[0].toLowerCase(),
  start: match.index,
  end: match.index + match[0].length,
}))
const marked = (added: number[]): string[] =>
  networkEvidence(tokens, Float64Array.from(added)).map(({ start, end }) => raw.slice(start, end))

describe('the evidence of the network', () => {
  it('marks the strongest words, neighbours as one place, as they stand in the raw text', () => {
    expect(marked([0.1, 1, 2, 0, 0, 1.5, 0.1])).toEqual(['utter  cl0wn', 'vile'])
  })

  it('leaves out what adds little beside the strongest, and what speaks against', () => {
    expect(marked([-3, 0.5, 2, 0, 0, 0.5, -1])).toEqual(['cl0wn'])
  })

  it('is empty where nothing speaks', () => {
    expect(marked([0.1, 0.1, 0.15, 0, 0, 0, 0])).toEqual([])
    expect(networkEvidence([], new Float64Array(0))).toEqual([])
  })

  it('ends where the network stopped reading', () => {
    expect(marked([0, 1])).toEqual(['utter'])
  })
})
