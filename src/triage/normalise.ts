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

/**
 * How much two normalised texts share, 0 to 1: Jaccard's index over their five-letter pieces. Pieces that the other text
 * repeats count once where they are shared and each time where they are not, which makes a ranting text no likelier a
 * repeat. The other text is only looked up in `shingles`, never cut into a set of its own: it is done for every recent
 * text at every submission.
 */
export function similarity(shingles: ReadonlySet<string>, other: string): number {
  const width = 5
  const places = Math.max(1, other.length - width + 1)
  const shared = new Set<string>()
  let unshared = places
  for (let i = 0; i < places; i++) {
    const piece = other.slice(i, i + width)
    if (!shingles.has(piece)) continue
    shared.add(piece)
    unshared--
  }
  return shared.size / (shingles.size + unshared)
}
