import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import wabt from 'wabt'
import { createConvolution, strongestWindow, widestWindow } from './convolution.ts'
import { convolutionKernel } from './data/convolution-kernel.ts'

it('the kernel that is kept is the one that its source says', async () => {
  const source = readFileSync(join(import.meta.dirname, 'convolution.wat'), 'utf8')
  const bytes = (await wabt()).parseWat('convolution.wat', source, { simd: true }).toBinary({}).buffer
  expect(Buffer.from(bytes).toString('base64')).toBe(convolutionKernel)
})

const tap = fc.integer({ min: -32_768, max: 32_767 })
const shape = fc.record({ width: fc.constantFrom(1, 2, 3, 5), filters: fc.integer({ min: 1, max: 19 }) })

it('finds for every filter the highest sum of all windows, to the bit, whatever the number of filters', () => {
  fc.assert(
    fc.property(
      shape,
      fc.array(fc.nat(6), { maxLength: 9 }),
      fc.infiniteStream(tap),
      (taps, words, numbers) => {
        const { width, filters } = taps
        const rowLength = width * filters
        const convolution = createConvolution(8 * rowLength, 9, filters)
        const { rows, begins } = convolution
        for (let i = rowLength; i < rows.length; i++) rows[i] = numbers.next().value ?? 0
        words.forEach((word, i) => {
          begins[widestWindow - 1 + i] = (word + 1) * rowLength
        })
        const maxima = convolution.pooledMaxima(words.length, { width, tap: 0, filters }).slice(0, filters)
        const expected = Array.from({ length: filters }, (_, filter) => {
          const windows = Array.from({ length: words.length + width - 1 }, (_, window) => {
            const at = widestWindow - width + window
            let sum = 0
            for (let place = 0; place < width; place++)
              sum += rows[(begins[at + place] ?? 0) + place * filters + filter] ?? 0
            return { at, sum }
          })
          const highest = windows.reduce((most, { sum }) => Math.max(most, sum), 0)
          const first = windows.find(({ sum }) => sum === highest)
          if (first)
            expect(strongestWindow(convolution, words.length, { width, tap: 0, filters }, filter)).toBe(
              first.at,
            )
          return highest
        })
        expect([...maxima]).toEqual(expected)
      },
    ),
  )
})
