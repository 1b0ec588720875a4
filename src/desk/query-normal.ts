import type { Query } from './query.ts'
import { joined } from './query-parse.ts'

/**
 * Negation normal form: NOT stands before single conditions only (De Morgan), so that what an index can answer shows.
 * Linear in the query, whose depth the parser has bounded.
 */
export function normalQuery(query: Query, negated = false): Query {
  switch (query.kind) {
    case 'not':
      return normalQuery(query.part, !negated)
    case 'and':
    case 'or': {
      const kind = negated === (query.kind === 'and') ? 'or' : 'and'
      return joined(
        kind,
        query.parts.map((part) => normalQuery(part, negated)),
      )
    }
    default:
      return negated ? { kind: 'not', part: query } : query
  }
}
