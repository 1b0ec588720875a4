import { createLinearModel } from '../src/triage/linear-model.ts'
import { loadLinear, loadVocabulary } from '../src/triage/model-files.ts'
import { networkEvidenceThreshold } from '../src/triage/network-evidence.ts'
import { loadNetwork } from '../src/triage/network-file.ts'
import { createNetworkModel } from '../src/triage/network-model.ts'
import { createTokensOf, type Token } from '../src/triage/tokens.ts'
import { wordEvidence } from '../src/triage/word-evidence.ts'
import { readDevSet } from './devsets.ts'
import type { LinearHead } from './linear-heads.ts'
import { modelFolder, type Scorer } from './scorer.ts'

/**
 * The network alone, and with the linear stage: the mean of their log-odds, each measured by how far comments under news
 * lie apart in it. The benchmark reads order alone, so nothing is calibrated here.
 */
export function networkScorers(data: string): { alone: Scorer; both: Scorer } {
  const tokensOf = createTokensOf(loadVocabulary(modelFolder))
  const network = createNetworkModel(loadNetwork(modelFolder))
  const linear = createLinearModel(loadLinear(modelFolder).weights)
  const byNetwork = (tokens: Token[]) => network.read(tokens).logits
  const byLinear = (text: string, tokens: Token[]) => linear.read(text, tokens).logits

  const news = readDevSet(data, 'civil').map(({ text }) => ({ text, tokens: tokensOf(text) }))
  const networkSpreads = spreadsOf(news.map(({ tokens }) => byNetwork(tokens)))
  const linearSpreads = spreadsOf(news.map(({ text, tokens }) => byLinear(text, tokens)))

  const evidence = (text: string) => {
    const tokens = tokensOf(text)
    const added = network.read(tokens).contributions(network.heads.indexOf('toxic'))
    return wordEvidence(tokens, added, networkEvidenceThreshold(added))
  }
  const scorer = (name: string, inNetwork: number, inLinear: number): Scorer => ({
    name,
    evidence,
    score(text) {
      const tokens = tokensOf(text)
      const ofNetwork = byNetwork(tokens)
      const ofLinear = inLinear > 0 ? byLinear(text, tokens) : undefined
      const scores = linear.heads.map((head, i) => {
        const place = network.heads.indexOf(head)
        const one = (ofNetwork[place] ?? 0) / (networkSpreads[place] ?? 1)
        const other = (ofLinear?.[i] ?? 0) / (linearSpreads[i] ?? 1)
        return [head, inNetwork * one + inLinear * other]
      })
      return Object.fromEntries(scores) as Record<LinearHead, number>
    },
  })
  return { alone: scorer('network', 1, 0), both: scorer('both', 0.5, 0.5) }
}

/** The standard deviation of each head. */
function spreadsOf(rows: readonly Float64Array[]): number[] {
  return Array.from(rows[0] ?? [], (_, head) => {
    const logits = rows.map((row) => row[head] ?? 0)
    const mean = logits.reduce((sum, logit) => sum + logit, 0) / logits.length
    return Math.sqrt(logits.reduce((sum, logit) => sum + (logit - mean) ** 2, 0) / logits.length)
  })
}
