import type { Detector } from './detector.ts'
import { estimateNames, estimateRules } from './rule-estimates.ts'
import type { Signal, SignalContext, SignalSet } from './signal.ts'

/** Measures texts, with whatever it was made of: the same text and context give the same signals, live or in an archive. */
export type Engine = {
  /** Changes whenever the same text could measure differently. */
  version: string
  /** All that a policy's conditions can cite. */
  signalNames: readonly string[]
  /**
   * All signals of a text, always every one; a detector that fails yields unknown, never 0. Pure and total. Time is
   * linear in the text's length.
   */
  signalsFor(text: string, context: SignalContext): SignalSet
}

export type EngineParts = {
  version: string
  detectors: readonly Detector[]
  languageOf: (text: string) => string | undefined
}

export function createEngine({ version, detectors, languageOf }: EngineParts): Engine {
  return {
    version,
    signalNames: [...estimateNames, ...detectors.flatMap((detector) => detector.names)],
    signalsFor(text, context) {
      const signals = measureWith(detectors, text, context)
      const byName = new Map(signals.map((signal) => [signal.name, signal]))
      return {
        engine: version,
        language: languageOf(text),
        signals: [...estimateRules(byName), ...signals],
      }
    },
  }
}

/** What the detectors say, one by one. */
export const measureWith = (detectors: readonly Detector[], text: string, context: SignalContext): Signal[] =>
  detectors.flatMap((detector) => measured(detector, text, context))

function measured(detector: Detector, text: string, context: SignalContext): Signal[] {
  try {
    return detector.measure(text, context).map((signal) => ({ source: 'rule', ...signal }))
  } catch {
    return detector.names.map((name) => ({ name, value: null, source: 'rule', evidence: [] }))
  }
}
