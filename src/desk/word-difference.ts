import { bareLetters } from '../triage/likeness.ts'

/** A stretch of a text; `other` where the text it is compared with has no such word. */
export type Stretch = { text: string; other: boolean }

/**
 * Which words of a text are not in another, whatever their order, disguise or case: what the eye has to look at in a list of
 * near-duplicates. Joined, the stretches are the text. Linear in both lengths.
 */
export function wordsApart(text: string, from: string): Stretch[] {
  const known = new Set(from.split(/\s+/).map(bareLetters))
  const stretches: Stretch[] = []
  for (const piece of text.split(/(\s+)/)) {
    if (piece === '') continue
    const bare = bareLetters(piece)
    const other = bare !== '' && !known.has(bare)
    const last = stretches.at(-1)
    // Space between two words that are both new belongs to neither: the marks stay word by word.
    if (last && last.other === other) last.text += piece
    else stretches.push({ text: piece, other })
  }
  return stretches
}
