import type { Calibration } from './calibration.ts'
import { probabilityOf } from './calibration.ts'
import type { Detector } from './detector.ts'
import type { LinearModel } from './linear-model.ts'
import type { TokensOf } from './tokens.ts'
import { drivingWords, wordEvidence } from './word-evidence.ts'

export type LinearParts = {
  model: LinearModel
  tokensOf: TokensOf
  /** In the order of the model's heads, as are the thresholds. */
  calibrations: readonly Calibration[]
  evidenceThresholds: readonly number[]
}

/** Below this nobody looks, so nobody needs to know where. */
const evidenceFrom = 0.1

/** One probability a head, with the words that drove it. A text without a word is unknown, not harmless. */
export function createLinearDetector({
  model,
  tokensOf,
  calibrations,
  evidenceThresholds,
}: LinearParts): Detector {
  const names = model.heads.map((head) => `linear.${head}`)
  return {
    names,
    measure(text) {
      const tokens = tokensOf(text)
      if (tokens.length === 0)
        return names.map((name) => ({ name, value: null, source: 'linear', evidence: [] }))
      const reading = model.read(text, tokens)
      return names.map((name, head) => {
        const value = probabilityOf(
          calibrations[head] ?? { slope: 1, intercept: 0 },
          reading.logits[head] ?? 0,
        )
        if (value < evidenceFrom) return { name, value, source: 'linear', evidence: [] }
        const contributions = reading.contributions(head)
        const threshold = evidenceThresholds[head] ?? 0
        return {
          name,
          value,
          source: 'linear',
          evidence: wordEvidence(tokens, contributions, threshold),
          notes: drivingWords(tokens, contributions, threshold),
        }
      })
    },
  }
}
