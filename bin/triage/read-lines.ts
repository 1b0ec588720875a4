import { createReadStream } from 'node:fs'
import type { Result } from '../../src/lib/result.ts'
import { UsageError } from '../terminal.ts'
import { type Line, LineSplitter } from './lines.ts'

/** A whole file of lines, each of which must be readable: a figure over half a file would be one of another file. */
export async function readLines<Row>(
  file: string,
  read: (line: Line) => Result<Row, string>,
): Promise<Row[]> {
  const rows: Row[] = []
  const splitter = new LineSplitter()
  const take = (lines: Iterable<Line>): void => {
    for (const line of lines) {
      const row = read(line)
      if (!row.ok) throw new UsageError(`${file}, ${row.refusal}.`)
      rows.push(row.value)
    }
  }
  for await (const chunk of createReadStream(file)) take(splitter.push(chunk))
  take(splitter.end())
  if (rows.length === 0) throw new UsageError(`${file} is empty.`)
  return rows
}
