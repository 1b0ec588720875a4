import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Line, LineSplitter, LONGEST_LINE } from './lines.ts'

const cut = (...chunks: (string | Uint8Array)[]): Line[] => {
  const splitter = new LineSplitter()
  const lines = chunks.flatMap((chunk) => [
    ...splitter.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk),
  ])
  return [...lines, ...splitter.end()]
}
const texts = (lines: Line[]) => lines.map((line) => ('text' in line ? line.text.trimEnd() : line.problem))

describe('the lines of an input', () => {
  it('are numbered from 1, and the last needs no line break', () => {
    const two = [
      { number: 1, text: 'one' },
      { number: 2, text: 'two' },
    ]
    expect(cut('one\ntwo')).toEqual(two)
    expect(cut('one\ntwo\n')).toEqual(two)
    expect(cut('')).toEqual([])
  })

  it('end as they end on Windows, and begin behind a byte order mark', () => {
    expect(texts(cut('\uFEFFone\r\ntwo\r\n'))).toEqual(['one', 'two'])
  })

  it('keep their place where they are empty', () => {
    expect(texts(cut('one\n\n  \r\nfour'))).toEqual(['one', 'it is empty', 'it is empty', 'four'])
  })

  it('are said to be no UTF-8 instead of being read with other letters', () => {
    expect(texts(cut('one\n', Uint8Array.of(0xff, 0xfe, 0x61, 0x0a), 'three'))).toEqual([
      'one',
      'it is not UTF-8',
      'three',
    ])
  })

  it('are not read where they are far longer than any comment, and the next one is', () => {
    const splitter = new LineSplitter()
    const long = Buffer.alloc(LONGEST_LINE, 'x')
    const found = [long, long, Buffer.from('x\nafter\n')].flatMap((chunk) => [...splitter.push(chunk)])
    expect(texts(found)).toEqual(['it is longer than 1,048,576 bytes', 'after'])
    expect(texts(cut(long))).toEqual([long.toString()])
  })

  it('are the same wherever the chunks end, in the middle of a letter too', () => {
    const piece = fc.constantFrom('quay', 'é', '🛶', '\n', '\r\n', '\uFEFF', ' ')
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }),
        fc.array(fc.integer({ min: 1, max: 5 })),
        (pieces, sizes) => {
          const bytes = Buffer.from(pieces.join(''))
          const chunks: Uint8Array[] = []
          for (let from = 0, i = 0; from < bytes.length; i++) {
            const size = sizes[i] ?? bytes.length
            chunks.push(bytes.subarray(from, from + size))
            from += size
          }
          expect(cut(...chunks)).toEqual(cut(bytes))
        },
      ),
    )
  })
})
