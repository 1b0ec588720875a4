import { memo } from './memo.ts'

/**
 * What detectors found out about a word, shared by all its tokens. A word of a newspaper's comments comes back a
 * thousand times, and each look-up in each of a dozen lists waits for memory.
 */
export type Traits = unknown[]

// As many as the tokeniser remembers chunks; beyond, a rare word is looked up again.
const rememberedWords = 40_000

/** The traits of a word, empty at first. The same array for the same word, as long as it is remembered. */
export const traitsOf: (word: string) => Traits = memo(rememberedWords, (): Traits => [])

type Known = { word: string; traits?: Traits }

let traits = 0

/** A question about words that is answered once a word: `answer` is pure. */
export function traitOf<Answer extends object | string | number | boolean | null>(
  answer: (word: string) => Answer,
): (token: Known) => Answer {
  const place = traits++
  return ({ word, traits: known }) => {
    if (known === undefined) return answer(word)
    const found = known[place]
    if (found !== undefined) return found as Answer
    const fresh = answer(word)
    known[place] = fresh
    return fresh
  }
}
