import { rememberLast } from './memo.ts'
import type { Said } from './said.ts'
import type { Evidence } from './signal.ts'

/** A quotation that runs longer is a forgotten mark. */
const LONGEST = 400

const double = /["“”„«»]/g
/** An apostrophe is no mark: one opens only before a word and closes only behind one. */
const single = /(?<![^\s([—–-])['‘](?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}.,!?])['’](?=[\s.,;:!?)\]—–-]|$)/gu

/** What stands between quotation marks, the marks left out. */
export function quotationsIn(raw: string): Evidence[] {
  if (!/["“”„«»'‘’]/.test(raw)) return []
  const quotations = pairs(raw, double)
  if (quotations.length === 0)
    quotations.push(...pairs(raw, single).filter(({ start }) => opensAt(raw, start - 1)))
  return quotations
}

function pairs(raw: string, mark: RegExp): Evidence[] {
  const found: Evidence[] = []
  let opened: number | undefined
  for (const { index } of raw.matchAll(mark)) {
    if (opened === undefined || index - opened > LONGEST) opened = index
    else {
      if (index > opened + 1) found.push({ start: opened + 1, end: index })
      opened = undefined
    }
  }
  return found
}

const opensAt = (raw: string, place: number): boolean => !/[\p{L}\p{N}.,!?]/u.test(raw.charAt(place - 1))

/** What a comment quotes: the places, and the tokens that stand in them. */
export const quotedIn: (said: Said) => { places: readonly Evidence[]; tokens: ReadonlySet<number> } =
  rememberLast((said) => {
    const places = quotationsIn(said.raw)
    return { places, tokens: tokensWithin(said.tokens, places) }
  })

/** Which of the ascending tokens stand in one of the ascending spans. */
function tokensWithin(tokens: readonly Evidence[], spans: readonly Evidence[]): ReadonlySet<number> {
  const within = new Set<number>()
  if (spans.length === 0) return within
  let next = 0
  tokens.forEach(({ start, end }, i) => {
    while (next < spans.length && (spans[next]?.end ?? 0) <= start) next++
    const span = spans[next]
    if (span && span.start <= start && end <= span.end) within.add(i)
  })
  return within
}
