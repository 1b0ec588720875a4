import type { FeatureMatrix } from './feature-matrix.ts'
import { recipeOf } from './linear-heads.ts'
import type { Judged } from './metrics.ts'
import type { PoolRow } from './pool.ts'
import { scoresOf, trainHead } from './train-head.ts'

// The videos' comments stand one video after the other: a block is a video, and what is said under one is said twice.
const folds = 3

export type SpamScores = { comments: Judged[]; harmless: number[] }

/**
 * What the spam head says of comments under a video it has not seen, and of harmless comments elsewhere: each third of
 * both is scored by a head that was trained on the rest.
 */
export function crossValidateSpam(
  rows: readonly PoolRow[],
  matrix: FeatureMatrix,
  documentCounts: Uint32Array,
): SpamScores {
  const recipe = recipeOf('spam')
  const comments: Judged[] = []
  const harmless: number[] = []
  const videoRows = rows.filter((row) => row.src === 'youtube').length
  let video = 0
  const foldOf = rows.map((row, i) => {
    if (row.src === 'own') return -1
    return row.src === 'youtube' ? Math.floor((folds * video++) / videoRows) : i % folds
  })
  for (let fold = 0; fold < folds; fold++) {
    const weights = trainHead(
      { ...recipe, labelOf: (row, i) => (foldOf[i] === fold ? undefined : recipe.labelOf(row, i)) },
      rows,
      matrix,
      documentCounts,
    )
    const scores = scoresOf(matrix, weights)
    rows.forEach((row, i) => {
      if (foldOf[i] !== fold) return
      const label = recipe.labelOf(row, i)
      if (row.src === 'youtube') comments.push({ score: scores[i] ?? 0, positive: label === 1 })
      else if (row.src.startsWith('civil') && label === 0) harmless.push(scores[i] ?? 0)
    })
  }
  return { comments, harmless }
}
