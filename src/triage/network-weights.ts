import { createHash } from 'node:crypto'
import { type Layer, layerOf } from './layer.ts'
import { ModelFileError } from './model-files.ts'
import { subwordBuckets } from './subwords.ts'

/** A table whose rows are stored in eight bits, each with its own scale. */
export type QuantisedTable = { rows: Int8Array; scales: Float32Array }

/** Filters of one width: `weights` lies as filter, place in the vector, place in the window. */
export type Filters = { width: number; count: number; weights: Float32Array; bias: Float32Array }

export type NetworkWeights = {
  /** What the network was trained on, and the hash of its numbers. */
  pool: string
  hash: string
  heads: readonly string[]
  /** Of a token's vector. */
  size: number
  /** Row 0 of `words` is for every word that is not in it. */
  vocabulary: ReadonlyMap<string, number>
  words: QuantisedTable
  subwords: QuantisedTable
  filters: readonly Filters[]
  hidden: Layer
  output: Layer
}

type Header = Record<string, { dtype: string; shape: number[]; data_offsets: [number, number] }>
type Metadata = { __metadata__: { heads: string; poolSha256: string; sha256: string } }

/** Reads the safetensors format. A file that is cut or changed is refused: it would score, and score nonsense. */
export function readNetworkWeights(file: Uint8Array): NetworkWeights {
  const headerLength = Number(new DataView(file.buffer, file.byteOffset).getBigUint64(0, true))
  const header = JSON.parse(Buffer.from(file.subarray(8, 8 + headerLength)).toString()) as Header & Metadata
  // A copy, since views of four bytes must begin at a multiple of four.
  const numbers = new Uint8Array(file.subarray(8 + headerLength))
  const { heads, poolSha256, sha256 } = header.__metadata__
  if (createHash('sha256').update(numbers).digest('hex') !== sha256)
    throw new ModelFileError(
      'The network’s file is damaged, its numbers do not have the hash it states: restore it.',
    )

  const tensor = (name: string) => {
    const entry = header[name]
    if (!entry) throw new ModelFileError(`The network’s file has no ${name}.`)
    const [begin, end] = entry.data_offsets
    return { shape: entry.shape, begin, end }
  }
  const floats = (name: string): Float32Array => {
    const { begin, end } = tensor(name)
    return new Float32Array(numbers.buffer, begin, (end - begin) / 4)
  }
  const table = (name: string): QuantisedTable => {
    const { begin, end } = tensor(name)
    return { rows: new Int8Array(numbers.buffer, begin, end - begin), scales: floats(`${name}.scale`) }
  }
  const layer = (name: string): Layer => layerOf(floats(`${name}.weight`), floats(`${name}.bias`))
  const filters = (place: number): Filters => {
    const [count = 0, , width = 0] = tensor(`convolutions.${place}.weight`).shape
    const name = `convolutions.${place}`
    return { width, count, weights: floats(`${name}.weight`), bias: floats(`${name}.bias`) }
  }
  const places = Object.keys(header).flatMap((name) => /^convolutions\.(\d+)\.weight$/.exec(name)?.[1] ?? [])

  const [buckets = 0, size = 0] = tensor('subwords').shape
  if (buckets !== subwordBuckets)
    throw new ModelFileError(
      `The network has ${buckets} buckets of sub-words; this code reads ${subwordBuckets}.`,
    )
  const { begin, end } = tensor('vocabulary')
  const vocabulary = Buffer.from(numbers.subarray(begin, end)).toString().split('\n')
  return {
    pool: poolSha256,
    hash: sha256,
    heads: heads.split(' '),
    size,
    vocabulary: new Map(vocabulary.map((word, i) => [word, i + 1])),
    words: table('words'),
    subwords: table('subwords'),
    filters: places.map((place) => filters(Number(place))),
    hidden: layer('hidden'),
    output: layer('output'),
  }
}
