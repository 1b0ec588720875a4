import type { CommentState } from '../comments/comment.ts'
import type { QueueReason } from './claim-store.ts'

/** Where a comment comes from: it begins a thread, answers one, or is the paper's own. */
export type CommentSource = 'comment' | 'reply' | 'staff'

/** One condition with its value as it is looked up: a rule by its id, a section by its slug, a day as `2026-11-01`. */
export type FieldCondition =
  | { field: 'rule' | 'reported' | 'section' | 'lang' | 'writer'; value: string }
  | { field: 'state'; value: Exclude<CommentState, 'unconfirmed' | 'withdrawn'> }
  | { field: 'reason'; value: QueueReason }
  | { field: 'source'; value: CommentSource }
  | { field: 'has'; value: 'link' | 'report' }
  | { field: 'before' | 'after'; value: string }
  | { field: 'article' | 'reporter' | 'writer_number'; value: number }

export type FieldName = Exclude<FieldCondition['field'], 'writer_number'>

/** In the order in which the help lists them. */
export const fieldNames: readonly FieldName[] = [
  'rule',
  'section',
  'writer',
  'lang',
  'source',
  'state',
  'reason',
  'reported',
  'reporter',
  'has',
  'article',
  'before',
  'after',
]

/** What a moderator asks for. A text of several words stands in the comment in that order; `prefix`: begins so. */
export type Query =
  | { kind: 'text'; text: string; prefix: boolean }
  | ({ kind: 'field' } & FieldCondition)
  | { kind: 'not'; part: Query }
  | { kind: 'and' | 'or'; parts: readonly Query[] }

/** Bounds on what a query may cost before it costs anything. */
export const QUERY_LENGTH = 500
export const QUERY_DEPTH = 12
export const QUERY_TERMS = 30
/** Fewer letters begin so many words that every comment answers. */
export const PREFIX_LETTERS = 3

/** What the values of a query are checked against. */
export type QueryVocabulary = { rules: readonly string[]; sections: readonly string[] }

/** One sentence, and the character (from 0, in UTF-16 units) at which it went wrong. */
export type QueryFault = { sentence: string; at: number }
