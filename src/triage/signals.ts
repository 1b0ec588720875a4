import type { Detector } from './detector.ts'
import { lengthDetector } from './length-detector.ts'
import { linkDetector } from './link-detector.ts'
import { repeatDetector } from './repeat-detector.ts'
import { shoutingDetector } from './shouting-detector.ts'
import type { Signal, SignalContext, SignalSet } from './signal.ts'

/** Changes with every change to what a detector measures. */
export const ENGINE = 'first-signals-2'

/** A new detector is one file and one line here. */
const detectors: readonly Detector[] = [linkDetector, shoutingDetector, lengthDetector, repeatDetector]

/** All that a policy's conditions can cite. */
export const signalNames: readonly string[] = detectors.flatMap((detector) => detector.names)

/**
 * All signals of a text, always every one; a detector that fails yields unknown, never 0. Pure and total. Time is
 * linear in the text's length.
 */
export function signalsFor(text: string, context: SignalContext): SignalSet {
  return measureWith(detectors, text, context)
}

/** The same with other detectors than the shipped ones. */
export function measureWith(chosen: readonly Detector[], text: string, context: SignalContext): SignalSet {
  return {
    engine: ENGINE,
    language: undefined,
    signals: chosen.flatMap((detector) => measured(detector, text, context)),
  }
}

function measured(detector: Detector, text: string, context: SignalContext): Signal[] {
  try {
    return detector.measure(text, context).map((signal) => ({ source: 'rule', ...signal }))
  } catch {
    return detector.names.map((name) => ({ name, value: null, source: 'rule', evidence: [] }))
  }
}
