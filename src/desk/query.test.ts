import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { QUERY_DEPTH, QUERY_LENGTH, type Query } from './query.ts'
import { normalQuery } from './query-normal.ts'
import { joined, parseQuery } from './query-parse.ts'
import { printQuery } from './query-print.ts'

const vocabulary = {
  rules: ['obscene', 'personal_attack', 'link', 'spam', 'off_topic'],
  sections: ['town', 'harbour'],
}
const parsed = (typed: string): Query => {
  const read = parseQuery(typed, vocabulary)
  if (!read.ok) throw new Error(`${typed}: ${read.refusal.sentence}`)
  return read.value
}
const said = (typed: string): string => {
  const read = parseQuery(typed, vocabulary)
  return read.ok ? 'read' : `${read.refusal.at}: ${read.refusal.sentence}`
}
const text = (words: string, prefix = false): Query => ({ kind: 'text', text: words, prefix })

const word = fc.constantFrom('quay', 'Harbour', 'AND', 'OR', 'மீன்', 'né', '1492', 'a-b', 'x:y', 'two words')
const leaf = fc.oneof(
  word.map((words) => text(words)),
  fc.constantFrom('har', 'மீன்பிடி').map((words) => text(words, true)),
  fc.constantFrom<Query>(
    { kind: 'field', field: 'rule', value: 'personal_attack' },
    { kind: 'field', field: 'writer', value: 'Asha R' },
    { kind: 'field', field: 'writer_number', value: 55 },
    { kind: 'field', field: 'reporter', value: 7 },
    { kind: 'field', field: 'section', value: 'town' },
    { kind: 'field', field: 'state', value: 'held' },
    { kind: 'field', field: 'before', value: '2026-11-01' },
    { kind: 'field', field: 'has', value: 'link' },
  ),
)
const queries: fc.Arbitrary<Query> = fc.letrec<{ query: Query }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    tie('query').map((part): Query => ({ kind: 'not', part })),
    fc
      .tuple(
        fc.constantFrom('and' as const, 'or' as const),
        fc.array(tie('query'), { minLength: 2, maxLength: 3 }),
      )
      .map(([kind, parts]) => joined(kind, parts)),
  ),
})).query

const conditions = (query: Query): Query[] =>
  query.kind === 'not'
    ? conditions(query.part)
    : query.kind === 'and' || query.kind === 'or'
      ? query.parts.flatMap(conditions)
      : [query]

describe('what a moderator types', () => {
  it('is words side by side, all of them meant', () => {
    expect(parsed('quay harbour')).toEqual({ kind: 'and', parts: [text('quay'), text('harbour')] })
    expect(parsed('quay AND harbour')).toEqual(parsed('quay harbour'))
  })

  it('binds NOT closest, then words, then OR', () => {
    expect(parsed('a b OR -c d')).toEqual(parsed('(a b) OR ((NOT c) d)'))
  })

  it('may be a phrase, in straight or turned quotes, and a beginning of words', () => {
    expect(parsed('“ice house” harb*')).toEqual({
      kind: 'and',
      parts: [text('ice house'), text('harb', true)],
    })
  })

  it('finds the operators themselves in quotes', () => {
    expect(parsed('"OR"')).toEqual(text('OR'))
  })

  it('names a rule by one of its words where only one rule has it', () => {
    expect(parsed('rule:attack')).toEqual({ kind: 'field', field: 'rule', value: 'personal_attack' })
  })

  it('is printed so that it reads back as the same, whatever it is', () => {
    fc.assert(
      fc.property(queries, (query) => {
        const printed = printQuery(query)
        const read = parseQuery(printed, vocabulary)
        if (!read.ok && /at most|deep/.test(read.refusal.sentence)) return
        expect(read).toEqual({ ok: true, value: query })
      }),
      { numRuns: 1_000 },
    )
  })

  it('never breaks the desk: anything at all is read or answered with a sentence and a place within it', () => {
    const pieces = fc.constantFrom(
      '(',
      ')',
      '-',
      '"',
      ':',
      '*',
      'OR',
      'NOT',
      'rule:',
      'before:',
      ' ',
      'ü',
      '\0',
      '\ud800',
      '“',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(pieces, { maxLength: 80 }).map((list) => list.join('')),
        ),
        (typed) => {
          const read = parseQuery(typed, vocabulary)
          if (read.ok) return
          expect(read.refusal.sentence).toMatch(/\.$/)
          expect(read.refusal.at).toBeLessThanOrEqual(typed.length)
        },
      ),
      { numRuns: 500 },
    )
  })

  it.each([
    ['', '0: Type what to look for.'],
    ['(quay', '0: This bracket is not closed.'],
    ['quay)', '4: This bracket closes nothing.'],
    ['quay "ice', '5: This quote is not closed.'],
    ['quay OR', '7: Something is missing at the end.'],
    ['OR quay', '0: OR stands between two words; to look for the word itself, put it in quotes.'],
    ['quay colour:red', '5: There is no “colour:”. To look for the words themselves, put them in quotes.'],
    ['rule:attac', '0: There is no rule “attac”: obscene, personal_attack, link, spam, off_topic.'],
    ['section:sport', '0: There is no section “sport”: town, harbour.'],
    ['state:withdrawn', '0: There is no state “withdrawn”: held, published, rejected, removed.'],
    [
      'before:2026-02-30',
      '0: “2026-02-30” is no day: write it as year, month and day, such as before:2026-11-01.',
    ],
    ['rule:', '0: Say which rule after “rule:”.'],
    ['quay ha*', '5: At least 3 letters stand before a *.'],
    ['!!!', '0: There is no letter and no digit in this.'],
  ])('%j is answered %j', (typed, answer) => {
    expect(said(typed)).toBe(answer)
  })

  it('is bounded in length, depth and number before anything is looked up', () => {
    expect(said('a'.repeat(QUERY_LENGTH + 1))).toContain('at most 500 characters')
    expect(said(`${'('.repeat(QUERY_DEPTH + 1)}a${')'.repeat(QUERY_DEPTH + 1)}`)).toContain('deep')
    expect(said('-'.repeat(400).concat('a'))).toContain('deep')
    expect(said('a '.repeat(31))).toContain('at most 30 words')
  })
})

describe('the normal form', () => {
  const holds = (query: Query, truth: ReadonlyMap<string, boolean>): boolean => {
    if (query.kind === 'not') return !holds(query.part, truth)
    if (query.kind === 'and') return query.parts.every((part) => holds(part, truth))
    if (query.kind === 'or') return query.parts.some((part) => holds(part, truth))
    return truth.get(JSON.stringify(query)) ?? false
  }

  it('says the same as the query, and denies single conditions only', () => {
    fc.assert(
      fc.property(queries, fc.infiniteStream(fc.boolean()), (query, coins) => {
        const truth = new Map(
          conditions(query).map((one) => [JSON.stringify(one), coins.next().value as boolean]),
        )
        const normal = normalQuery(query)
        expect(holds(normal, truth)).toBe(holds(query, truth))
        expect(JSON.stringify(normal)).not.toMatch(/"not","part":\{"kind":"(?:and|or|not)"/)
      }),
    )
  })
})
