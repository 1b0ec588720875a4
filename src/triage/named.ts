import { houses, noNames, roles, titles } from './data/people.ts'
import { placeEnds, places } from './data/places.ts'

/** The parts of an article that name who it is about, in the order of their weight. */
export type NamingText = {
  /** BCP 47. */
  language: string
  headline: string
  standfirst: string
  caption: string
  paragraphs: readonly string[]
  /** Agencies and papers cited, whole as printed. */
  sources: readonly string[]
  /** Who is quoted, as printed: "Tom Varga, engineer to the board". */
  speakers: readonly string[]
}

/** Enough for a long report; each is sent with every comment that is judged. */
export const MOST_NAMED = 60
const LONGEST_NAME = 80
// An article is a few thousand words; a book pasted in as one is not read to its end.
const MOST_READ = 60_000

/**
 * The persons and organisations that an article names, as printed, each once, the first mentioned first. By capitals,
 * titles, offices and what is said: English alone, since other languages capitalise otherwise, and none is better than wrong.
 * Pure; linear in the length read.
 */
export function namedIn(article: NamingText): string[] {
  const cited = article.sources.filter((source) => /\p{Lu}/u.test(source))
  if (!/^en(?:-|$)/i.test(article.language)) return bounded(cited)
  const { headline, standfirst, caption, paragraphs, speakers } = article
  const head = [headline, standfirst, caption].filter((text) => !isTitleCase(text))
  const said = speakers.map((speaker) => speaker.split(',')[0] ?? '')
  const body = [...head, ...said, ...paragraphs].join('\n').slice(0, MOST_READ)
  return bounded([...runsIn(body).flatMap(namesOf), ...cited])
}

function bounded(names: readonly string[]): string[] {
  const fitting = names
    .map((name) => name.trim())
    .filter((name) => name !== '' && name.length <= LONGEST_NAME)
  return [...new Set(fitting)].slice(0, MOST_NAMED)
}

/** "Board Votes to Reopen East Quay": where every word has a capital, none tells a name. */
function isTitleCase(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? []
  const long = words.filter((word) => word.length > 3)
  return long.length > 3 && long.filter((word) => /^\p{Lu}/u.test(word)).length > long.length * 0.6
}

type Word = { text: string; lower: string }
/** Capitalised words side by side, with what stands around them. */
type Run = { words: Word[]; before: string; after: string; opens: boolean }

// Initials keep their points: "M.S. Swaminathan", "J. Rao".
const wordPattern =
  /(?:\p{Lu}\.)+(?=\s?\p{Lu})|[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*(?:-[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*)*|&/gu
const capital = /^\p{Lu}/u
const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))
/** Small words inside a person's name. */
const particles = set(
  'al ap bin bint da dal de del della den der di dos du el ibn la le ten ter van von y zu',
)
/** Small words inside a firm's name, where capitals stand on both sides. */
const joints = set('& and for of the')

