import { ok, type Result, refused } from '../lib/result.ts'

/** A place in a comment's text: UTF-16 units, end exclusive. */
export type Span = { start: number; end: number }

/** More than a few places cited say no more than the comment itself. */
export const MOST_SPANS = 10

/**
 * Reads which words a decision goes by and fits them to the text as it stands: in order, without overlap, never half a
 * character. `field` is `4-18 30-41`, as the script sends it; `quote` the words themselves, for whoever has no script,
 * found at their first place. Empty where neither says anything.
 */
export function readEvidence(
  text: string | null,
  field: string,
  quote: string,
): Result<Span[], { code: 'evidence_astray' }> {
  const asked = [...placesIn(field), ...placeOf(text ?? '', quote.trim())]
  if (asked.length === 0) return ok([])
  if (text === null || asked.length > MOST_SPANS) return refused({ code: 'evidence_astray' })
  const within = asked.every(({ start, end }) => start >= 0 && start < end && end <= text.length)
  return within ? ok(merged(asked.map((span) => widened(text, span)))) : refused({ code: 'evidence_astray' })
}

/** The words themselves, as they stand in the text of that revision. */
export const wordsAt = (text: string, spans: readonly Span[]): string[] =>
  spans.map(({ start, end }) => text.slice(start, end).trim()).filter((words) => words !== '')

/** As the database keeps them. */
export const spansFrom = (stored: readonly (readonly [number, number])[] | null): Span[] =>
  (stored ?? []).map(([start, end]) => ({ start, end }))

const NOWHERE: Span = { start: 0, end: 0 }

/** What is no place at all is kept as one that no text has: refused in one way. */
const placesIn = (field: string): Span[] =>
  field
    .split(' ')
    .filter((part) => part !== '')
    .slice(0, MOST_SPANS + 1)
    .map((part) => {
      const [, start, end] = /^(\d{1,6})-(\d{1,6})$/.exec(part) ?? []
      return start === undefined ? NOWHERE : { start: Number(start), end: Number(end) }
    })

function placeOf(text: string, quote: string): Span[] {
  if (quote === '') return []
  const start = text.indexOf(quote)
  return [start === -1 ? NOWHERE : { start, end: start + quote.length }]
}

const isLow = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00
const isHigh = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xd800
const cutsCharacter = (text: string, at: number): boolean => at > 0 && isLow(text, at) && isHigh(text, at - 1)

const widened = (text: string, { start, end }: Span): Span => ({
  start: cutsCharacter(text, start) ? start - 1 : start,
  end: cutsCharacter(text, end) ? end + 1 : end,
})

function merged(spans: readonly Span[]): Span[] {
  const apart: Span[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = apart.at(-1)
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else apart.push({ ...span })
  }
  return apart
}
