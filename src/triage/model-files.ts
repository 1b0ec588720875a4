import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Calibration } from './calibration.ts'
import { bucketBits } from './hashed-features.ts'
import type { LinearWeights } from './linear-model.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What stands in `linear.json`, beside the table in `linear.bin`. */
export type LinearFile = {
  heads: string[]
  bucketBits: number
  scales: number[]
  intercepts: number[]
  passageShares: number[]
  /** In the order of the heads. */
  calibrations: Calibration[]
  /** From how much of a text's log-odds on a word is shown as evidence, by head. */
  evidenceThresholds: number[]
  tableSha256: string
  /** The pool it was trained from. */
  poolSha256: Record<string, string>
}

export class ModelFileError extends Error {
  override name = 'ModelFileError'
}

export const loadVocabulary = (folder: string): Vocabulary =>
  JSON.parse(readFileSync(join(folder, 'vocabulary.json'), 'utf8')) as Vocabulary

/** A table that does not belong to its description would score at random, so that is an error, not a warning. */
export function loadLinear(folder: string): { weights: LinearWeights; file: LinearFile } {
  const file = JSON.parse(readFileSync(join(folder, 'linear.json'), 'utf8')) as LinearFile
  const bytes = readFileSync(join(folder, 'linear.bin'))
  if (createHash('sha256').update(bytes).digest('hex') !== file.tableSha256)
    throw new ModelFileError('linear.bin is not the table that linear.json describes: restore both files.')
  if (file.bucketBits !== bucketBits)
    throw new ModelFileError(
      `linear.json has 2^${file.bucketBits} buckets, this version reads 2^${bucketBits}.`,
    )
  const table = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length)
  const { heads, scales, intercepts, passageShares } = file
  return { weights: { heads, table, scales, intercepts, passageShares }, file }
}
