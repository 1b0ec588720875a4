import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

export const heads = ['toxic', 'obscene', 'threat', 'insult', 'identity'] as const
export type Head = (typeof heads)[number]

/** One labelled text. A label that is absent is unknown, never "no". */
export type PoolRow = { src: string; w: number; text: string } & Partial<Record<Head | 'spam', 0 | 1>>

export function readRows<Row>(path: string): Row[] {
  return gunzipSync(readFileSync(path))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row)
}

export const sha256Of = (path: string): string =>
  createHash('sha256').update(readFileSync(path)).digest('hex')
