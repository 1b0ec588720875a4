import type { Detector } from './detector.ts'
import { normaliseForComparison } from './normalise.ts'
import { shinglesOf, similarity } from './shingles.ts'

/** "Well said." may be said twice. */
const SHORTEST_REPEAT = 25

/**
 * How near a text is to what the commenter wrote before or others wrote under the article, 0 to 1, unknown without those
 * texts; how many strings of spam that the paper knows it holds; and the longest run of one letter ("nooooo" has five).
 */
export const repeatDetector: Detector = {
  names: ['repeat.similarity', 'repeat.known', 'repeat.letters'],
  measure(text, { recentTexts, knownSpam = [] }) {
    const known = knownIn(text, knownSpam)
    const runs = [...text.matchAll(/(\p{L})\1{3,}/gu)]
    return [
      {
        name: 'repeat.similarity',
        value: recentTexts === undefined ? null : nearest(text, recentTexts),
        evidence: [],
      },
      {
        name: 'repeat.known',
        value: known.length,
        evidence: [],
        ...(known.length > 0 ? { notes: known } : {}),
      },
      {
        name: 'repeat.letters',
        value: runs.reduce((longest, run) => Math.max(longest, [...run[0]].length), 0),
        evidence: runs.map((run) => ({ start: run.index, end: run.index + run[0].length })),
      },
    ]
  },
}

/** Spaces and signs between letters hide nothing. */
const squeezed = (text: string): string => normaliseForComparison(text).replaceAll(' ', '')

function knownIn(text: string, known: readonly string[]): string[] {
  if (known.length === 0) return []
  const whole = squeezed(text)
  return known.filter((string) => whole.includes(squeezed(string)))
}

function nearest(text: string, recentTexts: readonly string[]): number {
  const own = shinglesOf(text)
  if (own.normalised.length < SHORTEST_REPEAT) return 0
  let highest = 0
  for (const recent of recentTexts) {
    const other = shinglesOf(recent)
    highest = Math.max(highest, other.normalised === own.normalised ? 1 : similarity(own, other))
  }
  return highest
}
