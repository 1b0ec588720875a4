import type { Evidence } from './signal.ts'
import type { Token } from './tokens.ts'

/**
 * The places of the words that drove a score: those that add at least `threshold` to the log-odds. Neighbours are one
 * place, as people mark them.
 */
export function wordEvidence(
  tokens: readonly Token[],
  contributions: Float64Array,
  threshold: number,
): Evidence[] {
  const places: Evidence[] = []
  let last = -2
  contributions.forEach((contribution, i) => {
    const token = tokens[i]
    if (token === undefined || contribution < threshold) return
    const place = places.at(-1)
    if (place !== undefined && last === i - 1) place.end = token.end
    else places.push({ start: token.start, end: token.end })
    last = i
  })
  return places
}

const mostWords = 8

/** The words themselves, as the model reads them, the strongest first. */
export function drivingWords(
  tokens: readonly Token[],
  contributions: Float64Array,
  threshold: number,
): string[] {
  const strongest = new Map<string, number>()
  contributions.forEach((contribution, i) => {
    const word = tokens[i]?.word
    if (word !== undefined && contribution >= threshold)
      strongest.set(word, Math.max(contribution, strongest.get(word) ?? 0))
  })
  return [...strongest]
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostWords)
    .map(([word]) => word)
}
