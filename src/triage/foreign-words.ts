import { obsceneLists } from './data/obscene-lists.ts'
import { fold } from './fold.ts'
import { rawSpan } from './reading.ts'
import type { Evidence } from './signal.ts'

/** Languages whose words no space parts: an entry counts wherever it stands. */
const unspaced: ReadonlySet<string> = new Set(['ja', 'th', 'zh'])

/** Longer entries are whole sentences: nobody types them the same. */
const longestPhrase = 5
const longestEntry = 12

type Found = Evidence & { word: string }

const folded = (entry: string): string => fold(entry).text.toLowerCase()

const entriesOf = (language: string): string[] =>
  (obsceneLists[language] ?? '').split('|').map((entry) => folded(entry.trim()))

// Filled once a language, from a finite list.
const lists = new Map<string, ReadonlySet<string>>()

function listOf(language: string): ReadonlySet<string> {
  const known = lists.get(language)
  if (known) return known
  const list = new Set(entriesOf(language))
  lists.set(language, list)
  return list
}

/** The languages with a list. English has a detector's whole attention instead. */
export const listedLanguages: readonly string[] = Object.keys(obsceneLists)

/** Obscene words of a text in `language`, which must be the text's own: the lists speak of no other. */
export function foreignObscenities(text: string, language: string): Found[] {
  if (!(language in obsceneLists)) return []
  const reading = fold(text)
  const list = listOf(language)
  const words = [...reading.text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    word: word.toLowerCase(),
    start: index,
    end: index + word.length,
  }))
  const places = words.flatMap((word, i) => {
    if (unspaced.has(language)) return within(word, list)
    const phrase = phraseAt(words, i, list)
    return phrase ? [phrase] : []
  })
  return places.map(({ start, end }) => {
    const place = rawSpan(reading, start, end)
    return { ...place, word: text.slice(place.start, place.end) }
  })
}

type Word = Evidence & { word: string }

/** The longest entry that begins with the word at `i`. */
function phraseAt(words: readonly Word[], i: number, list: ReadonlySet<string>): Evidence | undefined {
  for (let length = longestPhrase; length >= 1; length--) {
    const phrase = words.slice(i, i + length)
    const [first, last] = [phrase[0], phrase[length - 1]]
    if (first && last && list.has(phrase.map(({ word }) => word).join(' ')))
      return { start: first.start, end: last.end }
  }
  return undefined
}

/** Entries anywhere in a run of letters, the longest at each place. */
function within({ word, start: offset }: Word, list: ReadonlySet<string>): Evidence[] {
  const places: Evidence[] = []
  for (let start = 0; start < word.length; start++)
    for (let length = Math.min(longestEntry, word.length - start); length >= 2; length--)
      if (list.has(word.slice(start, start + length))) {
        places.push({ start: offset + start, end: offset + start + length })
        start += length - 1
        break
      }
  return places
}
