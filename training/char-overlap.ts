import type { Evidence } from '../src/triage/signal.ts'
import type { DevRow } from './devsets.ts'

/** The characters that a place covers, as SemEval-2021 task 5 (Pavlopoulos et al.) compares them. */
export function charactersOf(places: readonly Evidence[]): Set<number> {
  const characters = new Set<number>()
  for (const { start, end } of places) for (let i = start; i < end; i++) characters.add(i)
  return characters
}

/** What at least half of a text's annotators marked, which is what the task's gold spans are. */
export function markedCharacters(row: DevRow): Set<number> {
  const votes = new Map<number, number>()
  for (const [start, end] of row.spans ?? [])
    for (let i = start; i < end; i++) votes.set(i, (votes.get(i) ?? 0) + 1)
  const needed = Math.max(1, (row.raters ?? 1) / 2)
  return new Set([...votes].filter(([, count]) => count >= needed).map(([character]) => character))
}

/** F1 over characters of one text; two empty sets agree wholly. */
export function characterF1(found: ReadonlySet<number>, marked: ReadonlySet<number>): number {
  if (found.size === 0 && marked.size === 0) return 1
  const shared = [...found].filter((character) => marked.has(character)).length
  return (2 * shared) / (found.size + marked.size)
}
