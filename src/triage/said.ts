import type { Evidence } from './signal.ts'
import type { Token } from './tokens.ts'

/**
 * A comment as the rules read it: its words, disguises off, each with a space before and after, and the marks that
 * end a thought. ` you are a fool . ` has the same words whatever was typed between them.
 */
export type Said = {
  raw: string
  text: string
  tokens: readonly Token[]
  /** Where each token's word begins in `text`. */
  places: readonly number[]
  sentences: readonly Sentence[]
  /** The sentence of each token. */
  sentenceOf: readonly number[]
}

/** One thought: its tokens [first, last). */
export type Sentence = { first: number; last: number; asks: boolean }

export function saidOf(raw: string, tokens: readonly Token[]): Said {
  const places: number[] = []
  const sentences: Sentence[] = []
  const sentenceOf: number[] = []
  let text = ' '
  let first = 0
  const endSentence = (last: number, next: number, mark: string): void => {
    if (last > first) sentences.push({ first, last, asks: mark.startsWith('?') })
    first = next
  }
  tokens.forEach(({ word, start }, i) => {
    const mark = endMarks.has(word) ? '' : markBetween(raw, tokens[i - 1]?.end ?? 0, start)
    if (mark === ',') text += ', '
    else if (mark !== '') {
      text += `${mark} `
      endSentence(i, i, mark)
    }
    places.push(text.length)
    sentenceOf.push(sentences.length)
    text += `${word} `
    if (endMarks.has(word)) endSentence(i, i + 1, word)
  })
  // A comment may end without a mark, and a phrase that ends a sentence ends it too.
  const mark = markBetween(raw, tokens.at(-1)?.end ?? 0, raw.length) || '.'
  text += `${mark} `
  endSentence(tokens.length, tokens.length, mark)
  return { raw, text, tokens, places, sentences, sentenceOf }
}

const endMarks: ReadonlySet<string> = new Set(['!', '?', '?!'])

/** The strongest mark between two words: one that ends a sentence before one that parts a clause. */
function markBetween(raw: string, start: number, end: number): string {
  let mark = ''
  for (let at = start; at < end; at++) {
    const character = raw.charAt(at)
    if ('?!'.includes(character)) return character
    if ('.…\n。।'.includes(character)) mark = '.'
    else if (',;:()–—'.includes(character) || (character === '-' && raw.charAt(at + 1) === ' ')) mark ||= ','
  }
  // "Mr. Desai", "No. 4" and "a.m." go on.
  return mark === '.' && end < raw.length && abbreviation.test(raw.slice(Math.max(0, start - 6), end))
    ? ''
    : mark
}

const abbreviation = /(?<![\p{L}\p{N}])(?:Mrs?|Ms|Dr|Prof|St|Rev|Hon|Sr|Jr|No|Adv|Smt|\p{L})\.\s?$/u

/** Where the tokens from `first` to `last` stand in the raw text. */
export const rawPlace = ({ tokens }: Said, first: number, last: number): Evidence => ({
  start: tokens[first]?.start ?? 0,
  end: tokens[last]?.end ?? 0,
})

/** The token that stands at a place of `text`, or else the one before it. */
export function tokenAt({ places }: Said, place: number): number {
  let low = 0
  let high = places.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((places[middle] ?? 0) <= place) low = middle
    else high = middle - 1
  }
  return low
}
