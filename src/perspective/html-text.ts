import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import { asTyped, type Reading, reread } from '../triage/reading.ts'

/**
 * Comments and what never shows, whole elements; any other tag; a character reference. Each part succeeds where it
 * begins or stops at the next angle bracket, so that time is linear on any input.
 */
const markup =
  /<!--(?:(?!-->)[\s\S])*(?:-->)?|<(script|style|template)\b[^<>]*>(?:(?!<\/\1)[\s\S])*(?:<\/\1[^<>]*>?)?|<[!?/]?[a-z][^<>]*>|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi

/** These stand inside a word without parting it: "id<b>i</b>ot" is one word to whoever reads it. */
const inWord = /^<\/?(?:a|abbr|b|bdi|bdo|del|em|font|i|ins|mark|s|small|span|strike|strong|sub|sup|u|wbr)\b/i

/** The words of a piece of HTML as they are read, each with its place in the source. Linear; never fails. */
export const readHtml = (source: string): Reading =>
  reread(asTyped(source), markup, ([found = '']) => {
    if (found.startsWith('&')) return decoded(found.slice(1, -1)) ?? found
    return found.startsWith('<!--') || inWord.test(found) ? '' : ' '
  })

function decoded(reference: string): string | undefined {
  if (!reference.startsWith('#')) return decodeNamedCharacterReference(reference) || undefined
  const hex = reference[1] === 'x' || reference[1] === 'X'
  const point = Number.parseInt(reference.slice(hex ? 2 : 1), hex ? 16 : 10)
  const isCharacter = point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff)
  return isCharacter ? String.fromCodePoint(point) : '\uFFFD'
}
