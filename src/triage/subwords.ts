/** Fewer buckets than pieces: two rare pieces that share one cost less than a table twice as large. */
export const subwordBuckets = 1 << 16

/** Beyond this a "word" is noise, and reading all its pieces would let one comment cost as much as hundreds. */
const longestRead = 24

/**
 * A word's pieces of three to five letters, its ends marked, as hashed buckets (Bojanowski et al. 2017, "Enriching Word
 * Vectors with Subword Information"): what an unseen spelling shares with seen ones. Never empty.
 */
export function subwordsOf(word: string): number[] {
  const marked = `<${word.slice(0, longestRead)}>`
  const buckets: number[] = []
  for (let width = 3; width <= 5; width++)
    for (let start = 0; start + width <= marked.length; start++)
      if (width < marked.length) buckets.push(bucketOf(marked, start, start + width))
  return buckets.length > 0 ? buckets : [bucketOf(marked, 0, marked.length)]
}

/** FNV-1a over UTF-16 units, mixed once more since only the low bits are kept. */
function bucketOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 12)) & (subwordBuckets - 1)
}
