import { ok, type Result, refused } from '../lib/result.ts'

/** In characters as a person counts them closely enough: code points after normalisation. */
export const LONGEST_COMMENT = 5_000
export const LONGEST_NAME = 60
export const LONGEST_EMAIL = 254
/** Vietnamese and pointed Hebrew need three; what needs nine is a blot over the neighbours' lines. */
const MOST_MARKS = 8

/**
 * Controls, and what hides or reorders words: bidi embeddings, overrides and isolates (CVE-2021-42574, "Trojan
 * Source"), zero-width spaces, soft hyphens, tag characters, interlinear and object anchors, lone surrogates. Line
 * breaks and tabs are dealt with before.
 */
const hidden =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFC]|[\u{E0000}-\u{E0FFF}]|\p{Cs}/gu

/**
 * Joiners shape letters in Persian, Hindi and emoji sequences, so one between two visible characters stays; runs of
 * them, or one at an edge of a word, only defeat a word search.
 */
const looseJoiners = /(?<=^|[\s\u200C\u200D])[\u200C\u200D]|[\u200C\u200D](?=[\s\u200C\u200D]|$)/gu

const blot = new RegExp(`\\p{M}{${MOST_MARKS + 1}}`, 'u')

const visible = /[\p{L}\p{N}\p{P}\p{S}]/u

/** NFC, so that equal words are equal bytes; a name or address on one line. */
export function cleanLine(raw: string): string {
  return raw
    .replace(/[\t\n\r\u2028\u2029]/g, ' ')
    .replace(hidden, '')
    .normalize('NFC')
    .replace(looseJoiners, '')
    .replace(/\p{Zs}+/gu, ' ')
    .trim()
}

/** Plain text with paragraphs: lines trimmed, blank lines at most one at a time. */
export function cleanText(raw: string): string {
  return raw
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(hidden, '')
    .normalize('NFC')
    .replace(looseJoiners, '')
    .split('\n')
    .map((line) => line.replace(/\p{Zs}+/gu, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

export type WordsRefusal =
  | { code: 'text_missing' }
  | { code: 'text_too_long'; length: number; longest: number }
  | { code: 'text_has_blots' }
  | { code: 'name_missing' }
  | { code: 'name_too_long'; longest: number }
  | { code: 'name_has_address' }
  | { code: 'email_missing' }
  | { code: 'email_malformed' }

const lengthOf = (text: string): number => {
  let length = 0
  for (const _ of text) length++
  return length
}

export function readText(raw: string): Result<string, WordsRefusal> {
  const text = cleanText(raw)
  if (!visible.test(text)) return refused({ code: 'text_missing' })
  const length = lengthOf(text)
  if (length > LONGEST_COMMENT) return refused({ code: 'text_too_long', length, longest: LONGEST_COMMENT })
  if (blot.test(text.normalize('NFD'))) return refused({ code: 'text_has_blots' })
  return ok(text)
}

export function readName(raw: string): Result<string, WordsRefusal> {
  const name = cleanLine(raw)
  if (!visible.test(name)) return refused({ code: 'name_missing' })
  if (lengthOf(name) > LONGEST_NAME) return refused({ code: 'name_too_long', longest: LONGEST_NAME })
  if (blot.test(name.normalize('NFD'))) return refused({ code: 'text_has_blots' })
  // A name is printed without a look by the link rule.
  if (/@|:\/\/|www\./i.test(name)) return refused({ code: 'name_has_address' })
  return ok(name)
}

/**
 * An address a letter can be sent to: the HTML standard's pattern for `type=email`, with a dot in the domain. Lower
 * case throughout: RFC 5321 lets the local part differ by case, no provider does, and two spellings must not be two
 * commenters.
 */
const emailPattern =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/

export function readEmail(raw: string): Result<string, WordsRefusal> {
  // CR and LF are refused, not stripped: an address with a line break in it is an attempt on the letter's headers.
  const email = raw.trim().toLowerCase()
  if (email === '') return refused({ code: 'email_missing' })
  // Nor may it begin an encoded word (RFC 2047): some programs would show another address than it is.
  if (email.length > LONGEST_EMAIL || email.includes('=?') || !emailPattern.test(email))
    return refused({ code: 'email_malformed' })
  return ok(email)
}
