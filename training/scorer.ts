import { join } from 'node:path'
import { probabilityOf } from '../src/triage/calibration.ts'
import { createLinearModel } from '../src/triage/linear-model.ts'
import { loadEngine } from '../src/triage/load-engine.ts'
import { loadLinear, loadVocabulary } from '../src/triage/model-files.ts'
import type { Evidence, SignalContext } from '../src/triage/signal.ts'
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

/** The whole engine as it ships: rules, lexicons, both models. */
export function engineScorer(): Scorer {
  const engine = loadEngine(modelFolder)
  const heads = ['toxic', 'obscene', 'threat', 'insult', 'identity', 'spam'] as const
  const read = (text: string, context: SignalContext) =>
    new Map(
      engine
        .signalsFor(text, { recentTexts: [], ownRecent: 0, ...context })
        .signals.map((signal) => [signal.name, signal]),
    )
  return {
    name: 'whole engine',
    score(text, context) {
      const signals = read(text, context)
      // Unknown ranks last: a benchmark cannot hold what it cannot read.
      return Object.fromEntries(
        heads.map((head) => [head, signals.get(`model.${head}`)?.value ?? 0]),
      ) as Record<LinearHead, number>
    },
    evidence: (text) => [...(read(text, {}).get('model.toxic')?.evidence ?? [])],
  }
}
