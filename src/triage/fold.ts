import { homoglyphs } from './data/homoglyphs.ts'
import type { Reading } from './reading.ts'
import { asTyped } from './reading.ts'

// Unassigned and private-use characters stay: they are no disguise, nobody sees a letter in them.
const unseen = /[\p{M}\p{Cf}\u115F\u1160\u17B4\u17B5\u3164\uFFA0\u{1F3FB}-\u{1F3FF}]/gu

function foldCharacter(character: string): string {
  let folded = ''
  for (const part of character.normalize('NFKD').replace(unseen, '').toLowerCase()) {
    folded += homoglyphs.get(part) ?? part
  }
  // ½ is "1⁄2" and ㏂ is "a.m.": no one character may become two words, which would share their place.
  return /[\p{L}\p{N}]/u.test(folded) ? folded.replace(/[^\p{L}\p{N}]/gu, '') : folded
}

// Filled once a character, from a finite alphabet.
const folds = new Map<number, string>()

function foldOf(codePoint: number): string {
  const known = folds.get(codePoint)
  if (known !== undefined) return known
  const folded = foldCharacter(String.fromCodePoint(codePoint))
  folds.set(codePoint, folded)
  return folded
}

/**
 * The text with every character in the form a person reads: accents, invisible characters, look-alike letters and
 * styled alphabets resolved, each place leading back to the raw text. Character by character, since no disguise needs
 * its neighbour to be seen through, and so that time is linear.
 */
export function fold(raw: string): Reading {
  if (!/[^\x00-\x7f]/.test(raw)) return asTyped(raw)
  let text = ''
  const starts: number[] = []
  const ends: number[] = []
  for (let at = 0; at < raw.length; ) {
    const codePoint = raw.codePointAt(at) ?? 0
    const end = at + (codePoint > 0xffff ? 2 : 1)
    const folded = codePoint < 128 ? raw.charAt(at) : foldOf(codePoint)
    text += folded
    for (let i = 0; i < folded.length; i++) {
      starts.push(at)
      ends.push(end)
    }
    at = end
  }
  return { text, raw, starts, ends }
}
