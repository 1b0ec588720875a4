import { ok, type Result, refused } from '../lib/result.ts'
import { type FieldCondition, type FieldName, fieldNames, type QueryVocabulary } from './query.ts'

/** What is wrong with a value, as the sentence for whoever typed it. */
type Read = Result<FieldCondition, string>

export const isFieldName = (name: string): name is FieldName =>
  (fieldNames as readonly string[]).includes(name)

const states = ['held', 'published', 'rejected', 'removed'] as const
const reasons = ['held', 'reported', 'post'] as const
const sources = ['comment', 'reply', 'staff'] as const
const things = ['link', 'report'] as const

/** Each field with its value read and checked. What is not one of a closed list is said with the list. */
export function readField(field: FieldName, value: string, vocabulary: QueryVocabulary): Read {
  if (value === '') return refused(`Say which ${nouns[field]} after “${field}:”.`)
  return readers[field](value, vocabulary)
}

const nouns: Record<FieldName, string> = {
  rule: 'rule',
  reported: 'rule',
  section: 'section',
  writer: 'writer',
  lang: 'language',
  source: 'source',
  state: 'state',
  reason: 'reason',
  reporter: 'reporter',
  has: 'thing',
  article: 'article',
  before: 'day',
  after: 'day',
}

const readers: Record<FieldName, (value: string, vocabulary: QueryVocabulary) => Read> = {
  rule: (value, { rules }) => readRule('rule', value, rules),
  reported: (value, { rules }) => readRule('reported', value, rules),
  section: (value, { sections }) =>
    sections.includes(value)
      ? ok({ field: 'section', value })
      : refused(`There is no section “${value}”${listed(sections)}.`),
  writer: readWriter,
  lang: (value) =>
    /^(?:[a-z]{2,3}|unknown)$/.test(value)
      ? ok({ field: 'lang', value })
      : refused('A language is its code of two or three letters, such as lang:ta, or lang:unknown.'),
  source: (value) => readOneOf('source', value, sources, (one) => ({ field: 'source', value: one })),
  state: (value) => readOneOf('state', value, states, (one) => ({ field: 'state', value: one })),
  reason: (value) => readOneOf('reason', value, reasons, (one) => ({ field: 'reason', value: one })),
  reporter: (value) => readNumber('reporter', value.replace(/^#/, ''), 'the number of one of their reports'),
  has: (value) => readOneOf('thing to have', value, things, (one) => ({ field: 'has', value: one })),
  article: (value) => readNumber('article', value, 'its number'),
  before: (value) => readDay('before', value),
  after: (value) => readDay('after', value),
}

const listed = (known: readonly string[]): string => (known.length === 0 ? '' : `: ${known.join(', ')}`)

function readOneOf<T extends string>(
  what: string,
  value: string,
  known: readonly T[],
  made: (one: T) => FieldCondition,
): Read {
  const one = known.find((candidate) => candidate === value)
  return one === undefined ? refused(`There is no ${what} “${value}”${listed(known)}.`) : ok(made(one))
}

/** `attack` is enough for `personal_attack`, as long as no other rule has that word. */
function readRule(field: 'rule' | 'reported', value: string, rules: readonly string[]): Read {
  const meant = rules.includes(value) ? [value] : rules.filter((rule) => rule.split('_').includes(value))
  const [only] = meant
  return meant.length === 1 && only !== undefined
    ? ok({ field, value: only })
    : refused(`There is no rule “${value}”${listed(rules)}.`)
}

function readWriter(value: string): Read {
  if (value.startsWith('#')) {
    const read = readNumber('article', value.slice(1), 'its number')
    return read.ok
      ? ok({ field: 'writer_number', value: Number(value.slice(1)) })
      : refused('A writer’s number is whole, such as writer:#412.')
  }
  return /[\p{L}\p{N}]/u.test(value)
    ? ok({ field: 'writer', value })
    : refused('A writer’s name has a letter or a digit.')
}

function readNumber(field: 'article' | 'reporter', value: string, what: string): Read {
  return /^[1-9]\d{0,8}$/.test(value)
    ? ok({ field, value: Number(value) })
    : refused(`For ${field}: give ${what}, a whole number.`)
}

/** A day that exists, in the years a newspaper on the web has. */
function readDay(field: 'before' | 'after', value: string): Read {
  const at = new Date(`${value}T00:00:00Z`)
  return /^(?:19|20)\d\d-\d\d-\d\d$/.test(value) &&
    !Number.isNaN(at.getTime()) &&
    at.toISOString().startsWith(value)
    ? ok({ field, value })
    : refused(`“${value}” is no day: write it as year, month and day, such as ${field}:2026-11-01.`)
}
