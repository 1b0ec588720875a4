import { type Calibration, probabilityOf } from './calibration.ts'
import type { Detector, Measured } from './detector.ts'
import { isInAnotherScript } from './language.ts'
import type { LinearModel } from './linear-model.ts'
import type { NetworkModel } from './network-model.ts'
import type { TextSource } from './text-source.ts'
import { drivingWords, wordEvidence } from './word-evidence.ts'

/** How the two stages are added up for one head: their log-odds in one unit, and what the sum means. */
export type BlendedHead = { head: string; linear: number; network: number; calibration: Calibration }

export type ModelParts = {
  source: TextSource
  linear: LinearModel
  network: NetworkModel
  blend: readonly BlendedHead[]
  /** In the order of the linear model's heads. */
  evidenceThresholds: readonly number[]
}

/** Below this nobody looks, so nobody needs to know where. */
const EVIDENCE_FROM = 0.2

/**
 * Too few letters to tell a language are read as English, which says nothing of a short insult in Cyrillic: in another
 * script only a high score counts, as that of an English word in look-alike letters.
 */
const HEARD = 0.5

const unknown = (name: string): Measured => ({ name, value: null, source: 'network', evidence: [] })

/** In other languages what a word adds was learnt from other words: the models do not guess. */
const speaks = (language: string | undefined): boolean => language === undefined || language === 'en'

/**
 * The trained models together: one probability a head, with the words that drove it. Unknown where a text has no word,
 * and in a language that they were not trained on.
 */
export function createModelDetector(parts: ModelParts): Detector {
  const { source, linear, network, blend } = parts
  const heads = blend.map((one) => ({
    ...one,
    name: `model.${one.head}`,
    inLinear: linear.heads.indexOf(one.head),
    inNetwork: network.heads.indexOf(one.head),
  }))
  const names = heads.map(({ name }) => name)
  return {
    names,
    measure(text) {
      const { tokens } = source.said(text)
      const language = source.language(text)
      if (tokens.length === 0 || !speaks(language)) return names.map(unknown)
      const byLinear = linear.read(text, tokens)
      const byNetwork = network.read(tokens)
      const measured = heads.map((one) => {
        const logit =
          one.linear * (byLinear.logits[one.inLinear] ?? 0) +
          (one.network === 0 ? 0 : one.network * (byNetwork.logits[one.inNetwork] ?? 0))
        const value = probabilityOf(one.calibration, logit)
        const stage = { name: one.name, value, source: one.network === 0 ? 'linear' : 'network' } as const
        if (value < EVIDENCE_FROM) return { ...stage, evidence: [] }
        const contributions = byLinear.contributions(one.inLinear)
        const threshold = parts.evidenceThresholds[one.inLinear] ?? 0
        return {
          ...stage,
          evidence: wordEvidence(tokens, contributions, threshold),
          notes: drivingWords(tokens, contributions, threshold),
        }
      })
      const sure = language !== undefined || !isInAnotherScript(text)
      return sure || measured.some(({ value }) => value >= HEARD) ? measured : names.map(unknown)
    },
  }
}
