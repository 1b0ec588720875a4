import { kind, kindOf } from './characters.ts'
import type { GroupTerms } from './data/group-terms.ts'
import { groupTerms } from './data/group-terms.ts'
import { fold } from './fold.ts'
import { groupNamesOf } from './group-names.ts'
import { memo } from './memo.ts'
import { respellingOf } from './respell.ts'
import type { Token } from './token-list.ts'
import { TokenList } from './token-list.ts'
import type { Vocabulary } from './vocabulary.ts'
import type { WordParts } from './word-parts.ts'
import { URL, wordPartsOf } from './word-parts.ts'

export type { Token } from './token-list.ts'

export type TokensOf = (text: string) => Token[]

export const GRAWLIX = '<grawlix>'

// A newspaper's words in a week; beyond it the rare ones are computed again.
const rememberedChunks = 40_000
// Longer runs of letters and signs are no words: split each time, never kept.
const longestRememberedChunk = 48
const longestSpelling = 40

/**
 * Cuts texts into words: disguises resolved (UTS 39 look-alikes, leetspeak, letters apart, masked or stretched), the
 * names of groups read as one token. Pure but for what it remembers; time is linear in the text's length.
 */
export function createTokensOf(vocabulary: Vocabulary, terms: GroupTerms = groupTerms): TokensOf {
  const groups = groupNamesOf(terms)
  const words = wordPartsOf(respellingOf(vocabulary, groups.words), groups)
  const remembered = memo(rememberedChunks, words.partsOf)
  const remembering: WordParts = {
    ...words,
    partsOf: (chunk) => (chunk.length <= longestRememberedChunk ? remembered(chunk) : words.partsOf(chunk)),
  }
  return (raw) => {
    const reading = fold(raw)
    const { text } = reading
    const tokens = new TokenList(reading)
    let at = 0
    while (at < text.length) {
      const sort = kindOf(text.charCodeAt(at))
      if (sort === kind.letter || sort === kind.sign) at = takeChunk(text, at, tokens, remembering)
      else if (sort === kind.emoji) at = takeEmoji(text, at, tokens)
      else if (sort === kind.quote) tokens.add('"', at, ++at)
      else at = afterMarkup(text, at)
    }
    return tokens.list
  }
}

function takeChunk(text: string, start: number, tokens: TokenList, words: WordParts): number {
  const { end, scanned } = chunkAt(text, start)
  if (end === start) return takeSigns(text, start, scanned, tokens)
  if (end === start + 1) {
    const places = spellingAt(text, start)
    if (places.length > 2) return takeSpelling(text, places, tokens, words)
  }
  const chunk = text.slice(start, end)
  if (text.startsWith('://', end) || chunk.startsWith('www.')) return takeUrl(text, start, end, tokens)
  for (const part of words.partsOf(chunk)) {
    if (part.word === URL) return takeUrl(text, start, end, tokens)
    tokens.addPart(part, start)
  }
  return end
}

function takeSpelling(text: string, places: readonly number[], tokens: TokenList, words: WordParts): number {
  const spelled = words.spelledOut(places.map((place) => text.charAt(place)).join(''))
  let first = 0
  for (const word of spelled) {
    const last = spelled.length === 1 ? places.length - 1 : first + word.length - 1
    const [from = 0, to = 0] = [places[first], places[last]]
    tokens.addPart(words.part(word, from, to + 1), 0)
    first = last + 1
  }
  return (places.at(-1) ?? 0) + 1
}

/** A chunk runs to its last letter; `scanned` is how far letters and signs go on. */
function chunkAt(text: string, start: number): { end: number; scanned: number } {
  let end = start
  let at = start
  for (let joints = 0; at < text.length; at++) {
    const sort = kindOf(text.charCodeAt(at))
    if (sort === kind.letter || (sort === kind.sign && end > start && '*$@'.includes(text.charAt(at)))) {
      end = at + 1
      joints = 0
    } else if (sort === kind.joint && end > start && joints < 2) joints++
    else if (sort !== kind.sign) break
  }
  return { end, scanned: at }
}

/** The places of single letters in a row, all apart alike: "s t u p i d", "f. u. c. k", and not "a U.S. firm". */
function spellingAt(text: string, start: number): number[] {
  const places = [start]
  let at = start
  while (places.length < longestSpelling) {
    let next = at + 1
    while (next < at + 3 && /[\s.\-_*~,/]/.test(text.charAt(next))) next++
    if (next === at + 1 || text.charAt(at + 1) !== text.charAt(start + 1)) break
    if (kindOf(text.charCodeAt(next)) !== kind.letter) break
    const after = kindOf(text.charCodeAt(next + 1))
    if (after === kind.letter || (after === kind.sign && text.charAt(next + 1) === "'")) break
    places.push(next)
    at = next
  }
  return places
}

function takeUrl(text: string, start: number, end: number, tokens: TokenList): number {
  let at = end
  while (at < text.length && !/[\s"<>]/.test(text.charAt(at))) at++
  tokens.add(URL, start, at)
  return at
}

/** "!!!", "?!" and the swearing of comics, "#$%@!". */
function takeSigns(text: string, start: number, scanned: number, tokens: TokenList): number {
  let end = scanned
  while (end < text.length && '@$*!#+?%'.includes(text.charAt(end))) end++
  const signs = new Set(text.slice(start, Math.min(end, start + 16)))
  const exclaims = signs.has('!')
  const asks = signs.has('?')
  if (signs.size > 2 && ['@', '#', '$', '%', '*'].filter((sign) => signs.has(sign)).length > 1)
    tokens.add(GRAWLIX, start, end)
  else if (exclaims || asks) tokens.add(exclaims && asks ? '?!' : exclaims ? '!' : '?', start, end)
  return end
}

function takeEmoji(text: string, start: number, tokens: TokenList): number {
  const emoji = String.fromCodePoint(text.codePointAt(start) ?? 0)
  let end = start + emoji.length
  while (text.startsWith(emoji, end)) end += emoji.length
  if (/\p{Extended_Pictographic}/u.test(emoji)) tokens.add(emoji, start, end)
  return end
}

const markup = /<\/?[a-z][a-z0-9]{0,8}\/?>|&(?:[a-z]{2,8}|#\d{1,7});/iy

/** Past a tag or an entity, which archives of comments are full of, else past one character. */
function afterMarkup(text: string, at: number): number {
  const character = text.charAt(at)
  if (character !== '<' && character !== '&') return at + 1
  markup.lastIndex = at
  return markup.test(text) ? markup.lastIndex : at + 1
}
