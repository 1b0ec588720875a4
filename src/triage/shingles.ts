import { memo } from './memo.ts'
import { normaliseForComparison } from './normalise.ts'

/** A text as it is compared with others for repeats. */
export type Shingles = {
  normalised: string
  /** Hashes of its overlapping pieces of five letters, each once, ascending. */
  pieces: Uint32Array
}

const WIDTH = 5
/** What waits under some twenty busy articles, each compared with every newcomer; 30 MB if all were as long as may be. */
const KEPT = 500

/** Overlapping pieces survive a changed word here and there, unlike a hash of the whole (Broder 1997). */
export const shinglesOf: (text: string) => Shingles = memo(KEPT, (text) => {
  const normalised = normaliseForComparison(text)
  const count = Math.max(1, normalised.length - WIDTH + 1)
  const pieces = new Uint32Array(count)
  for (let at = 0; at < count; at++)
    pieces[at] = hashOf(normalised, at, Math.min(at + WIDTH, normalised.length))
  pieces.sort()
  let unique = 0
  for (let at = 0; at < count; at++)
    if (at === 0 || pieces[at] !== pieces[at - 1]) pieces[unique++] = pieces[at] as number
  return { normalised, pieces: pieces.slice(0, unique) }
})

/** FNV-1a in 32 bits: two pieces of one comment in a million share a hash, and that costs a percent of similarity. */
function hashOf(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** How much two texts share, 0 to 1: Jaccard's index over their pieces. Linear in their lengths. */
export function similarity(one: Shingles, other: Shingles): number {
  const a = one.pieces
  const b = other.pieces
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const difference = (a[i] as number) - (b[j] as number)
    if (difference === 0) shared++
    if (difference <= 0) i++
    if (difference >= 0) j++
  }
  return shared / (a.length + b.length - shared)
}
