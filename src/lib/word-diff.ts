/** A stretch of words that both texts share, or that only the older or the newer one has. */
export type Change = { kind: 'same' | 'gone' | 'new'; text: string }

/** Words and what stands between them, so that the parts put together give the text again. */
const parts = (text: string): string[] => text.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]+/gu) ?? []

/**
 * What became of one text in the other, by the longest common subsequence of their words. Quadratic in the words that
 * differ: a comment has 5,000 characters at the most. What both begin and end with is set aside first.
 */
export function wordDiff(older: string, newer: string): Change[] {
  const a = parts(older)
  const b = parts(newer)
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++
  const changes: Change[] = []
  const add = (kind: Change['kind'], text: string): void => {
    const last = changes.at(-1)
    if (text === '') return
    if (last?.kind === kind) last.text += text
    else changes.push({ kind, text })
  }
  add('same', a.slice(0, head).join(''))
  middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail), add)
  add('same', a.slice(a.length - tail).join(''))
  return changes
}

function middle(
  a: readonly string[],
  b: readonly string[],
  add: (kind: Change['kind'], text: string) => void,
): void {
  const width = b.length + 1
  // common[i][j]: the longest common subsequence of what follows a[i] and b[j].
  const common = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i * width + j] =
        a[i] === b[j]
          ? (common[(i + 1) * width + j + 1] as number) + 1
          : Math.max(common[(i + 1) * width + j] as number, common[i * width + j + 1] as number)
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      add('same', a[i++] as string)
      j++
    } else if (
      i < a.length &&
      (j === b.length || (common[(i + 1) * width + j] as number) >= (common[i * width + j + 1] as number))
    )
      add('gone', a[i++] as string)
    else add('new', b[j++] as string)
  }
}
