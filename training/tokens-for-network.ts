import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { subwordBuckets, subwordsOf } from '../src/triage/subwords.ts'
import type { TokensOf } from '../src/triage/tokens.ts'
import { goldenSentences } from './golden-sentences.ts'
import type { PoolRow } from './pool.ts'
import { heads } from './pool.ts'

/** Longer comments lose their middle: what matters tends to stand at the beginning or the end. */
const kept = { first: 80, last: 40 }

/**
 * Writes rows as numbers, for `network.py`: words, their pieces and the texts are cut here and nowhere else, so that
 * trainer and inference cannot differ in how they read.
 */
export function writeTokens(
  folder: string,
  rows: readonly PoolRow[],
  tokensOf: TokensOf,
  poolSha256: string,
): void {
  const words = new Map<string, number>()
  const cut = (text: string): number[] =>
    middleLeftOut(tokensOf(text)).map(({ word }) => {
      const known = words.get(word)
      if (known !== undefined) return known
      words.set(word, words.size)
      return words.size - 1
    })
  const write = (name: string, numbers: Uint32Array | Float32Array | Int8Array | Uint8Array): void =>
    writeFileSync(join(folder, name), new Uint8Array(numbers.buffer))
  /** Lists of different lengths as one: where each begins, and all their members. */
  const writeLists = (name: string, lists: readonly (readonly number[])[]): void => {
    const starts = new Uint32Array(lists.length + 1)
    for (const [i, list] of lists.entries()) starts[i + 1] = (starts[i] ?? 0) + list.length
    write(`${name}.starts.u32`, starts)
    write(`${name}.u32`, Uint32Array.from(lists.flat()))
  }
  const sources = [...new Set(rows.map(originOf))]
  writeLists(
    'rows',
    rows.map(({ text }) => cut(text)),
  )
  const golden = goldenSentences.map(cut)
  const list = [...words.keys()]
  writeLists('subwords', list.map(subwordsOf))
  write('labels.i8', Int8Array.from(rows.flatMap((row) => heads.map((head) => row[head] ?? -1))))
  write(
    'weights.f32',
    Float32Array.from(rows, ({ w }) => w),
  )
  write(
    'sources.u8',
    Uint8Array.from(rows, (row) => sources.indexOf(originOf(row))),
  )
  const about = { heads, sources, subwordBuckets, poolSha256, words: list, golden }
  writeFileSync(join(folder, 'about.json'), JSON.stringify(about))
}

const middleLeftOut = <Item>(items: Item[]): Item[] =>
  items.length > kept.first + kept.last ? [...items.slice(0, kept.first), ...items.slice(-kept.last)] : items

/** Sets of one origin share how they were labelled: `jig_fc` and `jig_kh1` are both Jigsaw's. */
const originOf = ({ src }: PoolRow): string => src.split('_')[0] ?? src
