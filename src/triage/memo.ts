/**
 * Remembers what a pure function gave, about twice `limit` results at most: when the young half is full it becomes the
 * old one, and what is asked for again moves back. Bounded as an LRU is, for the price of one look-up in a Map.
 */
export function memo<Result>(limit: number, compute: (key: string) => Result): (key: string) => Result {
  let young = new Map<string, Result>()
  let old = new Map<string, Result>()
  return (key) => {
    const known = young.get(key)
    if (known !== undefined) return known
    const result = old.get(key) ?? compute(key)
    if (young.size >= limit) {
      old = young
      young = new Map()
    }
    young.set(detached(key), result)
    return result
  }
}

/**
 * Remembers what a pure function gave last: the detectors of one comment ask one after the other, each for the same.
 */
export function rememberLast<Argument, Result>(
  compute: (argument: Argument) => Result,
): (argument: Argument) => Result {
  let last: { argument: Argument; result: Result } | undefined
  return (argument) => {
    if (last?.argument !== argument) last = { argument, result: compute(argument) }
    return last.result
  }
}

// V8 keeps a piece of 13 letters and more as a view of its whole text, which a kept key would keep in memory.
export const detached = (key: string): string =>
  key.length < 13 ? key : Buffer.from(key, 'utf16le').toString('utf16le')
