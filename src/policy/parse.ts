import { createHash } from 'node:crypto'
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml'
import { ok, type Result, refused } from '../lib/result.ts'
import { overNestedAt } from '../lib/yaml-nesting.ts'
import {
  type Condition,
  type Known,
  LONGEST_STRIKE_DAYS,
  legalCategories,
  MOST_RULES,
  type OnUnknown,
  type Policy,
  type Rule,
  requiredRuleIds,
} from './rule.ts'

/** What is wrong, where: `line 14, rules[2].on_match: …`. */
export type PolicyProblem = { line: number; field: string; message: string }

export const sayProblem = (problem: PolicyProblem): string =>
  `line ${problem.line}, ${problem.field || 'the file'}: ${problem.message}`

/** Bytes. A newspaper's policy is a tenth of it; YAML is not linear in all it allows. */
const LARGEST_FILE = 64 * 1024
const placeholders = ['paper', 'short', 'group', 'entities']

/** Reads and checks a policy file. All problems at once, since an editor mends a file in one go. */
export function parsePolicy(yaml: string): Result<Policy, PolicyProblem[]> {
  if (Buffer.byteLength(yaml) > LARGEST_FILE)
    return refused([{ line: 1, field: '', message: `the file is larger than ${LARGEST_FILE / 1024} KB` }])
  const nested = overNestedAt(yaml)
  if (nested !== undefined)
    return refused([{ line: nested, field: '', message: 'here it is nested or bracketed as no policy is' }])
  const lines = new LineCounter()
  const document = parseDocument(yaml, {
    lineCounter: lines,
    uniqueKeys: true,
    maxAliasCount: 0,
    schema: 'core',
    // Each pretty error copies the rest of its line: time would grow with the square of a line of errors.
    prettyErrors: false,
  } as never)
  const reader = new Reader(lines)
  for (const error of document.errors)
    reader.problems.push({ line: reader.lineAt(error.pos[0]), field: '', message: error.message })
  // An alias can repeat a node a billion times in a few lines; a policy has no need of one.
  visit(document, {
    Alias: (_, node) => {
      if (isAlias(node)) reader.complain(node, '', 'aliases are not used in a policy')
    },
  })
  if (reader.problems.length > 0) return refused(reader.problems)
  const policy = readPolicy(reader, document.contents)
  if (reader.problems.length > 0 || !policy) return refused(reader.problems)
  return ok({ version: versionOf(policy), ...policy })
}

function versionOf(policy: Omit<Policy, 'version'>): string {
  return createHash('sha256').update(JSON.stringify(policy)).digest('hex').slice(0, 12)
}

function readPolicy(reader: Reader, contents: unknown): Omit<Policy, 'version'> | undefined {
  if (!isMap(contents)) {
    reader.complain(contents as Node | null, '', 'the file must hold named fields')
    return undefined
  }
  reader.onlyKeys(contents, '', ['intro', 'notice', 'takedown', 'report', 'known', 'rules'])
  const report = reader.map(contents, '', 'report')
  if (report) reader.onlyKeys(report, 'report', ['invite', 'hold_at'])
  return {
    intro: reader.words(contents, '', 'intro'),
    notice: reader.words(contents, '', 'notice', ['paper', 'group', 'entities']),
    takedown: reader.words(contents, '', 'takedown'),
    report: {
      invite: report ? reader.words(report, 'report', 'invite') : '',
      holdAt: report ? reader.integer(report, 'report', 'hold_at', 0, 1_000) : 0,
    },
    ...(contents.has('known') ? { known: readKnown(reader, contents) } : {}),
    rules: readRules(reader, contents),
  }
}

const MOST_KNOWN = 1_000
/** A shorter string stands in half of all comments. */
const SHORTEST_SPAM = 8
const domain = /^(?=.{1,253}$)(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}{2,63}$/u

