import { ok, type Result, refused } from '../lib/result.ts'
import {
  PREFIX_LETTERS,
  QUERY_DEPTH,
  QUERY_LENGTH,
  QUERY_TERMS,
  type Query,
  type QueryFault,
  type QueryVocabulary,
} from './query.ts'
import { isFieldName, readField } from './query-field.ts'

type Token =
  | { kind: 'open' | 'close' | 'or' | 'and' | 'not'; at: number }
  | { kind: 'word'; text: string; quoted: boolean; field: string | null; at: number }

type Parsed = Result<Query, QueryFault>
const fault = (sentence: string, at: number) => refused<QueryFault>({ sentence, at })

/**
 * Reads what a moderator typed. NOT (or a minus) binds closest, then words side by side (or AND), then OR.
 * Never throws; bounded in length, nesting and number of conditions before anything is looked up.
 */
export function parseQuery(typed: string, vocabulary: QueryVocabulary): Parsed {
  if (typed.length > QUERY_LENGTH)
    return fault(
      `A search has at most ${QUERY_LENGTH} characters; this one has ${typed.length}.`,
      QUERY_LENGTH,
    )
  const tokens = readTokens(typed)
  if (!tokens.ok) return tokens
  const words = tokens.value.filter(({ kind }) => kind === 'word').length
  if (words > QUERY_TERMS)
    return fault(`A search has at most ${QUERY_TERMS} words and conditions; this one has ${words}.`, 0)
  if (tokens.value.length === 0) return fault('Type what to look for.', 0)
  const reader = new Reader(tokens.value, typed.length, vocabulary)
  const query = reader.readOr(0)
  if (!query.ok) return query
  const left = reader.next()
  return left === undefined ? query : fault('This bracket closes nothing.', left.at)
}

class Reader {
  readonly #tokens: readonly Token[]
  readonly #end: number
  readonly #vocabulary: QueryVocabulary
  #at = 0
  constructor(tokens: readonly Token[], end: number, vocabulary: QueryVocabulary) {
    this.#tokens = tokens
    this.#end = end
    this.#vocabulary = vocabulary
  }

  next(): Token | undefined {
    return this.#tokens[this.#at]
  }

  readOr(depth: number): Parsed {
    const parts: Query[] = []
    for (;;) {
      const part = this.#readAnd(depth)
      if (!part.ok) return part
      parts.push(part.value)
      if (this.next()?.kind !== 'or') return ok(joined('or', parts))
      this.#at++
    }
  }

  #readAnd(depth: number): Parsed {
    const parts: Query[] = []
    for (;;) {
      const part = this.#readPart(depth)
      if (!part.ok) return part
      parts.push(part.value)
      const kind = this.next()?.kind
      if (kind === undefined || kind === 'or' || kind === 'close') return ok(joined('and', parts))
      if (kind === 'and') this.#at++
    }
  }

  #readPart(depth: number): Parsed {
    const token = this.next()
    if (token === undefined) return fault('Something is missing at the end.', this.#end)
    if (depth >= QUERY_DEPTH) return fault(`Brackets and NOT go at most ${QUERY_DEPTH} deep.`, token.at)
    this.#at++
    switch (token.kind) {
      case 'word':
        return this.#readWord(token)
      case 'not': {
        const part = this.#readPart(depth + 1)
        return part.ok ? ok({ kind: 'not', part: part.value }) : part
      }
      case 'open':
        return this.#readBracket(token, depth)
      case 'close':
        return fault('This bracket closes nothing, or nothing stands in it.', token.at)
      default:
        return fault(
          `${token.kind.toUpperCase()} stands between two words; to look for the word itself, put it in quotes.`,
          token.at,
        )
    }
  }

  #readBracket(open: Token, depth: number): Parsed {
    const inner = this.readOr(depth + 1)
    if (!inner.ok) return inner
    if (this.next()?.kind !== 'close') return fault('This bracket is not closed.', open.at)
    this.#at++
    return inner
  }

  #readWord(token: Token & { kind: 'word' }): Parsed {
    if (token.field !== null) {
      if (!isFieldName(token.field))
        return fault(
          `There is no “${token.field}:”. To look for the words themselves, put them in quotes.`,
          token.at,
        )
      const read = readField(token.field, token.text, this.#vocabulary)
      return read.ok ? ok({ kind: 'field', ...read.value }) : fault(read.refusal, token.at)
    }
    const prefix = !token.quoted && token.text.endsWith('*')
    const text = prefix ? token.text.slice(0, -1) : token.text
    if (!/[\p{L}\p{N}]/u.test(text)) return fault('There is no letter and no digit in this.', token.at)
    if (prefix && !/^[\p{L}\p{M}\p{N}]+$/u.test(text))
      return fault('A beginning of a word, before the *, has only letters and digits.', token.at)
    if (prefix && [...text].length < PREFIX_LETTERS)
      return fault(`At least ${PREFIX_LETTERS} letters stand before a *.`, token.at)
    return ok({ kind: 'text', text, prefix })
  }
}

/** A lone part is itself, and "a and (b and c)" is one list: brackets that say nothing leave no trace. */
export function joined(kind: 'and' | 'or', parts: readonly Query[]): Query {
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]))
  const [only] = flat
  return flat.length === 1 && only !== undefined ? only : { kind, parts: flat }
}

// Maps, since whoever types `__proto__` must not reach an object's own.
const signs = new Map<string, 'open' | 'close' | 'not'>([
  ['(', 'open'],
  [')', 'close'],
  ['-', 'not'],
])
const operators = new Map<string, 'and' | 'or' | 'not'>([
  ['AND', 'and'],
  ['OR', 'or'],
  ['NOT', 'not'],
])
// What no keyboard types ends a word, as a space does.
const WORD = /(?:([a-z_]+):)?(?:"([^"]*)"|([^\s()"\u0000-\u001f]*))/y
const SPACE = /[\s\u0000-\u001f]+/y

function readTokens(typed: string): Result<Token[], QueryFault> {
  // Word processors turn quotes; whoever pastes a phrase means the plain ones.
  const text = typed.toWellFormed().replace(/[“”„]/g, '"')
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    SPACE.lastIndex = at
    at += SPACE.exec(text)?.[0].length ?? 0
    const sign = signs.get(text[at] ?? '')
    if (at >= text.length) break
    if (sign) tokens.push({ kind: sign, at: at++ })
    else {
      WORD.lastIndex = at
      const [whole = '', field, quoted, bare = ''] = WORD.exec(text) ?? []
      if (
        whole === '' ||
        (field !== undefined && quoted === undefined && bare === '' && text[at + whole.length] === '"')
      )
        return fault('This quote is not closed.', at + whole.length)
      const operator = field === undefined && quoted === undefined ? operators.get(bare) : undefined
      tokens.push(
        operator
          ? { kind: operator, at }
          : {
              kind: 'word',
              text: quoted?.trim() ?? bare,
              quoted: quoted !== undefined,
              field: field ?? null,
              at,
            },
      )
      at += whole.length
    }
  }
  return ok(tokens)
}
