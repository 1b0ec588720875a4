import { access, copyFile, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { projectRoot } from '../../src/root.ts'
import { blendStages } from '../../training/blend-stages.ts'
import { trainLinear } from '../../training/train-linear.ts'
import { say, UsageError } from '../terminal.ts'
import { openEngine } from './score-batch.ts'

const shipped = join(projectRoot, 'models/triage')

/** What training reads, in the form that docs/triage.md describes. */
const needed = [
  'train.jsonl.gz',
  'spam.jsonl.gz',
  ...['civil', 'jigsaw', 'civil_evidence_spans'].map((set) => `devset/${set}.jsonl.gz`),
]
const trained = ['linear.bin', 'linear.json', 'vocabulary.json', 'network.safetensors', 'blend.json']

/**
 * `postbag triage train DIR --out DIR`: the linear stage and both calibrations anew; the network stays the one that
 * ships, since its training needs another tool. The models that ship are replaced only where `--out` names their folder.
 */
export async function train(words: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: { out: { type: 'string' } },
  })
  const [data] = positionals
  if (data === undefined || positionals.length > 1 || values.out === undefined)
    throw new UsageError(
      'postbag triage train DIR --out DIR: the folder of the pool, and the folder that the models go to.',
    )
  for (const name of needed)
    await access(join(data, name)).catch(() => {
      throw new UsageError(`${join(data, name)} is missing. A pool holds ${needed.join(', ')}.`)
    })
  const out = resolve(values.out)
  await mkdir(out, { recursive: true })
  // Beside the place, and moved there whole: an engine that starts meanwhile reads no half-written table.
  const work = await mkdtemp(join(dirname(out), '.postbag-training-'))
  try {
    trainLinear(data, work)
    await copyFile(join(shipped, 'network.safetensors'), join(work, 'network.safetensors'))
    blendStages(data, work)
    const { version } = openEngine(work)
    for (const name of trained) await rename(join(work, name), join(out, name))
    say(`${out} holds the engine ${version}.`)
    if (out !== shipped)
      say(`Compare it before it is used: postbag triage eval FILE, with and without --models ${values.out}`)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  return 0
}
