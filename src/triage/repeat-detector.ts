import type { Detector } from './detector.ts'
import { normaliseForComparison, shinglesOf, similarity } from './normalise.ts'

/** "Well said." may be said twice. */
const SHORTEST_REPEAT = 25

/**
 * How near a text is to what the commenter wrote before or others wrote under the article, 0 to 1, unknown without those
 * texts; and the longest run of one letter ("nooooo" has five).
 */
export const repeatDetector: Detector = {
  names: ['repeat.similarity', 'repeat.letters'],
  measure(text, { recentTexts }) {
    const runs = [...text.matchAll(/(\p{L})\1{3,}/gu)]
    return [
      {
        name: 'repeat.similarity',
        value: recentTexts === undefined ? null : nearest(text, recentTexts),
        evidence: [],
      },
      {
        name: 'repeat.letters',
        value: runs.reduce((longest, run) => Math.max(longest, [...run[0]].length), 0),
        evidence: runs.map((run) => ({ start: run.index, end: run.index + run[0].length })),
      },
    ]
  },
}

function nearest(text: string, recentTexts: readonly string[]): number {
  const own = normaliseForComparison(text)
  if (own.length < SHORTEST_REPEAT) return 0
  const shingles = shinglesOf(own)
  let highest = 0
  for (const recent of recentTexts) {
    const other = normaliseForComparison(recent)
    // Texts of very different length cannot be near-duplicates; skips most of the work.
    if (other.length < own.length / 2 || other.length > own.length * 2) continue
    highest = Math.max(highest, other === own ? 1 : similarity(shingles, other))
  }
  return highest
}
