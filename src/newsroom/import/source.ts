import { ok, type Result, refused } from '../../lib/result.ts'

/** Where in the source something was said: UTF-16 offsets into the decoded text, `end` exclusive. */
export type Span = { start: number; end: number }

/** A line that has words. `text` is what it says: one space between words, nothing invisible. The span is as it stood. */
export type Line = { no: number; text: string; span: Span }

export type ImportRefusal = {
  code:
    | 'empty'
    | 'binary'
    | 'too_large'
    | 'bad_date'
    | 'bad_time'
    | 'several_captures'
    | 'no_headline'
    | 'bad_front_matter'
    | 'too_deep'
  /** 1-based. */
  line: number
  /** A sentence for the person who brought the file; it begins with the line. */
  message: string
}

/** Bytes. The longest reports run to a tenth of it; what is larger is a book or a mistake. */
export const LARGEST_SOURCE = 1_000_000
/** Blank ones too. Each line is looked at in a dozen ways, so a megabyte of line breaks would cost seconds. */
export const MOST_LINES = 20_000

export const refuse = (code: ImportRefusal['code'], line: number, message: string) =>
  refused<ImportRefusal>({ code, line, message: `Line ${line}: ${message}` })

/** Bytes to text: UTF-8 only, a byte order mark kept as the character it is. Nothing is repaired silently. */
export function decodeSource(input: Uint8Array): Result<string, ImportRefusal> {
  if (input.length > LARGEST_SOURCE)
    return refuse(
      'too_large',
      lineAt(input, LARGEST_SOURCE),
      `here the text passes ${LARGEST_SOURCE / 1_000_000} MB, and no article is that long.`,
    )
  if (lineAt(input, input.length) > MOST_LINES)
    return refuse('too_large', MOST_LINES + 1, `no article has more than ${MOST_LINES} lines.`)
  const nul = input.indexOf(0)
  if (nul !== -1)
    return refuse('binary', lineAt(input, nul), 'there is a NUL in it, so this is no text file.')
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(input)
  } catch {
    return refuse('binary', firstBadLine(input), 'this is not UTF-8 text. Save it as UTF-8 and try again.')
  }
  return visible.test(text) ? ok(text) : refuse('empty', 1, 'there is nothing in it.')
}

/** The byte at `offset` stands in this line. CR, LF and both together end one. */
function lineAt(input: Uint8Array, offset: number): number {
  let line = 1
  for (let i = 0; i < offset; i++) if (input[i] === 10 || (input[i] === 13 && input[i + 1] !== 10)) line++
  return line
}

/** A line break cannot stand inside a character, so each line can be tried alone. */
function firstBadLine(input: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for (let start = 0; start <= input.length; ) {
    const next = input.indexOf(10, start)
    const end = next === -1 ? input.length : next
    try {
      decoder.decode(input.subarray(start, end))
    } catch {
      return lineAt(input, start)
    }
    start = end + 1
  }
  return 1
}

/**
 * What is in a text and not seen: controls, soft hyphens, marks of direction and width, byte order marks. The two
 * joiners (U+200C, U+200D) stay: Persian and Hindi words are misspelt without them.
 */
const invisible =
  '\\u0000-\\u0008\\u000E-\\u001F\\u007F-\\u009F\\u00AD\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF'
const invisibleRuns = new RegExp(`[${invisible}]+`, 'g')
const isInvisible = new RegExp(`^[${invisible}]$`)
const visible = new RegExp(`[^\\s${invisible}]`)
const space = /^\s$/

/** What a piece of the source says. */
export const wordsOf = (raw: string): string => raw.replace(invisibleRuns, '').replace(/\s+/g, ' ').trim()

/** Lines that have words, numbered as an editor shows them; blank ones are the space between. */
export function linesOf(source: string): Line[] {
  const lines: Line[] = []
  const breaks = /\r\n|[\r\n\u2028\u2029]/g
  for (let no = 1, start = 0; start <= source.length; no++) {
    const found = breaks.exec(source)
    const end = found ? found.index : source.length
    const text = end > start ? wordsOf(source.slice(start, end)) : ''
    if (text !== '') lines.push({ no, text, span: trimmed(source, { start, end }) })
    start = found ? breaks.lastIndex : source.length + 1
  }
  return lines
}

/** The span without the space and the invisible at its ends. */
export function trimmed(source: string, span: Span): Span {
  let { start, end } = span
  while (start < end && isNothing(source.charAt(start))) start++
  while (end > start && isNothing(source.charAt(end - 1))) end--
  return { start, end }
}

const isNothing = (char: string): boolean => space.test(char) || isInvisible.test(char)

/**
 * Where in the source the part from `from` to `to` of a line's `text` stands. The text is shorter than the line it
 * was made from wherever that holds something invisible or more than one space.
 */
export function spanWithin(source: string, line: Line, from: number, to: number): Span {
  const [span] = spansWithin(source, line, [{ start: from, end: to }])
  return span ?? line.span
}

/** The same for many parts, in the order of the text, in one pass: a line may be the whole source. */
export function spansWithin(source: string, line: Line, parts: readonly Span[]): Span[] {
  // Nothing left out, nothing drawn together: letter stands for letter.
  if (line.text.length === line.span.end - line.span.start)
    return parts.map(({ start, end }) => ({ start: line.span.start + start, end: line.span.start + end }))
  const walk = new Walk(source, line)
  return parts.map(({ start, end }) => {
    const from = walk.to(start)
    return { start: from, end: end >= line.text.length ? line.span.end : walk.to(end) }
  })
}

/** Goes through a line once, counting what is said. */
class Walk {
  readonly #source: string
  readonly #end: number
  #at: number
  #said = 0
  #inSpace = false

  constructor(source: string, line: Line) {
    this.#source = source
    this.#at = line.span.start
    this.#end = line.span.end
  }

  /** Where the unit of the text with this index stands; no index may be smaller than the one before. */
  to(index: number): number {
    for (; this.#at < this.#end; this.#at++) {
      const char = this.#source.charAt(this.#at)
      if (isInvisible.test(char)) continue
      const spacing = space.test(char)
      if (spacing && this.#inSpace) continue
      if (this.#said === index) return this.#at
      this.#inSpace = spacing
      this.#said++
    }
    return this.#end
  }
}
