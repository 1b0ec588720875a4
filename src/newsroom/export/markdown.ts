import type { Article, Block } from '../article.ts'
import { isoAt } from '../import/stamp.ts'

export type ExportedArticle = Pick<
  Article,
  | 'headline'
  | 'standfirst'
  | 'byline'
  | 'agency'
  | 'dateline'
  | 'language'
  | 'blocks'
  | 'sources'
  | 'publishedAt'
  | 'updatedAt'
> & { section: { name: string } | null; photo: { caption: string; credit: string; alt: string } | null }

/**
 * An article as Markdown with front matter, which `parseMarkdownArticle` reads back to the same article; stamps to the
 * second. The picture itself is left behind: its caption, credit and alt text come along.
 */
export function markdownOf(article: ExportedArticle, zone: string): string {
  return `---\n${frontMatter(article, zone)}---\n\n${article.blocks.map((block) => `${markdownBlock(block)}\n`).join('\n')}`
}

function frontMatter(article: ExportedArticle, zone: string): string {
  const entries: [string, string][] = [
    ['title', article.headline],
    ['description', article.standfirst],
    ['date', article.publishedAt ? isoAt(article.publishedAt, zone) : ''],
    ['updated', article.updatedAt ? isoAt(article.updatedAt, zone) : ''],
    ['byline', article.byline],
    ['agency', article.agency],
    ['dateline', article.dateline],
    ['section', article.section?.name ?? ''],
    ['lang', article.language],
    ['caption', article.photo?.caption ?? ''],
    ['credit', article.photo?.credit ?? ''],
    ['alt', article.photo?.alt ?? ''],
  ]
  const lines = entries.flatMap(([key, value]) => (value === '' ? [] : [`${key}: ${quoted(value)}\n`]))
  const sources =
    article.sources.length > 0
      ? `sources:\n${article.sources.map((name) => `  - ${quoted(name)}\n`).join('')}`
      : ''
  return lines.join('') + sources
}

/** YAML's double quotes take what JSON's do (YAML 1.2, 7.3.1): no value begins a list, a comment or a date. */
const quoted = (text: string): string => JSON.stringify(text.toWellFormed())

function markdownBlock(block: Block): string {
  const words = escaped(block.text)
  switch (block.kind) {
    case 'subhead':
      return `## ${words}`
    case 'quote':
      return `> ${words}${block.speaker === undefined ? '' : `\n> — ${escaped(block.speaker)}`}`
    default:
      return words
  }
}

/** Marks that work anywhere in a line, and those that work at its beginning. A block is one line. */
const anywhere = /[\\`*_[\]<>&#~]/g
const atStart = /^(?:([+=|-])|(\d{1,9})([.)]))/

/** Text that CommonMark reads as itself. */
const escaped = (text: string): string =>
  text
    .replace(anywhere, '\\$&')
    .replace(atStart, (_, mark, digits, point) => (mark ? `\\${mark}` : `${digits}\\${point}`))
