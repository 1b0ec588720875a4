import type { GroupNames, Phrase } from './group-names.ts'
import type { Respelling } from './respell.ts'
import { type Traits, traitsOf } from './traits.ts'

export const URL = '<url>'
export const EMAIL = '<email>'
export const USER = '<user>'

/** One word of a chunk, and where in the chunk it stands. */
export type WordPart = {
  word: string
  /** The word itself where `word` is only "a group". */
  plain: string
  traits: Traits
  phrases: readonly Phrase[]
  start: number
  end: number
}

export type WordParts = {
  /** The words of a chunk, a run of letters and signs without white space. */
  partsOf(chunk: string): WordPart[]
  /** The words that single letters in a row make up. */
  spelledOut(letters: string): string[]
  part(word: string, start: number, end: number): WordPart
}

// No word that people know has more letters, and a hash of more is a hash of noise.
const maxWordLength = 24

const domain =
  /^(?:[a-z0-9-]+\.)+(?:com|net|org|info|biz|gov|edu|mil|ru|cn|uk|de|fr|ca|au|eu|xyz|top|club|shop|online|site|link|click|tk|ly|tv|io|co)$/
const emailAddress = /^[^@]+@(?:[a-z0-9-]+\.)+[a-z]{2,}$/
const atJoints = /[^.\-_~,]+/g
const atSigns = /[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu
const lettersApart = /^(?:[a-z0-9@$!][.\-_~,*]{1,2}){2,}[a-z0-9@$!]$/

export function wordPartsOf(respelling: Respelling, groups: GroupNames): WordParts {
  const part = (plain: string, start: number, end: number): WordPart => {
    const word = groups.tokenOf(plain) ?? plain.slice(0, maxWordLength)
    return { word, plain, traits: traitsOf(word), phrases: groups.phrasesEndingIn(plain), start, end }
  }

  /** A chunk that is one word, whatever signs it is written with; undefined if it is several. */
  function oneWord(chunk: string): string | undefined {
    if (chunk.startsWith('www.') || domain.test(chunk)) return URL
    if (emailAddress.test(chunk)) return EMAIL
    if (lettersApart.test(chunk) && /[a-z]/.test(chunk)) {
      const joined = chunk.replace(/[.\-_~,*]/g, '')
      return respelling.unleet(joined) ?? joined
    }
    const disguised = respelling.unmask(chunk.replaceAll(/[#_-]/g, '*')) ?? respelling.unleet(chunk)
    if (disguised !== undefined) return disguised
    return /^@\w{2,}$/.test(chunk) ? USER : undefined
  }

  /** Two words that lost their space, where one names a group ("womendisgust"): more would split surnames. */
  function parted(word: string, start: number, end: number): WordPart[] | undefined {
    for (let at = 3; at <= word.length - 2; at++) {
      const [left, right] = [word.slice(0, at), word.slice(at)]
      const named = (groups.words.has(left) && at > 3) || (groups.words.has(right) && right.length > 3)
      if (named && respelling.isKnown(left) && respelling.isKnown(right))
        return [part(left, start, start + at), part(right, start + at, end)]
    }
    return undefined
  }

  function respelled(letters: string, start: number, end: number): WordPart[] {
    const word = letters.slice(0, 2 * maxWordLength)
    if (respelling.isKnown(word) || groups.tokenOf(word) !== undefined || !/[a-z]/.test(word))
      return [part(word, start, end)]
    const found = respelling.unstretch(word) ?? respelling.correct(word)
    if (found !== undefined) return [part(found, start, end)]
    const shortened = word.replace(/(.)\1{2,}/gs, '$1$1')
    return (letters.length === word.length && parted(word, start, end)) || [part(shortened, start, end)]
  }

  function severalWords(chunk: string, splitAt: RegExp): WordPart[] {
    return [...chunk.matchAll(splitAt)].flatMap(({ 0: piece, index }) => {
      const end = index + piece.length
      const one = piece.length > 1 && piece.length <= 2 * maxWordLength ? oneWord(piece) : undefined
      if (one !== undefined) return [part(one, index, end)]
      if (splitAt !== atJoints || /^[\p{L}\p{N}]+$/u.test(piece)) return respelled(piece, index, end)
      return severalWords(piece, atSigns).map((inner) => ({
        ...inner,
        start: index + inner.start,
        end: index + inner.end,
      }))
    })
  }

  return {
    part,
    partsOf(raw) {
      const chunk = raw.toLowerCase()
      if (/^[a-z]+$/.test(chunk)) return respelled(chunk, 0, chunk.length)
      const one = chunk.length <= 2 * maxWordLength ? oneWord(chunk) : undefined
      return one !== undefined ? [part(one, 0, chunk.length)] : severalWords(chunk, atJoints)
    },
    spelledOut(letters) {
      const word = respelling.unleet(letters.toLowerCase()) ?? letters.toLowerCase()
      if (respelling.isKnown(word)) return [word]
      return respelling.segment(word) ?? [word]
    },
  }
}
