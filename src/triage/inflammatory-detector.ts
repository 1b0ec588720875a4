import { groundsIn } from './books.ts'
import { roles } from './data/people.ts'
import type { Detector } from './detector.ts'
import { type Ground, harshGrounds, together } from './grounds.ts'
import { GROUP, GROUPS } from './group-names.ts'
import { quotedIn } from './quotation.ts'
import type { Said, Sentence } from './said.ts'
import type { TextSource } from './text-source.ts'

const CONTEMPT = 'inflammatory.dehumanising'

const books = {
  'inflammatory.threat': 'threat',
  'inflammatory.incitement': 'incitement',
  [CONTEMPT]: 'dehumanising',
} as const

/** Words of this weight and less are about people only in company with a word for them. */
const SLIGHT = 0.2
const REACH = 20
const peopleWords: ReadonlySet<string> = new Set(
  `${GROUP} ${GROUPS} they them their these those you your him her his lot people somebody someone everyone`.split(
    ' ',
  ),
)

/** What is left of a ground whose words stand in quotation marks, or in a sentence that speaks against them. */
const QUOTED = 0.2
const COUNTERED = 0.25

/**
 * How surely a comment threatens, calls for harm, or denies people their humanity, 0 to 1 each; the share of its words
 * that it quotes; and in how many places it speaks against such words.
 */
export const createInflammatoryDetector = ({ said }: Pick<TextSource, 'said'>): Detector => ({
  names: [...Object.keys(books), 'speech.quoted', 'speech.counter'],
  measure(text) {
    const words = said(text)
    const { places, tokens: quoted } = quotedIn(words)
    const against = groundsIn(words, 'counter')
    const countered = new Set(against.map(({ first }) => words.sentenceOf[first]))
    const aboutPeople = (ground: Ground): boolean => {
      const sentence = words.sentences[words.sentenceOf[ground.first] ?? 0]
      return (
        ground.weight > SLIGHT || (sentence !== undefined && speaksOfPeople(words, sentence, ground.first))
      )
    }
    const weighed = (ground: Ground): Ground => {
      const repeated = quoted.has(ground.first) ? QUOTED : 1
      const denied = countered.has(words.sentenceOf[ground.first]) ? COUNTERED : 1
      return { ...ground, weight: ground.weight * repeated * denied }
    }
    const grounds = Object.entries(books).map(([name, book]) => ({
      name,
      found: groundsIn(words, book).filter(aboutPeople),
    }))
    const harsh = harshGrounds(
      words,
      grounds.flatMap(({ found }) => found),
    ).filter(({ first }) => speaksOfGroup(words, first))
    return [
      ...grounds.map(({ name, found }) =>
        together(name, [...found, ...(name === CONTEMPT ? harsh : [])].map(weighed)),
      ),
      { name: 'speech.quoted', value: quoted.size / Math.max(1, words.tokens.length), evidence: places },
      { ...together('speech.counter', against), value: against.length },
    ]
  },
})

/** Whether a group of people is named in a word's sentence, near it. */
function speaksOfGroup({ tokens, sentences, sentenceOf }: Said, i: number): boolean {
  const { first, last } = sentences[sentenceOf[i] ?? 0] ?? { first: 0, last: 0 }
  for (let j = Math.max(first, i - REACH); j < Math.min(last, i + REACH); j++)
    if (tokens[j]?.word === GROUPS) return true
  return false
}

function speaksOfPeople({ tokens }: Said, { first, last }: Sentence, i: number): boolean {
  for (let j = Math.max(first, i - REACH); j < Math.min(last, i + REACH); j++) {
    const word = tokens[j]?.word ?? ''
    if (peopleWords.has(word) || roles.has(word)) return true
  }
  return false
}
