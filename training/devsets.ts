import { join } from 'node:path'
import type { Head } from './pool.ts'
import { readRows } from './pool.ts'

/** A text of a development set; which labels it has depends on the set. */
export type DevRow = { text: string; src?: string } & Partial<
  Record<Head | 'hate' | 'hateful' | 'bad', 0 | 1>
> &
  Partial<
    Record<'original' | 'trick' | 'term' | 'functionality' | 'target' | 'parent' | 'title' | 'prev', string>
  > & {
    perspective?: number
    spans?: [start: number, end: number, kind: string][]
    raters?: number
  }

export const readDevSet = (data: string, name: string): DevRow[] =>
  readRows<DevRow>(join(data, 'devset', `${name}.jsonl.gz`))
