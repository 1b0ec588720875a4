import { groundsIn } from './books.ts'
import type { Detector } from './detector.ts'
import { together } from './grounds.ts'
import type { Said } from './said.ts'
import type { TextSource } from './text-source.ts'

/** Below this many words a refrain is emphasis: "No, no, no." */
const FEWEST_WORDS = 7

/** How surely a comment advertises, and which share of it says again what it said before, 0 to 1 each. */
export const createAdvertDetector = ({ said }: Pick<TextSource, 'said'>): Detector => ({
  names: ['spam.advert', 'spam.refrain'],
  measure(text) {
    const words = said(text)
    return [
      together('spam.advert', groundsIn(words, 'advert')),
      { name: 'spam.refrain', value: refrain(words), evidence: [] },
    ]
  },
})

/** The share of runs of three words that stood in the comment before. */
function refrain({ tokens }: Said): number {
  if (tokens.length < FEWEST_WORDS) return 0
  const numbers = new Map<string, number>()
  const runs = new Set<number>()
  let last = 0
  let before = 0
  tokens.forEach(({ word }, i) => {
    const number = numbers.get(word) ?? numbers.size
    numbers.set(word, number)
    if (i > 1) runs.add((before * MOST_WORDS + last) * MOST_WORDS + number)
    before = last
    last = number
  })
  return 1 - runs.size / (tokens.length - 2)
}

/** No text holds more, and three numbers below it are one that a double holds exactly. */
const MOST_WORDS = 2 ** 17
