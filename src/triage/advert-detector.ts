import { advertisingPhrases } from './data/advertising.ts'
import type { Detector } from './detector.ts'
import { groundsIn, together } from './grounds.ts'
import { phraseBook } from './phrases.ts'
import type { Said } from './said.ts'
import type { TextSource } from './text-source.ts'

const phrases = phraseBook(advertisingPhrases)

/** Below this many words a refrain is emphasis: "No, no, no." */
const FEWEST_WORDS = 7

/** How surely a comment advertises, and which share of it says again what it said before, 0 to 1 each. */
export const createAdvertDetector = ({ said }: Pick<TextSource, 'said'>): Detector => ({
  names: ['spam.advert', 'spam.refrain'],
  measure(text) {
    const words = said(text)
    return [
      together('spam.advert', groundsIn(words, phrases)),
      { name: 'spam.refrain', value: refrain(words), evidence: [] },
    ]
  },
})

/** The share of runs of three words that stood in the comment before. */
function refrain({ tokens }: Said): number {
  const runs = tokens.slice(2).map(({ word }, i) => `${tokens[i]?.word} ${tokens[i + 1]?.word} ${word}`)
  return tokens.length < FEWEST_WORDS ? 0 : 1 - new Set(runs).size / runs.length
}
