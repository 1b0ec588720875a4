import { after, days } from '../lib/clock.ts'
import { invariant } from '../lib/invariant.ts'
import type { FieldCondition, Query } from './query.ts'
import { normalQuery } from './query-normal.ts'

/** A text search in PostgreSQL's sense: a `lexeme` as it stands in `comment_search.words`, or words to be parsed there. */
export type TextSearch =
  | { kind: 'lexeme'; lexeme: string; prefix: boolean }
  | { kind: 'words' | 'writer'; text: string }
  | { kind: 'not'; part: TextSearch }
  | { kind: 'and' | 'or'; parts: readonly TextSearch[] }

/** What the index does not hold, since it changes too often or is not the desk's to find words by. */
export type RowCondition = FieldCondition & {
  field: 'state' | 'reason' | 'section' | 'reported' | 'reporter' | 'has' | 'before' | 'after'
}

export type Exact =
  | { kind: 'search'; search: TextSearch }
  | { kind: 'row'; condition: RowCondition }
  | { kind: 'not'; part: Exact }
  | { kind: 'and' | 'or'; parts: readonly Exact[] }

/**
 * How a query is looked up. `index` finds every comment that answers, and perhaps more (null: it would find all of
 * them); `exact` says which of those do, and is null where the index alone is exact.
 */
export type QueryPlan = { index: TextSearch | null; exact: Exact | null }

export function planQuery(query: Query, now: Date): QueryPlan {
  const normal = normalQuery(query)
  return { index: coverOf(normal, now), exact: isIndexed(normal) ? null : exactOf(normal) }
}

/** A fact as the migration writes it beside the words. */
export const fact = (kind: string, value: string | number): TextSearch => ({
  kind: 'lexeme',
  lexeme: `=${kind}:${value}`,
  prefix: false,
})

/**
 * Whether the index alone, without a window, finds its answers by some lexeme they must hold. What only leaves out would be
 * answered by reading the whole index, and the beginning of a word by all the words that begin so.
 */
export function isSelective(search: TextSearch): boolean {
  switch (search.kind) {
    case 'not':
      return false
    case 'and':
      return search.parts.some(isSelective)
    case 'or':
      return search.parts.every(isSelective)
    case 'lexeme':
      return !search.prefix
    default:
      return true
  }
}

/** What the index knows of a single condition, exactly; null where only the row knows. */
function searchOf(query: Query): TextSearch | null {
  if (query.kind === 'text')
    return query.prefix
      ? { kind: 'lexeme', lexeme: query.text.toLowerCase(), prefix: true }
      : { kind: 'words', text: query.text }
  invariant(query.kind === 'field', 'a single condition is words or a field')
  switch (query.field) {
    case 'rule':
      return fact('r', query.value)
    case 'lang':
      return fact('l', query.value)
    case 'source':
      return fact('o', query.value)
    case 'article':
      return fact('a', query.value)
    case 'writer_number':
      return fact('c', query.value)
    case 'writer':
      return { kind: 'writer', text: query.value }
    case 'state':
      return query.value === 'rejected' || query.value === 'removed' ? fact('s', query.value) : null
    case 'has':
      return query.value === 'link' ? fact('h', 'link') : null
    default:
      return null
  }
}

const isIndexed = (query: Query): boolean =>
  query.kind === 'and' || query.kind === 'or'
    ? query.parts.every(isIndexed)
    : searchOf(query.kind === 'not' ? query.part : query) !== null

/** The index's part of the query: what it cannot tell is taken to be true, and so nothing that answers is lost. */
function coverOf(query: Query, now: Date): TextSearch | null {
  if (query.kind === 'and') {
    const parts = query.parts.map((part) => coverOf(part, now)).filter((part) => part !== null)
    return parts.length === 0 ? null : { kind: 'and', parts }
  }
  if (query.kind === 'or') {
    const parts = query.parts.map((part) => coverOf(part, now))
    const known = parts.filter((part) => part !== null)
    return known.length === parts.length ? { kind: 'or', parts: known } : null
  }
  const one = query.kind === 'not' ? query.part : query
  if (one.kind === 'field' && (one.field === 'before' || one.field === 'after'))
    return coverOfDays((one.field === 'after') === (query.kind !== 'not'), one.value, now)
  const search = searchOf(one)
  return search === null || query.kind !== 'not' ? search : { kind: 'not', part: search }
}

/** More months than these are not worth naming one by one. */
const MOST_MONTHS = 36

/**
 * Days are found by their months: those since the day, or not those after it. The index knows months in UTC, so a day is
 * added for the paper's zone, and one for a clock that runs ahead.
 */
function coverOfDays(since: boolean, day: string, now: Date): TextSearch | null {
  const at = new Date(`${day}T00:00:00Z`)
  const from = since ? monthOf(after(at, -days(1))) : monthOf(after(at, days(1))) + 1
  const to = monthOf(after(now, days(1)))
  const count = to - from + 1
  if (count > MOST_MONTHS || (count < 1 && !since)) return null
  const months: TextSearch = {
    kind: 'or',
    parts: Array.from({ length: Math.max(1, count) }, (_, n) => fact('m', monthName(from + n))),
  }
  return since ? months : { kind: 'not', part: months }
}

const monthOf = (at: Date): number => at.getUTCFullYear() * 12 + at.getUTCMonth()
const monthName = (month: number): string =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`

function exactOf(query: Query): Exact {
  switch (query.kind) {
    case 'and':
    case 'or':
      return { kind: query.kind, parts: query.parts.map(exactOf) }
    case 'not':
      return { kind: 'not', part: exactOf(query.part) }
    default: {
      const search = searchOf(query)
      if (search) return { kind: 'search', search }
      invariant(query.kind === 'field', 'words are always in the index')
      return { kind: 'row', condition: query as RowCondition }
    }
  }
}
