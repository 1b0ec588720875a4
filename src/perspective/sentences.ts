import type { Evidence } from '../triage/signal.ts'

/** Each sentence is scored by itself: a text of one-letter sentences must not cost a thousand scores. */
export const MOST_SPANS = 50

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/**
 * The sentences of a text, without the blanks around them, in order and apart from each other; short ones together, so
 * that there are MOST_SPANS at most. UTF-16 offsets, `end` exclusive. Sentences as in Unicode Standard Annex 29.
 */
export function sentencesOf(text: string): Evidence[] {
  const shortest = Math.ceil(text.length / MOST_SPANS)
  const spans: Evidence[] = []
  let start = 0
  for (const { index, segment } of segmenter.segment(text)) {
    const end = index + segment.length
    if (end - start < shortest && end < text.length) continue
    const span = trimmed(text, start, end)
    if (span) spans.push(span)
    start = end
  }
  return spans
}

function trimmed(text: string, start: number, end: number): Evidence | undefined {
  const piece = text.slice(start, end)
  const words = piece.trim()
  if (words === '') return undefined
  const from = start + piece.length - piece.trimStart().length
  return { start: from, end: from + words.length }
}
