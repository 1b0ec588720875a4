import { exactLogistic } from './exact-logistic.ts'
import { seenAlone } from './rule-estimates.ts'
import type { Evidence, Learnt, Signal, SignalSet } from './signal.ts'
import { adjustmentsOf, largestBase, partsOf, type SiteWeights, spokenPart } from './site-learner.ts'
import type { SiteReader } from './site-reader.ts'
import type { Token } from './tokens.ts'

/** One version of what the desk's decisions taught, as live scores use it. */
export type SiteLayer = {
  version: number
  sha256: string
  weights: SiteWeights
  reader: Pick<SiteReader, 'tokensOf' | 'bucketsOf' | 'bucketsOfWord'>
}

// In log-odds, as on the page that shows what was learnt: less changes no probability by a point.
const smallestPart = 0.04
// Of a probability: what moves no whole point is not shown, and needs no words.
const smallestMove = 0.005
const MOST_WORDS = 3

/** The log-odds of a probability, within the bounds of what teaches. */
export function boundedLogit(probability: number): number {
  const logit = Math.log(probability / (1 - probability))
  return Math.max(-largestBase, Math.min(largestBase, logit))
}

/**
 * What the engine measured, with what was learnt added to the estimate of each rule, in log-odds. Bounded (`adjustment`,
 * `spokenPart`); unknown stays unknown. Pure: the same text, measurement and version give the same bytes.
 */
export function speakLearnt(layer: SiteLayer, text: string, measured: SignalSet): SignalSet {
  const { version, sha256, weights, reader } = layer
  const tokens = reader.tokensOf(text)
  const buckets = reader.bucketsOf(tokens)
  const byName = new Map(measured.signals.map((signal) => [signal.name, signal]))
  const seen = seenAlone(byName)
  const adjusted = adjustmentsOf(weights, buckets)
  const added: Record<string, number> = {}
  weights.rules.forEach((rule, r) => {
    const value = byName.get(estimateOf(rule))?.value ?? null
    if (value === null) return
    const part = spokenPart(adjusted[r] ?? 0, boundedLogit(value), boundedLogit(seen.get(rule) ?? 0))
    if (part !== 0) added[rule] = part
  })
  const spoken = addLearnt(measured, { version, sha256, added })
  return { ...spoken, signals: withWords(layer, spoken.signals, tokens, buckets.length) }
}

const estimateOf = (rule: string): string => `${rule}.probability`

/** The same from what was recorded alone: no weights are needed to see what a decision was taken on. */
export function addLearnt(measured: SignalSet, learnt: Learnt): SignalSet {
  const parts = new Map(Object.entries(learnt.added).map(([rule, part]) => [estimateOf(rule), part]))
  const signals = measured.signals.map((signal) => {
    const part = parts.get(signal.name)
    if (part === undefined || signal.value === null) return signal
    return { ...signal, value: exactLogistic(boundedLogit(signal.value) + part), before: signal.value }
  })
  return { ...measured, signals, learnt }
}

/** Names the words that moved an estimate most; those that raised it are evidence as well. */
function withWords(
  { weights, reader }: SiteLayer,
  signals: Signal[],
  tokens: readonly Token[],
  featureCount: number,
): Signal[] {
  if (!signals.some((signal) => rise(signal) !== 0)) return signals
  const words = [...new Set(tokens.map(({ word }) => word))]
  const parts = words.map((word) => partsOf(weights, reader.bucketsOfWord(word), featureCount))
  return signals.map((signal) => {
    const direction = rise(signal)
    if (direction === 0) return signal
    const rule = weights.rules.findIndex((one) => estimateOf(one) === signal.name)
    const taught = words
      .map((word, i) => ({ word, part: direction * (parts[i]?.[rule] ?? 0) }))
      .filter(({ part }) => part >= smallestPart)
      .sort((a, b) => b.part - a.part || (a.word < b.word ? -1 : 1))
      .slice(0, MOST_WORDS)
      .map(({ word }) => word)
    const places = tokens.filter(({ word }) => direction > 0 && taught.includes(word))
    return { ...signal, taught, evidence: withPlaces(signal.evidence, places) }
  })
}

/** 1 where an estimate rose, -1 where it fell, 0 where it did not move by what is shown. */
function rise({ value, before }: Signal): number {
  if (before === undefined || value === null || Math.abs(value - before) < smallestMove) return 0
  return value > before ? 1 : -1
}

function withPlaces(evidence: readonly Evidence[], places: readonly Token[]): Evidence[] {
  const fresh = places
    .filter((place) => !evidence.some(({ start, end }) => start <= place.start && place.end <= end))
    .map(({ start, end }) => ({ start, end }))
  return [...evidence, ...fresh].sort((a, b) => a.start - b.start || a.end - b.end)
}
