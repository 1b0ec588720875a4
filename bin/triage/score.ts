import { createReadStream, type Stats } from 'node:fs'
import { stat } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { progressBar, UsageError } from '../terminal.ts'
import { type Line, LineSplitter } from './lines.ts'
import { Output } from './output.ts'
import { type Batch, createScorer, type LineScorer } from './score-batch.ts'
import { createScorerPool } from './score-pool.ts'

/** Small enough that an answer goes out soon and that workers share a chunk, large enough to cost nothing. */
const BATCH = 32

/** `postbag triage score --jsonl [FILE|-]`: an answer a line, in order; needs no database and no settings. */
export async function score(words: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      jsonl: { type: 'boolean' },
      workers: { type: 'string', default: '1' },
      models: { type: 'string' },
    },
  })
  const workers = Number(values.workers)
  if (positionals.length > 1 || !Number.isInteger(workers) || workers < 1 || workers > 64)
    throw new UsageError('postbag triage score --jsonl [FILE|-] [--workers 1 to 64] [--models DIR]')
  const [file = '-'] = positionals
  const size = file === '-' ? undefined : (await regularFile(file)).size
  const scorer = workers === 1 ? createScorer(values.models) : await createScorerPool(workers, values.models)
  try {
    return await scoreAll(file === '-' ? process.stdin : createReadStream(file), size, scorer)
  } finally {
    await scorer.close()
  }
}

async function regularFile(file: string): Promise<Stats> {
  const found = await stat(file)
  if (found.isDirectory()) throw new UsageError(`${file} is a folder: a file of JSON lines is needed.`)
  return found
}

async function scoreAll(
  input: AsyncIterable<Buffer>,
  size: number | undefined,
  scorer: LineScorer,
): Promise<number> {
  // Drawn over on the error output, which would tear the answers where both are one terminal.
  const bar = progressBar('Scoring', process.stdout.isTTY !== true)
  const output = new Output(process.stdout)
  const splitter = new LineSplitter()
  const waiting: Promise<Batch>[] = []
  let [lines, bytes, bad] = [0, 0, 0]
  let firstBad: string | undefined

  const answerFirst = async (): Promise<void> => {
    const batch = await waiting.shift()
    if (!batch) return
    lines += batch.lines
    bad += batch.bad
    firstBad ??= batch.firstBad
    await output.write(batch.answers)
    if (size === undefined) bar.update(lines, 0)
    else bar.update(bytes, size)
  }
  const scoreLines = async (found: Iterable<Line>): Promise<void> => {
    for (const batch of batchesOf(found)) {
      if (output.closed) return
      waiting.push(scorer.score(batch))
      if (waiting.length >= scorer.width) await answerFirst()
    }
    // Whoever sends a line and waits for its answer gets it before the next.
    while (waiting.length > 0 && !output.closed) await answerFirst()
  }
  for await (const chunk of input) {
    bytes += chunk.length
    await scoreLines(splitter.push(chunk))
    if (output.closed) return 0
  }
  await scoreLines(splitter.end())
  bar.end()
  if (bad === 0) return 0
  process.stderr.write(
    `postbag: ${bad.toLocaleString('en-GB')} of ${lines.toLocaleString('en-GB')} lines could not be scored, the first is ${firstBad}.\n`,
  )
  return 2
}

function* batchesOf(lines: Iterable<Line>): Generator<Line[]> {
  let batch: Line[] = []
  for (const line of lines) {
    batch.push(line)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
