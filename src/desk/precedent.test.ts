import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPin, splitOf, tellingWords, wordsOf } from './precedent.ts'

describe('the words by which precedents are searched', () => {
  it('are each once, without disguise, and of letters and digits alone, whatever the text holds', () => {
    expect(wordsOf('Bribes, BRIBES and br1bes! it is')).toEqual(['bribes', 'and'])
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const words = wordsOf(text)
        expect(new Set(words).size).toBe(words.length)
        for (const word of words) expect(word).toMatch(/^[\p{L}\p{N}]{2,30}$/u)
      }),
    )
  })

  it('are asked rarest first, and no more of them than the search may read', () => {
    const shares = new Map([
      ['the', 0.7],
      ['harbour', 0.012],
      ['quay', 0.004],
    ])
    expect(tellingWords(['the', 'harbour', 'bribes', 'quay'], shares, 1_000_000)).toEqual([
      'bribes',
      'quay',
      'harbour',
    ])
    expect(tellingWords(['the', 'harbour', 'bribes', 'quay'], shares, 1_000)).toHaveLength(4)
    // Of nothing but common words the least common is asked all the same.
    expect(
      tellingWords(
        ['the', 'and'],
        new Map([
          ['the', 0.7],
          ['and', 0.6],
        ]),
        1_000_000,
      ),
    ).toEqual(['and'])
  })
})

describe('how decisions divide', () => {
  it('counts act and rule together, the largest part first, and leaves out what was undone', () => {
    const refusal = { act: 'reject', ruleId: 'spam' } as const
    expect(
      splitOf([{ act: 'publish', ruleId: null }, refusal, refusal, { act: null, ruleId: null }]),
    ).toEqual([
      { ...refusal, count: 2 },
      { act: 'publish', ruleId: null, count: 1 },
    ])
  })
})

describe('a pin', () => {
  it('says what it shows, in few words, of a rule that there is', () => {
    expect(checkPin({ ruleId: 'spam', note: ' A price list. ' }, ['spam'])).toEqual({ note: 'A price list.' })
    expect(checkPin({ ruleId: 'spam', note: ' \u200b ' }, ['spam'])).toHaveProperty(
      'code',
      'pin_note_missing',
    )
    expect(checkPin({ ruleId: 'x', note: 'y' }, ['spam'])).toHaveProperty('code', 'rule_unknown')
  })
})
