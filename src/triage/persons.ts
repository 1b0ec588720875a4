import { ordinaryNames, tradeNames } from './data/ordinary-names.ts'
import { houses, noNames, personNouns, roles, titles } from './data/people.ts'
import { GROUP, GROUPS } from './group-names.ts'
import { rememberLast } from './memo.ts'
import type { Said, Sentence } from './said.ts'
import type { SignalContext } from './signal.ts'
import { traitOf } from './traits.ts'

export type NamesKnown = ReadonlySet<string>

/** The words of the names that surround a comment, without titles and initials: "Mrs Pamela Vossley" is two words. */
export const namesKnown: (context: SignalContext) => NamesKnown = rememberLast(
  ({ names = [] }) =>
    new Set(
      names
        .flatMap((name) => name.toLowerCase().split(/[^\p{L}\p{N}'’]+/u))
        .filter((word) => word.length > 1 && !isNobody(word)),
    ),
)

/** A commenter may print "The Angry Reader" for a name: words of grammar and kinds of people are nobody's. */
const isNobody = (word: string): boolean =>
  titles.has(word) || roles.has(word) || personNouns.has(word) || ordinaryOpeners.has(word)

const capitalised = /^\p{Lu}\p{Ll}/u
const possessive = /['’]s?$/u

/** A word as it was typed, without a possessive ending. */
const typed = ({ raw, tokens }: Said, i: number): string => {
  const token = tokens[i]
  return token ? raw.slice(token.start, token.end).replace(possessive, '') : ''
}

/**
 * Whether a word names somebody or some firm: it stands in the names known, or begins with a capital where grammar
 * does not ask for one. A capital at the head of a sentence counts only before another, or after a title.
 */
export function isName(said: Said, sentence: Sentence, i: number, known: NamesKnown): boolean {
  if (known.size === 0 && !beginsUpper(said, i)) return false
  const word = typed(said, i)
  const lower = word.toLowerCase()
  if (known.has(lower) && isTypedAsName(said, sentence, i, word, lower)) return true
  if (!capitalised.test(word) || noNames.has(lower) || isGroup(said, i)) return false
  if (i > sentence.first) return !titles.has(lower) || !roles.has(lower)
  return i + 1 < sentence.last && !ordinaryOpeners.has(lower) && capitalised.test(typed(said, i + 1))
}

/**
 * Whether a word that stands in a name known is meant as one: "Baker lied", "varga lied", and not "the baker lied" nor
 * "Field trips cost money". Small letters, and a comment all in capitals, name somebody where the word is no other.
 */
function isTypedAsName(said: Said, sentence: Sentence, i: number, word: string, lower: string): boolean {
  const ordinary = ordinaryNames.has(lower) || houses.has(lower)
  if (word === lower || (word.length > 1 && word === word.toUpperCase()))
    return !ordinary || (word !== lower && !isShouted(said.raw))
  if (!ordinary || i > sentence.first || tradeNames.has(lower)) return true
  const next = said.tokens[i + 1]?.word ?? ''
  return ofPersons.has(next) || (i + 1 < sentence.last && capitalised.test(typed(said, i + 1)))
}

/** What follows a name more often than a noun without its article. */
const ofPersons: ReadonlySet<string> = new Set(
  `is was has had himself herself who said says told lied lies stole took knew knows should must did does didn't doesn't isn't
  wasn't hasn't couldn't never always`.split(/\s+/),
)

// Asked for every word in capitals of one text.
const isShouted = rememberLast((raw: string): boolean => !/\p{Ll}{3}/u.test(raw))

/** A cheap look before the dear one: most words begin small. */
function beginsUpper({ raw, tokens }: Said, i: number): boolean {
  const code = raw.charCodeAt(tokens[i]?.start ?? 0)
  return code < 97 || code > 127
}

const isGroup = ({ tokens }: Said, i: number): boolean => {
  const word = tokens[i]?.word
  return word === GROUP || word === GROUPS
}

/** Words that open sentences and may stand before a name: "Ask Mr Desai", "Poor Alan", "The Guardian". */
const ordinaryOpeners: ReadonlySet<string> = new Set(
  `a after all an and another any ask at because before both but by can did do does every for from has have he her here
  his how i if in is it let like maybe more most my never no not now of on only or our over perhaps please poor read see
  she since so some still such tell that the their then there these they this those though to was we were what when
  where which while who why will with would yes yet you your`.split(/\s+/),
)

export type Who = 'name' | 'office' | 'house' | 'pronoun' | undefined

/** For each word whom it stands for, if anybody. */
export function peopleIn(said: Said, known: NamesKnown): readonly Who[] {
  if (lastPeople?.said !== said || lastPeople.known !== known)
    lastPeople = { said, known, people: said.tokens.map((_, i) => whoIs(said, i, known)) }
  return lastPeople.people
}

let lastPeople: { said: Said; known: NamesKnown; people: readonly Who[] } | undefined

function whoIs(said: Said, i: number, known: NamesKnown): Who {
  const sentence = said.sentences[said.sentenceOf[i] ?? 0]
  if (sentence && isName(said, sentence, i, known) && !isPlace(said, i)) return 'name'
  const token = said.tokens[i]
  const kind = token ? kindOf(token) : null
  if (kind === null || kind === 'pronoun' || isDefinite(said, i)) return kind ?? undefined
  return token && pronouns.has(token.word) ? 'pronoun' : undefined
}

const kindOf = traitOf((word) => {
  const whole = bare(word)
  return roles.has(whole) ? 'office' : houses.has(whole) ? 'house' : pronouns.has(word) ? 'pronoun' : null
})

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '))
const pronouns = set("he she they he's she's they've who his her their him them it")
const definite = set("the our that this your his her their my a's")
const prepositions = set('in at on near from to of by outside around')

/** "In Ashby", "on Elm Drive": a capital behind such a word is a place more often than a person. */
const isPlace = ({ tokens }: Said, i: number): boolean => prepositions.has(tokens[i - 1]?.word ?? '')

/** "The mayor", "our tehsildar", "the nursing home": one that the town can name. */
function isDefinite({ tokens }: Said, i: number): boolean {
  for (let j = i - 1; j >= Math.max(0, i - 3); j--) if (definite.has(tokens[j]?.word ?? '')) return true
  return false
}

const bare = (word = ''): string => (word.includes("'") ? word.replace(/'s?$/, '') : word)
