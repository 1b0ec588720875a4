import { shippedEngine } from './engine.ts'
import { seenAlone } from './triage/rule-estimates.ts'
import type { Signal } from './triage/signal.ts'
import { boundedLogit } from './triage/site-layer.ts'
import { createSiteReader, type SiteReader } from './triage/site-reader.ts'

let loaded: SiteReader | undefined

/**
 * Reads decided texts as the shipped engine does, once a process: what the desk teaches corrects that engine. What was
 * learnt before has no part in it, so that a score which learning moved never teaches itself.
 */
export function shippedSiteReader(): SiteReader {
  if (loaded) return loaded
  const engine = shippedEngine()
  let last: { text: string; signals: Map<string, Signal>; seen: ReadonlyMap<string, number> } | undefined
  const measured = (text: string) => {
    // Asked rule by rule for one text; where it stood is not known any more, so context is left out for all alike.
    if (last?.text !== text) {
      const signals = new Map(
        engine
          .signalsFor(text, { recentTexts: [], ownRecent: 0 })
          .signals.map((signal) => [signal.name, signal]),
      )
      last = { text, signals, seen: seenAlone(signals) }
    }
    return last
  }
  loaded = createSiteReader({
    version: engine.version,
    tokensOf: engine.tokensOf,
    baseLogit(text, rule) {
      const probability = measured(text).signals.get(`${rule}.probability`)?.value ?? null
      return probability === null ? null : boundedLogit(probability)
    },
    seenLogit(text, rule) {
      const probability = measured(text).seen.get(rule)
      return probability === undefined ? null : boundedLogit(probability)
    },
  })
  return loaded
}
