import { memo } from './memo.ts'
import { normaliseForComparison } from './normalise.ts'

/** A text as it is compared with others for repeats. */
export type Shingles = {
  normalised: string
  /** Hashes of its overlapping pieces of five letters, each once. */
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
  const seen = new HashSet(count)
  let unique = 0
  for (const piece of pieces) if (seen.add(piece)) pieces[unique++] = piece
  return { normalised, pieces: pieces.slice(0, unique) }
})

/** FNV-1a in 32 bits: two pieces of one comment in a million share a hash, and that costs a percent of similarity. */
function hashOf(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  // 0 marks a free slot.
  return hash >>> 0 || 1
}

/**
 * How much each of some texts shares with one, 0 to 1: Jaccard's index over their pieces, 1 where they are the same.
 * Linear in their lengths, since the one's pieces are laid out once for all the others.
 */
export function similaritiesTo(one: Shingles, others: readonly Shingles[]): number[] {
  const own = new HashSet(one.pieces.length)
  for (const piece of one.pieces) own.add(piece)
  return others.map((other) => {
    if (other.normalised === one.normalised) return 1
    let shared = 0
    for (const piece of other.pieces) if (own.has(piece)) shared++
    return shared / (one.pieces.length + other.pieces.length - shared)
  })
}

/** Of hashes; a few hundred of them stay in the processor's first cache, where sorted lists would be guessed through. */
class HashSet {
  readonly #slots: Uint32Array
  readonly #mask: number

  constructor(most: number) {
    const size = 1 << (32 - Math.clz32(2 * most + 1))
    this.#slots = new Uint32Array(size)
    this.#mask = size - 1
  }

  /** Whether it is new. */
  add(hash: number): boolean {
    const at = this.#find(hash)
    if (this.#slots[at] !== 0) return false
    this.#slots[at] = hash
    return true
  }

  has(hash: number): boolean {
    return this.#slots[this.#find(hash)] !== 0
  }

  /** Where it stands, or the free slot where it would. */
  #find(hash: number): number {
    const slots = this.#slots
    let at = (hash ^ (hash >>> 15)) & this.#mask
    while (slots[at] !== 0 && slots[at] !== hash) at = (at + 1) & this.#mask
    return at
  }
}
