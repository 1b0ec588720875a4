import type { Blockquote, Heading, List, Nodes, Paragraph, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { ok, type Result } from '../../lib/result.ts'
import type { Block } from '../article.ts'
import { type ImportRefusal, refuse, wordsOf } from './source.ts'

/** The blocks of a text, and what they could not hold. `title`: a first-level heading that stands before all else. */
export type MarkdownBlocks = {
  title: { text: string; line: number } | null
  blocks: Block[]
  warnings: string[]
}

/** Marks of containers (`>`, `-`, `1.`) and indents before the words of a line, in letters. */
const DEEPEST = 24
/** Lines of quotations, and of lists inside others, in the whole text: the parser goes back over all before. */
const MOST_CONTAINED = 1_000
/** Marks of emphasis, links, markup and escapes in one block: the parser compares each with the others. */
const MOST_MARKS = 500
/** And in the whole text: a long article with a link in every line has a third of it. */
const MOST_MARKS_IN_ALL = 20_000

/**
 * Markdown (CommonMark) as paragraphs, subheads and quotations. What these cannot hold (pictures, tables, lists, code,
 * markup, links) is named in the warnings with its line, and its words stay as plain text: markup never becomes markup.
 * `firstLine`: the line of the file that `text` begins in. Refuses what is nested or marked as no article is, since the
 * parser's work grows with the square of it.
 */
export function readMarkdownBlocks(text: string, firstLine: number): Result<MarkdownBlocks, ImportRefusal> {
  const tangle = tangleIn(text)
  if (tangle !== undefined)
    return refuse('too_deep', firstLine + tangle, 'the marks here are nested or crowded as in no article.')
  const reading = new Blocks(firstLine)
  for (const node of fromMarkdown(text).children) reading.add(node)
  const { title, blocks, warnings } = reading
  return ok({ title, blocks, warnings })
}

const rule = /^[ \t]*([-*_=])(?:[ \t]*\1)*[ \t]*$/

/** The first line, counted from 0, that the parser should not be given. */
function tangleIn(text: string): number | undefined {
  let contained = 0
  let quoted = false
  let inBlock = 0
  let inAll = 0
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') {
      inBlock = 0
      quoted = false
    }
    if (rule.test(line)) continue
    const before = /^[\s>*+\-\d.)]*/.exec(line)?.[0] ?? ''
    if (before.length > DEEPEST && before.trim() !== '') return i
    const containers = before.match(/[>*+-]|\d[.)]/g)?.length ?? 0
    // A line that follows a quoted one belongs to the quotation, marked or not.
    if (before.startsWith('>')) quoted = true
    if (quoted || containers > 1 || (containers > 0 && /^\s/.test(before))) contained++
    const marks = line.match(/[*_[`<&!\\]/g)?.length ?? 0
    inBlock += marks
    inAll += marks
    if (contained > MOST_CONTAINED || inBlock > MOST_MARKS || inAll > MOST_MARKS_IN_ALL) return i
  }
  return undefined
}

class Blocks {
  title: MarkdownBlocks['title'] = null
  readonly blocks: Block[] = []
  readonly warnings: string[] = []
  readonly #firstLine: number
  #emphasisSaid = false

  constructor(firstLine: number) {
    this.#firstLine = firstLine
  }

  add(node: RootContent): void {
    const first = this.title === null && this.blocks.length === 0
    switch (node.type) {
      case 'heading':
        this.#addHeading(node, first)
        break
      case 'paragraph':
        this.#addParagraph(node)
        break
      case 'blockquote':
        this.#addQuote(node)
        break
      case 'list':
        this.#warn(node, 'a list is kept as paragraphs')
        this.#addList(node)
        break
      case 'code':
        this.#warn(node, 'a block of code is kept as plain text')
        this.#push('paragraph', node.value)
        break
      case 'html':
        this.#push('paragraph', this.#words(node))
        break
      case 'thematicBreak':
        this.#warn(node, 'a rule between paragraphs is left out')
        break
      case 'definition':
        this.#warn(node, `the address ${node.url} is left out`)
        break
      default:
        this.#warn(node, `“${node.type}” is kept as plain text`)
        this.#push('paragraph', this.#words(node))
    }
  }

  #addHeading(node: Heading, first: boolean): void {
    const text = wordsOf(this.#words(node))
    if (first && node.depth === 1 && text !== '') this.title = { text, line: this.#lineOf(node) }
    else this.#push('subhead', text)
  }

  #addParagraph(node: Paragraph): void {
    const lines = this.#words(node).split('\n')
    if (!isTableRule(lines[1] ?? '')) {
      this.#push('paragraph', lines.join(' '))
      return
    }
    this.#warn(node, 'a table is kept as a paragraph for each row')
    for (const [i, row] of lines.entries())
      if (i !== 1) this.#push('paragraph', row.replace(/^\s*\|/, '').replace(/\|\s*$/, ''))
  }

  /** A quotation per paragraph; a last line that begins with a dash names who speaks. */
  #addQuote(node: Blockquote): void {
    const spoken: string[] = []
    let speaker: string | undefined
    for (const child of node.children) {
      if (child.type === 'paragraph') {
        const lines = this.#words(child).split('\n')
        speaker = /^(?:—|–|--)\s?(\S.{0,80})$/u.exec(wordsOf(lines.at(-1) ?? ''))?.[1]
        spoken.push((speaker === undefined ? lines : lines.slice(0, -1)).join(' '))
      } else {
        this.#warn(child, `${sayKind(child.type)} in a quotation is kept as plain text`)
        spoken.push(this.#words(child))
      }
    }
    const quotes = spoken.map(wordsOf).filter((text) => text !== '')
    if (quotes.length === 0 && speaker !== undefined) this.#push('quote', `— ${speaker}`)
    quotes.forEach((text, i) => {
      const named = speaker !== undefined && i === quotes.length - 1 ? { speaker } : {}
      this.blocks.push({ kind: 'quote', text, ...named })
    })
  }

  #addList(list: List): void {
    list.children.forEach((item, i) => {
      const mark = list.ordered ? `${(list.start ?? 1) + i}.` : '•'
      const [first, ...rest] = item.children
      if (first?.type === 'list') this.#addList(first)
      else if (first) this.#push('paragraph', `${mark} ${this.#words(first)}`)
      for (const child of rest)
        if (child.type === 'list') this.#addList(child)
        else this.#push('paragraph', this.#words(child))
    })
  }

  #push(kind: 'paragraph' | 'subhead' | 'quote', text: string): void {
    const words = wordsOf(text)
    if (words !== '') this.blocks.push({ kind, text: words })
  }

  /** The words of a node, with the line breaks of its source. */
  #words(node: Nodes): string {
    switch (node.type) {
      case 'text':
        return node.value
      case 'break':
        return '\n'
      case 'image':
        this.#warn(node, `a picture is left out (${node.url}); its description stays`)
        return node.alt ?? ''
      case 'imageReference':
        this.#warn(node, 'a picture is left out; its description stays')
        return node.alt ?? ''
      case 'link':
        this.#warn(node, `a link keeps its words and loses its address ${node.url}`)
        break
      case 'linkReference':
        this.#warn(node, 'a link keeps its words and loses its address')
        break
      case 'html':
        return this.#wordsOfMarkup(node.value, node)
      case 'emphasis':
      case 'strong':
      case 'inlineCode':
        this.#sayEmphasis(node)
        break
    }
    if ('value' in node) return node.value
    if (!('children' in node)) return ''
    const inner = node.children.map((child) => this.#words(child))
    return inner.join(
      node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem' ? '\n' : '',
    )
  }

  /** Its text without the tags. What a script or a style sheet says is not for readers. */
  #wordsOfMarkup(markup: string, node: Nodes): string {
    if (/^<(?:script|style|!--)/i.test(markup)) {
      this.#warn(node, `markup is left out: ${wordsOf(markup).slice(0, 60).toWellFormed()}`)
      return ''
    }
    this.#warn(node, 'markup is taken off and its words are kept')
    return markup.replace(innerTag, '').replace(tag, ' ')
  }

  #sayEmphasis(node: Nodes): void {
    if (this.#emphasisSaid) return
    this.#emphasisSaid = true
    this.#warn(node, 'emphasis is not kept, here and below')
  }

  #warn(node: Nodes, what: string): void {
    this.warnings.push(`Line ${this.#lineOf(node)}: ${what}.`)
  }

  #lineOf(node: Nodes): number {
    return (node.position?.start.line ?? 1) + this.#firstLine - 1
  }
}

/** Not up to the next ">" alone: on a thousand "<" without one that would be a thousand searches to the end. */
const tag = /<[^<>]*>/g
/** Tags inside words: taking them off leaves no space. */
const innerTag = /<\/?(?:a|abbr|b|cite|code|em|i|mark|q|s|small|span|strong|sub|sup|u)(?:\s[^<>]*)?>/gi

const isTableRule = (line: string): boolean =>
  /^[\s:|-]+$/.test(line) && line.includes('|') && line.includes('-')

const sayKind = (type: string): string =>
  ({ list: 'a list', code: 'code', html: 'markup' })[type] ?? `“${type}”`
