import type { Evidence } from './signal.ts'
import type { Token } from './tokens.ts'

/** Of the strongest word: on the development set's marked comments a third agrees best with what people marked. */
const leastShare = 0.3
/** A logit that moves less moves no decision; without it a clean comment would have evidence too. */
const leastAdded = 0.2

/** Where in the raw text the words stand that made the network speak; neighbours are one place. */
export function networkEvidence(tokens: readonly Token[], contributions: Float64Array): Evidence[] {
  const least = Math.max(leastAdded, leastShare * Math.max(...contributions))
  const places: Evidence[] = []
  let last = -2
  contributions.forEach((added, i) => {
    const token = tokens[i]
    if (added < least || token === undefined) return
    const before = places.at(-1)
    if (before && last === i - 1) before.end = token.end
    else places.push({ start: token.start, end: token.end })
    last = i
  })
  return places
}
