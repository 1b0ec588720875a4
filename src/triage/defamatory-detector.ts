import {
  allegationClasses,
  allegationPhrases,
  assertionPhrases,
  attributionPhrases,
  hedgePhrases,
} from './data/allegations.ts'
import { houses, roles } from './data/people.ts'
import type { Detector } from './detector.ts'
import { type Ground, groundsIn, together } from './grounds.ts'
import { isName, type NamesKnown, namesIn, namesKnown } from './persons.ts'
import { phraseBook } from './phrases.ts'
import { quotationsIn, tokensWithin } from './quotation.ts'
import type { Said, Sentence } from './said.ts'
import type { TextSource } from './text-source.ts'

const phrases = phraseBook(allegationPhrases, allegationClasses)
const attributions = phraseBook({ 1: attributionPhrases }, allegationClasses)
const hedges = phraseBook({ 1: hedgePhrases }, allegationClasses)
const assertions = phraseBook({ 1: assertionPhrases }, allegationClasses)

/** No sentence keeps its subject longer, and without a bound one without an end would cost its length squared. */
const REACH = 60

/** How surely somebody is meant whom readers can identify. */
const subjects = { name: 1, office: 0.85, house: 0.75, pronoun: 0.7, stranger: 0.45, nobody: 0.12 }

/** What is left of an allegation that the comment reports, doubts, asks or quotes; what it gains where it is vouched for. */
const mood = { attributed: 0.15, hedged: 0.3, asked: 0.35, quoted: 0.3, vouchedFor: 1.15, bare: 0.9 }

/**
 * How surely a comment says, as a fact, of somebody who can be identified, what would damage their name, 0 to 1. For a
 * lawyer to look at, never a decision: what is true cannot be told from the words.
 */
export const createDefamatoryDetector = ({ said }: Pick<TextSource, 'said'>): Detector => ({
  names: ['defamatory.allegation'],
  measure(text, context) {
    const words = said(text)
    return [together('defamatory.allegation', allegationsIn(words, namesKnown(context)))]
  },
})

function allegationsIn(said: Said, known: NamesKnown): Ground[] {
  const grounds = groundsIn(said, phrases)
  if (grounds.length === 0) return []
  const quoted = tokensWithin(said.tokens, quotationsIn(said.raw))
  const [attributed, hedged, vouched] = [attributions, hedges, assertions].map(
    (list) => new Set(groundsIn(said, list).map(({ first }) => said.sentenceOf[first])),
  )
  const identified = identifiedBySentence(said, known)
  return grounds.map((ground) => {
    const index = said.sentenceOf[ground.first] ?? 0
    const sentence = said.sentences[index]
    const factors = [
      sentence
        ? subjects[subjectOf(said, sentence, ground, known, identified[index] ?? false)]
        : subjects.nobody,
      attributed?.has(index) ? mood.attributed : 1,
      hedged?.has(index) ? mood.hedged : 1,
      sentence?.asks ? mood.asked : 1,
      quoted.has(ground.first) ? mood.quoted : 1,
      vouched?.has(index) ? mood.vouchedFor : mood.bare,
    ]
    return {
      ...ground,
      weight: Math.min(
        0.98,
        factors.reduce((weight, factor) => weight * factor, ground.weight),
      ),
    }
  })
}

/** For each sentence, whether somebody was named in it or before it, or in the article: "he" is then that person. */
function identifiedBySentence(said: Said, known: NamesKnown): boolean[] {
  let identified = known.size > 0
  return said.sentences.map((sentence) => {
    identified ||= namesIn(said, sentence, known).length > 0 || hasOffice(said, sentence.first, sentence.last)
    return identified
  })
}

function subjectOf(
  said: Said,
  sentence: Sentence,
  { first, last }: Ground,
  known: NamesKnown,
  identified: boolean,
): keyof typeof subjects {
  const from = Math.max(sentence.first, first - REACH)
  const until = Math.min(sentence.last, last + 5)
  for (let i = from; i < until; i++) if (isName(said, sentence, i, known) && !isPlace(said, i)) return 'name'
  if (hasOffice(said, from, until)) return 'office'
  for (let i = from; i < first; i++) if (isHouse(said, i)) return 'house'
  for (let i = from; i <= first; i++)
    if (pronouns.has(said.tokens[i]?.word ?? '')) return identified ? 'pronoun' : 'stranger'
  return 'nobody'
}

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '))
const pronouns = set("he she they he's she's they've who his her their him them it")
const definite = set("the our that this your his her their my a's")
const prepositions = set('in at on near from to of by outside around')

/** "In Ashby", "on Elm Drive": a capital behind such a word is a place more often than a person. */
const isPlace = ({ tokens }: Said, i: number): boolean => prepositions.has(tokens[i - 1]?.word ?? '')

/** "The mayor", "our tehsildar", "the MP's office manager": one person whom the town can name. */
function hasOffice(said: Said, from: number, until: number): boolean {
  for (let i = from; i < until; i++)
    if (roles.has(bare(said.tokens[i]?.word)) && isDefinite(said, from, i)) return true
  return false
}

const isHouse = (said: Said, i: number): boolean =>
  houses.has(bare(said.tokens[i]?.word)) && isDefinite(said, i - 4, i)

function isDefinite({ tokens }: Said, from: number, i: number): boolean {
  for (let j = i - 1; j >= Math.max(0, from, i - 3); j--) if (definite.has(tokens[j]?.word ?? '')) return true
  return false
}

const bare = (word = ''): string => word.replace(/'s?$/, '')
