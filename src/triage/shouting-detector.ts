import type { Detector } from './detector.ts'

/** Below this many letters "YES!" would be a shout. */
const FEWEST_LETTERS = 20

/** Share of capitals among letters, 0 to 1, and the number of runs of three and more marks ("?!?"). */
export const shoutingDetector: Detector = {
  names: ['shouting.capitals', 'shouting.marks'],
  measure(text) {
    const upper = text.match(/\p{Lu}/gu)?.length ?? 0
    const lower = text.match(/\p{Ll}/gu)?.length ?? 0
    const marks = [...text.matchAll(/[!?]{3,}/g)].map((m) => ({ start: m.index, end: m.index + m[0].length }))
    // Scripts without case cannot shout in capitals, and a word or two does not: that is a no, not an unknown.
    const share = upper + lower < FEWEST_LETTERS ? 0 : upper / (upper + lower)
    return [
      { name: 'shouting.capitals', value: share, evidence: [] },
      { name: 'shouting.marks', value: marks.length, evidence: marks },
    ]
  },
}
