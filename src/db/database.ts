import { createHash } from 'node:crypto'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'

/** SQL is written as SQL, with kysely's `sql` tag; the builder knows no table. */
export type Tables = Record<never, never>

/** A connection or a transaction: a store takes the handle it is given and never reaches for another. */
export type Db = Kysely<Tables>

export type Database = { db: Db; pool: pg.Pool; close(): Promise<void> }

export type Connection =
  | { url: string }
  | { host: string; port: number; user: string; password?: string; database: string }

// bigint ids stay far below 2^53; numbers keep JSON, forms and URLs simple.
const INT8 = 20
const INT8_ARRAY = 1016
const parseInt8 = (text: string): number => Number(text)
const parseInt8Array = (text: string): number[] =>
  text === '{}' ? [] : text.slice(1, -1).split(',').map(Number)

const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (format !== 'binary' && oid === INT8) return parseInt8
    if (format !== 'binary' && oid === INT8_ARRAY) return parseInt8Array
    return pg.types.getTypeParser(oid, format as 'text')
  },
}

/** Eight connections are the sweet spot on two cores: more only queue inside the server instead of outside. */
const DEFAULT_CONNECTIONS = 8

export function openDatabase(
  connection: Connection,
  options: {
    max?: number
    statementTimeoutMs?: number
    name?: string
    onError?: (error: Error) => void
  } = {},
): Database {
  const pool = new pg.Pool({
    ...('url' in connection ? { connectionString: connection.url } : connection),
    types: types as pg.CustomTypesConfig,
    max: options.max ?? DEFAULT_CONNECTIONS,
    application_name: options.name ?? 'postbag',
    // No page may wait for ever on a lock or a runaway plan, and no crashed request may hold one.
    statement_timeout: options.statementTimeoutMs ?? 30_000,
    idle_in_transaction_session_timeout: 60_000,
    connectionTimeoutMillis: 10_000,
    // Awaited by the pool before it lends the connection out.
    onConnect: async (client) => {
      await client.query(PLANNING)
      preparing(client)
    },
  })
  // An idle connection that breaks (a restarted server) is replaced at the next use; unheard, it would end the process.
  pool.on('error', options.onError ?? (() => {}))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  // Not `db.destroy()`: that ends the pool only once a query went through kysely, and else leaves it to time out.
  return { db, pool, close: () => pool.end() }
}

/**
 * A prepared statement keeps the plan it was given. One made while a table was small reads the whole table still when
 * there are ten thousand comments in it: measured on a new paper's first busy minute, 280 million rows read for ten
 * thousand comments. Every statement of a page has an index, so none may be planned without it. Where there is none the
 * price put on reading a whole table would look like a query worth compiling. Disks have no arm to move any more: the
 * default's price for it makes the planner read all of a commenter's comments to sort out the newest ten.
 */
const PLANNING = 'set enable_seqscan = off; set jit = off; set random_page_cost = 1.1'

/** Runs `work` in one transaction; joins the one that `db` already is. */
export async function inTransaction<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  if (db.isTransaction) return work(db)
  return db.transaction().execute(work)
}

/**
 * Begins a statement of the hot path: it is prepared once on each connection, since planning a statement of ten tables
 * costs more than running it. Only for statements whose best plan does not hang on their values: a prepared keyset page
 * over a skewed article flips to a plan that reads two hundred times as much.
 */
export const PREPARED = '/* prepared */'

const names = new Map<string, string>()
function nameOf(text: string): string {
  let name = names.get(text)
  if (name === undefined) {
    name = `p${createHash('sha256').update(text).digest('hex').slice(0, 24)}`
    names.set(text, name)
  }
  return name
}

function preparing(client: pg.ClientBase): void {
  const plain = client.query.bind(client) as (...args: unknown[]) => unknown
  const query = (first: unknown, values?: unknown, ...rest: unknown[]): unknown =>
    typeof first === 'string' && first.startsWith(PREPARED)
      ? plain({ name: nameOf(first), text: first, values }, ...rest)
      : plain(first, values, ...rest)
  client.query = query as typeof client.query
}
