import type { Evidence } from './signal.ts'
import type { Token } from './tokens.ts'
import { traitOf } from './traits.ts'

/**
 * A comment as the rules read it: its words, disguises off, and between them the marks that end a thought. "You are a
 * fool!" and "you are - a fool." have the same words whatever was typed between them.
 */
export type Said = {
  raw: string
  tokens: readonly Token[]
  /** The tokens' words and, each a word of its own, the marks between them: `,` `.` `?` `!`. */
  words: readonly string[]
  /** Where each token stands in `words`. */
  places: readonly number[]
  /** The token of each word; of a mark, the one before it. */
  tokenOf: readonly number[]
  sentences: readonly Sentence[]
  /** The sentence of each token. */
  sentenceOf: readonly number[]
}

/** One thought: its tokens [first, last). */
export type Sentence = { first: number; last: number; asks: boolean }

export function saidOf(raw: string, tokens: readonly Token[]): Said {
  const words: string[] = []
  const places: number[] = []
  const tokenOf: number[] = []
  const sentences: Sentence[] = []
  const sentenceOf: number[] = []
  let first = 0
  const addWord = (word: string, token: number): void => {
    words.push(word)
    tokenOf.push(token)
  }
  const endSentence = (last: number, next: number, mark: string): void => {
    if (last > first) sentences.push({ first, last, asks: mark.startsWith('?') })
    first = next
  }
  for (let i = 0, end = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token
    const ends = isEndMark(token)
    const mark = ends ? '' : markBetween(raw, end, token.start)
    if (mark !== '') addWord(mark, Math.max(0, i - 1))
    if (mark !== '' && mark !== ',') endSentence(i, i, mark)
    places.push(words.length)
    sentenceOf.push(sentences.length)
    addWord(token.word, i)
    if (ends) endSentence(i, i + 1, token.word)
    end = token.end
  }
  // A comment may end without a mark, and a phrase that ends a sentence ends it too.
  const mark = markBetween(raw, tokens.at(-1)?.end ?? 0, raw.length) || '.'
  addWord(mark, Math.max(0, tokens.length - 1))
  endSentence(tokens.length, tokens.length, mark)
  return { raw, tokens, words, places, tokenOf, sentences, sentenceOf }
}

const isEndMark = traitOf((word) => word === '!' || word === '?' || word === '?!')

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
