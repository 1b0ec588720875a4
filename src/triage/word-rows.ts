import { detached } from './memo.ts'

/** Which row of a table a word has, for a table whose rows lie in one array. */
export type WordRows = {
  /** Row 0 is no word's. */
  rowOf(word: string): number
  /** Asked before a text, so that none of its rows is given to another word while it is read. */
  makeRoom(words: number): void
}

/** `fill` writes a row when its word is first met. Holds `capacity` rows, the first of which stays as it is. */
export function createWordRows(capacity: number, fill: (row: number, word: string) => void): WordRows {
  const rows = new Map<string, number>()
  const metAgain = new Uint8Array(capacity)
  const free: number[] = []
  const release = (): void => {
    free.length = 0
    for (let row = capacity - 1; row > 0; row--) free.push(row)
  }
  release()
  /** Most words of a paper's readers are common and most different words are not: only those that came again stay. */
  const forgetTheRare = (): void => {
    for (const [word, row] of rows)
      if (metAgain[row] === 0) {
        rows.delete(word)
        free.push(row)
      }
    metAgain.fill(0)
  }
  return {
    rowOf(word) {
      const known = rows.get(word)
      if (known !== undefined) {
        metAgain[known] = 1
        return known
      }
      const row = free.pop() ?? 0
      fill(row, word)
      rows.set(detached(word), row)
      metAgain[row] = 0
      return row
    },
    makeRoom(words) {
      if (free.length >= words) return
      forgetTheRare()
      // What is left takes up most of the room: else every text would look through all of it.
      if (free.length >= Math.max(words, capacity / 8)) return
      rows.clear()
      release()
    },
  }
}
