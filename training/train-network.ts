import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadVocabulary } from '../src/triage/model-files.ts'
import { createTokensOf } from '../src/triage/tokens.ts'
import { ownSentences } from './augmentation.ts'
import { withImpliedLabels } from './implied-labels.ts'
import { lexiconRows } from './lexicon-rows.ts'
import type { PoolRow } from './pool.ts'
import { readRows, sha256Of } from './pool.ts'
import { writeTokens } from './tokens-for-network.ts'
import { wordNetRows } from './wordnet.ts'

/** Debian's own, which is the one that its package python3-torch installs into. */
const python = '/usr/bin/python3'
const models = 'models/triage'
/** As for the linear stage: both learn from the same sentences. */
const seed = 7
/** Less than they weigh there: a convolution learns a template whole. */
const ownWeight = 0.8

const [flag, data, ...options] = process.argv.slice(2)
if (flag !== '--data' || data === undefined) {
  process.stderr.write('usage: npm run train:network -- --data DIR [options of training/network.py]\n')
  process.exit(2)
}
const pool = join(data, 'train.jsonl.gz')
const folder = mkdtempSync(join(tmpdir(), 'postbag-network-'))
try {
  const own = ownSentences(seed).map((row) => ({ ...row, w: ownWeight }))
  const rows = [
    ...readRows<PoolRow>(pool).map(withImpliedLabels),
    ...own,
    ...lexiconRows(data),
    ...wordNetRows(),
  ]
  writeTokens(folder, rows, createTokensOf(loadVocabulary(models)), sha256Of(pool))
  const trained = spawnSync(
    python,
    ['training/network.py', folder, join(models, 'network.safetensors'), ...options],
    { stdio: 'inherit' },
  )
  if (trained.error) process.stderr.write(`${trained.error.message}\n`)
  process.exitCode = trained.status ?? 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
