import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PoolRow } from './pool.ts'

/** Where Debian's wordnet-base puts WordNet 3.0 (Princeton, a free licence). */
const folder = '/usr/share/wordnet'

/**
 * Every sense of WordNet with its synonyms, its definition and its examples, as a text without labels: from these the
 * network learns which words are near each other, rare ones among them. Names of persons and places are left out.
 */
export function wordNetRows(): PoolRow[] {
  if (!existsSync(folder)) throw new Error(`There is no ${folder}: apt-get install wordnet-base`)
  return ['noun', 'verb', 'adj', 'adv'].flatMap((part) =>
    readFileSync(join(folder, `data.${part}`), 'latin1')
      .split('\n')
      .filter((line) => /^\d/.test(line))
      .map(wordNetText)
      .filter((text) => !(part === 'noun' && /^\S*[A-Z]/.test(text)))
      .map((text) => ({ src: 'wordnet', w: 0, text })),
  )
}

/** A line of wndb(5WN): four fields of which the last counts the words in hexadecimal, words and ids, ` | ` and the gloss. */
export function wordNetText(line: string): string {
  const [entry = '', gloss = ''] = line.split(' | ')
  const fields = entry.split(' ')
  const words = Array.from({ length: Number.parseInt(fields[3] ?? '0', 16) }, (_, i) =>
    (fields[4 + 2 * i] ?? '').replace(/\(.*\)/, '').replaceAll('_', ' '),
  )
  return `${words.join(', ')}: ${gloss.trim()}`
}
