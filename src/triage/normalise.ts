/**
 * A text as it is compared with others, so that spacing, case, accents and invisible characters do not make a repeat
 * look new. Loses its offsets: evidence is never taken from it.
 */
export function normaliseForComparison(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Overlapping five-letter pieces: survive a changed word here and there, unlike a hash of the whole. */
export function shinglesOf(normalised: string): Set<string> {
  const shingles = new Set<string>()
  const width = 5
  if (normalised.length <= width) return new Set([normalised])
  for (let i = 0; i + width <= normalised.length; i++) shingles.add(normalised.slice(i, i + width))
  return shingles
}

/** Jaccard's index of two sets, 0 to 1. */
export function similarity(a: Set<string>, b: Set<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  let shared = 0
  for (const shingle of small) if (large.has(shingle)) shared++
  return shared / (a.size + b.size - shared)
}
