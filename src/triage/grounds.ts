import type { Measured } from './detector.ts'
import { harshness } from './harsh-words.ts'
import { rememberLast } from './memo.ts'
import type { PhraseBooks, PhraseState } from './phrases.ts'
import { rawPlace, type Said } from './said.ts'
import type { Evidence } from './signal.ts'
import type { Token } from './token-list.ts'

/** One thing in a comment that speaks for a signal, 0 to 1, by its tokens and where it stands in the raw text. */
export type Ground = Evidence & { first: number; last: number; word: string; weight: number }

/**
 * The phrases that a comment holds, in its order, by book; most comments hold none of most books. Of two of a book that
 * share a word the weightier stands, then the longer.
 */
export function groundsByBook<Name extends string>(
  said: Said,
  books: PhraseBooks<Name>,
): ReadonlyMap<Name, readonly Ground[]> {
  const found = new Map<Name, Ground[]>()
  for (let first = 0; first < said.tokens.length; first++) {
    const begun = books.begin(said.tokens[first] as Token)
    const ends = begun && phrasesFrom(said, said.places[first] as number, begun)
    if (!ends) continue
    for (const [phrase, end] of ends) {
      const { book, weight } = books.phrases[phrase] as { book: Name; weight: number }
      const last = said.tokenOf[end] as number
      const word = said.words.slice(said.places[first], end + 1).join(' ')
      const ground = { ...rawPlace(said, first, last), first, last, word, weight }
      const others = found.get(book)
      if (others) others.push(ground)
      else found.set(book, [ground])
    }
  }
  for (const [book, grounds] of found) if (grounds.length > 1) found.set(book, apart(grounds))
  return found
}

/** The phrases that begin with one word, in the order of their books, each with its last word, as far on as it can be. */
function phrasesFrom(said: Said, from: number, begun: PhraseState) {
  let ends: Map<number, number> | undefined
  let state: PhraseState | undefined = begun
  for (let to = from; state; ) {
    if (state.ended.length > 0) {
      ends ??= new Map()
      for (const phrase of state.ended) ends.set(phrase, to)
    }
    const word = said.words[++to]
    state = word === undefined ? undefined : state.step(word)
  }
  return !ends || ends.size < 2 ? ends : [...ends].sort(([one], [other]) => one - other)
}

function apart(grounds: readonly Ground[]): Ground[] {
  const taken = new Set<number>()
  const weightiest = [...grounds].sort(
    (one, other) =>
      other.weight - one.weight ||
      other.last - other.first - (one.last - one.first) ||
      one.first - other.first,
  )
  const kept = weightiest.filter(({ first, last }) => {
    for (let i = first; i <= last; i++) if (taken.has(i)) return false
    for (let i = first; i <= last; i++) taken.add(i)
    return true
  })
  return kept.sort((one, other) => one.first - other.first)
}

/** The words of a comment that speak of harm and stand in no other ground. */
export function harshGrounds(said: Said, known: readonly Ground[]): readonly Ground[] {
  const harsh = harshIn(said)
  if (harsh.length === 0) return harsh
  const taken = new Set<number>()
  for (const { first, last } of known) for (let i = first; i <= last; i++) taken.add(i)
  return taken.size === 0 ? harsh : harsh.filter(({ first }) => !taken.has(first))
}

const harshIn = rememberLast(({ tokens }: Said) => {
  const found: Ground[] = []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token
    const weight = harshness(token)
    if (weight > 0) found.push({ ...token, first: i, last: i, weight })
  }
  return found
})

/** What weighs less is not worth a moderator's eye. */
const SHOWN = 0.05

/** Independent grounds add up as independent chances do. */
export function together(name: string, grounds: readonly Ground[]): Measured {
  const shown = grounds.filter(({ weight }) => weight >= SHOWN)
  return {
    name,
    value: 1 - grounds.reduce((rest, { weight }) => rest * (1 - weight), 1),
    source: 'rule',
    evidence: shown.map(({ start, end }) => ({ start, end })),
    ...(shown.length > 0 ? { notes: [...new Set(shown.map(({ word }) => word))] } : {}),
  }
}
