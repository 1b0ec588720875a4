/** Of the strongest word: on the development set's marked comments this agrees best with what people marked. */
const leastShare = 0.3
/** A log-odds that moves less moves no decision; without it a clean comment would have evidence too. */
const leastAdded = 0.2

/** From how much on a word is evidence of the network, for `wordEvidence`. Relative: its words share what they add. */
export const networkEvidenceThreshold = (contributions: Float64Array): number =>
  Math.max(leastAdded, leastShare * Math.max(...contributions))
