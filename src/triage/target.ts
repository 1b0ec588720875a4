import { insultAdjectives, insultNouns } from './data/insults.ts'
import { personNouns, roles, titles } from './data/people.ts'
import { GROUP, GROUPS } from './group-names.ts'
import { isName, type NamesKnown } from './persons.ts'
import type { Said, Sentence } from './said.ts'

/** Whom a word is said of: the reader, the writer, somebody else, a matter, or none that can be told. */
export type Target = 'second' | 'self' | 'person' | 'thing' | 'unclear'

/** Further back another thought has begun. */
const REACH = 8

const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

const second = set("you u ur your you're youre you've you'll yourself yourselves ya yer y'all thou <user>")
const self = set("i i'm im i've me my myself mine we we're us our ours ourselves am")
const third = set("he she they he's she's they're who who's him her them himself herself whoever those these")
const matter = set("it it's its this that that's there there's which what everything nothing something all")
const copulas = set(
  "is are was were be been being am r isn't aren't wasn't weren't looks look looked sounds sound sounded seems seem remains becomes became",
)
/** Between a subject and its copula, or a copula and what follows. */
const adverbs = set(
  'not really just such so too very clearly certainly always never still only also simply truly quite rather all absolutely utterly completely totally often now obviously evidently surely either both probably apparently a an the',
)

/** Whom the word at token `i` is said of, by the words around it in its sentence. */
export function targetOf(said: Said, sentence: Sentence, i: number, known: NamesKnown): Target {
  const from = Math.max(sentence.first, i - REACH)
  if (isCalledToTheFace(said, from, i)) return 'second'
  const adjective = insultAdjectives.has(wordAt(said, i)) && !insultNouns.has(wordAt(said, i))
  const noun = adjective ? nounAfter(said, sentence, i, known) : undefined
  if (noun === 'thing') return noun
  for (let j = i - 1; j >= from; j--) {
    const word = wordAt(said, j)
    if (noun === 'person' && endsPhrase.has(word)) break
    if (copulas.has(word)) return subjectBefore(said, sentence, j, from, known)
    const contracted = contraction(word)
    if (contracted) return contracted
  }
  if (likeYou(said, sentence, i)) return 'second'
  return adjective && noun !== 'person' ? 'unclear' : 'person'
}

/** "You stupid old fool", "you're one sick puppy", "u r a moron": nothing but such words between. */
function isCalledToTheFace(said: Said, from: number, i: number): boolean {
  let j = i - 1
  while (
    j >= from &&
    (adverbs.has(wordAt(said, j)) || insultAdjectives.has(wordAt(said, j)) || fillers.has(wordAt(said, j)))
  )
    j--
  const word = wordAt(said, j)
  const subject = word === 'are' || word === 'r' || word === 'were' ? wordAt(said, j - 1) : word
  return j >= from && called.has(subject)
}

const called = set("you u you're youre ur thou ya <user>")
const fillers = set(
  'absolute big bloody complete damn damned dirty fat fucking fuckin goddamn huge human little old <group> one poor proper pure real right sorry such total utter what young fat bunch of freaking',
)

const wordAt = ({ tokens }: Said, i: number): string => tokens[i]?.word ?? ''

/** "you're", "he's", "it's": subject and copula in one. A name's `'s` may be either and decides nothing. */
function contraction(word: string): Target | undefined {
  if (word === "you're" || word === 'youre' || word === 'ur') return 'second'
  if (word === "i'm" || word === 'im' || word === "we're") return 'self'
  if (word === "he's" || word === "she's" || word === "they're" || word === "who's") return 'person'
  if (word === "it's" || word === "that's" || word === "what's" || word === "there's") return 'thing'
  return undefined
}

function subjectBefore(
  said: Said,
  sentence: Sentence,
  copula: number,
  from: number,
  known: NamesKnown,
): Target {
  let j = copula - 1
  while (j >= from && adverbs.has(wordAt(said, j))) j--
  // "Are you always this dense?"
  if (j < sentence.first)
    return second.has(wordAt(said, copula + 1)) ? 'second' : kindOf(said, sentence, copula + 1, known)
  return kindOf(said, sentence, j, known)
}

function kindOf(said: Said, sentence: Sentence, i: number, known: NamesKnown): Target {
  const word = wordAt(said, i)
  if (second.has(word)) return 'second'
  if (self.has(word)) return 'self'
  if (matter.has(word)) return 'thing'
  return isPerson(said, sentence, i, known) ? 'person' : 'thing'
}

export function isPerson(said: Said, sentence: Sentence, i: number, known: NamesKnown): boolean {
  const word = wordAt(said, i)
  const singular = word.replace(/s$/, '')
  return (
    third.has(word) ||
    word === GROUP ||
    word === GROUPS ||
    [roles, personNouns, titles].some((nouns) => nouns.has(word) || nouns.has(singular)) ||
    insultNouns.has(word) ||
    isName(said, sentence, i, known)
  )
}

/** What an adjective stands before: "stupid man", "idiotic plan"; undefined where it stands alone. */
function nounAfter(said: Said, sentence: Sentence, i: number, known: NamesKnown): Target | undefined {
  let noun: Target | undefined
  for (let j = i + 1; j < Math.min(sentence.last, i + 4); j++) {
    const word = wordAt(said, j)
    if (endsPhrase.has(word) || said.words[(said.places[j] ?? 0) - 1] === ',') return noun
    if (isPerson(said, sentence, j, known)) return 'person'
    if (!insultAdjectives.has(word)) noun = 'thing'
  }
  return noun
}

const endsPhrase = set(
  `a an and any are as at because but by for from has have i if in is it like of on or so than that the to too was were
  what when where who why will with you your he she they not no never again , enough`,
)

/** "an idiot like you", "the fool that you are". */
function likeYou(said: Said, sentence: Sentence, i: number): boolean {
  const after = said.tokens.slice(i + 1, Math.min(sentence.last, i + 4)).map(({ word }) => word)
  return called.has(after[0] ?? '') || /^(?:like|that|as) (?:you|u)\b/.test(after.join(' '))
}
