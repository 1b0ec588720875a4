/**
 * A text as a person reads it, beside the text as it was typed: "example (dot) org" reads `example.org`. Every place in
 * the reading leads back to the raw text, so that evidence stands where the words stand.
 */
export type Reading = {
  text: string
  raw: string
  /** For each UTF-16 unit of `text` where it begins and ends in the raw text; undefined where both are the same. */
  starts: readonly number[] | undefined
  ends: readonly number[] | undefined
}

export const asTyped = (text: string): Reading => ({ text, raw: text, starts: undefined, ends: undefined })

/** Where in the raw text the piece [start, end) of a reading stands. `end` is greater than `start`. */
export const rawSpan = (reading: Reading, start: number, end: number): { start: number; end: number } => ({
  start: reading.starts?.[start] ?? start,
  end: reading.ends?.[end - 1] ?? end,
})

/** Replaces every match; each unit of a replacement stands for the whole match. */
export function reread(
  reading: Reading,
  pattern: RegExp,
  replace: (match: RegExpExecArray) => string,
): Reading {
  let text = ''
  const starts: number[] = []
  const ends: number[] = []
  const keep = (from: number, to: number): void => {
    text += reading.text.slice(from, to)
    for (let i = from; i < to; i++) {
      starts.push(reading.starts?.[i] ?? i)
      ends.push(reading.ends?.[i] ?? i + 1)
    }
  }
  let last = 0
  for (const match of reading.text.matchAll(pattern)) {
    const piece = replace(match)
    if (piece === match[0]) continue
    keep(last, match.index)
    last = match.index + match[0].length
    const raw = rawSpan(reading, match.index, last)
    text += piece
    for (let i = 0; i < piece.length; i++) {
      starts.push(raw.start)
      ends.push(raw.end)
    }
  }
  if (last === 0) return reading
  keep(last, reading.text.length)
  return { text, raw: reading.raw, starts, ends }
}
