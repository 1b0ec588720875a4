import fc from 'fast-check'
import { expect, it } from 'vitest'
import { wordsApart } from './word-difference.ts'

const marked = (text: string, from: string): string =>
  wordsApart(text, from)
    .map(({ text: piece, other }) => (other ? `[${piece}]` : piece))
    .join('')

it('marks the words that the other text has not, whatever their order and disguise', () => {
  expect(marked('Now the qu4y is OWNED by strangers', 'The quay belongs to strangers now.')).toBe(
    'Now the qu4y [is] [OWNED] [by] strangers',
  )
  expect(marked('the same words', 'the same words')).toBe('the same words')
})

it('loses no letter of the text, whatever it holds', () => {
  const hostile = fc.string({ unit: 'binary', maxLength: 200 })
  fc.assert(
    fc.property(hostile, hostile, (text, from) => {
      expect(
        wordsApart(text, from)
          .map((one) => one.text)
          .join(''),
      ).toBe(text)
    }),
  )
})
