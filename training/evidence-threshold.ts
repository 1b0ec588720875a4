import type { LinearModel } from '../src/triage/linear-model.ts'
import type { TokensOf } from '../src/triage/tokens.ts'
import { wordEvidence } from '../src/triage/word-evidence.ts'
import { characterF1, charactersMarkedAs, charactersOf, markedCharacters } from './char-overlap.ts'
import { readDevSet } from './devsets.ts'
import type { LinearHead } from './linear-heads.ts'

const candidates = Array.from({ length: 30 }, (_, i) => (i + 2) / 20)

/** What annotators called the spans that a head is about. Nobody has marked what makes a text spam. */
const kinds: Partial<Record<LinearHead, string>> = {
  obscene: 'Profane/Obscene',
  threat: 'Threat',
  insult: 'Insult',
  identity: 'Identity based Attack',
}
const unmeasured = 0.5

/** How much a word must add to a head before it is shown: what agrees best with what annotators marked. */
export function evidenceThresholdOf(
  model: LinearModel,
  head: LinearHead,
  tokensOf: TokensOf,
  data: string,
): number {
  const kind = kinds[head]
  if (kind === undefined && head !== 'toxic') return unmeasured
  const texts = readDevSet(data, 'civil_evidence_spans').flatMap((row) => {
    const marked = kind === undefined ? markedCharacters(row) : charactersMarkedAs(row, kind)
    if (marked.size === 0) return []
    const tokens = tokensOf(row.text)
    const contributions = model.read(row.text, tokens).contributions(model.heads.indexOf(head))
    return [{ tokens, contributions, marked }]
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
