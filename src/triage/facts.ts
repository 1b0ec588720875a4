import { memo } from './memo.ts'

/**
 * What detectors found out about a word, shared by all its tokens. A word of a newspaper's comments comes back a
 * thousand times: looked up in a dozen lists each time, the looking up was a third of what scoring costs.
 */
export type Facts = unknown[]

// As many as the tokeniser remembers chunks; beyond, a rare word is looked up again.
const rememberedWords = 40_000

/** The facts of a word, empty at first. The same array for the same word, as long as it is remembered. */
export const factsOf: (word: string) => Facts = memo(rememberedWords, (): Facts => [])

type Known = { word: string; facts?: Facts }

let facts = 0

/** A question about words that is answered once a word: `answer` is pure. */
export function factOf<Answer extends object | string | number | boolean | null>(
  answer: (word: string) => Answer,
): (token: Known) => Answer {
  const place = facts++
  return ({ word, facts: known }) => {
    if (known === undefined) return answer(word)
    const found = known[place]
    if (found !== undefined) return found as Answer
    const fresh = answer(word)
    known[place] = fresh
    return fresh
  }
}
