import { describe, expect, it } from 'vitest'
import { loadVocabulary } from '../src/triage/model-files.ts'
import { createTokensOf } from '../src/triage/tokens.ts'
import { ownSentences } from './augmentation.ts'
import { modelFolder } from './scorer.ts'

const rows = ownSentences(7)
const tokensOf = createTokensOf(loadVocabulary(modelFolder))

describe('the own sentences', () => {
  it('are the same for the same seed', () => {
    expect(ownSentences(7)).toEqual(rows)
    expect(ownSentences(8)).not.toEqual(rows)
  })

  it('leave no slot unfilled', () => {
    expect(rows.filter((row) => /[{}]/.test(row.text))).toEqual([])
  })

  it('name a group wherever they say that one is hated', () => {
    const hateful = rows.filter((row) => row.identity === 1)
    const nameless = hateful.filter(
      (row) => !tokensOf(row.text).some((token) => /^<groups?>$/.test(token.word)),
    )
    expect(hateful.length).toBeGreaterThan(500)
    expect(nameless.map((row) => row.text)).toEqual([])
  })

  it('name groups about as often where nothing is wrong', () => {
    const named = rows.filter((row) => tokensOf(row.text).some((token) => /^<groups?>$/.test(token.word)))
    const harmless = named.filter((row) => row.toxic === 0).length
    expect(harmless / named.length).toBeGreaterThan(0.4)
  })
})
