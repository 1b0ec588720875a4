import { expect, it } from 'vitest'
import { wordNetText } from './wordnet.ts'

it('a sense of WordNet reads as its words and its gloss, without numbers and marks', () => {
  const line =
    '00217728 00 a 03 beautiful(a) 0 good-looking 1 easy_on_the_eye 0 002 & 00218440 a 0000 ! 00220956 a 0101 | delighting the senses; "a beautiful child"  '
  expect(wordNetText(line)).toBe(
    'beautiful, good-looking, easy on the eye: delighting the senses; "a beautiful child"',
  )
})

it('the words are counted in hexadecimal', () => {
  const words = Array.from({ length: 17 }, (_, i) => `word${i} 0`).join(' ')
  expect(wordNetText(`00000001 00 n 11 ${words} 000 | gloss`)).toContain('word16: gloss')
})
