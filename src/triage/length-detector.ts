import type { Detector } from './detector.ts'

/** Code points, and runs of letters and figures. */
export const lengthDetector: Detector = {
  names: ['length.characters', 'length.words'],
  measure(text) {
    let characters = 0
    for (const _ of text) characters++
    const words = text.match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0
    return [
      { name: 'length.characters', value: characters, evidence: [] },
      { name: 'length.words', value: words, evidence: [] },
    ]
  },
}
