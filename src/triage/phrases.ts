import { invariant } from '../lib/invariant.ts'
import { traitOf } from './traits.ts'

/** Names for lists of words that many phrases share: `{your}` in a phrase is any of them. */
export type Classes = Readonly<Record<string, string>>

export const commonClasses: Classes = {
  you: "you/u/ya/y'all",
  your: "your/ur/yer/his/her/their/you're",
}

/** A list of phrases, a phrase a line, by weight, and the classes that they speak of. */
export type PhraseList = { phrases: Readonly<Record<string, string>>; classes?: Classes }

/**
 * All phrases of several lists as one automaton over words, so that a comment is read once whatever their number: a set
 * of places in phrases is one state, worked out when a comment first leads there (the lazy subset construction of
 * Thompson 1968).
 */
export type PhraseBooks<Name extends string> = {
  names: readonly Name[]
  phrases: readonly { book: Name; weight: number }[]
  /** The state after one word, if a phrase can begin with it. */
  begin(token: { word: string }): PhraseState | null
}

export type PhraseState = {
  /** The phrases that end here, by their place in `phrases`. */
  ended: readonly number[]
  step(word: string): PhraseState | undefined
}

/**
 * Reads lists of phrases for the words of a comment (`Said.words`). `a/b` is either word, `a_b` two words as one choice,
 * `a?` may be missing, `*` is any one word, `**` none to three, a comma counted. Every phrase is bounded, so that a text
 * takes time in proportion to its length.
 */
export function phraseBooks<Name extends string>(lists: Record<Name, PhraseList>): PhraseBooks<Name> {
  const names = Object.keys(lists) as Name[]
  const phrases: { book: Name; weight: number }[] = []
  const start: Place = { words: [], any: [], ends: undefined }
  for (const book of names) {
    const { phrases: byWeight, classes = commonClasses } = lists[book]
    for (const [weight, list] of Object.entries(byWeight))
      for (const line of list.split('\n').filter((text) => text.trim() !== '')) {
        layPhrase(start, partsOf(line, classes), phrases.length)
        phrases.push({ book, weight: Number(weight) })
      }
  }
  return { names, phrases, begin: walkFrom(start) }
}

function choicesOf(name: string, classes: Classes): string {
  const choices = classes[name]
  invariant(choices, `a phrase speaks of {${name}}, and no class is called so`)
  return choices
}

type Part = { choices: readonly string[]; optional: boolean }

const partsOf = (line: string, classes: Classes): Part[] =>
  line
    .replace(/\{(\w+)\}/g, (_, name: string) => choicesOf(name, classes))
    .trim()
    .split(/ +/)
    .map((part) => {
      const optional = part.endsWith('?') && part.length > 1
      return { choices: (optional ? part.slice(0, -1) : part).split('/'), optional }
    })

/** A place within phrases: where which words lead, and where any word does. */
type Place = {
  words: { choices: readonly string[]; to: Place }[]
  any: Place[]
  /** The phrase that ends here. */
  ends: number | undefined
}

const MOST_BETWEEN = 3

function layPhrase(start: Place, parts: readonly Part[], phrase: number): void {
  let from = [start]
  const lay = (choices: readonly string[], optional: boolean): void => {
    const to: Place = { words: [], any: [], ends: undefined }
    for (const place of from) {
      if (choices[0] === '*') place.any.push(to)
      else layChoices(place, choices, to)
    }
    from = optional ? [...from, to] : [to]
  }
  for (const { choices, optional } of parts)
    if (choices[0] === '**') for (let i = 0; i < MOST_BETWEEN; i++) lay(['*'], true)
    else lay(choices, optional)
  for (const place of from) if (place !== start) place.ends = phrase
}

function layChoices(from: Place, choices: readonly string[], to: Place): void {
  from.words.push({ choices: choices.filter((choice) => !choice.includes('_')), to })
  for (const choice of choices.filter((one) => one.includes('_'))) {
    const words = choice.split('_')
    let place = from
    words.forEach((word, i) => {
      const next = i === words.length - 1 ? to : { words: [], any: [], ends: undefined }
      place.words.push({ choices: [word], to: next })
      place = next
    })
  }
}

/** What a comment leads to is kept; more than this no prose does, and all is worked out again. */
const MOST_STATES = 20_000

const endsThought = /^[.?!]+$/

/** A phrase begins only with a word of its own, never with any word. */
function walkFrom(start: Place): PhraseBooks<string>['begin'] {
  const beginnings = targetsOf([start])
  const states = new Map<string, PhraseState>()
  const numbers = new Map<Place, number>()
  const numberOf = (place: Place): number => {
    const known = numbers.get(place)
    if (known !== undefined) return known
    numbers.set(place, numbers.size)
    return numbers.size - 1
  }

  const stateOf = (places: readonly Place[]): PhraseState => {
    const key = places
      .map(numberOf)
      .sort((one, other) => one - other)
      .join()
    const known = states.get(key)
    if (known) return known
    const state = stateAt(places)
    if (states.size >= MOST_STATES) states.clear()
    states.set(key, state)
    return state
  }

  const stateAt = (places: readonly Place[]): PhraseState => {
    const targets = targetsOf(places)
    const any = unique(places.flatMap((place) => place.any))
    const known = new Map<string, PhraseState>()
    let other: PhraseState | undefined
    return {
      ended: places.flatMap(({ ends }) => (ends === undefined ? [] : [ends])).sort((a, b) => a - b),
      step(word) {
        const named = targets.get(word)
        if (named === undefined) {
          if (any.length === 0 || endsThought.test(word)) return undefined
          other ??= stateOf(any)
          return other
        }
        let next = known.get(word)
        if (!next) {
          next = stateOf(endsThought.test(word) ? named : unique([...named, ...any]))
          known.set(word, next)
        }
        return next
      },
    }
  }

  return traitOf((word) => {
    const places = beginnings.get(word)
    return places === undefined ? null : stateOf(unique(places))
  })
}

function targetsOf(places: readonly Place[]): Map<string, Place[]> {
  const targets = new Map<string, Place[]>()
  for (const { words } of places)
    for (const { choices, to } of words)
      for (const choice of choices) {
        const known = targets.get(choice)
        if (known) known.push(to)
        else targets.set(choice, [to])
      }
  return targets
}

const unique = <Item>(items: readonly Item[]): Item[] => [...new Set(items)]
