import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLinearModel } from '../src/triage/linear-model.ts'
import type { BlendFile } from '../src/triage/load-engine.ts'
import { loadLinear, loadVocabulary } from '../src/triage/model-files.ts'
import { loadNetwork } from '../src/triage/network-file.ts'
import { createNetworkModel } from '../src/triage/network-model.ts'
import { createTokensOf } from '../src/triage/tokens.ts'
import type { DevRow } from './devsets.ts'
import { readDevSet } from './devsets.ts'
import type { Judged } from './metrics.ts'
import { fitPlatt } from './platt.ts'
import type { Head } from './pool.ts'
import { heads } from './pool.ts'

type Read = { row: DevRow; linear: Float64Array; network: Float64Array }

/**
 * How much of a head's log-odds is the network's. The half of toxic was too much: with a third Jigsaw, Civil and Surge are
 * each ranked better than with any other share in steps of .15. Of the other heads no share is better on all their sets.
 */
const networkShares: Partial<Record<Head, number>> = { toxic: 0.35 }

/**
 * Adds the two stages up: each head's log-odds are divided by how far they spread over comments under news, so that a
 * share of one means what it says, and Platt's sigmoid turns the sum into a probability, fitted on the sets whose mix is nearest to a
 * paper's. Writes `blend.json` beside the models.
 */
export function blendStages(data: string, folder: string): void {
  const { weights, file } = loadLinear(folder)
  const linear = createLinearModel(weights)
  const network = createNetworkModel(loadNetwork(folder))
  const tokensOf = createTokensOf(loadVocabulary(folder))

  const readAll = (set: string): Read[] =>
    readDevSet(data, set).map((row) => {
      const tokens = tokensOf(row.text)
      return { row, linear: linear.read(row.text, tokens).logits, network: network.read(tokens).logits }
    })

  const news = readAll('civil')
  const both = [...news, ...readAll('jigsaw')]
  const blended: BlendFile['heads'] = heads.map((head) => {
    const inLinear = linear.heads.indexOf(head)
    const inNetwork = network.heads.indexOf(head)
    const networkShare = networkShares[head] ?? 0.5
    const byLinear = (1 - networkShare) / spread(news.map((one) => one.linear[inLinear] ?? 0))
    const byNetwork = networkShare / spread(news.map((one) => one.network[inNetwork] ?? 0))
    const judged = both.flatMap((one): Judged[] => {
      const label = one.row[head]
      const score = byLinear * (one.linear[inLinear] ?? 0) + byNetwork * (one.network[inNetwork] ?? 0)
      return label === undefined ? [] : [{ score, positive: label === 1 }]
    })
    return { head, linear: byLinear, network: byNetwork, calibration: fitPlatt(judged) }
  })
  // Spam was taught to the linear stage alone.
  const spam = file.heads.indexOf('spam')
  const calibration = file.calibrations[spam]
  if (calibration) blended.push({ head: 'spam', linear: 1, network: 0, calibration })
  writeFileSync(join(folder, 'blend.json'), `${JSON.stringify({ heads: blended }, null, 2)}\n`)
}

function spread(logits: readonly number[]): number {
  const mean = logits.reduce((sum, logit) => sum + logit, 0) / logits.length
  return Math.sqrt(logits.reduce((sum, logit) => sum + (logit - mean) ** 2, 0) / logits.length)
}
