import type { Likeness } from './likeness.ts'

/** Keys of a text: two that have one in common may be alike and are compared; those without are not looked at. */
export const KEYS = 64
/** Minima to a key. Of texts that share a quarter, 63 in 100 meet in one of the keys, of texts that share half, all. */
const ROWS = 3

/**
 * One seed for each permutation, from a fixed sequence: keys that are stored must be the same in every process and
 * release. Another WIDTH, fold or seed makes other keys, and those that are stored have to be dropped by a migration.
 */
const seeds = Uint32Array.from({ length: KEYS * ROWS }, (_, n) => mixed(Math.imul(n + 1, 0x9e3779b1)))

/** The finaliser of MurmurHash3 (Appleby): every bit of the input moves every bit of the result. */
function mixed(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/**
 * MinHash: the least piece under each of 192 orders of all pieces. The share of orders in which two texts agree estimates
 * what they share (Broder 1997). Undefined for a text without pieces.
 */
export function minimaOf({ pieces }: Likeness): Uint32Array | undefined {
  if (pieces.length === 0) return undefined
  const minima = new Uint32Array(seeds.length)
  for (let n = 0; n < seeds.length; n++) {
    const seed = seeds[n] as number
    let least = 0xffffffff
    for (let at = 0; at < pieces.length; at++) {
      const hash = mixed((pieces[at] as number) ^ seed)
      if (hash < least) least = hash
    }
    minima[n] = least
  }
  return minima
}

/**
 * The minima in bands of three, each band one key (locality-sensitive hashing: Indyk and Motwani 1998), as the signed
 * integers of PostgreSQL's int4. Which band it is stands in the key, so that bands do not meet each other.
 */
export function nearKeysOf(likeness: Likeness): number[] {
  const minima = minimaOf(likeness)
  if (!minima) return []
  return Array.from({ length: KEYS }, (_, band) => {
    let key = band + 1
    for (let row = 0; row < ROWS; row++) key = mixed(key ^ (minima[band * ROWS + row] as number))
    return key | 0
  })
}
