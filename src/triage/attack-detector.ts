import { groundsIn } from './books.ts'
import { insultAdjectives, insultNouns, thingNouns } from './data/insults.ts'
import { slurs } from './data/obscene-english.ts'
import type { Detector } from './detector.ts'
import { type Ground, harshGrounds, together } from './grounds.ts'
import { type NamesKnown, namesKnown, peopleIn } from './persons.ts'
import { quotedIn } from './quotation.ts'
import type { Said, Sentence } from './said.ts'
import { isPerson, type Target, targetOf } from './target.ts'
import type { TextSource } from './text-source.ts'
import type { Token } from './token-list.ts'
import { traitOf } from './traits.ts'

type Insult = Ground & { thing: boolean }

/** How surely a word that wounds is an attack on a person, by whom it is said of. */
const share: Record<Target, number> = { second: 0.95, person: 0.85, unclear: 0.25, self: 0, thing: 0 }

const SAID_OF_NOBODY = 0.1

/** Somebody else's words, repeated: the comment may well be against them. */
const QUOTED = 0.25

/** What is said of somebody absent is more often news than what is said to a face. */
const OF_SOMEBODY = 0.6
const SPOKEN_TO = 0.04
const addressed: ReadonlySet<string> = new Set("you your you're yourself u ur <user>".split(' '))

const addresses = traitOf((word) => addressed.has(word))

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

function insultsIn(said: Said, known: NamesKnown): Insult[] {
  const quoted = quotedIn(said).tokens
  const found = groundsIn(said, 'insult').map((ground): Insult => ({ ...ground, thing: false }))
  const phrased = new Set<number>()
  for (const { first, last } of found) for (let i = first; i <= last; i++) phrased.add(i)
  for (const sentence of said.sentences)
    for (let i = sentence.first; i < sentence.last; i++) {
      const insult = phrased.has(i) ? undefined : insultAt(said, sentence, i, known)
      if (insult) found.push(insult)
    }
  found.push(...harshlySaid(said, known, found), ...spokenTo(said))
  return found
    .map((insult) => (quoted.has(insult.first) ? { ...insult, weight: insult.weight * QUOTED } : insult))
    .sort((one, other) => one.start - other.start)
}

function insultAt(said: Said, sentence: Sentence, i: number, known: NamesKnown): Insult | undefined {
  const token = said.tokens[i]
  if (!token || !wounds(token) || denied(said, sentence, i)) return undefined
  const noun = insultNouns.get(token.word) ?? (slurs.has(token.word) ? 1 : undefined)
  const strength = noun ?? insultAdjectives.get(token.word)
  const target = targetOf(said, sentence, i, known)
  const insult = (weight: number, thing: boolean): Insult => ({ ...token, first: i, last: i, weight, thing })
  if (strength === undefined) return target === 'second' ? insult(0.7, false) : insult(0.5, true)
  if (target === 'thing') return insult(strength * 0.9, true)
  // "Convicted of fraud", "a rat in the kitchen": the weaker nouns wound only where somebody is called one.
  const plain = target === 'person' && noun !== undefined && noun < 0.9 && !isCalled(said, sentence, i, known)
  return insult(strength * (plain ? SAID_OF_NOBODY : share[target]), false)
}

const wounding: ReadonlySet<string> = new Set([
  ...insultNouns.keys(),
  ...insultAdjectives.keys(),
  ...slurs,
  ...thingNouns,
])

const wounds = traitOf((word) => wounding.has(word))

/** Most attacks speak to somebody, and most comments do not: enough to set one before the other, and not shown. */
function spokenTo({ tokens }: Said): Insult[] {
  const i = tokens.findIndex(addresses)
  const token = tokens[i]
  return token ? [{ ...token, first: i, last: i, weight: SPOKEN_TO, thing: false }] : []
}

/** Words of harm and failure in a sentence that speaks to or of somebody: an insult that no list foresees. */
function harshlySaid(said: Said, known: NamesKnown, insults: readonly Insult[]): Insult[] {
  const harsh = harshGrounds(said, insults)
  if (harsh.length === 0) return []
  const who = peopleIn(said, known)
  const aimed = said.sentences.map(({ first, last }) => {
    for (let i = first; i < last; i++) if (addresses(said.tokens[i] as Token)) return 1
    for (let i = first; i < last; i++) if (who[i] === 'name' || who[i] === 'office') return OF_SOMEBODY
    return 0
  })
  return harsh.map((ground) => ({
    ...ground,
    weight: ground.weight * (aimed[said.sentenceOf[ground.first] ?? 0] ?? 0),
    thing: false,
  }))
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
