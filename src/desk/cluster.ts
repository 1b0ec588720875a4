import { likenessOf, resemblance } from '../triage/likeness.ts'

/** What an editor may set as the floor of every cluster, per cent. */
export const LEAST_FLOOR = 10
export const MOST_FLOOR = 95
/** The most that are shown, and so decided, at once. */
export const MOST_IN_CLUSTER = 1_000
/** Rows that are put before the eyes first, since they are the ones that may not belong. */
export const DOUBTFUL = 10
/** So many of the nearest speak for the one in hand: whoever holds the most heavily edited of a raid finds the rest too. */
const NEAREST = 8

export type ClusterRefusal = { code: 'floor_malformed'; least: number; most: number }

type Read = { commentId: number; text: string }

export type Alike = {
  commentId: number
  /** 0 to 1: with the one in hand, or with one of the eight that are nearest to it, whichever is higher. */
  similarity: number
}

/** The nearest of a first look; what has a key in common with one of them is looked at as well. */
export function nearestOf(text: string, candidates: readonly Read[], floor: number): Read[] {
  const own = likenessOf(text)
  return candidates
    .map((read) => ({ read, share: resemblance(own, likenessOf(read.text)) }))
    .filter(({ share }) => share >= floor)
    .sort((a, b) => b.share - a.share)
    .slice(0, NEAREST)
    .map((one) => one.read)
}

/**
 * Those of the candidates that are alike enough, the nearest first and then by id. A step from neighbour to neighbour
 * goes no further than the eight, so that no chain of likenesses leads from a raid to strangers. `floor` is from 0 to 1.
 */
export function clusterOf(
  text: string,
  nearest: readonly Read[],
  candidates: readonly Read[],
  floor: number,
): Alike[] {
  const own = likenessOf(text)
  const heart = nearest.map((read) => ({ id: read.commentId, likeness: likenessOf(read.text) }))
  return candidates
    .map(({ commentId, text: other }) => {
      const likeness = likenessOf(other)
      // One of the eight speaks for others, not for itself.
      const similarity = heart.reduce(
        (highest, one) =>
          one.id === commentId ? highest : Math.max(highest, resemblance(one.likeness, likeness)),
        resemblance(own, likeness),
      )
      return { commentId, similarity }
    })
    .filter(({ similarity }) => similarity >= floor)
    .sort((a, b) => b.similarity - a.similarity || a.commentId - b.commentId)
}

/** The ten least alike come first, the least of all at the top; the rest as they were. */
export function doubtfulFirst<Row extends { similarity: number }>(rows: readonly Row[]): Row[] {
  const doubtful = [...rows].sort((a, b) => a.similarity - b.similarity).slice(0, DOUBTFUL)
  const put = new Set(doubtful)
  return [...doubtful, ...rows.filter((row) => !put.has(row))]
}

/** What somebody typed as a similarity, in whole per cent, never below the editor's floor; undefined if it is none. */
export function similarityIn(text: string, floor: number): number | undefined {
  if (!/^\d{1,3}$/.test(text.trim())) return undefined
  const per = Number(text)
  return per > 100 ? undefined : Math.max(per, floor)
}
