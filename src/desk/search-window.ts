import { fact, type TextSearch } from './query-plan.ts'

/*
 * A search goes back through the comments by windows: whole blocks of 2^12 to 2^21 numbers. Each comment has its blocks
 * among the facts of the index, so that a window is one more lexeme: the index then reads no more than the window has,
 * however common the word, and no more than the word has, however large the window. A common word fills the page from
 * the first window; a rare one is found by a few large ones.
 */

const LEVELS = [12, 15, 18, 21] as const
export type Level = 0 | 1 | 2 | 3

export type Window = { search: TextSearch; highest: number; lowest: number }

/** The block of that level that `highest` stands in, from there down. */
export function windowAt(highest: number, level: Level): Window {
  const bits = LEVELS[level]
  const block = Math.floor(highest / 2 ** bits)
  return { search: fact(`b${bits}`, block), highest, lowest: block * 2 ** bits }
}

/**
 * The level of the window below `last`, which took `tookMs`: the largest that should end within `leftMs`, at the same
 * cost for each number, and at most one step up. Null where not even the smallest should: the page then says how far
 * it looked, and offers to go on.
 */
export function levelAfter(last: Window, level: Level, tookMs: number, leftMs: number): Level | null {
  const costOf = (next: Level): number => {
    const { highest, lowest } = windowAt(last.lowest - 1, next)
    return (tookMs * (highest - lowest + 1)) / (last.highest - last.lowest + 1)
  }
  for (let next = Math.min(level + 1, LEVELS.length - 1); next >= 0; next--)
    if (costOf(next as Level) <= leftMs) return next as Level
  return null
}
