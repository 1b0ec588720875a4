import { createAdvertDetector } from './advert-detector.ts'
import { createAttackDetector } from './attack-detector.ts'
import { createDefamatoryDetector } from './defamatory-detector.ts'
import type { Detector } from './detector.ts'
import { createInflammatoryDetector } from './inflammatory-detector.ts'
import { createObsceneDetector } from './obscene-detector.ts'
import type { TextSource } from './text-source.ts'

/** The detectors that read words. They share what they read. */
export const createRuleDetectors = (source: TextSource): readonly Detector[] => [
  createObsceneDetector(source),
  createAttackDetector(source),
  createInflammatoryDetector(source),
  createDefamatoryDetector(source),
  createAdvertDetector(source),
]
