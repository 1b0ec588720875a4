import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Vocabulary } from './vocabulary.ts'

export const loadVocabulary = (folder: string): Vocabulary =>
  JSON.parse(readFileSync(join(folder, 'vocabulary.json'), 'utf8')) as Vocabulary