function readKnown(reader: Reader, contents: YAMLMap): Known {
  const known = reader.map(contents, '', 'known')
  if (!known) return { allowedDomains: [], deniedDomains: [], spam: [] }
  reader.onlyKeys(known, 'known', ['allowed_domains', 'denied_domains', 'spam'])
  const list = (key: string, isGood: (text: string) => boolean, message: string): string[] => {
    if (!known.has(key)) return []
    const node = known.get(key, true) as Node
    const texts = reader.list(known, 'known', key).map((text) => text.trim())
    if (texts.length > MOST_KNOWN) reader.complain(node, `known.${key}`, `${MOST_KNOWN} at the most`)
    const bad = texts.find((text) => text !== '' && !isGood(text))
    if (bad !== undefined) reader.complain(node, `known.${key}`, `“${bad.slice(0, 60)}”: ${message}`)
    return texts
  }
  const isDomain = (text: string): boolean => domain.test(text) && !text.startsWith('www.')
  const domains = 'a domain is written as in example.org, without https:// and www.'
  return {
    allowedDomains: list('allowed_domains', isDomain, domains),
    deniedDomains: list('denied_domains', isDomain, domains),
    spam: list(
      'spam',
      (text) => (text.match(/[\p{L}\p{N}]/gu) ?? []).length >= SHORTEST_SPAM,
      `at least ${SHORTEST_SPAM} letters or digits are needed`,
    ),
  }
}

function readRules(reader: Reader, contents: YAMLMap): Rule[] {
  const list = contents.get('rules', true) as unknown
  if (!isSeq(list)) {
    reader.complain(list as Node | null, 'rules', 'a list of rules is needed', contents)
    return []
  }
  if (list.items.length > MOST_RULES)
    reader.complain(list, 'rules', `${MOST_RULES} rules at the most: each is one key at the desk`)
  const rules: Rule[] = []
  for (const [i, item] of list.items.entries()) {
    const at = `rules[${i}]`
    if (!isMap(item)) {
      reader.complain(item as Node, at, 'a rule has named fields')
      continue
    }
    const rule = readRule(reader, item, at)
    if (rules.some((other) => other.id === rule.id))
      reader.complain(item, `${at}.id`, `there is already a rule “${rule.id}”`)
    rules.push(rule)
  }
  for (const id of requiredRuleIds)
    if (!rules.some((rule) => rule.id === id)) reader.complain(list, 'rules', `the rule “${id}” is missing`)
  return rules
}

const ruleKeys = [
  'id',
  'title',
  'words',
  'letter',
  'examples',
  'severity',
  'when',
  'on_match',
  'on_unknown',
  'strike',
  'legal',
]

function readRule(reader: Reader, map: YAMLMap, at: string): Rule {
  reader.onlyKeys(map, at, ruleKeys)
  const id = reader.text(map, at, 'id')
  if (id !== '' && !/^[a-z][a-z_]{1,30}$/.test(id))
    reader.complain(map.get('id', true) as Node, `${at}.id`, 'an id is lower-case letters and underscores')
  const whenNode = map.get('when', true) as Node | undefined
  const examples = reader.map(map, at, 'examples')
  if (examples) reader.onlyKeys(examples, `${at}.examples`, ['breaks', 'keeps'])
  return {
    id,
    title: reader.words(map, at, 'title'),
    words: reader.words(map, at, 'words'),
    letter: reader.words(map, at, 'letter'),
    examples: {
      breaks: examples ? reader.list(examples, `${at}.examples`, 'breaks') : [],
      keeps: examples ? reader.list(examples, `${at}.examples`, 'keeps') : [],
    },
    severity: reader.integer(map, at, 'severity', 1, 5),
    when: whenNode ? readCondition(reader, whenNode, `${at}.when`, 0) : undefined,
    onMatch: map.has('on_match') ? reader.oneOf(map, at, 'on_match', ['hold', 'flag']) : 'hold',
    onUnknown: readOnUnknown(reader, map, at),
    ...(map.has('strike') ? { strike: readStrike(reader, map, at) } : {}),
    legal: reader.oneOf(map, at, 'legal', legalCategories),
  }
}

