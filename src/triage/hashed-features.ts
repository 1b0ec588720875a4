/**
 * The features of the linear model and where in its table they stand ("the hashing trick", Weinberger et al. 2009).
 * Additive: a text's score is a sum over its words and over pairs of near words, so that what a word adds is known.
 */
export const bucketBits = 18
export const bucketCount = 1 << bucketBits
const mask = bucketCount - 1

// Beyond this many words a comment is an essay; its first words decide, and one more costs nothing.
export const maxTokens = 2_000

const offset = 0x811c9dc5
const prime = 0x01000193

/** The finaliser of MurmurHash3 (Appleby): spreads FNV's weak low bits over all. */
function mix(hash: number): number {
  let h = hash ^ (hash >>> 16)
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** FNV-1a (Fowler, Noll, Vo) over UTF-16 units. */
export function hashOf(text: string): number {
  let hash = offset
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), prime)
  return mix(hash)
}

const fewestLetters = 3
const mostLetters = 5

/** The word itself, and its pieces of three to five letters, which know a word that was never seen by its parts. */
export function bucketsOfWord(word: string): number[] {
  const buckets = [hashOf(word) & mask]
  if (word.startsWith('<') || word.length === 1) return buckets
  const framed = `<${word}>`
  for (let start = 0; start < framed.length; start++) {
    let hash = ~offset
    const end = Math.min(framed.length, start + mostLetters)
    for (let i = start; i < end; i++) {
      hash = Math.imul(hash ^ framed.charCodeAt(i), prime)
      const letters = i - start + 1
      if (letters >= fewestLetters && letters < framed.length) buckets.push(mix(hash) & mask)
    }
  }
  return buckets
}

/** Words that change what the words around them mean, near or far: 0 for all others. */
export function anchorOf(word: string): number {
  return anchors.get(word) ?? 0
}

const anchors = new Map(
  [
    "you your yours yourself youre u ur yall you're you've you'll",
    'he she him her his they them their himself herself themselves',
    "i me my myself i'm i've",
    "not no never nobody none don't doesn't didn't isn't aren't wasn't can't cannot won't wouldn't shouldn't without dont",
    '<group> <groups>',
    '"',
    'say says said saying write writes wrote call called calling tell told think thinks believe believes',
    'this that it its the these those',
  ].flatMap((words, i) => words.split(' ').map((word) => [word, i + 1] as const)),
)

// How far an anchor reaches; a clause of a comment is about as long.
const reach = 6
const lastAnchor = 6

/** Pairs of words, as buckets and as the places of both words. Reused, since a comment needs hundreds. */
export class Pairs {
  bucket = new Int32Array(64)
  first = new Int32Array(64)
  second = new Int32Array(64)
  count = 0

  add(hash: number, first: number, second: number): void {
    if (this.count === this.bucket.length) this.#grow()
    this.bucket[this.count] = mix(hash) & mask
    this.first[this.count] = first
    this.second[this.count++] = second
  }

  #grow(): void {
    const grown = (old: Int32Array): Int32Array<ArrayBuffer> => {
      const larger = new Int32Array(2 * old.length)
      larger.set(old)
      return larger
    }
    this.bucket = grown(this.bucket)
    this.first = grown(this.first)
    this.second = grown(this.second)
  }
}

const odd = { next: 0x9e3779b1, skip: 0xc2b2ae3d, third: 0x85ebca77, after: 0x27d4eb2f, before: 0x165667b1 }

/** Neighbours, words two apart, three in a row, and every word with the anchors within reach. */
export function collectPairs(hashes: Int32Array, kinds: Uint8Array, count: number, pairs: Pairs): void {
  pairs.count = 0
  let first = 0
  let second = 0
  const seen = new Int32Array(lastAnchor + 1).fill(-1_000)
  for (let i = 0; i < count; i++) {
    const hash = hashes[i] ?? 0
    if (i > 0) pairs.add(Math.imul(second, odd.next) ^ hash, i - 1, i)
    if (i > 1) {
      pairs.add(Math.imul(first, odd.skip) ^ hash, i - 2, i)
      pairs.add(Math.imul(Math.imul(first, odd.third) ^ second, odd.next) ^ hash, i - 2, i)
    }
    for (let anchor = 1; anchor <= lastAnchor; anchor++) {
      const at = seen[anchor] ?? 0
      if (i - at > 1 && i - at <= reach) pairs.add(Math.imul(anchor, odd.after) ^ hash, at, i)
    }
    const anchor = kinds[i] ?? 0
    if (anchor > 0 && anchor <= lastAnchor) {
      for (let j = Math.max(0, i - reach); j < i - 1; j++)
        pairs.add(Math.imul(anchor, odd.before) ^ (hashes[j] ?? 0), j, i)
      seen[anchor] = i
    }
    first = second
    second = hash
  }
}

/** How a text is written, whatever its words: capitals, exclamation marks, length. */
export function shapeBuckets(text: string, words: number): number[] {
  let capitals = 0
  let small = 0
  let exclamations = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 65 && code <= 90) capitals++
    else if (code >= 97 && code <= 122) small++
    else if (code === 33) exclamations++
  }
  const share = capitals / Math.max(1, capitals + small)
  const shapes = [
    `<length ${Math.min(8, Math.round(Math.log2(1 + words)))}>`,
    `<exclamations ${Math.min(3, exclamations)}>`,
  ]
  if (capitals + small > 10)
    shapes.push(`<capitals ${[0.2, 0.5, 0.9].filter((step) => share > step).length}>`)
  return shapes.map((shape) => hashOf(shape) & mask)
}
