import type { Measured } from './detector.ts'
import { harshness } from './harsh-words.ts'
import type { PhraseBook } from './phrases.ts'
import { rawPlace, type Said, tokenAt } from './said.ts'
import type { Evidence } from './signal.ts'

/** One thing in a comment that speaks for a signal, 0 to 1, by its tokens and where it stands in the raw text. */
export type Ground = Evidence & { first: number; last: number; word: string; weight: number }

/** The phrases of a book that a comment holds, in its order. Of two that share a word the weightier stands, then the longer. */
export function groundsIn(said: Said, book: PhraseBook): Ground[] {
  const found: Ground[] = []
  said.tokens.forEach((token, first) => {
    const phrases = book.get(token.word)
    if (!phrases) return
    const next = said.tokens[first + 1]?.word ?? ''
    for (const { weight, pattern, seconds } of phrases) {
      if (seconds && !seconds.has(next)) continue
      pattern.lastIndex = said.places[first] ?? 0
      const match = pattern.exec(said.text)
      if (!match) continue
      const last = tokenAt(said, pattern.lastIndex - 2)
      found.push({ ...rawPlace(said, first, last), first, last, word: match[0].trimEnd(), weight })
    }
  })
  return found.length < 2 ? found : apart(found)
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
export function harshGrounds(said: Said, known: readonly Ground[]): Ground[] {
  const taken = new Set<number>()
  for (const { first, last } of known) for (let i = first; i <= last; i++) taken.add(i)
  const found: Ground[] = []
  said.tokens.forEach((token, i) => {
    const weight = harshness(token.word)
    if (weight > 0 && !taken.has(i)) found.push({ ...token, first: i, last: i, weight })
  })
  return found
}

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
