import type { FieldCondition, Query } from './query.ts'

/** Loosest first, as the parser reads them. */
const OR = 0
const AND = 1
const PART = 2

/** A query as one would type it; `parseQuery` reads it back as the same query. */
export const printQuery = (query: Query): string => print(query, OR)

function print(query: Query, binds: number): string {
  switch (query.kind) {
    case 'text':
      return query.prefix ? `${query.text}*` : printText(query.text)
    case 'field':
      return printField(query)
    case 'not':
      return `-${print(query.part, PART)}`
    case 'and':
      return bracket(query.parts.map((part) => print(part, PART)).join(' '), binds > AND)
    case 'or':
      return bracket(query.parts.map((part) => print(part, AND)).join(' OR '), binds > OR)
  }
}

const bracket = (words: string, needed: boolean): string => (needed ? `(${words})` : words)

/** Without quotes only where nothing in it means anything to the parser. */
export const isBareWord = (text: string): boolean =>
  /^[\p{L}\p{N}][\p{L}\p{M}\p{N}]*$/u.test(text) && !['AND', 'OR', 'NOT'].includes(text)

const printText = (text: string): string => (isBareWord(text) ? text : `"${text}"`)

function printField(condition: FieldCondition): string {
  if (condition.field === 'writer_number') return `writer:#${condition.value}`
  if (condition.field === 'reporter') return `reporter:#${condition.value}`
  if (condition.field === 'writer') return `writer:${printText(condition.value)}`
  return `${condition.field}:${condition.value}`
}
