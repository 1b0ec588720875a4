import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { projectRoot } from '../src/root.ts'
import { loadVocabulary } from '../src/triage/model-files.ts'
import { subwordBuckets, subwordsOf } from '../src/triage/subwords.ts'
import { createTokensOf } from '../src/triage/tokens.ts'
import { goldenSentences } from './golden-sentences.ts'
import { heads, type PoolRow, readRows, sha256Of } from './pool.ts'

/*
 * The pool as numbers, for `network.py`: words, their pieces and the rows are cut here and nowhere else, so that training
 * and inference cannot differ in how they read a text.
 */

/** Longer comments lose their middle: what matters tends to stand at the beginning or the end. */
const kept = { first: 80, last: 40 }

const { values } = parseArgs({ options: { data: { type: 'string' }, out: { type: 'string' } } })
if (!values.data || !values.out) throw new Error('Say --data DIR and --out DIR.')
const out = values.out
const pool = join(values.data, 'train.jsonl.gz')
const rows = readRows<PoolRow>(pool)
const tokensOf = createTokensOf(loadVocabulary(join(projectRoot, 'models/triage')))

const words = new Map<string, number>()
const sources: string[] = []

function cut(text: string): number[] {
  const all = tokensOf(text)
  const read =
    all.length > kept.first + kept.last ? [...all.slice(0, kept.first), ...all.slice(-kept.last)] : all
  return read.map(({ word }) => {
    const known = words.get(word)
    if (known !== undefined) return known
    words.set(word, words.size)
    return words.size - 1
  })
}

/** Sets of one origin share how they were labelled: `jig_fc` and `jig_kh1` are both Jigsaw's. */
function sourceOf({ src }: PoolRow): number {
  const origin = src.split('_')[0] ?? src
  if (!sources.includes(origin)) sources.push(origin)
  return sources.indexOf(origin)
}

/** Lists of different lengths as one: where each begins, and all their members. */
function writeLists(name: string, lists: readonly (readonly number[])[]): void {
  const starts = new Uint32Array(lists.length + 1)
  lists.forEach((list, i) => {
    starts[i + 1] = (starts[i] ?? 0) + list.length
  })
  write(`${name}.starts.u32`, starts)
  write(`${name}.u32`, Uint32Array.from(lists.flat()))
}

function write(name: string, numbers: Uint32Array | Float32Array | Int8Array | Uint8Array): void {
  writeFileSync(join(out, name), new Uint8Array(numbers.buffer))
}

mkdirSync(out, { recursive: true })
writeLists(
  'rows',
  rows.map(({ text }) => cut(text)),
)
const golden = goldenSentences.map(cut)
writeLists('subwords', [...words.keys()].map(subwordsOf))
write('labels.i8', Int8Array.from(rows.flatMap((row) => heads.map((head) => row[head] ?? -1))))
write(
  'weights.f32',
  Float32Array.from(rows, ({ w }) => w),
)
write('sources.u8', Uint8Array.from(rows, sourceOf))
writeFileSync(
  join(out, 'about.json'),
  JSON.stringify({
    heads,
    sources,
    subwordBuckets,
    poolSha256: sha256Of(pool),
    words: [...words.keys()],
    golden,
  }),
)
process.stderr.write(`${rows.length} rows, ${words.size} words\n`)
