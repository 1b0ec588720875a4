import type { CommentState } from '../comments/comment.ts'
import { cleanText } from '../comments/words.ts'
import { bareLetters } from '../triage/likeness.ts'
import type { DecisionAct } from './decision.ts'

/** A decided text, and what became of it. */
export type Precedent = {
  commentId: number
  revisionNo: number
  text: string
  headline: string
  /** The last decision on this text that stands; null where all were undone. */
  act: DecisionAct | null
  ruleId: string | null
  decidedAt: Date | null
  /** How many decisions on this text were undone. */
  undone: number
  /** Where its writer put it in other words since: how that stands. */
  secondTry: CommentState | null
}

export type Pin = {
  id: number
  ruleId: string
  commentId: number
  revisionNo: number
  text: string
  note: string
  act: DecisionAct | null
  actRuleId: string | null
  pinnedBy: string
  pinnedAt: Date
}

export const LONGEST_NOTE = 300
/** More than a person reads before deciding is no example any more. */
export const MOST_PINS = 12

export type PinRefusal =
  | { code: 'pin_note_missing' }
  | { code: 'pin_note_too_long'; longest: number }
  | { code: 'pins_full'; most: number }
  | { code: 'pinned_already' }
  | { code: 'not_decided' }
  | { code: 'pin_not_found' }
  | { code: 'rule_unknown'; ruleId: string }

/** Checks what an editor typed before it reaches the database; the note without what cannot be printed. */
export function checkPin(
  pin: { ruleId: string; note: string },
  ruleIds: readonly string[],
): PinRefusal | { note: string } {
  const note = cleanText(pin.note)
  if (!ruleIds.includes(pin.ruleId)) return { code: 'rule_unknown', ruleId: pin.ruleId }
  if (note === '') return { code: 'pin_note_missing' }
  return note.length > LONGEST_NOTE ? { code: 'pin_note_too_long', longest: LONGEST_NOTE } : { note }
}

const SHORTEST_WORD = 3
const LONGEST_WORD = 30
/** Of a text of 5,000 characters not every word is asked for. */
const MOST_WORDS = 400

/**
 * A text's words as precedents are searched by them: each once, its disguises off (bareLetters), letters and digits only,
 * so that none needs quoting in a query.
 */
export function wordsOf(text: string): string[] {
  const words = new Set<string>()
  for (const chunk of text.split(/\s+/)) {
    const word = bareLetters(chunk)
    if (word.length >= SHORTEST_WORD && word.length <= LONGEST_WORD) words.add(word)
    if (words.size === MOST_WORDS) break
  }
  return [...words]
}

const MOST_ASKED = 24
/** Rows of the index that one search reads at most, as far as the planner's statistics know. */
const MOST_READ = 20_000

/**
 * The words that tell a text from others: the rarest, as many as the search may read. `shares` holds the part of all
 * precedents that have a word, for the common ones; a word that is not in it is rare.
 */
export function tellingWords(
  words: readonly string[],
  shares: ReadonlyMap<string, number>,
  precedents: number,
): string[] {
  const rarest = [...words].sort((a, b) => (shares.get(a) ?? 0) - (shares.get(b) ?? 0) || b.length - a.length)
  const telling: string[] = []
  let read = 0
  for (const word of rarest.slice(0, MOST_ASKED)) {
    read += (shares.get(word) ?? 0) * precedents
    if (read > MOST_READ && telling.length > 0) break
    telling.push(word)
  }
  return telling
}

export type Split = { act: DecisionAct; ruleId: string | null; count: number }

/** How decisions divide, the largest part first. What was undone and stands nowhere counts for nothing. */
export function splitOf(precedents: readonly Pick<Precedent, 'act' | 'ruleId'>[]): Split[] {
  const parts = new Map<string, Split>()
  for (const { act, ruleId } of precedents) {
    if (act === null) continue
    const key = `${act}:${ruleId}`
    const part = parts.get(key) ?? { act, ruleId, count: 0 }
    part.count++
    parts.set(key, part)
  }
  return [...parts.values()].sort((a, b) => b.count - a.count)
}
