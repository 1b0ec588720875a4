import { findLinks, type LinkFound } from './links.ts'
import { normaliseForComparison, shinglesOf, similarity } from './normalise.ts'
import type { Signal, SignalContext, SignalSet } from './signal.ts'

/** Changes with every change to what a detector measures. */
export const ENGINE = 'first-signals-1'

type Measured = Omit<Signal, 'source'>
type Detector = {
  names: readonly string[]
  measure(text: string, context: SignalContext): Measured[]
}

const toEvidence = (links: LinkFound[]) => links.map(({ start, end }) => ({ start, end }))
const domainsOf = (links: LinkFound[]) => [...new Set(links.map((link) => link.domain ?? link.text))]

const linkDetector: Detector = {
  names: ['link.count', 'link.outside', 'link.disguised', 'contact.count'],
  measure(text, context) {
    const found = findLinks(text)
    const own = new Set(context.ownDomains ?? [])
    const links = found.filter(
      (link) => link.kind === 'link' || link.kind === 'disguised' || link.kind === 'ip',
    )
    const outside = links.filter((link) => link.domain === null || !own.has(link.domain))
    const disguised = links.filter((link) => link.kind !== 'link')
    const contacts = found.filter(
      (link) => link.kind === 'email' || link.kind === 'phone' || link.kind === 'handle',
    )
    const signal = (name: string, of: LinkFound[]): Measured => ({
      name,
      value: of.length,
      evidence: toEvidence(of),
      ...(of.length > 0 ? { notes: domainsOf(of) } : {}),
    })
    return [
      signal('link.count', links),
      signal('link.outside', outside),
      signal('link.disguised', disguised),
      signal('contact.count', contacts),
    ]
  },
}

/** Below this many letters "YES!" would be a shout. */
const FEWEST_LETTERS = 20

const shoutingDetector: Detector = {
  names: ['shouting.capitals', 'shouting.marks'],
  measure(text) {
    const upper = text.match(/\p{Lu}/gu)?.length ?? 0
    const lower = text.match(/\p{Ll}/gu)?.length ?? 0
    const marks = [...text.matchAll(/[!?]{3,}/g)].map((m) => ({ start: m.index, end: m.index + m[0].length }))
    // Scripts without case cannot shout in capitals: that is a no, not an unknown.
    const share = upper + lower < FEWEST_LETTERS ? 0 : upper / (upper + lower)
    return [
      { name: 'shouting.capitals', value: share, evidence: [] },
      { name: 'shouting.marks', value: marks.length, evidence: marks },
    ]
  },
}

const lengthDetector: Detector = {
  names: ['length.characters', 'length.words'],
  measure(text) {
    const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
    return [
      { name: 'length.characters', value: text.length, evidence: [] },
      { name: 'length.words', value: words, evidence: [] },
    ]
  },
}

/** "Well said." may be said twice. */
const SHORTEST_REPEAT = 25

const repeatDetector: Detector = {
  names: ['repeat.similarity'],
  measure(text, context) {
    if (context.recentTexts === undefined) return [{ name: 'repeat.similarity', value: null, evidence: [] }]
    const own = normaliseForComparison(text)
    if (own.length < SHORTEST_REPEAT) return [{ name: 'repeat.similarity', value: 0, evidence: [] }]
    const shingles = shinglesOf(own)
    let highest = 0
    for (const recent of context.recentTexts) {
      const other = normaliseForComparison(recent)
      // Texts of very different length cannot be near-duplicates; skips most of the work.
      if (other.length < own.length / 2 || other.length > own.length * 2) continue
      highest = Math.max(highest, other === own ? 1 : similarity(shingles, other))
    }
    return [{ name: 'repeat.similarity', value: highest, evidence: [] }]
  },
}

/** A new detector is one file and one line here. */
const detectors: readonly Detector[] = [linkDetector, shoutingDetector, lengthDetector, repeatDetector]

/**
 * All signals of a text, always every one; a detector that fails yields unknown, never 0. Pure and total. Time is
 * linear in the text's length.
 */
export function signalsFor(text: string, context: SignalContext): SignalSet {
  return {
    engine: ENGINE,
    language: undefined,
    signals: detectors.flatMap((detector) => measured(detector, text, context)),
  }
}

function measured(detector: Detector, text: string, context: SignalContext): Signal[] {
  try {
    return detector.measure(text, context).map((signal) => ({ source: 'rule', ...signal }))
  } catch {
    return detector.names.map((name) => ({ name, value: null, source: 'rule', evidence: [] }))
  }
}
