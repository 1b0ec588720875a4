import { agencyNames } from './byline.ts'

export type Cited = {
  name: string
  /** Where the name stands in the text. */
  start: number
  end: number
  confidence: number
}

const name = '\\p{Lu}[\\p{L}\\p{Nd}-]{1,24}(?: \\p{Lu}[\\p{L}\\p{Nd}-]{1,24}){0,2}'
/** Read in a window before or after the words "news agency", so that no text can make it slow. Letters. */
const WINDOW = 90
const nameBefore = new RegExp(`(?:^|[\\s("“‘])(${name})(?:['’]s)? $`, 'u')
const nameAfter = new RegExp(`^:? (${name})`, 'u')
const furtherName = new RegExp(`^(?:,| and|, and) (${name})`, 'u')
/** "told the Northwire news agency Monday" */
const noName =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august)\b/i
const article = /^(?:The|A|An|According|State|Official|In|By|But|And|\p{Lu}\p{L}*(?:ian|ish|ese)) (?=\p{Lu})/u

const known = agencyNames.join('|')
const inputs = /\b[Ww]ith (?:agency )?inputs from|\b[Ii]nputs from|\b[Ss]ources?:/g
const leaned = new RegExp(
  `\\b(?:according to|told|quoted by|cited by|reported by|interview with) (${known})(?![\\p{L}\\p{Nd}])|(?<![\\p{L}\\p{Nd}])(${known}) (?:reported|reports|said|quoted|quoting)\\b`,
  'gu',
)
/** Arabic, Urdu, Persian and Hebrew name the agency after the word. */
const other =
  /(?:وكالة(?: الأنباء| أنباء)?|خبر رساں (?:ادارے|ایجنسی)|خبرگزاری|סוכנות הידיעות)\s["“«]?([\p{Lo}\p{M}\u200C]{2,20})/gu

/** Agencies that the text leans on, each once, in the order they appear. The prose itself is never changed. */
export function citedAgencies(text: string): Cited[] {
  const found: Cited[] = []
  for (const match of text.matchAll(/\bnews agenc(y|ies)\b/gi)) found.push(...aroundAgency(text, match))
  for (const match of text.matchAll(inputs))
    found.push(...namesFrom(text, match.index + match[0].length, 6, 0.85))
  for (const match of text.matchAll(leaned)) {
    const word = match[1] ?? match[2] ?? ''
    const start = match.index + match[0].indexOf(word)
    found.push({ name: word, start, end: start + word.length, confidence: 0.8 })
  }
  for (const match of text.matchAll(other)) {
    const word = match[1] ?? ''
    const end = match.index + match[0].length
    found.push({ name: word, start: end - word.length, end, confidence: 0.6 })
  }
  const names = new Set<string>()
  return found
    .sort((a, b) => a.start - b.start)
    .filter((each) => !names.has(each.name) && names.add(each.name))
}

/** "news agency Belta" before "Belta news agency": what stands before may be a country. */
function aroundAgency(text: string, match: RegExpExecArray): Cited[] {
  const plural = match[1]?.toLowerCase() === 'ies'
  const after = namesFrom(text, match.index + match[0].length, plural ? 6 : 1, 0.8)
  if (after.length > 0) return after
  const from = Math.max(0, match.index - WINDOW)
  let word = nameBefore.exec(text.slice(from, match.index))?.[1]
  if (word === undefined) return []
  word = word.replace(article, '')
  if (article.test(`${word} X`)) return []
  const start = from + text.slice(from, match.index).lastIndexOf(word)
  return [{ name: word, start, end: start + word.length, confidence: 0.85 }]
}

function namesFrom(text: string, at: number, most: number, confidence: number): Cited[] {
  const found: Cited[] = []
  let next = at
  while (found.length < most) {
    const match = (found.length === 0 ? nameAfter : furtherName).exec(text.slice(next, next + WINDOW))
    const word = match?.[1]
    if (!match || word === undefined || noName.test(word)) break
    next += match[0].length
    found.push({ name: word, start: next - word.length, end: next, confidence })
  }
  return found
}
