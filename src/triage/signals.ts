import type { Detector } from './detector.ts'
import { BREACH, estimateNames, estimateRules } from './rule-estimates.ts'
import type { Signal, SignalContext, SignalSet } from './signal.ts'
import type { Token } from './tokens.ts'

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
  /** The words as the detectors read them; those of the last text cost nothing. */
  tokensOf: (text: string) => readonly Token[]
}

export type EngineParts = {
  version: string
  detectors: readonly Detector[]
  languageOf: (text: string) => string | undefined
  tokensOf: (text: string) => readonly Token[]
}

export function createEngine({ version, detectors, languageOf, tokensOf }: EngineParts): Engine {
  return {
    version,
    tokensOf,
    signalNames: [...estimateNames, BREACH, ...detectors.flatMap((detector) => detector.names)],
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
export function measureWith(detectors: readonly Detector[], text: string, context: SignalContext): Signal[] {
  const signals: Signal[] = []
  for (const detector of detectors) addMeasured(detector, text, context, signals)
  return signals
}

function addMeasured(detector: Detector, text: string, context: SignalContext, signals: Signal[]): void {
  try {
    for (const { name, value, source = 'rule', evidence, notes } of detector.measure(text, context))
      signals.push(notes ? { source, name, value, evidence, notes } : { source, name, value, evidence })
  } catch {
    for (const name of detector.names) signals.push({ source: 'rule', name, value: null, evidence: [] })
  }
}
