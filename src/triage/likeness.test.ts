import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { corpusTexts } from '../../test/support/corpus.ts'
import { hardEdits, onTheSameMatter, raidMessages, raidOf } from '../../test/support/raid.ts'
import { bareLetters, likenessOf, resemblance } from './likeness.ts'

const alike = (one: string, other: string): number => resemblance(likenessOf(one), likenessOf(other))
const plain = 'The whole harbour board is corrupt and everybody in this town knows it.'

describe('how alike two comments are', () => {
  it.each([
    ['letters apart', 'T h e  w h o l e harbour b.o.a.r.d is corrupt and everybody in this town knows it.'],
    ['words run together', 'Thewhole harbourboard iscorrupt and everybody inthis town knowsit.'],
    ['digits for letters', 'Th3 wh0le h4rb0ur b0ard i5 corrup7 and everyb0dy in thi5 t0wn kn0w5 i7.'],
    [
      'letters of another alphabet',
      'Thе whоlе hаrbоur bоаrd іs соrruрt аnd еvеrуbоdу іn thіs tоwn knоws іt.',
    ],
    ['letters held down', 'The whooole harbour board is corrrrrupt and everybody in this town knowssss it.'],
    [
      'accents and invisible characters',
      'Thé whole hàrbour bo\u200bard is corrüpt and every\u00adbody in this town knows it.',
    ],
    ['capitals and signs', 'THE WHOLE HARBOUR BOARD -- IS CORRUPT!!! (and everybody in this town knows it)'],
  ])('is not changed by %s', (_, disguised) => {
    expect(alike(plain, disguised)).toBe(1)
  })

  it('leaves numbers their digits and a shout its last letter', () => {
    expect(bareLetters('In 2014 the board took 350 pounds. Wow!')).toBe('in2014theboardtok350poundswow')
  })

  it('falls by the changed word only, and hardly by another order of the sentences', () => {
    expect(alike(plain, plain.replace('corrupt', 'crooked'))).toBeGreaterThan(0.6)
    const [first = '', second = ''] = ['They took money from the builders last year.', plain]
    expect(alike(`${first} ${second}`, `${second} ${first}`)).toBeGreaterThan(0.9)
  })

  it('is nothing for texts too short to be told from others', () => {
    expect(alike('Well said.', 'Well said.')).toBe(0)
  })

  it('is between 0 and 1, the same both ways, and whole for a text with itself, whatever it holds', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
    )
    fc.assert(
      fc.property(hostile, hostile, (one, other) => {
        const share = alike(one, other)
        expect(share).toBeGreaterThanOrEqual(0)
        expect(share).toBeLessThanOrEqual(1)
        expect(share).toBe(alike(other, one))
        expect(alike(one, one)).toBe(likenessOf(one).pieces.length > 0 ? 1 : 0)
      }),
    )
  })

  it('tells every variant of a raid from the comments of honest readers, with room between', () => {
    const strangers = [...corpusTexts(), ...onTheSameMatter].map(likenessOf)
    for (const [n, message] of raidMessages.entries()) {
      const raid = raidOf(message, 60, n + 1, hardEdits).map(likenessOf)
      const [inHand] = raid
      if (!inHand) throw new Error('a raid has a first comment')
      const nearestStranger = Math.max(...strangers.map((one) => resemblance(inHand, one)))
      expect(nearestStranger).toBeLessThan(0.2)
      const within = raid.map((one) => resemblance(inHand, one)).filter((share) => share >= 0.25)
      expect(within.length).toBeGreaterThan(40)
    }
  })
})
