import { ok, type Result, refused } from '../../lib/result.ts'

/** Where in the source something was said: UTF-16 offsets, `end` exclusive. */
export type Span = { start: number; end: number }

/** A line of the source: `text` is trimmed and free of invisible characters; the span covers its words alone. */
export type Line = { no: number; text: string; span: Span }

export type ImportRefusal = {
  code:
    | 'empty'
    | 'binary'
    | 'too_large'
    | 'bad_date'
    | 'several_captures'
    | 'no_headline'
    | 'bad_front_matter'
  /** 1-based. */
  line: number
  message: string
}

export const LARGEST_SOURCE = 1_000_000

export const refuse = (code: ImportRefusal['code'], line: number, message: string) =>
  refused<ImportRefusal>({ code, line, message: `Line ${line}: ${message}` })

/** Bytes to text: UTF-8 only, with or without a byte order mark. Nothing is repaired silently. */
export function decodeSource(input: Uint8Array): Result<string, ImportRefusal> {
  if (input.length > LARGEST_SOURCE)
    return refuse(
      'too_large',
      1,
      `the text is larger than ${LARGEST_SOURCE / 1_000_000} MB; an article never is.`,
    )
  const nul = input.indexOf(0)
  if (nul !== -1)
    return refuse('binary', lineAt(input, nul), 'there is a NUL in it, so this is no text file.')
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(input)
  } catch {
    return refuse('binary', firstBadLine(input), 'this is not UTF-8 text. Save it as UTF-8 and try again.')
  }
  if (text.replace(/[\s\u200B-\u200F\u2060\uFEFF]/g, '') === '')
    return refuse('empty', 1, 'there is nothing in it.')
  return ok(text)
}

function lineAt(input: Uint8Array, offset: number): number {
  let line = 1
  for (let i = 0; i < offset; i++) if (input[i] === 10) line++
  return line
}

/** A line break cannot stand inside a character, so each line can be tried alone. */
function firstBadLine(input: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let line = 1
  for (let start = 0; start <= input.length; line++) {
    const next = input.indexOf(10, start)
    const end = next === -1 ? input.length : next
    try {
      decoder.decode(input.subarray(start, end))
    } catch {
      return line
    }
    start = end + 1
  }
  return 1
}

const invisible = /[\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]/g

/** Lines that have words; blank ones are the space between. */
export function linesOf(source: string): Line[] {
  const lines: Line[] = []
  let start = 0
  for (let no = 1; start <= source.length; no++) {
    const found = source.indexOf('\n', start)
    const end = found === -1 ? source.length : found
    const raw = source.slice(start, end)
    const text = raw
      .replace(invisible, '')
      .replace(/[\s\u00A0]+/g, ' ')
      .trim()
    if (text !== '') {
      const lead =
        raw.length - raw.replace(/^[\s\u00A0\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]+/, '').length
      const tail = raw.length - raw.trimEnd().length
      lines.push({ no, text, span: { start: start + lead, end: end - tail } })
    }
    start = end + 1
  }
  return lines
}
