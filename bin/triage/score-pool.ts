import { once } from 'node:events'
import { parentPort, Worker, workerData } from 'node:worker_threads'
import { UsageError } from '../terminal.ts'
import type { Line } from './lines.ts'
import { type Batch, type LineScorer, openEngine, scoreBatch } from './score-batch.ts'

/** Enough that no worker waits while an answer is written. */
const BATCHES_EACH = 3

/** Workers with an engine each: the same answers in the same order, for as many times the memory. */
export async function createScorerPool(count: number, models: string | undefined): Promise<LineScorer> {
  const members = Array.from({ length: count }, () => new Member(models))
  await Promise.all(members.map((member) => member.ready))
  return {
    width: count * BATCHES_EACH,
    score(lines) {
      const idlest = members.reduce((best, one) => (one.busy < best.busy ? one : best))
      return idlest.score(lines)
    },
    close: async () => {
      await Promise.all(members.map((member) => member.close()))
    },
  }
}

class Member {
  readonly ready: Promise<unknown>
  readonly #worker: Worker
  readonly #waiting: { resolve(batch: Batch): void; reject(error: unknown): void }[] = []

  constructor(models: string | undefined) {
    // The command itself, which runs `serveScorer` below.
    this.#worker = new Worker(new URL('./postbag.js', import.meta.url), {
      argv: ['triage', 'score-worker'],
      workerData: { models },
    })
    this.ready = once(this.#worker, 'message')
    this.#worker.on('message', (batch: Batch | 'ready') => {
      if (batch !== 'ready') this.#waiting.shift()?.resolve(batch)
    })
    const fail = (error: unknown): void => {
      for (const one of this.#waiting.splice(0)) one.reject(error)
    }
    this.#worker.on('error', fail)
    this.#worker.on('exit', (code) => fail(new Error(`A worker ended with code ${code}.`)))
  }

  get busy(): number {
    return this.#waiting.length
  }

  score(lines: readonly Line[]): Promise<Batch> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject })
      this.#worker.postMessage(lines)
    })
  }

  async close(): Promise<void> {
    // Whoever closes wants no more answers: that they never come is no error.
    this.#waiting.length = 0
    await this.#worker.terminate()
  }
}

/** What a worker of the pool does until it is ended. */
export async function serveScorer(): Promise<number> {
  const port = parentPort
  if (!port) throw new UsageError('postbag triage score --workers N starts its own workers.')
  const engine = openEngine((workerData as { models: string | undefined }).models)
  port.on('message', (lines: Line[]) => port.postMessage(scoreBatch(engine, lines)))
  port.postMessage('ready')
  return 0
}
