import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Head, PoolRow } from './pool.ts'

/**
 * The phrases of surge-ai/profanity (MIT) as texts of their own: rare words that the pool has once or never, with what
 * kind of offence they are. Mild ones are left out, being ordinary words as often as not.
 */
export function lexiconRows(data: string): PoolRow[] {
  return readFileSync(join(data, 'lexicons', 'surge_profanity_en.csv'), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .flatMap(lexiconRow)
}

/** A line of the list, or nothing where it is mild. No phrase of it holds a comma. */
export function lexiconRow(line: string): PoolRow[] {
  const [text = '', , , , first = '', second = '', third = '', rating] = line.trimEnd().split(',')
  const severity = Number(rating)
  if (!(severity >= strong)) return []
  const labels = [first, second, third].flatMap((category) => labelsOf(category, severity))
  return [
    { src: 'lexicon', w: weight, text, toxic: 1, ...Object.fromEntries(labels.map((head) => [head, 1])) },
  ]
}

/** On the list's scale of 1 (mild) to 3 (severe), a mean over its raters. */
const strong = 1.6
const severe = 2.4
const weight = 0.5

function labelsOf(category: string, severity: number): Head[] {
  if (/^(?:sexual anatomy|bodily fluids)/.test(category)) return ['obscene']
  if (/^racial/.test(category)) return ['identity']
  if (/^(?:sexual orientation|religious)/.test(category)) return severity >= severe ? ['identity'] : []
  return /^(?:other|mental|animal|physical)/.test(category) ? ['insult'] : []
}
