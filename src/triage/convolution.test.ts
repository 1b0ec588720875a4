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

const noTaps = { size: 1, weights: new Float32Array(0) }

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
        const convolution = createConvolution(8 * rowLength, 9, filters, noTaps)
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

it('works out the taps of a word as a plain sum of products does, and cuts what no row can hold', () => {
  const number = fc.float({ min: -4, max: 4, noNaN: true })
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 20 }),
      fc.infiniteStream(number),
      (size, taps, numbers) => {
        const next = (): number => numbers.next().value ?? 0
        const weights = Float32Array.from({ length: taps * size }, next)
        const convolution = createConvolution(3 * 32, 1, 1, { size, weights })
        const vector = convolution.vector.map(next)
        convolution.vector.set(vector)
        convolution.fill(32, 1000)
        for (let tap = 0; tap < taps; tap++) {
          const sum = vector.reduce((total, value, i) => total + value * (weights[tap * size + i] ?? 0), 0)
          const cut = Math.max(-32_768, Math.min(32_767, sum * 1000))
          expect(Math.abs((convolution.rows[32 + tap] ?? Number.NaN) - cut)).toBeLessThan(1)
        }
        expect(convolution.rows.slice(0, 32).every((one) => one === 0)).toBe(true)
        expect(convolution.rows.slice(32 + 24).every((one) => one === 0)).toBe(true)
      },
    ),
  )
})
