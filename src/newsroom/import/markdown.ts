import type { Nodes, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { LineCounter, parseDocument } from 'yaml'
import { ok, type Result } from '../../lib/result.ts'
import type { Block } from '../article.ts'
import type { Draft } from '../draft.ts'
import { decodeSource, type ImportRefusal, refuse } from './source.ts'
import { atZone, readStamp } from './stamp.ts'

export type MarkdownArticle = { draft: Draft; section: string | null; alt: string; warnings: string[] }

/** Each field with the names that other systems give it. */
const names: Record<string, string> = {
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
}

type Front = { values: Map<string, string | string[]>; body: string; bodyLine: number; warnings: string[] }

/**
 * Front matter and paragraphs. What the blocks of an article cannot hold (pictures, tables, code, markup) is named
 * with its line, and its words stay as plain text; markup never becomes markup.
 */
export function parseMarkdownArticle(
  input: Uint8Array,
  options: { zone: string; language?: string },
): Result<MarkdownArticle, ImportRefusal> {
  const source = decodeSource(input)
  if (!source.ok) return source
  const front = readFront(source.value.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'))
  if (!front.ok) return front
  const { values, warnings } = front.value
  const word = (name: string): string => {
    const value = values.get(name)
    return (Array.isArray(value) ? value.join(', ') : (value ?? '')).trim()
  }
  const published = stampOf(word('published'), options.zone)
  const updated = stampOf(word('updated'), options.zone)
  for (const stamp of [published, updated]) if (stamp.problem) return refuse('bad_date', 1, stamp.problem)
  const blocks = blocksOf(fromMarkdown(front.value.body), front.value.bodyLine, warnings)
  const first = blocks[0]
  const headline = word('headline') || (first?.kind === 'subhead' ? first.text : '')
  if (headline === '')
    return refuse('no_headline', 1, 'no title stands in the front matter, and no heading begins the text.')
  if (word('headline') === '' || (first?.kind === 'subhead' && first.text === headline)) blocks.shift()
  if (published.at && updated.at && updated.at < published.at)
    warnings.push('The update is earlier than the publication.')
  if (!published.at) warnings.push('There is no date: publishing will set it.')
  const sources = values.get('sources')
  return ok({
    draft: {
      headline,
      standfirst: word('standfirst'),
      byline: word('byline'),
      agency: word('agency'),
      dateline: word('dateline'),
      language: word('language') || (options.language ?? 'en'),
      blocks,
      sources: Array.isArray(sources)
        ? sources
        : sources
          ? sources.split(',').map((name) => name.trim())
          : [],
      photo: word('caption') || word('credit') ? { caption: word('caption'), credit: word('credit') } : null,
      publishedAt: published.at,
      updatedAt: updated.at,
    },
    section: word('section') || null,
    alt: word('alt'),
    warnings,
  })
}

function readFront(text: string): Result<Front, ImportRefusal> {
  const values = new Map<string, string | string[]>()
  const warnings: string[] = []
  if (!text.startsWith('---\n')) return ok({ values, body: text, bodyLine: 1, warnings })
  const end = text.indexOf('\n---', 3)
  if (end === -1)
    return refuse('bad_front_matter', 1, 'the front matter that begins here has no end (a line ---).')
  const lines = new LineCounter()
  const document = parseDocument(text.slice(4, end + 1), {
    lineCounter: lines,
    schema: 'failsafe',
    uniqueKeys: true,
  })
  const [problem] = document.errors
  if (problem)
    return refuse(
      'bad_front_matter',
      (problem.linePos?.[0].line ?? 1) + 1,
      problem.message.split('\n')[0] ?? '',
    )
  const plain: unknown = document.toJS({ maxAliasCount: 0 })
  for (const [key, value] of Object.entries(typeof plain === 'object' && plain !== null ? plain : {})) {
    const name = Object.hasOwn(names, key) ? names[key] : undefined
    if (!name)
      warnings.push(`“${key}” in the front matter is not used: ${JSON.stringify(value).slice(0, 80)}`)
    else if (Array.isArray(value)) values.set(name, value.map(String))
    else if (typeof value === 'string') values.set(name, value)
  }
  const after = text.indexOf('\n', end + 1)
  const body = after === -1 ? '' : text.slice(after + 1)
  return ok({ values, body, bodyLine: text.slice(0, text.length - body.length).split('\n').length, warnings })
}

function stampOf(text: string, zone: string): { at: Date | null; problem?: string } {
  if (text === '') return { at: null }
  if (/(?:Z|[+-]\d{2}:?\d{2})$/.test(text) && !Number.isNaN(Date.parse(text))) return { at: new Date(text) }
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (day) {
    const [, year, month, date] = day.map(Number) as [number, number, number, number]
    const real = new Date(Date.UTC(year, month - 1, date))
    if (real.getUTCMonth() !== month - 1 || real.getUTCDate() !== date)
      return { at: null, problem: `${text} is no day of the calendar.` }
    return { at: atZone({ year, month, day: date, hour: 0, minute: 0, second: 0 }, zone).at }
  }
  const stamp = readStamp(text, zone)
  return stamp.ok ? { at: stamp.value.at } : { at: null, problem: `“${text}”: ${stamp.refusal.message}` }
}

function blocksOf(root: Root, firstLine: number, warnings: string[]): Block[] {
  const blocks: Block[] = []
  const add = (kind: 'paragraph' | 'subhead' | 'quote', text: string) => {
    const words = text.replace(/\s+/g, ' ').trim()
    if (words !== '') blocks.push({ kind, text: words })
  }
  for (const node of root.children) {
    const line = (node.position?.start.line ?? 1) + firstLine - 1
    if (node.type === 'heading') add('subhead', wordsOf(node, warnings, line))
    else if (node.type === 'blockquote') add('quote', wordsOf(node, warnings, line))
    else if (node.type === 'paragraph') add('paragraph', wordsOf(node, warnings, line))
    else if (node.type !== 'thematicBreak' && node.type !== 'definition') {
      warnings.push(`Line ${line}: ${sayKind(node.type)} is kept as plain text.`)
      for (const part of 'children' in node ? node.children : [node])
        add('paragraph', wordsOf(part, [], line))
    }
  }
  return blocks
}

const sayKind = (type: string): string =>
  ({
    list: 'a list',
    code: 'a block of code',
    html: 'markup',
    table: 'a table',
    footnoteDefinition: 'a footnote',
  })[type] ?? `“${type}”`

function wordsOf(node: Nodes, warnings: string[], line: number): string {
  if (node.type === 'image') {
    warnings.push(`Line ${line}: a picture in the text is left out; its description stays.`)
    return node.alt ?? ''
  }
  if (node.type === 'link')
    warnings.push(`Line ${line}: a link keeps its words and loses its address ${node.url}.`)
  if (node.type === 'html') {
    warnings.push(`Line ${line}: markup is kept as plain text.`)
    return node.value.replace(/<[^<>]{0,2000}>/g, ' ')
  }
  if (node.type === 'break') return ' '
  if ('value' in node) return node.value
  if ('children' in node)
    return node.children
      .map((child) => wordsOf(child, warnings, line))
      .join(node.type === 'blockquote' ? ' ' : '')
  return ''
}
