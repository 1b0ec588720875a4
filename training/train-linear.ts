import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bucketBits, bucketCount } from '../src/triage/hashed-features.ts'
import { createLinearModel } from '../src/triage/linear-model.ts'
import type { LinearFile } from '../src/triage/model-files.ts'
import { createTokensOf } from '../src/triage/tokens.ts'
import { ownSentences } from './augmentation.ts'
import { calibrate } from './calibrate.ts'
import { evidenceThresholdOf } from './evidence-threshold.ts'
import { createFeaturesOf, featureMatrixOf } from './feature-matrix.ts'
import { linearHeads, recipeOf } from './linear-heads.ts'
import { documentCountsOf } from './naive-bayes.ts'
import type { PoolRow } from './pool.ts'
import { readRows, sha256Of } from './pool.ts'
import { progressOf } from './progress.ts'
import { quantise } from './quantise.ts'
import { ownSpamSentences } from './spam-sentences.ts'
import { crossValidateSpam } from './spam-validation.ts'
import { trainHead } from './train-head.ts'
import { vocabularyOf } from './vocabulary.ts'

const pools = ['train.jsonl.gz', 'spam.jsonl.gz'] as const
const seed = 7

/**
 * Trains, calibrates and writes the linear stage: `linear.bin`, `linear.json`, `vocabulary.json` in `out`. `data` holds
 * the pools and the development sets. The same data give the same bytes. About one CPU-minute.
 */
export function trainLinear(data: string, out: string): void {
  const poolRows = pools.flatMap((pool) => readRows<PoolRow>(join(data, pool)))
  const vocabulary = vocabularyOf(poolRows)
  const tokensOf = createTokensOf(vocabulary)
  const rows = [...poolRows, ...ownSentences(seed), ...ownSpamSentences(seed)]

  const reading = progressOf('features')
  const texts = rows.map((row) => row.text)
  const matrix = featureMatrixOf(texts, createFeaturesOf(tokensOf), (done) =>
    reading.update(done, rows.length),
  )
  const documentCounts = documentCountsOf(matrix, bucketCount)
  reading.end()

  const columns = linearHeads.map((head) => {
    const fitting = progressOf(head)
    const weights = trainHead(recipeOf(head), rows, matrix, documentCounts, fitting.update)
    fitting.end()
    return { head, weights, passageShare: recipeOf(head).passageShare }
  })
  const weights = quantise(columns)

  const fitting = progressOf('calibration')
  const model = createLinearModel(weights)
  const spam = crossValidateSpam(rows, matrix, documentCounts)
  const file: LinearFile = {
    heads: [...weights.heads],
    bucketBits,
    scales: [...weights.scales],
    intercepts: [...weights.intercepts],
    passageShares: [...weights.passageShares],
    calibrations: calibrate(model, tokensOf, data, spam.comments),
    evidenceThresholds: linearHeads.map((head) => evidenceThresholdOf(model, head, tokensOf, data)),
    tableSha256: createHash('sha256').update(weights.table).digest('hex'),
    poolSha256: Object.fromEntries(pools.map((pool) => [pool, sha256Of(join(data, pool))])),
  }
  fitting.end()

  mkdirSync(out, { recursive: true })
  writeFileSync(join(out, 'vocabulary.json'), JSON.stringify(vocabulary))
  writeFileSync(join(out, 'linear.bin'), weights.table)
  writeFileSync(join(out, 'linear.json'), `${JSON.stringify(file, null, 2)}\n`)
}
