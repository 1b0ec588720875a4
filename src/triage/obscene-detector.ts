import { groundsIn } from './books.ts'
import { cores, type Severity, severities, slurs } from './data/obscene-english.ts'
import type { Detector, Measured } from './detector.ts'
import { foreignObscenities } from './foreign-words.ts'
import type { Ground } from './grounds.ts'
import type { Said } from './said.ts'
import type { Evidence } from './signal.ts'
import type { TextSource } from './text-source.ts'
import { GRAWLIX } from './tokens.ts'
import { traitOf } from './traits.ts'

type Found = Evidence & { word: string; severity: Severity; slur?: boolean }

const listed: ReadonlyMap<string, Severity> = new Map([
  [GRAWLIX, 2],
  ...severities.flatMap(([severity, words]) => words.map((word): [string, Severity] => [word, severity])),
])

// No word that holds a core and is not listed is shorter; most words are, and need no search.
const severityOf = traitOf(
  (word): Severity | 0 => listed.get(word) ?? (word.length > 5 && cores.test(word) ? 3 : 0),
)
const isSlur = traitOf((word) => slurs.has(word))

/** "What the **** is this": whatever it stands for, the writer starred it out. */
const starred = /(?<!\S)\*{3,12}(?=[\s.,;:!?]|$)/g

/**
 * The highest severity of the obscene words, 0 to 3, how many are of severity 2 and more, and slurs, counted apart.
 * In another language than English its list speaks as well; English words are understood in all.
 */
export const createObsceneDetector = ({ said, language }: TextSource): Detector => ({
  names: ['obscene.severity', 'obscene.count', 'obscene.slurs'],
  measure(text) {
    const code = language(text) ?? 'en'
    const found = [
      ...englishObscenities(said(text)),
      ...foreignObscenities(text, code).map((place): Found => ({ ...place, severity: 2 })),
    ].sort((one, other) => one.start - other.start)
    const strong = found.filter(({ severity, slur }) => severity >= 2 && !slur)
    const contempt = found.filter(({ slur }) => slur)
    return [
      signal(
        'obscene.severity',
        found.reduce((highest, { severity }) => Math.max(highest, severity), 0),
        found,
      ),
      signal('obscene.count', strong.length, strong),
      signal('obscene.slurs', contempt.length, contempt),
    ]
  },
})

const signal = (name: string, value: number, found: readonly Found[]): Measured => ({
  name,
  value,
  source: 'lexicon',
  evidence: found.map(({ start, end }) => ({ start, end })),
  ...(found.length > 0 ? { notes: [...new Set(found.map(({ word }) => word))] } : {}),
})

function englishObscenities(said: Said): Found[] {
  const clean = tokensOf(groundsIn(said, 'harmless'))
  const own = tokensOf(groundsIn(said, 'reclaimed'))
  const inCompany = groundsIn(said, 'framed').filter(
    ({ first, last }) => !clean.has(first) && !clean.has(last),
  )
  const known = tokensOf(inCompany)
  const found = inCompany.map(
    ({ start, end, word, weight }): Found => ({ start, end, word, severity: weight as Severity }),
  )
  said.tokens.forEach((token, i) => {
    const { word, start, end } = token
    const severity = severityOf(token)
    if (severity !== 0 && !known.has(i) && !clean.has(i)) found.push({ start, end, word, severity })
    else if (isSlur(token) && !own.has(i)) found.push({ start, end, word, severity: 3, slur: true })
  })
  if (said.raw.includes('***'))
    for (const { index, 0: word } of said.raw.matchAll(starred))
      found.push({ start: index, end: index + word.length, word, severity: 2 })
  return found
}

function tokensOf(grounds: readonly Ground[]): ReadonlySet<number> {
  const tokens = new Set<number>()
  for (const { first, last } of grounds) for (let i = first; i <= last; i++) tokens.add(i)
  return tokens
}
