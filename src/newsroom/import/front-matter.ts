import { isAlias, isMap, isScalar, isSeq, LineCounter, type Pair, parseDocument } from 'yaml'
import { ok, type Result } from '../../lib/result.ts'
import { overNestedAt } from '../../lib/yaml-nesting.ts'
import { type ImportRefusal, refuse, wordsOf } from './source.ts'

/** Each field with the names that other systems give it. */
const fieldOf = {
  title: 'headline',
  headline: 'headline',
  description: 'standfirst',
  standfirst: 'standfirst',
  summary: 'standfirst',
  excerpt: 'standfirst',
  date: 'published',
  published: 'published',
  updated: 'updated',
  lastmod: 'updated',
  author: 'byline',
  byline: 'byline',
  agency: 'agency',
  dateline: 'dateline',
  section: 'section',
  category: 'section',
  lang: 'language',
  language: 'language',
  caption: 'caption',
  credit: 'credit',
  alt: 'alt',
  sources: 'sources',
} as const
export type FrontField = (typeof fieldOf)[keyof typeof fieldOf]

export type FrontMatter = {
  /** Each with the line it stands in. Every field but the sources is one value. */
  values: Map<FrontField, { words: string[]; line: number }>
  /** What was written and has no place in an article, whole. */
  unused: { key: string; value: string; line: number }[]
  body: string
  /** The line of the file that the body begins in. */
  bodyLine: number
}

/** UTF-16 units. Keys and values of one article; YAML is not linear in all it allows. */
const LONGEST_FRONT_MATTER = 20_000

/**
 * YAML between a first line `---` and a line `---` or `...`. Every value is text: a date, a number and a `no` stay as
 * they were written. `text` has LF line ends and no byte order mark.
 */
export function readFrontMatter(text: string): Result<FrontMatter, ImportRefusal> {
  const found: FrontMatter = { values: new Map(), unused: [], body: text, bodyLine: 1 }
  const opening = /^--- *\n/.exec(text)
  if (!opening) return ok(found)
  const closing = /^(?:---|\.\.\.) *$/gm
  closing.lastIndex = opening[0].length
  const end = closing.exec(text)
  if (!end)
    return refuse('bad_front_matter', 1, 'the front matter that begins here has no end, a line of ---.')
  if (end.index > LONGEST_FRONT_MATTER)
    return refuse('bad_front_matter', 1, `the front matter is longer than ${LONGEST_FRONT_MATTER} letters.`)
  const read = readYaml(text.slice(opening[0].length, end.index), found)
  if (!read.ok) return read
  const bodyFrom = end.index + end[0].length + 1
  found.body = text.slice(bodyFrom)
  found.bodyLine = text.slice(0, bodyFrom).split('\n').length
  return ok(found)
}

function readYaml(yaml: string, found: FrontMatter): Result<void, ImportRefusal> {
  const nested = overNestedAt(yaml)
  if (nested !== undefined)
    return refuse('bad_front_matter', nested + 1, 'here it is nested or bracketed as no front matter is.')
  const lineCounter = new LineCounter()
  // Failsafe: all scalars are strings. Nothing here follows an alias, so none can multiply.
  const document = parseDocument(yaml, {
    lineCounter,
    schema: 'failsafe',
    uniqueKeys: true,
    prettyErrors: false,
  })
  // One more, for the line of dashes above it.
  const lineAt = (offset: number) => lineCounter.linePos(offset).line + 1
  const [problem] = document.errors
  if (problem) {
    return refuse('bad_front_matter', lineAt(problem.pos[0]), `this is no YAML: ${problem.message}.`)
  }
  const { contents } = document
  if (contents === null) return ok(undefined)
  if (!isMap(contents))
    return refuse('bad_front_matter', 2, 'the front matter is no list of names with their values.')
  for (const pair of contents.items) takePair(found, pair, yaml, lineAt)
  return ok(undefined)
}

function takePair(
  { values, unused }: FrontMatter,
  pair: Pair<unknown, unknown>,
  yaml: string,
  lineAt: (offset: number) => number,
): void {
  const key = isScalar(pair.key) ? String(pair.key.value) : ''
  const line = lineAt(offsetOf(pair.key))
  const field = Object.hasOwn(fieldOf, key) ? fieldOf[key as keyof typeof fieldOf] : undefined
  const words = wordsIn(pair.value)
  if (field === undefined || words === undefined || values.has(field)) {
    unused.push({ key, value: sourceOf(pair.value, yaml), line })
    return
  }
  if (words.length > 0) values.set(field, { words, line })
}

/** One text, or a list of texts; undefined for anything deeper. */
function wordsIn(value: unknown): string[] | undefined {
  const nodes = isSeq(value) ? value.items : [value]
  const words: string[] = []
  for (const node of nodes) {
    if (node === null) continue
    if (!isScalar(node) || isAlias(node)) return undefined
    const text = wordsOf(String(node.value ?? ''))
    if (text !== '') words.push(text)
  }
  return words
}

type WithRange = { range?: [number, number, number] | null }
const rangeOf = (node: unknown): [number, number, number] | undefined =>
  (typeof node === 'object' && node !== null ? (node as WithRange).range : undefined) ?? undefined
const offsetOf = (node: unknown): number => rangeOf(node)?.[0] ?? 0

function sourceOf(node: unknown, yaml: string): string {
  const range = rangeOf(node)
  return range ? yaml.slice(range[0], range[1]).trim() : ''
}