function readStrike(reader: Reader, map: YAMLMap, at: string): NonNullable<Rule['strike']> {
  const strike = reader.map(map, at, 'strike')
  if (!strike) return { weight: 0, days: 1 }
  reader.onlyKeys(strike, `${at}.strike`, ['weight', 'days'])
  return {
    weight: reader.integer(strike, `${at}.strike`, 'weight', 0, 10),
    days: reader.integer(strike, `${at}.strike`, 'days', 1, LONGEST_STRIKE_DAYS),
  }
}

function readOnUnknown(reader: Reader, map: YAMLMap, at: string): Rule['onUnknown'] {
  // Fail closed: what is not said holds.
  const result: Rule['onUnknown'] = { default: 'hold' }
  const node = map.get('on_unknown', true) as unknown
  if (node === undefined) return result
  if (!isMap(node)) {
    reader.complain(
      node as Node,
      `${at}.on_unknown`,
      'say it by language, as in { default: hold, uk: ignore }',
    )
    return result
  }
  for (const pair of node.items) {
    const language = String(isScalar(pair.key) ? pair.key.value : '')
    const field = `${at}.on_unknown.${language}`
    if (language !== 'default' && !/^[a-z]{2,3}$/.test(language))
      reader.complain(pair.key as Node, field, 'a language is its ISO 639 code, such as “uk”')
    result[language] = reader.oneOf(node, `${at}.on_unknown`, language, ['hold', 'ignore']) as OnUnknown
  }
  return result
}

const DEEPEST_CONDITION = 8

function readCondition(reader: Reader, node: Node, at: string, depth: number): Condition {
  const nothing: Condition = { kind: 'any', of: [] }
  if (depth > DEEPEST_CONDITION) {
    reader.complain(node, at, `conditions may stand ${DEEPEST_CONDITION} deep at the most`)
    return nothing
  }
  if (!isMap(node)) {
    reader.complain(node, at, 'a condition has named fields')
    return nothing
  }
  for (const kind of ['all', 'any'] as const)
    if (node.has(kind)) {
      reader.onlyKeys(node, at, [kind])
      const list = node.get(kind, true) as unknown
      if (!isSeq(list) || list.items.length === 0) {
        reader.complain(list as Node, `${at}.${kind}`, 'a list of conditions is needed', node)
        return nothing
      }
      return {
        kind,
        of: list.items.map((item, i) =>
          readCondition(reader, item as Node, `${at}.${kind}[${i}]`, depth + 1),
        ),
      }
    }
  if (node.has('not')) {
    reader.onlyKeys(node, at, ['not'])
    return { kind: 'not', of: readCondition(reader, node.get('not', true) as Node, `${at}.not`, depth + 1) }
  }
  return readComparison(reader, node, at)
}

function readComparison(reader: Reader, node: YAMLMap, at: string): Condition {
  reader.onlyKeys(node, at, ['signal', 'fact', 'at_least', 'at_most'])
  const of = node.has('fact') ? 'fact' : 'signal'
  if (node.has('fact') && node.has('signal'))
    reader.complain(node, at, 'a comparison is of a signal or of a fact')
  const name = reader.text(node, at, of)
  if (of === 'fact' && name !== '' && name !== 'published_before')
    reader.complain(
      node.get('fact', true) as Node,
      `${at}.fact`,
      `there is no fact “${name}”; there is “published_before”`,
    )
  if (!node.has('at_least') && !node.has('at_most'))
    reader.complain(node, at, 'at_least or at_most is needed')
  return {
    kind: 'compare',
    of,
    name,
    ...(node.has('at_least') ? { atLeast: reader.number(node, at, 'at_least') } : {}),
    ...(node.has('at_most') ? { atMost: reader.number(node, at, 'at_most') } : {}),
  }
}

/** Reads typed fields and collects what is wrong with them. */
class Reader {
  readonly problems: PolicyProblem[] = []
  readonly #lines: LineCounter

  constructor(lines: LineCounter) {
    this.#lines = lines
  }

