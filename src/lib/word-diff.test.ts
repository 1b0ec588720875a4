import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Change, wordDiff } from './word-diff.ts'

const older = (changes: Change[]) =>
  changes
    .filter((c) => c.kind !== 'new')
    .map((c) => c.text)
    .join('')
const newer = (changes: Change[]) =>
  changes
    .filter((c) => c.kind !== 'gone')
    .map((c) => c.text)
    .join('')

describe('what became of a text', () => {
  it('is shown word by word', () => {
    expect(wordDiff('The board are crooks, all of them.', 'The board are wrong, all of them.')).toEqual([
      { kind: 'same', text: 'The board are ' },
      { kind: 'gone', text: 'crooks' },
      { kind: 'new', text: 'wrong' },
      { kind: 'same', text: ', all of them.' },
    ])
  })

  it('is all the same where nothing changed, and all new where nothing was', () => {
    expect(wordDiff('Ice.', 'Ice.')).toEqual([{ kind: 'same', text: 'Ice.' }])
    expect(wordDiff('', 'Ice.')).toEqual([{ kind: 'new', text: 'Ice.' }])
    expect(wordDiff('', '')).toEqual([])
  })

  it('gives back both texts, whatever they hold', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc
        .array(fc.constantFrom('a', 'b', ' ', '\n', '!', '🦀', '\u202e'), { maxLength: 60 })
        .map((all) => all.join('')),
    )
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = wordDiff(before, after)
        expect(older(changes)).toBe(before)
        expect(newer(changes)).toBe(after)
      }),
    )
  })
})
