import { insultAdjectives, insultNouns, insultPhrases, thingNouns } from './data/insults.ts'
import { slurs } from './data/obscene-english.ts'
import type { Detector, Measured } from './detector.ts'
import { type NamesKnown, namesKnown } from './persons.ts'
import { phrasesOf } from './phrases.ts'
import { quotationsIn, tokensWithin } from './quotation.ts'
import { rawPlace, type Said, type Sentence, tokensOfMatch } from './said.ts'
import type { Evidence } from './signal.ts'
import { isPerson, type Target, targetOf } from './target.ts'
import type { TextSource } from './text-source.ts'

type Found = Evidence & { word: string; thing: boolean; weight: number }

const phrases = Object.entries(insultPhrases).map(([weight, list]): [number, RegExp] => [
  Number(weight),
  phrasesOf(list),
])

/** How surely a word that wounds is an attack on a person, by whom it is said of. */
const share: Record<Target, number> = { second: 0.95, person: 0.85, unclear: 0.25, self: 0, thing: 0 }

const SAID_OF_NOBODY = 0.1

/** Somebody else's words, repeated: the comment may well be against them. */
const QUOTED = 0.25

/** How surely the comment goes for a person, and how surely it goes for a thing instead. */
export const createAttackDetector = ({ said }: Pick<TextSource, 'said'>): Detector => ({
  names: ['attack.person', 'attack.thing'],
  measure(text, context) {
    const found = insultsIn(said(text), namesKnown(context))
    return [
      together(
        'attack.person',
        found.filter(({ thing, weight }) => !thing && weight > 0),
      ),
      together(
        'attack.thing',
        found.filter(({ thing }) => thing),
      ),
    ]
  },
})

/** Independent grounds add up as independent chances do. */
const together = (name: string, found: readonly Found[]): Measured => ({
  name,
  value: 1 - found.reduce((rest, { weight }) => rest * (1 - weight), 1),
  source: 'lexicon',
  evidence: found.map(({ start, end }) => ({ start, end })),
  ...(found.length > 0 ? { notes: [...new Set(found.map(({ word }) => word))] } : {}),
})

function insultsIn(said: Said, known: NamesKnown): Found[] {
  const quoted = tokensWithin(said.tokens, quotationsIn(said.raw))
  const phrased = new Set<number>()
  const found = phrases.flatMap(([weight, pattern]) =>
    [...said.text.matchAll(pattern)].map((match): Found => {
      const [first, last] = tokensOfMatch(said, match)
      for (let i = first; i <= last; i++) phrased.add(i)
      const place = rawPlace(said, first, last)
      return { ...place, word: match[0], thing: false, weight: quoted.has(first) ? weight * QUOTED : weight }
    }),
  )
  for (const sentence of said.sentences)
    for (let i = sentence.first; i < sentence.last; i++) {
      const insult = phrased.has(i) ? undefined : insultAt(said, sentence, i, known)
      if (insult) found.push(quoted.has(i) ? { ...insult, weight: insult.weight * QUOTED } : insult)
    }
  return found.sort((one, other) => one.start - other.start)
}

function insultAt(said: Said, sentence: Sentence, i: number, known: NamesKnown): Found | undefined {
  const { word, start, end } = said.tokens[i] ?? { word: '', start: 0, end: 0 }
  const noun = insultNouns.get(word) ?? (slurs.has(word) ? 1 : undefined)
  const strength = noun ?? insultAdjectives.get(word)
  if (thingNouns.has(word) && strength === undefined) return { start, end, word, thing: true, weight: 0.5 }
  if (strength === undefined || denied(said, sentence, i)) return undefined
  const target = targetOf(said, sentence, i, known)
  if (target === 'thing') return { start, end, word, thing: true, weight: strength * 0.9 }
  // "Convicted of fraud", "a rat in the kitchen": the weaker nouns wound only where somebody is called one.
  const plain = target === 'person' && noun !== undefined && noun < 0.9 && !isCalled(said, sentence, i, known)
  return { start, end, word, thing: false, weight: strength * (plain ? SAID_OF_NOBODY : share[target]) }
}

/** "You are not stupid", "no fool". */
function denied(said: Said, sentence: Sentence, i: number): boolean {
  for (let j = i - 1; j >= Math.max(sentence.first, i - 3); j--)
    if (/^(?:not|no|never|nor|hardly|\S+n't)$/.test(said.tokens[j]?.word ?? '')) return true
  return false
}

function isCalled(said: Said, sentence: Sentence, i: number, known: NamesKnown): boolean {
  const before = said.tokens[i - 1]?.word ?? ''
  if (!determiners.has(before) && !insultAdjectives.has(before)) return false
  for (let j = Math.max(sentence.first, i - 6); j < i; j++)
    if (isPerson(said, sentence, j, known)) return true
  return false
}

const determiners: ReadonlySet<string> = new Set('a an the such you these those old'.split(' '))
