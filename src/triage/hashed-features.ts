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

/** Pairs of words: their buckets and, in one number each, the places of both. Reused: a comment has hundreds. */
export class Pairs {
  buckets = new Int32Array(1 << 12)
  places = new Int32Array(1 << 12)
  count = 0

  add(hash: number, first: number, second: number): void {
    if (this.count === this.buckets.length) this.#grow()
    this.buckets[this.count] = mix(hash) & mask
    this.places[this.count++] = first * maxTokens + second
  }

  /** The place of the earlier and of the later word. */
  placesOf(pair: number): [number, number] {
    const packed = this.places[pair] ?? 0
    return [Math.floor(packed / maxTokens), packed % maxTokens]
  }

  #grow(): void {
    const { buckets, places } = this
    this.buckets = new Int32Array(2 * buckets.length)
    this.places = new Int32Array(2 * places.length)
    this.buckets.set(buckets)
    this.places.set(places)
  }
}

const odd = { next: 0x9e3779b1, skip: 0xc2b2ae3d, third: 0x85ebca77, after: 0x27d4eb2f, before: 0x165667b1 }
const never = -reach - 1
const seen = new Int32Array(lastAnchor + 1)

/** Neighbours, words two apart, three in a row, and every word with the anchors within reach. */
export function collectPairs(hashes: Int32Array, anchors: Uint8Array, count: number, pairs: Pairs): void {
  pairs.count = 0
  seen.fill(never)
  let first = 0
  let second = 0
  for (let i = 0; i < count; i++) {
    const hash = hashes[i] as number
    if (i > 0) pairs.add(Math.imul(second, odd.next) ^ hash, i - 1, i)
    if (i > 1) {
      pairs.add(Math.imul(first, odd.skip) ^ hash, i - 2, i)
      pairs.add(Math.imul(Math.imul(first, odd.third) ^ second, odd.next) ^ hash, i - 2, i)
    }
    for (let anchor = 1; anchor <= lastAnchor; anchor++) {
      const distance = i - (seen[anchor] as number)
      if (distance > 1 && distance <= reach) pairs.add(Math.imul(anchor, odd.after) ^ hash, i - distance, i)
    }
    const anchor = anchors[i] as number
    if (anchor > 0 && anchor <= lastAnchor) {
      for (let j = Math.max(0, i - reach); j < i - 1; j++)
        pairs.add(Math.imul(anchor, odd.before) ^ (hashes[j] as number), j, i)
      seen[anchor] = i
    }
    first = second
    second = hash
  }
}

const shapeOf = (name: string, steps: number): number[] =>
  Array.from({ length: steps + 1 }, (_, step) => hashOf(`<${name} ${step}>`) & mask)
const shapes = {
  length: shapeOf('length', 8),
  exclamations: shapeOf('exclamations', 3),
  capitals: shapeOf('capitals', 3),
}

/** How a text is written, whatever its words: its length, exclamation marks, capitals. */
export function shapeBuckets(text: string, words: number): number[] {
  let capitals = 0
  let small = 0
  let exclamations = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 97 && code <= 122) small++
    else if (code >= 65 && code <= 90) capitals++
    else if (code === 33) exclamations++
  }
  const share = capitals / (capitals + small)
  const shouting = share > 0.9 ? 3 : share > 0.5 ? 2 : share > 0.2 ? 1 : 0
  const buckets = [
    shapes.length[Math.min(8, Math.round(Math.log2(1 + words)))] ?? 0,
    shapes.exclamations[Math.min(3, exclamations)] ?? 0,
  ]
  if (capitals + small > 10) buckets.push(shapes.capitals[shouting] ?? 0)
  return buckets
}
