import { join } from 'node:path'
import { probabilityOf } from '../src/triage/calibration.ts'
import { createLinearModel } from '../src/triage/linear-model.ts'
import { loadLinear, loadVocabulary } from '../src/triage/model-files.ts'
import type { Evidence } from '../src/triage/signal.ts'
import { createTokensOf } from '../src/triage/tokens.ts'
import { wordEvidence } from '../src/triage/word-evidence.ts'
import type { LinearHead } from './linear-heads.ts'

/** What the benchmark measures: any engine that gives a probability for each head. */
export type Scorer = {
  name: string
  score(text: string, context: { parentText?: string; headline?: string }): Record<LinearHead, number>
  evidence(text: string): Evidence[]
}

export const modelFolder = join(process.cwd(), 'models', 'triage')

/** The linear stage alone. */
export function linearScorer(): Scorer {
  const tokensOf = createTokensOf(loadVocabulary(modelFolder))
  const { weights, file } = loadLinear(modelFolder)
  const model = createLinearModel(weights)
  const toxic = model.heads.indexOf('toxic')
  return {
    name: 'linear',
    score(text) {
      const { logits } = model.read(text, tokensOf(text))
      return Object.fromEntries(
        model.heads.map((head, i) => [
          head,
          probabilityOf(file.calibrations[i] ?? { slope: 1, intercept: 0 }, logits[i] ?? 0),
        ]),
      ) as Record<LinearHead, number>
    },
    evidence(text) {
      const tokens = tokensOf(text)
      return wordEvidence(
        tokens,
        model.read(text, tokens).contributions(toxic),
        file.evidenceThresholds[toxic] ?? 0,
      )
    },
  }
}
