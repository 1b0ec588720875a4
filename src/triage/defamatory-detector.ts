import { type BookName, groundsIn } from './books.ts'
import type { Detector } from './detector.ts'
import { type Ground, harshGrounds, together } from './grounds.ts'
import { type NamesKnown, namesKnown, peopleIn, type Who } from './persons.ts'
import { quotedIn } from './quotation.ts'
import type { Said } from './said.ts'
import type { TextSource } from './text-source.ts'

/** No sentence keeps its subject longer, and without a bound one without an end would cost its length squared. */
const REACH = 60
/** "… was written by the mayor": a little behind it too. */
const BEHIND = 5

/** A sentence's subject stands among its first words. */
const HEAD = 5
/** Most of what is said of people is harmless; it only sets such sentences before those that speak of nobody. */
const STATEMENT = 0.06

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
    const { alleged, spoken } = allegationsIn(words, namesKnown(context))
    const { value } = together('', [...alleged, ...spoken])
    return [{ ...together('defamatory.allegation', alleged), value }]
  },
})

type Allegations = { alleged: Ground[]; spoken: Ground[] }

/** What is alleged, and that somebody is spoken of at all. */
function allegationsIn(said: Said, known: NamesKnown): Allegations {
  const phrased = groundsIn(said, 'allegation')
  const harsh = harshGrounds(said, phrased)
  const who = peopleIn(said, known)
  const statements = statementsIn(said, who)
  if (phrased.length + harsh.length + statements.length === 0) return { alleged: [], spoken: [] }
  const identified = identifiedBySentence(said, who, known.size > 0)
  const moodAt = moodIn(said)
  const weighed = (ground: Ground): Ground => {
    const index = said.sentenceOf[ground.first] ?? 0
    const subject = subjectOf(said, who, ground)
    const known = subject === 'pronoun' && !identified[index] ? 'stranger' : subject
    return { ...ground, weight: Math.min(0.98, ground.weight * subjects[known] * moodAt(ground.first)) }
  }
  const alleged = [...phrased, ...harsh].sort((one, other) => one.first - other.first)
  return { alleged: alleged.map(weighed), spoken: statements.map(weighed) }
}

/** What becomes of a ground at a token by the mood of its sentence. */
function moodIn(said: Said): (token: number) => number {
  const quoted = quotedIn(said).tokens
  const sentencesWith = (book: BookName) =>
    new Set(groundsIn(said, book).map(({ first }) => said.sentenceOf[first]))
  const attributed = sentencesWith('attribution')
  const hedged = sentencesWith('hedge')
  const vouched = sentencesWith('assertion')
  return (token) => {
    const index = said.sentenceOf[token] ?? 0
    return (
      (attributed.has(index) ? mood.attributed : 1) *
      (hedged.has(index) ? mood.hedged : 1) *
      (said.sentences[index]?.asks ? mood.asked : 1) *
      (quoted.has(token) ? mood.quoted : 1) *
      (vouched.has(index) ? mood.vouchedFor : mood.bare)
    )
  }
}

/** Sentences that begin with somebody who can be identified, and so say something of them. */
function statementsIn(said: Said, who: readonly Who[]): Ground[] {
  return said.sentences.flatMap(({ first, last }) => {
    for (let i = first; i < Math.min(last, first + HEAD); i++) {
      const token = said.tokens[i]
      if (!token || ownWords.has(token.word)) return []
      if (who[i] === 'pronoun' ? thirdPerson.has(token.word) : who[i] !== undefined)
        return [{ ...token, first: i, last: i, weight: STATEMENT }]
    }
    return []
  })
}

/** For each sentence, whether somebody was named in it or before it, or in the article: "he" is then that person. */
function identifiedBySentence({ sentences }: Said, who: readonly Who[], byContext: boolean): boolean[] {
  let identified = byContext
  return sentences.map(({ first, last }) => {
    for (let i = first; i < last && !identified; i++) identified = who[i] === 'name' || who[i] === 'office'
    return identified
  })
}

/** Who is meant by a ground: of those before it in its sentence, and just behind, the one best identified. */
function subjectOf(said: Said, who: readonly Who[], { first, last }: Ground): keyof typeof subjects {
  const sentence = said.sentences[said.sentenceOf[first] ?? 0]
  const from = Math.max(sentence?.first ?? 0, first - REACH)
  const until = Math.min(sentence?.last ?? 0, last + BEHIND)
  let best: keyof typeof subjects = 'nobody'
  for (let i = from; i < until; i++) {
    const one = who[i]
    const counts = i <= first || one === 'name' || one === 'office'
    if (one !== undefined && counts && subjects[one] > subjects[best]) best = one
  }
  return best
}

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '))
const thirdPerson = set("he she they he's she's they've")
const ownWords = set(
  "i i'm i've i'd we we're we've my me us you your let please what why how when where if is are was were does do did can could should would has have not",
)
