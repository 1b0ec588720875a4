import { createAdvertDetector } from './advert-detector.ts'
import { createAttackDetector } from './attack-detector.ts'
import { createDefamatoryDetector } from './defamatory-detector.ts'
import type { Detector } from './detector.ts'
import { createInflammatoryDetector } from './inflammatory-detector.ts'
import { createObsceneDetector } from './obscene-detector.ts'
import { createTextSource } from './text-source.ts'
import type { TokensOf } from './tokens.ts'

/** The detectors that read words. They share what they read. */
export function createRuleDetectors(tokensOf: TokensOf): readonly Detector[] {
  const source = createTextSource(tokensOf)
  return [
    createObsceneDetector(source),
    createAttackDetector(source),
    createInflammatoryDetector(source),
    createDefamatoryDetector(source),
    createAdvertDetector(source),
  ]
}
