import { resampled } from './bootstrap.ts'

/** One comment, scored there and here. */
export type Pair = { theirs: number; ours: number }

export type MappedThreshold = {
  theirs: number
  /** How many comments it holds there, as a share. */
  share: number
  /** Holds the same share here; null where there it holds nothing, so that no comment says where. */
  ours: number | null
  /** The middle 95 % of `ours` on comments drawn anew from the same ones. */
  low: number | null
  high: number | null
  /** Held by both, only there, only here: as shares of all. */
  both: number
  onlyTheirs: number
  onlyOurs: number
}

export const usualThresholds: readonly number[] = [0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95]

const RESAMPLES = 200

/** What thresholds mean here, from comments with both scores; `random` draws the comments of the intervals. */
export function mapThresholds(
  pairs: readonly Pair[],
  thresholds: readonly number[],
  random: () => number,
): MappedThreshold[] {
  // By our scores once: every draw keeps the order, and the n-th highest is the n-th.
  const sorted = [...pairs].sort((a, b) => b.ours - a.ours || b.theirs - a.theirs)
  const draws = resampled(sorted, RESAMPLES, random)
  return thresholds.map((theirs) => {
    const ours = sameShare(theirs, sorted)
    const drawn = draws.flatMap((draw) => sameShare(theirs, draw) ?? []).sort((a, b) => a - b)
    const at = (share: number): number | null => drawn[Math.round(share * (drawn.length - 1))] ?? null
    const shareOf = (held: (pair: Pair) => boolean): number => sorted.filter(held).length / sorted.length
    const there = (pair: Pair): boolean => pair.theirs >= theirs
    const here = (pair: Pair): boolean => ours !== null && pair.ours >= ours
    return {
      theirs,
      share: shareOf(there),
      ours,
      low: ours === null ? null : at(0.025),
      high: ours === null ? null : at(0.975),
      both: shareOf((pair) => there(pair) && here(pair)),
      onlyTheirs: shareOf((pair) => there(pair) && !here(pair)),
      onlyOurs: shareOf((pair) => !there(pair) && here(pair)),
    }
  })
}

/** The score here from which on as many comments lie as there from `theirs` on; `sorted` falls by our scores. */
function sameShare(theirs: number, sorted: readonly Pair[]): number | null {
  const held = sorted.reduce((count, pair) => count + Number(pair.theirs >= theirs), 0)
  return sorted[held - 1]?.ours ?? null
}
