import type { Detector } from './detector.ts'
import { normaliseForComparison } from './normalise.ts'
import { shinglesOf, similaritiesTo } from './shingles.ts'

/** "Well said." may be said twice. */
const SHORTEST_REPEAT = 25

/** Half its pieces in common: one template with other words in it, which no two people write by chance. */
const ALIKE = 0.5

/**
 * How near a text is to what the commenter wrote before or others wrote under the article, 0 to 1, and how many of those
 * texts are like it, unknown without them; how many comments the same commenter sent in the ten minutes before; how many
 * strings of spam that the paper knows it holds; and the longest run of one letter ("nooooo" has five).
 */
export const repeatDetector: Detector = {
  names: ['repeat.similarity', 'burst.alike', 'burst.own', 'repeat.known', 'repeat.letters'],
  measure(text, { recentTexts, ownRecent, knownSpam = [] }) {
    const known = knownIn(text, knownSpam)
    const runs = [...text.matchAll(/(\p{L})\1{3,}/gu)]
    const near = recentTexts && similarities(text, recentTexts)
    return [
      {
        name: 'repeat.similarity',
        value: near ? near.reduce((most, one) => Math.max(most, one), 0) : null,
        evidence: [],
      },
      { name: 'burst.alike', value: near?.filter((one) => one >= ALIKE).length ?? null, evidence: [] },
      { name: 'burst.own', value: ownRecent ?? null, evidence: [] },
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

function similarities(text: string, recentTexts: readonly string[]): number[] {
  if (recentTexts.length === 0) return []
  const own = shinglesOf(text)
  if (own.normalised.length < SHORTEST_REPEAT) return []
  return similaritiesTo(own, recentTexts.map(shinglesOf))
}
