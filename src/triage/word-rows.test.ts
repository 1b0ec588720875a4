import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createWordRows } from './word-rows.ts'

const capacity = 24
const mostWords = 8
const texts = fc.array(fc.array(fc.integer({ min: 0, max: 60 }).map(String), { maxLength: mostWords }))

/** A table whose rows hold the word itself. */
function tableOf(): { read(words: readonly string[]): (string | undefined)[]; filled: string[] } {
  const table: string[] = ['none']
  const filled: string[] = []
  const rows = createWordRows(capacity, (row, word) => {
    table[row] = word
    filled.push(word)
  })
  return {
    filled,
    read(words) {
      rows.makeRoom(words.length)
      const found = words.map((word) => rows.rowOf(word))
      return found.map((row) => table[row])
    },
  }
}

describe('the rows of remembered words', () => {
  it('hold the words of a text, all of them, whatever was read before', () => {
    fc.assert(
      fc.property(texts, (all) => {
        const table = tableOf()
        for (const words of all) expect(table.read(words)).toEqual(words)
      }),
    )
  })

  it('keep a word that comes again while rare ones pass', () => {
    const table = tableOf()
    for (let i = 0; i < 200; i++) table.read(['the', `rare${i}`])
    expect(table.filled.filter((word) => word === 'the')).toHaveLength(1)
  })

  it('make room even if every word had come again', () => {
    const table = tableOf()
    const words = Array.from({ length: 3 * capacity }, (_, i) => `word${i}`)
    for (const word of words) expect(table.read([word, word])).toEqual([word, word])
  })
})
