import { shippedEngine } from './engine.ts'
import { projectRoot } from './root.ts'
import { loadVocabulary } from './triage/model-files.ts'
import type { Signal } from './triage/signal.ts'
import { createSiteReader, type SiteReader } from './triage/site-reader.ts'
import { createTokensOf } from './triage/tokens.ts'

let loaded: SiteReader | undefined

/** Reads decided texts as the shipped engine does, once a process: what the desk teaches corrects that engine. */
export function shippedSiteReader(): SiteReader {
  if (loaded) return loaded
  const engine = shippedEngine()
  let last: { text: string; signals: Map<string, Signal> } | undefined
  const signalsOf = (text: string): Map<string, Signal> => {
    // Asked rule by rule for one text; where it stood is not known any more, so context is left out for all alike.
    if (last?.text !== text) {
      const { signals } = engine.signalsFor(text, { recentTexts: [] })
      last = { text, signals: new Map(signals.map((signal) => [signal.name, signal])) }
    }
    return last.signals
  }
  loaded = createSiteReader({
    version: engine.version,
    tokensOf: createTokensOf(loadVocabulary(`${projectRoot}/models/triage`)),
    baseLogit(text, rule) {
      const probability = signalsOf(text).get(`${rule}.probability`)?.value ?? null
      return probability === null ? null : Math.log(probability / (1 - probability))
    },
  })
  return loaded
}
