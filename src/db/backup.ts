import { stat } from 'node:fs/promises'
import pg from 'pg'
import { ok, type Result, refused } from '../lib/result.ts'
import { type BackupHeader, DamagedError, readBackup, type TableShape, writeBackup } from './backup-file.ts'
import { copyIn, copyOut } from './copy.ts'
import { schemaVersion } from './migrate.ts'

/** Said after each table. */
export type Progress = (table: string, rows: number) => void

export type BackupSummary = { tables: number; rows: number; bytes: number; takenAt: string }

export type BackupRefusal = { code: 'file_exists' | 'no_folder'; message: string }

export type RestoreRefusal = {
  code: 'no_file' | 'damaged' | 'other_schema' | 'not_empty'
  message: string
}

/** The search index's own table: a copy of the words, which a backup holds already. */
const DERIVED = 'comment_search'

const quoted = (name: string): string => pg.escapeIdentifier(name)
const listed = (names: readonly string[]): string => names.map(quoted).join(', ')

/**
 * Writes the whole database as it stands at one moment into one file, while others go on working with it. The file
 * holds everything, readers' addresses and the keys of private links too: keep it as the database is kept.
 */
export async function backup(
  pool: pg.Pool,
  file: string,
  options: { at: Date; onTable?: Progress },
): Promise<Result<BackupSummary, BackupRefusal>> {
  const exists: BackupRefusal = {
    code: 'file_exists',
    message: `${file} exists already. Name a new file: an old backup is not overwritten.`,
  }
  if (await stat(file).catch(() => undefined)) return refused(exists)
  const writer = writeBackup(file)
  try {
    const summary = await withClient(pool, async (client) => {
      await client.query('begin isolation level repeatable read, read only')
      await setForms(client)
      const header = await describe(client, await schemaVersion(client), options.at)
      await writer.line(header)
      let rows = 0
      for (const table of header.tables) rows += await writeTable(client, table, writer, options.onTable)
      await client.query('commit')
      return { tables: header.tables.length, rows, takenAt: header.takenAt }
    })
    await writer.finish()
    return ok({ ...summary, bytes: (await stat(file)).size })
  } catch (error) {
    await writer.abandon()
    const code = (error as { code?: string }).code
    if (code === 'EEXIST') return refused(exists)
    if (code === 'ENOENT') return refused({ code: 'no_folder', message: `There is no folder for ${file}.` })
    throw error
  }
}

/** The same text from every server, whatever its settings. */
async function setForms(client: pg.ClientBase): Promise<void> {
  await client.query(`
    set local statement_timeout = 0;
    set local idle_in_transaction_session_timeout = 0;
    set local datestyle = 'ISO';
    set local intervalstyle = 'postgres';
    set local timezone = 'UTC';
    set local extra_float_digits = 1;
    set local bytea_output = 'hex'`)
}

async function writeTable(
  client: pg.ClientBase,
  table: TableShape,
  writer: ReturnType<typeof writeBackup>,
  onTable: Progress | undefined,
): Promise<number> {
  await writer.line({ table: table.name })
  const command = `copy ${quoted(table.name)} (${listed(table.columns)}) to stdout`
  const rows = await copyOut(client, command, writer.write)
  await writer.endOfRows()
  await writer.line({ rows })
  onTable?.(table.name, rows)
  return rows
}

/**
 * Fills an empty, migrated database from a backup, in one transaction: all of it or nothing. The file is read to its
 * end once before anything is changed.
 */
export async function restore(
  pool: pg.Pool,
  file: string,
  options: { onTable?: Progress } = {},
): Promise<Result<Omit<BackupSummary, 'bytes'>, RestoreRefusal>> {
  try {
    await readBackup(
      file,
      () => {},
      async (_table, source) => {
        for await (const _row of source);
      },
    )
    return await withClient(pool, (client) => fill(client, file, options.onTable))
  } catch (error) {
    if (error instanceof DamagedError)
      return refused({ code: 'damaged', message: `${file} cannot be restored: ${error.message}` })
    const code = (error as { code?: string }).code
    if (code === 'ENOENT' || code === 'EISDIR')
      return refused({ code: 'no_file', message: `There is no file ${file}.` })
    throw error
  }
}

