import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { link, open, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'

/*
 * The form of a backup: lines of UTF-8, compressed with gzip.
 *
 *   {"format":"postbag-backup","version":1,"schema":…,"takenAt":…,"tables":[{"name","columns"}],"sequences":[{"name","value"}]}
 *   {"table":"staff"}
 *   … one line a row, as PostgreSQL's COPY writes text: tab between columns, \N for null, \n for a line's end …
 *   \.
 *   {"rows":4}
 *   … the next table, in an order in which every row finds what it refers to …
 *   {"end":true,"sha256":… of every byte before this line}
 */

export type BackupHeader = {
  format: 'postbag-backup'
  version: 1
  /** The newest migration of the database. */
  schema: string
  takenAt: string
  tables: readonly TableShape[]
  sequences: readonly { name: string; value: number }[]
}

export type TableShape = { name: string; columns: readonly string[] }

/** The file is not what it should be; nothing was changed. */
export class DamagedError extends Error {
  override name = 'DamagedError'
}

const END_OF_ROWS = '\\.\n'
const NEWLINE = 0x0a

export type BackupWriter = {
  write(bytes: Buffer): Promise<void>
  line(value: unknown): Promise<void>
  endOfRows(): Promise<void>
  /** Makes the file appear under its name, whole and on disk. Rejects with EEXIST when something has that name. */
  finish(): Promise<void>
  abandon(): Promise<void>
}

/** Written aside: whatever has the file's name is whole. Its readers see addresses, so that it is closed to others. */
export function writeBackup(file: string): BackupWriter {
  const aside = `${file}.${process.pid}.partial`
  const hash = createHash('sha256')
  const gzip = createGzip()
  const written = pipeline(gzip, createWriteStream(aside, { flags: 'wx', mode: 0o600, flush: true }))
  let failure: unknown
  written.catch((error: unknown) => {
    failure = error
  })
  const put = async (bytes: Buffer): Promise<void> => {
    if (failure !== undefined) throw failure
    if (!gzip.write(bytes)) await Promise.race([once(gzip, 'drain'), written])
    if (failure !== undefined) throw failure
  }
  const write = (bytes: Buffer): Promise<void> => {
    hash.update(bytes)
    return put(bytes)
  }
  return {
    write,
    line: (value) => write(Buffer.from(`${JSON.stringify(value)}\n`)),
    endOfRows: () => write(Buffer.from(END_OF_ROWS)),
    async finish() {
      await put(Buffer.from(`${JSON.stringify({ end: true, sha256: hash.digest('hex') })}\n`))
      gzip.end()
      await written
      // A link, unlike a renaming, never replaces what is there.
      await link(aside, file)
      await rm(aside)
      await syncFolder(dirname(file))
    },
    async abandon() {
      gzip.destroy()
      await written.catch(() => {})
      await rm(aside, { force: true })
    },
  }
}

async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  await folder.sync().finally(() => folder.close())
}

/**
 * Reads a backup from its beginning to its end. For every table `rows` is called once with a source that it must read
 * to the end. Throws `DamagedError` as soon as anything is not as it should be; so a first reading that does nothing
 * with the rows is a check of the whole file.
 */
export async function readBackup(
  file: string,
  onHeader: (header: BackupHeader) => Promise<void> | void,
  rows: (table: TableShape, source: AsyncGenerator<Buffer>) => Promise<void>,
): Promise<void> {
  const lines = linesOf(file)
  try {
    await readSections(lines, onHeader, rows)
  } catch (error) {
    const code = (error as { code?: unknown }).code
    if (typeof code === 'string' && code.startsWith('Z_'))
      throw new DamagedError('The file is cut off, or was changed, or is no backup.', { cause: error })
    throw error
  } finally {
    await lines.return(undefined)
  }
}

type Lines = AsyncGenerator<Buffer, void, undefined>

async function readSections(
  lines: Lines,
  onHeader: (header: BackupHeader) => Promise<void> | void,
  rows: (table: TableShape, source: AsyncGenerator<Buffer>) => Promise<void>,
): Promise<void> {
  const hash = createHash('sha256')
  const next = async (): Promise<Buffer> => {
    const { value, done } = await lines.next()
    if (done) throw new DamagedError('The file is cut off.')
    return value
  }
  const take = async (): Promise<Buffer> => {
    const line = await next()
    hash.update(line)
    return line
  }
  const header = checkHeader(parse(await take()))
  await onHeader(header)
  for (const table of header.tables) {
    if (parse(await take())['table'] !== table.name)
      throw new DamagedError(`Table ${table.name} is not where the file says.`)
    const section = rowsOf(take)
    await rows(table, section.source)
    if (!section.ended()) throw new Error(`The rows of ${table.name} were not read to their end.`)
    if (parse(await take())['rows'] !== section.count())
      throw new DamagedError(`Table ${table.name} has lost rows, or won some.`)
  }
  const sum = hash.digest('hex')
  const end = parse(await next())
  if (end['end'] !== true || end['sha256'] !== sum)
    throw new DamagedError('The file was changed after it was written.')
  if (!(await lines.next()).done) throw new DamagedError('Something follows the end of the backup.')
}

function rowsOf(take: () => Promise<Buffer>) {
  let count = 0
  let ended = false
  async function* source(): AsyncGenerator<Buffer> {
    for (;;) {
      const line = await take()
      if (line.length === END_OF_ROWS.length && line.toString() === END_OF_ROWS) {
        ended = true
        return
      }
      count++
      yield line
    }
  }
  return { source: source(), count: () => count, ended: () => ended }
}

function parse(line: Buffer): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line.toString())
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
  } catch {
    // Said below.
  }
  throw new DamagedError('The file is no backup of Postbag, or was changed.')
}

function checkHeader(header: Record<string, unknown>): BackupHeader {
  const { format, version, schema, tables, sequences } = header
  if (format !== 'postbag-backup') throw new DamagedError('The file is no backup of Postbag.')
  if (version !== 1) throw new DamagedError('The backup was written by a newer Postbag.')
  if (typeof schema !== 'string' || !Array.isArray(tables) || !Array.isArray(sequences))
    throw new DamagedError('The first line of the backup is not whole.')
  return header as unknown as BackupHeader
}

/** Lines with their ends; a last one without an end is a file that was cut off. */
async function* linesOf(file: string): Lines {
  const input = createReadStream(file)
  const gunzip = createGunzip()
  // Its failure is what reading from it throws.
  pipeline(input, gunzip).catch(() => {})
  let begun: Buffer[] = []
  for await (const chunk of gunzip as AsyncIterable<Buffer>) {
    let from = 0
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      const rest = chunk.subarray(from, at + 1)
      yield begun.length === 0 ? rest : Buffer.concat([...begun, rest])
      begun = []
      from = at + 1
    }
    if (from < chunk.length) begun.push(chunk.subarray(from))
  }
  if (begun.length > 0) throw new DamagedError('The file is cut off in the middle of a line.')
}
