import type { Vocabulary } from './vocabulary.ts'

/** The word that a spelling stands for; undefined where none is known. All are memoised by their callers. */
export type Respelling = {
  isKnown(word: string): boolean
  unmask(word: string): string | undefined
  unleet(word: string): string | undefined
  unstretch(word: string): string | undefined
  correct(word: string): string | undefined
  /** The fewest words that letters written apart make up: "iamanidiot" is "i am an idiot". */
  segment(letters: string): string[] | undefined
}

export function respellingOf(vocabulary: Vocabulary, groupNames: ReadonlySet<string>): Respelling {
  const rank = new Map(vocabulary.known.map((word, i) => [word, i]))
  const offensive = new Set(vocabulary.offensive)
  const byFirstLetter = grouped(vocabulary.offensive)
  const misspellings = misspellingsOf([...vocabulary.offensive, ...groupNames], rank)
  const isKnown = (word: string): boolean => rank.has(word) || groupNames.has(word)
  return {
    isKnown,
    unmask: (word) => unmask(word, byFirstLetter),
    // Of three letters much is a model or a size: N64, R35.
    unleet: (word) =>
      leetReadings(word).find((reading) => (reading.length > 3 ? isKnown(reading) : offensive.has(reading))),
    unstretch: (word) => unstretch(word, rank, groupNames),
    correct: (word) => misspellings.get(word),
    segment: (letters) => segment(letters, isKnown),
  }
}

function grouped(words: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const word of words) groups.set(word.charAt(0), [...(groups.get(word.charAt(0)) ?? []), word])
  return groups
}

/** As many letters as stars ("f**k"), else any number ("f*ing"). */
function unmask(word: string, byFirstLetter: ReadonlyMap<string, readonly string[]>): string | undefined {
  const visible = word.replace(/[^a-z]/g, '').length
  if (!/^[a-z][a-z*]*$/.test(word) || visible === 0 || word.length > 24) return undefined
  const candidates = byFirstLetter.get(word.charAt(0)) ?? []
  const exact = new RegExp(`^${word.replaceAll('*', '[a-z]')}$`)
  const found = candidates.find((candidate) => exact.test(candidate))
  if (found !== undefined || (visible < 3 && !word.includes('**'))) return found
  const loose = new RegExp(`^${word.replace(/\*+/g, '[a-z]{1,4}')}$`)
  return candidates.find((candidate) => loose.test(candidate))
}

const tableOf = (signs: string, letters: string): Map<string, string> =>
  new Map([...signs].map((sign, i) => [sign, letters.charAt(i)]))
const leetTables = [
  tableOf('013456789@$!|+€£¥¢', 'oieasgtbgasiitelyc'),
  tableOf('013456789@$!|+€£¥¢', 'oleasblbqasllteeyc'),
]

export function leetReadings(word: string): string[] {
  if (!/^[a-z0-9@$!|+€£¥¢]+$/.test(word) || !/[a-z]/.test(word)) return []
  // 7th, 10k, 9pm, 5yo: a number and its unit.
  if (/^\d+(?:st|nd|rd|th|s|k|m|b|bn|am|pm|x|yo|yr|yrs|ft|lb|kg|km|mm|cm|gb|mb)?$/.test(word)) return []
  return leetTables.map((table) => [...word].map((sign) => table.get(sign) ?? sign).join(''))
}

/**
 * "stuuupid", "loooser": of the ways to shorten each run, the commonest word. A mere double is left: it tells "Bonner"
 * and "rapped" from other words.
 */
function unstretch(
  word: string,
  rank: ReadonlyMap<string, number>,
  groupNames: ReadonlySet<string>,
): string | undefined {
  if (!/(.)\1\1/s.test(word)) return undefined
  const rankOf = (candidate: string): number =>
    rank.get(candidate) ?? (groupNames.has(candidate) ? 0 : Number.POSITIVE_INFINITY)
  const best = shortenings(word)
    .filter((candidate) => candidate.length > 1 && candidate !== word)
    .sort((a, b) => rankOf(a) - rankOf(b))[0]
  return best !== undefined && rankOf(best) < Number.POSITIVE_INFINITY ? best : undefined
}

/** Each run as one letter or as two; past four runs all alike, which bounds the choices. */
function shortenings(word: string): string[] {
  const runs = [...word.matchAll(/(.)\1*/gs)].map(([run]) => run)
  const long = runs.filter((run) => run.length > 1).length
  if (long > 4) return [1, 2].map((length) => runs.map((run) => run.slice(0, length)).join(''))
  return runs.reduce<string[]>(
    (heads, run) =>
      run.length === 1
        ? heads.map((head) => head + run)
        : heads.flatMap((head) => [head + run.slice(0, 1), head + run.slice(0, 2)]),
    [''],
  )
}

/**
 * A vowel left out or two letters swapped, of words worth finding. Most misspellings are one slip (Damerau 1964); those
 * that make another word ("sewing" of "spewing") are mostly a consonant left out.
 */
function misspellingsOf(words: readonly string[], known: ReadonlyMap<string, number>): Map<string, string> {
  const misspellings = new Map<string, string>()
  const add = (slip: string, word: string): void => {
    if (slip.length > 4 && !known.has(slip) && !misspellings.has(slip)) misspellings.set(slip, word)
  }
  for (const word of words) {
    for (let i = 1; i < word.length; i++) {
      if ('aeiou'.includes(word.charAt(i))) add(word.slice(0, i) + word.slice(i + 1), word)
      add(word.slice(0, i) + word.charAt(i + 1) + word.charAt(i) + word.slice(i + 2), word)
    }
  }
  return misspellings
}

function segment(letters: string, isKnown: (word: string) => boolean): string[] | undefined {
  type Path = { cost: number; words: string[] }
  const paths: (Path | undefined)[] = [{ cost: 0, words: [] }]
  for (let end = 1; end <= letters.length; end++) {
    for (let start = Math.max(0, end - 16); start < end; start++) {
      const before = paths[start]
      const word = letters.slice(start, end)
      if (before === undefined || !(word.length > 1 ? isKnown(word) : 'aiur'.includes(word))) continue
      // Two-letter fragments are known by the hundred; they must not win against a word.
      const cost = before.cost + (word.length > 2 ? 1 : 1.6)
      if (cost < (paths[end]?.cost ?? Number.POSITIVE_INFINITY))
        paths[end] = { cost, words: [...before.words, word] }
    }
  }
  return paths[letters.length]?.words
}
