import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Detector } from './detector.ts'
import { lengthDetector } from './length-detector.ts'
import { createLinearModel } from './linear-model.ts'
import { linkDetector } from './link-detector.ts'
import { type BlendedHead, createModelDetector } from './model-detector.ts'
import { loadLinear, loadVocabulary } from './model-files.ts'
import { loadNetwork } from './network-file.ts'
import { createNetworkModel } from './network-model.ts'
import { repeatDetector } from './repeat-detector.ts'
import { createRuleDetectors } from './rule-detectors.ts'
import { shoutingDetector } from './shouting-detector.ts'
import { createEngine, type Engine } from './signals.ts'
import { createTextSource } from './text-source.ts'

/** Changes with every change to what a detector measures; the models' own hashes stand beside it. */
const RULES_VERSION = 'triage-8'

/** What stands in `blend.json`. */
export type BlendFile = { heads: BlendedHead[] }

/** Reads the models, some 7 MB, and puts the engine together. Throws where a file is missing or damaged. */
export function loadEngine(folder: string): Engine {
  const { weights, file } = loadLinear(folder)
  const network = loadNetwork(folder)
  const blend = JSON.parse(readFileSync(join(folder, 'blend.json'), 'utf8')) as BlendFile
  const source = createTextSource(loadVocabulary(folder))
  const models: Detector = createModelDetector({
    source,
    linear: createLinearModel(weights),
    network: createNetworkModel(network),
    blend: blend.heads,
    evidenceThresholds: file.evidenceThresholds,
  })
  return createEngine({
    version: `${RULES_VERSION} ${file.tableSha256.slice(0, 8)} ${network.hash.slice(0, 8)}`,
    // A new detector is one file and one line here.
    detectors: [
      linkDetector,
      shoutingDetector,
      lengthDetector,
      repeatDetector,
      ...createRuleDetectors(source),
      models,
    ],
    languageOf: source.language,
    tokensOf: (text) => source.said(text).tokens,
  })
}
