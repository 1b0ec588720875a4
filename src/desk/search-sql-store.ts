import { type RawBuilder, sql } from 'kysely'
import { type Db, inTransaction } from '../db/database.ts'
import { ok, type Result, refused } from '../lib/result.ts'
import type { Exact, QueryPlan, RowCondition, TextSearch } from './query-plan.ts'

/** What was typed reaches PostgreSQL as parameters only. Inside one, a lexeme's own quotes are doubled. */
export function textSearch(search: TextSearch): RawBuilder<unknown> {
  switch (search.kind) {
    case 'lexeme': {
      const quoted = `'${search.lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
      return sql`${search.prefix ? `${quoted}:*` : quoted}::tsquery`
    }
    case 'words':
      return sql`phraseto_tsquery('simple', ${search.text})`
    case 'writer':
      return sql`search_writer(${search.text})`
    case 'not':
      return sql`(!! ${textSearch(search.part)})`
    case 'and':
    case 'or':
      return sql`(${sql.join(search.parts.map(textSearch), search.kind === 'and' ? sql` && ` : sql` || `)})`
  }
}

/** A condition over `c` (comment) and `s` (comment_search). `zone` is the paper's: its days begin at its midnight. */
function exactSql(exact: Exact, zone: string): RawBuilder<unknown> {
  switch (exact.kind) {
    case 'search':
      return sql`s.words @@ ${textSearch(exact.search)}`
    case 'row':
      return rowSql(exact.condition, zone)
    case 'not':
      return sql`not (${exactSql(exact.part, zone)})`
    case 'and':
    case 'or':
      return sql`(${sql.join(
        exact.parts.map((part) => exactSql(part, zone)),
        exact.kind === 'and' ? sql` and ` : sql` or `,
      )})`
  }
}

function rowSql(condition: RowCondition, zone: string): RawBuilder<unknown> {
  const { field, value } = condition
  switch (field) {
    case 'state':
      return sql`c.state = ${value}`
    case 'reason':
      return sql`exists (select 1 from queue_item waits where waits.comment_id = c.id and waits.reason = ${value})`
    case 'section':
      return sql`exists (select 1 from article at_home join section sec on sec.id = at_home.section_id
        where at_home.id = c.article_id and sec.slug = ${value})`
    case 'reported':
      return sql`exists (select 1 from report r where r.comment_id = c.id and r.rule_id = ${value})`
    case 'has':
      return sql`exists (select 1 from report r where r.comment_id = c.id)`
    case 'reporter':
      // Whoever sent that report, by the address given or the keyed hash of the network: neither is shown to anybody.
      return sql`exists (select 1 from report r join report known on known.id = ${value}
        where r.comment_id = c.id and (r.id = known.id or r.reporter_email = known.reporter_email
          or r.network_key = known.network_key))`
    case 'before':
      return sql`c.submitted_at < (${value}::timestamp at time zone ${zone})`
    case 'after':
      return sql`c.submitted_at >= (${value}::timestamp at time zone ${zone})`
  }
}

/** What the index's part leaves to be asked of the row. */
export const restOf = (plan: QueryPlan, zone: string): RawBuilder<unknown> =>
  plan.exact === null ? sql`true` : exactSql(plan.exact, zone)

/** The whole query, asked of a row without the index. */
export const wholeOf = (plan: QueryPlan, zone: string): RawBuilder<unknown> =>
  plan.exact !== null
    ? exactSql(plan.exact, zone)
    : plan.index === null
      ? sql`true`
      : sql`s.words @@ ${textSearch(plan.index)}`

export type SearchRefusal = { code: 'search_too_wide' }

/** One statement of a search may take this long: past it, whoever asks is told to ask for less. */
export const STATEMENT_MS = 2_000
const QUERY_CANCELED = '57014'

/** No query, however made, holds a connection of the pool for longer than a breath. */
export async function withinTime<T>(
  db: Db,
  work: (tx: Db) => Promise<T>,
  statementMs = STATEMENT_MS,
): Promise<Result<T, SearchRefusal>> {
  try {
    return ok(
      await inTransaction(db, async (tx) => {
        await sql`select set_config('statement_timeout', ${String(statementMs)}, true)`.execute(tx)
        return work(tx)
      }),
    )
  } catch (error) {
    if ((error as { code?: string }).code !== QUERY_CANCELED) throw error
    return refused({ code: 'search_too_wide' })
  }
}

/** How long a page may go on looking, and the watch it goes by, in milliseconds from anywhere. */
export type Budget = { milliseconds: number; watch: () => number }
export const pageBudget = (): Budget => ({ milliseconds: 60, watch: () => performance.now() })
