import { join } from 'node:path'
import { printable } from '../../src/lib/printable.ts'
import { projectRoot } from '../../src/root.ts'
import { loadEngine } from '../../src/triage/load-engine.ts'
import type { Engine } from '../../src/triage/signals.ts'
import type { Line } from './lines.ts'
import { answerLine } from './score-line.ts'

export type Batch = { answers: string; lines: number; bad: number; firstBad: string | undefined }

/** Scores lines, here or elsewhere; `width` is how many batches it works on at once. */
export type LineScorer = {
  width: number
  score(lines: readonly Line[]): Promise<Batch>
  close(): Promise<void>
}

export function scoreBatch(engine: Pick<Engine, 'signalsFor'>, lines: readonly Line[]): Batch {
  const batch: Batch = { answers: '', lines: lines.length, bad: 0, firstBad: undefined }
  for (const line of lines) {
    const answer = answerLine(engine, line)
    if ('error' in answer) {
      batch.bad++
      batch.firstBad ??= answer.error
    }
    // A text may hold what drives a terminal.
    batch.answers += `${printable(JSON.stringify(answer))}\n`
  }
  return batch
}

/** The models that ship, or those of a training of one's own. */
export const openEngine = (models: string | undefined): Engine =>
  loadEngine(models ?? join(projectRoot, 'models/triage'))

export function createScorer(models: string | undefined): LineScorer {
  const engine = openEngine(models)
  return { width: 1, score: async (lines) => scoreBatch(engine, lines), close: async () => {} }
}
