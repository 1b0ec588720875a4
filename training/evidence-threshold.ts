import type { LinearModel } from '../src/triage/linear-model.ts'
import type { TokensOf } from '../src/triage/tokens.ts'
import { wordEvidence } from '../src/triage/word-evidence.ts'
import { characterF1, charactersOf, markedCharacters } from './char-overlap.ts'
import { readDevSet } from './devsets.ts'

const candidates = Array.from({ length: 30 }, (_, i) => 0.1 + i * 0.05)

/** How much a word must add to a head before it is shown: what agrees best with what annotators marked. */
export function evidenceThresholdOf(
  model: LinearModel,
  head: number,
  tokensOf: TokensOf,
  data: string,
): number {
  const texts = readDevSet(data, 'civil_evidence_spans').map((row) => {
    const tokens = tokensOf(row.text)
    return {
      tokens,
      contributions: model.read(row.text, tokens).contributions(head),
      marked: markedCharacters(row),
    }
  })
  const agreementAt = (threshold: number): number =>
    texts.reduce(
      (sum, { tokens, contributions, marked }) =>
        sum + characterF1(charactersOf(wordEvidence(tokens, contributions, threshold)), marked),
      0,
    )
  return candidates.reduce((best, threshold) =>
    agreementAt(threshold) > agreementAt(best) ? threshold : best,
  )
}