  complain(node: Node | null | undefined, field: string, message: string, around?: Node): void {
    const offset = node?.range?.[0] ?? around?.range?.[0] ?? 0
    this.problems.push({ line: this.lineAt(offset), field, message })
  }

  lineAt(offset: number): number {
    return Math.max(1, this.#lines.linePos(offset).line)
  }

  onlyKeys(map: YAMLMap, at: string, allowed: readonly string[]): void {
    for (const pair of map.items as Pair[]) {
      const key = String(isScalar(pair.key) ? pair.key.value : '')
      if (allowed.includes(key)) continue
      const near = allowed.find((name) => distance(name, key) <= 2)
      this.complain(
        pair.key as Node,
        join(at, key),
        `there is no such field${near ? `; “${near}” is meant?` : `. There are: ${allowed.join(', ')}`}`,
      )
    }
  }

  text(map: YAMLMap, at: string, key: string): string {
    const node = map.get(key, true) as unknown
    if (!isScalar(node) || typeof node.value !== 'string' || node.value.trim() === '') {
      this.complain(node as Node | undefined, join(at, key), 'words are needed here', map)
      return ''
    }
    return node.value.trim()
  }

  /** Words that are printed: their placeholders must be known, and those required must be there. */
  words(map: YAMLMap, at: string, key: string, required: string[] = []): string {
    const text = this.text(map, at, key)
    const node = map.get(key, true) as Node | undefined
    for (const [, name] of text.matchAll(/\{([a-z_]*)\}/g))
      if (!placeholders.includes(name ?? ''))
        this.complain(
          node,
          join(at, key),
          `“{${name}}” stands for nothing; there are ${placeholders.map((p) => `{${p}}`).join(' ')}`,
        )
    for (const name of required)
      if (text !== '' && !text.includes(`{${name}}`))
        this.complain(node, join(at, key), `it must name {${name}}`)
    return text
  }

  list(map: YAMLMap, at: string, key: string): string[] {
    const node = map.get(key, true) as unknown
    if (!isSeq(node)) {
      this.complain(node as Node | undefined, join(at, key), 'a list of sentences is needed', map)
      return []
    }
    return node.items.map((item) => {
      if (isScalar(item) && typeof item.value === 'string') return item.value
      this.complain(item as Node, join(at, key), 'a sentence is needed; put it in quotes if it holds a colon')
      return ''
    })
  }

  map(map: YAMLMap, at: string, key: string): YAMLMap | undefined {
    const node = map.get(key, true) as unknown
    if (isMap(node)) return node
    this.complain(node as Node | undefined, join(at, key), 'named fields are needed here', map)
    return undefined
  }

  number(map: YAMLMap, at: string, key: string): number {
    const node = map.get(key, true) as unknown
    if (isScalar(node) && typeof node.value === 'number' && Number.isFinite(node.value)) return node.value
    this.complain(node as Node | undefined, join(at, key), 'a number is needed', map)
    return 0
  }

  integer(map: YAMLMap, at: string, key: string, least: number, most: number): number {
    const value = this.number(map, at, key)
    if (Number.isInteger(value) && value >= least && value <= most) return value
    if (map.has(key))
      this.complain(
        map.get(key, true) as Node,
        join(at, key),
        `a whole number from ${least} to ${most} is needed`,
      )
    return least
  }

  oneOf<const T extends string>(map: YAMLMap, at: string, key: string, allowed: readonly T[]): T {
    const value = this.text(map, at, key)
    const found = allowed.find((candidate) => candidate === value)
    if (found === undefined && value !== '')
      this.complain(
        map.get(key, true) as Node,
        join(at, key),
        `“${value}” is not one of ${allowed.join(', ')}`,
      )
    return found ?? (allowed[0] as T)
  }
}

const join = (at: string, key: string): string => (at === '' ? key : `${at}.${key}`)

/** Levenshtein's, for short names: enough to say what was probably meant. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2 || b.length > 40) return 9
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      )
    row = next
  }
  return row[b.length] ?? 9
}
