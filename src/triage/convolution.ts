import { convolutionKernel } from './data/convolution-kernel.ts'

/** The widest window of words that a filter can have. */
export const widestWindow = 5

/** Filters of one width within a row: where their taps begin, and how many filters they are. */
export type Taps = { width: number; tap: number; filters: number }

/** What words add to the filters: `weights` lie tap by tap, `size` numbers each, as many as a word's vector has. */
export type TapWeights = { size: number; weights: Float32Array }

/** The memory of the kernel: the words of one text, and one row of numbers a word. */
export type Convolution = {
  rows: Int16Array
  /** Where each word's row begins, with `widestWindow - 1` rows of nothing on both sides. */
  begins: Int32Array
  /** A word's vector, from which `fill` works out its taps. */
  vector: Float32Array
  /** Writes the taps of the vector, `unit` for one, where a row begins, and up to seven numbers more. */
  fill(begin: number, unit: number): void
  /**
   * For each filter its highest sum over all windows of a text, those that reach over its ends included and the one that
   * holds nothing (0). Valid until the next call.
   */
  pooledMaxima(words: number, taps: Taps): Int32Array
}

type Kernel = {
  pool(
    rows: number,
    at: number,
    end: number,
    window: number,
    tap: number,
    place: number,
    maxima: number,
  ): void
  fill(vector: number, past: number, weights: number, row: number, end: number, unit: number): void
}

// TypeScript's own types of WebAssembly come with the browser's, which a server must not see.
const { Memory, Module, Instance } = (
  globalThis as unknown as {
    WebAssembly: {
      Memory: new (size: { initial: number }) => { buffer: ArrayBuffer }
      Module: new (bytes: Uint8Array) => object
      Instance: new (module: object, imports: object) => { exports: unknown }
    }
  }
).WebAssembly

// Compiled once a process: it has no state of its own.
const compiled = new Module(Buffer.from(convolutionKernel, 'base64'))

const PAGE = 65_536
/** The kernel takes eight numbers at a time: it may read seven beyond the last filter, and write as many. */
const STRIDE = 8
export const upToStride = (count: number): number => Math.ceil(count / STRIDE) * STRIDE

/** Memory for rows of `numbers` in all, texts of `mostWords`, and filters of one width, `mostFilters` at most. */
export function createConvolution(
  numbers: number,
  mostWords: number,
  mostFilters: number,
  { size, weights }: TapWeights,
): Convolution {
  const tapCount = upToStride(weights.length / size)
  const places = mostWords + 2 * (widestWindow - 1)
  const beginsAt = 4 * upToStride(mostFilters)
  const vectorAt = upToStride(beginsAt + 4 * places)
  const weightsAt = upToStride(vectorAt + 4 * size)
  const rowsAt = weightsAt + 4 * tapCount * size
  const bytes = rowsAt + 2 * (numbers + STRIDE)
  const memory = new Memory({ initial: Math.ceil(bytes / PAGE) })
  const { pool, fill } = new Instance(compiled, { host: { memory } }).exports as Kernel
  const maxima = new Int32Array(memory.buffer, 0, upToStride(mostFilters))
  layWeights(new Float32Array(memory.buffer, weightsAt, tapCount * size), size, weights)
  return {
    rows: new Int16Array(memory.buffer, rowsAt, numbers),
    begins: new Int32Array(memory.buffer, beginsAt, places),
    vector: new Float32Array(memory.buffer, vectorAt, size),
    fill(begin, unit) {
      const row = rowsAt + 2 * begin
      fill(vectorAt, vectorAt + 4 * size, weightsAt, row, row + 2 * tapCount, unit)
    },
    pooledMaxima(words, { width, tap, filters }) {
      maxima.fill(0)
      const at = beginsAt + 4 * (widestWindow - width)
      const end = beginsAt + 4 * (widestWindow - 1 + words)
      pool(rowsAt, at, end, 4 * width, 2 * tap, 2 * filters, 0)
      return maxima
    },
  }
}

/** For each eight taps number by number, as the kernel reads them. */
function layWeights(laid: Float32Array, size: number, weights: Float32Array): void {
  for (let tap = 0; tap * size < weights.length; tap++)
    for (let i = 0; i < size; i++)
      laid[(Math.floor(tap / STRIDE) * size + i) * STRIDE + (tap % STRIDE)] = weights[
        tap * size + i
      ] as number
}

/** Where in `begins` the window begins that gave one filter its maximum, the earliest of equals. */
export function strongestWindow(
  { rows, begins }: Convolution,
  words: number,
  { width, tap, filters }: Taps,
  filter: number,
): number {
  let strongest = widestWindow - width
  let highest = Number.NEGATIVE_INFINITY
  for (let at = widestWindow - width; at < widestWindow - 1 + words; at++) {
    let sum = 0
    for (let place = 0; place < width; place++)
      sum += rows[(begins[at + place] as number) + tap + place * filters + filter] as number
    if (sum <= highest) continue
    highest = sum
    strongest = at
  }
  return strongest
}
