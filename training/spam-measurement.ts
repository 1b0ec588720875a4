import { join } from 'node:path'
import { bucketCount } from '../src/triage/hashed-features.ts'
import { loadVocabulary } from '../src/triage/model-files.ts'
import { createTokensOf } from '../src/triage/tokens.ts'
import { createFeaturesOf, featureMatrixOf } from './feature-matrix.ts'
import { recipeOf } from './linear-heads.ts'
import type { Measurement } from './measurements.ts'
import * as metrics from './metrics.ts'
import { documentCountsOf } from './naive-bayes.ts'
import type { PoolRow } from './pool.ts'
import { readRows } from './pool.ts'
import { modelFolder } from './scorer.ts'
import { ownSpamSentences } from './spam-sentences.ts'
import { crossValidateSpam } from './spam-validation.ts'

/** The spam head has no development set of its own: trained anew without each third, and asked about it. */
export function measureSpam(data: string): Measurement[] {
  const recipe = recipeOf('spam')
  const rows = [
    ...['spam.jsonl.gz', 'train.jsonl.gz'].flatMap((pool) => readRows<PoolRow>(join(data, pool))),
    ...ownSpamSentences(7),
  ].filter((row, i) => recipe.labelOf(row, i) !== undefined)
  const tokensOf = createTokensOf(loadVocabulary(modelFolder))
  const matrix = featureMatrixOf(
    rows.map((row) => row.text),
    createFeaturesOf(tokensOf),
  )
  const { comments, harmless } = crossValidateSpam(rows, matrix, documentCountsOf(matrix, bucketCount))
  const spam = comments.filter((one) => one.positive).map((one) => one.score)
  const threshold = metrics.thresholdAt(0.01, harmless)
  return [
    { measure: 'spam, cross-validated: AUC', value: metrics.rocAuc(comments).toFixed(3).replace(/^0/, '') },
    {
      measure: 'spam: recall at 1 % false positives on news comments',
      value: metrics.shareAbove(threshold, spam).toFixed(3).replace(/^0/, ''),
    },
  ]
}