async function fill(
  client: pg.ClientBase,
  file: string,
  onTable: Progress | undefined,
): Promise<Result<Omit<BackupSummary, 'bytes'>, RestoreRefusal>> {
  await client.query('begin')
  await setForms(client)
  // What is derived from other rows is made once they are all there (migration 0015).
  await client.query("set local postbag.restoring = 'on'")
  let refusal: RestoreRefusal | undefined
  let header: BackupHeader | undefined
  let rows = 0
  const onHeader = async (read: BackupHeader): Promise<void> => {
    header = read
    refusal = await refuseTarget(client, read)
    // Ends the reading; the refusal is what is answered.
    if (refusal) throw new DamagedError(refusal.message)
  }
  try {
    await readBackup(file, onHeader, async (table, source) => {
      const command = `copy ${quoted(table.name)} (${listed(table.columns)}) from stdin`
      const copied = await copyIn(client, command, source)
      rows += copied
      onTable?.(table.name, copied)
    })
  } catch (error) {
    if (refusal) return refused(refusal)
    throw error
  }
  const { tables = [], sequences = [], takenAt = '' } = header ?? {}
  for (const { name, value } of sequences)
    await client.query('select setval($1::regclass, $2)', [quoted(name), value])
  await client.query(
    `insert into ${DERIVED} select w.* from search_words((select array_agg(id) from comment)) w`,
  )
  await client.query('commit')
  // So that the first pages are planned for what is there.
  if (tables.length > 0) await client.query(`analyze ${listed(tables.map(({ name }) => name))}`)
  return ok({ tables: tables.length, rows, takenAt })
}

async function refuseTarget(
  client: pg.ClientBase,
  header: BackupHeader,
): Promise<RestoreRefusal | undefined> {
  const schema = await schemaVersion(client)
  if (schema !== header.schema)
    return {
      code: 'other_schema',
      message: `The backup is of a database at ${header.schema}, this one is at ${schema}. Restore it with the Postbag that wrote it; a newer one then moves it on at its start.`,
    }
  const target = await describe(client, schema, new Date(header.takenAt))
  const shapeOf = (tables: readonly TableShape[]): string =>
    JSON.stringify(
      tables
        .map(({ name, columns }) => [name, [...columns].sort()])
        .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    )
  if (shapeOf(target.tables) !== shapeOf(header.tables))
    return { code: 'other_schema', message: 'The tables of the backup are not those of this database.' }
  // Until the end: a process that serves from this database must not write in between.
  await client.query(
    `lock table ${listed(target.tables.map(({ name }) => name))} in share row exclusive mode`,
  )
  for (const { name } of target.tables) {
    const { rowCount } = await client.query(`select from ${quoted(name)} limit 1`)
    if (rowCount !== 0)
      return {
        code: 'not_empty',
        message: `The database is not empty: there are rows in ${name}. A backup is restored into a fresh database only; name one with DATABASE_URL, or an empty folder with POSTBAG_DATA.`,
      }
  }
  return undefined
}

/** Tables in an order in which every row finds what it refers to, with the columns that can be written. */
async function describe(client: pg.ClientBase, schema: string, takenAt: Date): Promise<BackupHeader> {
  // Transaction numbers mean something on their own server alone: such a column takes its default.
  const { rows: tables } = await client.query<{ name: string; columns: string[]; needs: string[] }>(`
    select c.relname as name,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
          and a.atttypid not in ('xid'::regtype, 'xid8'::regtype)) as columns,
      (select coalesce(array_agg(distinct f.relname::text), '{}') from pg_constraint k
        join pg_class f on f.oid = k.confrelid
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as needs
    from pg_class c
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname not in ('schema_migration', '${DERIVED}')
    order by c.relname`)
  const { rows: sequences } = await client.query<{ name: string; value: number }>(`
    select sequencename as name, last_value as value from pg_sequences
    where schemaname = current_schema() and last_value is not null order by sequencename`)
  return {
    format: 'postbag-backup',
    version: 1,
    schema,
    takenAt: takenAt.toISOString(),
    tables: inOrder(tables),
    sequences: sequences.map(({ name, value }) => ({ name, value: Number(value) })),
  }
}

/** A table that refers to itself needs no order: its keys are checked once all its rows are in. */
function inOrder(tables: readonly { name: string; columns: string[]; needs: string[] }[]): TableShape[] {
  const done = new Map<string, TableShape>()
  while (done.size < tables.length) {
    const next = tables.find(({ name, needs }) => !done.has(name) && needs.every((need) => done.has(need)))
    if (!next)
      throw new Error('Some tables refer to each other in a circle: a backup knows no order for them.')
    done.set(next.name, { name: next.name, columns: next.columns })
  }
  return [...done.values()]
}

/** After a failure the connection is thrown away, and with it what its transaction did. */
async function withClient<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  // A connection that is lost between two commands says so here, and again in the next command's failure.
  const heard = (): void => {}
  client.on('error', heard)
  try {
    const result = await work(client)
    await client.query('rollback')
    client.release()
    return result
  } catch (error) {
    client.release(true)
    throw error
  } finally {
    client.off('error', heard)
  }
}
