import { type Html, html } from '../../lib/html.ts'
import type { RuleMatch } from '../../policy/verdict.ts'
import type { Evidence } from '../../triage/signal.ts'

export type Mark = Evidence & { strong: boolean }

/** What holds a comment is marked the strongest; what only flags it is marked; what says nothing is not. */
export const marksOf = (matches: readonly RuleMatch[]): Mark[] =>
  matches
    .filter((match) => match.effect !== 'none')
    .flatMap((match) => match.evidence.map((span) => ({ ...span, strong: match.effect === 'hold' })))

const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff
const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff

/** Whether a cut here would part the two halves of one character. */
const cutsCharacter = (text: string, at: number): boolean =>
  at > 0 && at < text.length && isLow(text.charCodeAt(at)) && isHigh(text.charCodeAt(at - 1))

/** Spans come from detectors and old records: what lies outside the text is cut off, half a character is widened. */
function fitted(text: string, span: Mark): Mark | undefined {
  if (!Number.isFinite(span.start) || !Number.isFinite(span.end)) return undefined
  let start = Math.min(text.length, Math.max(0, Math.trunc(span.start)))
  let end = Math.min(text.length, Math.max(0, Math.trunc(span.end)))
  if (start >= end) return undefined
  if (cutsCharacter(text, start)) start--
  if (cutsCharacter(text, end)) end++
  return { start, end, strong: span.strong }
}

type Edge = { at: number; any: number; strong: number }

/**
 * The text with its evidence in <mark>, side by side and never nested: where spans overlap the stronger shows.
 * Taking the marks away gives exactly the escaped text.
 */
export function markedText(text: string, marks: readonly Mark[]): Html {
  const edges: Edge[] = []
  for (const mark of marks) {
    const span = fitted(text, mark)
    if (!span) continue
    const strong = span.strong ? 1 : 0
    edges.push({ at: span.start, any: 1, strong }, { at: span.end, any: -1, strong: -strong })
  }
  edges.sort((a, b) => a.at - b.at)
  const parts: Html[] = []
  let from = 0
  let tone = 0
  let any = 0
  let strong = 0
  const close = (to: number): void => {
    if (to > from) parts.push(toned(text.slice(from, to), tone))
    from = to
  }
  for (let i = 0; i < edges.length; ) {
    const at = (edges[i] as Edge).at
    for (; i < edges.length && edges[i]?.at === at; i++) {
      any += (edges[i] as Edge).any
      strong += (edges[i] as Edge).strong
    }
    const next = strong > 0 ? 2 : any > 0 ? 1 : 0
    if (next === tone) continue
    close(at)
    tone = next
  }
  close(text.length)
  return html`${parts}`
}

function toned(text: string, tone: number): Html {
  if (tone === 0) return html`${text}`
  return tone === 1 ? html`<mark>${text}</mark>` : html`<mark class="strong">${text}</mark>`
}