/** Anything but a single space ends a name, and so does a possessive. */
function runsIn(text: string): Run[] {
  const runs: Run[] = []
  let words: Word[] = []
  let held: Word[] = []
  let before = ''
  let opens = true
  let last = ''
  let end = 0
  const close = (after: string): void => {
    if (words.length > 0) runs.push({ words, before, after, opens })
    words = []
    held = []
  }
  for (const match of text.matchAll(wordPattern)) {
    const gap = text.slice(end, match.index)
    const word = { text: withoutPossessive(match[0]), lower: withoutPossessive(match[0]).toLowerCase() }
    if (!/^ ?$/.test(gap) || possessive.test(last)) close(/^,? ?$/.test(gap) ? word.lower : '')
    if (capital.test(word.text)) {
      if (words.length === 0) {
        before = /^ ?$/.test(gap) ? last.toLowerCase() : ''
        opens = end === 0 || /[.!?:\n]|(?:^|\s)["“‘]$/.test(gap)
      }
      words.push(...held, word)
      held = []
    } else if (words.length > 0 && held.length < 2 && (particles.has(word.lower) || joints.has(word.lower)))
      held.push(word)
    else close(word.lower)
    last = match[0]
    end = match.index + match[0].length
  }
  close('')
  return runs
}

const possessive = /['’]s$/u
const withoutPossessive = (word: string): string => word.replace(possessive, '')

/** What of a run is a name; a firm's joints hold two persons apart where no firm is meant. */
function namesOf(run: Run): string[] {
  const joined = run.words.some(({ lower }) => joints.has(lower))
  if (!joined || isHouse(run.words)) return nameOf(run)
  const parts: Word[][] = [[]]
  for (const word of run.words)
    if (joints.has(word.lower)) parts.push([])
    else parts.at(-1)?.push(word)
  return parts.flatMap((words, i) => {
    const next = run.words[run.words.indexOf(words.at(-1) as Word) + 1]?.lower
    return nameOf({
      words,
      before: i === 0 ? run.before : '',
      after: i === parts.length - 1 ? run.after : (next ?? ''),
      opens: i === 0 && run.opens,
    })
  })
}

const isHouse = (words: readonly Word[]): boolean => words.some(({ lower }) => houses.has(lower))

function nameOf({ words, before, after, opens }: Run): string[] {
  let rest = words
  let titled = titles.has(before) || roles.has(before)
  // "Former Mayor Tom Hale": what opens a sentence has its capital from there, an office is no part of a name.
  while (rest.length > 0) {
    const [first] = rest
    const office = first !== undefined && (titles.has(first.lower) || roles.has(first.lower))
    const opener = opens && rest === words && first !== undefined && mayOpen(first.lower)
    if (!office && !opener) break
    titled ||= office
    rest = rest.slice(1)
  }
  while (rest.length > 0 && !isHouse(rest) && isNoName(rest.at(-1)?.lower ?? '')) rest = rest.slice(0, -1)
  while (rest.length > 0 && isNoName(rest[0]?.lower ?? '')) rest = rest.slice(1)
  const name = rest.map(({ text }) => text).join(' ')
  const final = rest.at(-1)?.lower ?? ''
  if (rest.length === 0 || !/\p{Ll}|\p{Lu}{2}/u.test(name)) return []
  if (isHouse(rest)) return rest.length > 1 ? [name] : []
  if (places.has(final) || (!titled && placeEnds.has(final))) return []
  if (rest.length > 1 || titled) return [name]
  const acronym = /^\p{Lu}{2,6}$/u.test(name)
  return (acronym || !(opens && rest === words)) && speaks.has(after) ? [name] : []
}

const isNoName = (word: string): boolean => noNames.has(word) || particles.has(word) || places.has(word)

/** A word that opens a sentence and may be no part of the name behind it: function words, adverbs, participles. */
const mayOpen = (word: string): boolean =>
  openers.has(word) || /(?:ly|ing|ed)$/.test(word) || noNames.has(word)
const openers = set(`
  a about according across after again against ahead all along already also although an and angry another any around as at
  because before behind below beside between beyond both but by can could despite did do does during each earlier either even
  ever every few first five for former four from had has have he her here his how however i if in inside instead is it its
  just last late later like local many may meanwhile more most mr must my near neither new next nine no none nor not nothing
  now of off on once one only or other our out outside over per perhaps poor quite second senior seven several she should since
  six so some soon still such ten than that the their then there these they third this those though three through throughout
  thus to today together tomorrow too top toward towards two under unless unlike until up upon veteran we were what when where
  whether which while who whose why will with within without would yes yesterday yet you young your`)

/** What follows whoever speaks. A place that "said" something is told by the list of places. */
const speaks = set(`
  added adds admitted agreed alleged announced argued asked believes called claimed claims confirmed declined denied
  described disagreed explained has had insisted is joked met noted promised refused replied reported resigned said says
  signed spoke told urged voted warned was who won wrote`)
