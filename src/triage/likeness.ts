import { fold } from './fold.ts'
import { memo } from './memo.ts'

/** A text as it is compared with others for a raid: what is left of it once its disguises are off. */
export type Likeness = {
  /** Hashes of its overlapping pieces, each once, ascending. Empty for a text too short to be told from others. */
  pieces: Uint32Array
}

const WIDTH = 4
/** "Well said." is said by many who never heard of each other. */
const SHORTEST = 24
/** A raid of the largest size that is decided at once, read again at every look. */
const KEPT = 1_000

const leet: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'i',
}

/** Signs among letters are letters; numbers alone stay numbers, and an exclamation mark ends a word. */
const unleet = (chunk: string): string =>
  /\p{L}/u.test(chunk)
    ? chunk.replace(/[013457@$]|[!|](?=[\p{L}\p{N}])/gu, (sign) => leet[sign] ?? sign)
    : chunk

/**
 * Letters and digits alone, as a person reads them: look-alikes and accents folded, leetspeak undone, no spaces and no
 * signs, so that letters apart and words run together are the same; a letter held down is one letter.
 */
export function bareLetters(text: string): string {
  return fold(text)
    .text.toLowerCase()
    .split(/\s+/)
    .map(unleet)
    .join('')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/(.)\1+/gsu, '$1')
}

/**
 * Pieces of four bare letters: a changed word costs the pieces across it and no more, words in another order nearly
 * none (Broder 1997, "On the resemblance and containment of documents").
 */
export const likenessOf: (text: string) => Likeness = memo(KEPT, (text) => {
  const bare = bareLetters(text)
  if (bare.length < SHORTEST) return { pieces: new Uint32Array(0) }
  const all = new Uint32Array(bare.length - WIDTH + 1)
  for (let at = 0; at < all.length; at++) all[at] = hashOf(bare, at)
  all.sort()
  let unique = 0
  for (let at = 0; at < all.length; at++)
    if (at === 0 || all[at] !== all[at - 1]) all[unique++] = all[at] as number
  return { pieces: all.slice(0, unique) }
})

/** FNV-1a in 32 bits. */
function hashOf(text: string, from: number): number {
  let hash = 0x811c9dc5
  for (let at = from; at < from + WIDTH; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** What two texts share, 0 to 1: Jaccard's index over their pieces. Linear in their lengths; 0 where one has none. */
export function resemblance(one: Likeness, other: Likeness): number {
  const a = one.pieces
  const b = other.pieces
  if (a.length === 0 || b.length === 0) return 0
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const difference = (a[i] as number) - (b[j] as number)
    if (difference === 0) shared++
    if (difference <= 0) i++
    if (difference >= 0) j++
  }
  return shared / (a.length + b.length - shared)
}
