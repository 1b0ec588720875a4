/** A line of the input by its number, from 1; or why it cannot be read. */
export type Line = { number: number; text: string } | { number: number; problem: string }

/** No comment is longer by far, and a line without an end must not fill the memory. In bytes. */
export const LONGEST_LINE = 1 << 20

const newline = 10

/**
 * Cuts bytes into lines, wherever the chunks end: LF or CRLF, with a byte order mark or without. A last line needs no
 * line break. Keeps one line at most, and of one that is too long nothing.
 */
export class LineSplitter {
  #parts: Uint8Array[] = []
  #length = 0
  #number = 1
  readonly #decoder = new TextDecoder('utf-8', { fatal: true })

  #keep(part: Uint8Array): void {
    this.#length += part.length
    if (this.#length > LONGEST_LINE) this.#parts = []
    else if (part.length > 0) this.#parts.push(part)
  }

  *push(chunk: Uint8Array): Generator<Line> {
    let from = 0
    for (let to = chunk.indexOf(newline); to >= 0; to = chunk.indexOf(newline, from)) {
      this.#keep(chunk.subarray(from, to))
      yield this.#take()
      from = to + 1
    }
    this.#keep(chunk.subarray(from))
  }

  *end(): Generator<Line> {
    if (this.#length > 0) yield this.#take()
  }

  #take(): Line {
    const [parts, length, number] = [this.#parts, this.#length, this.#number]
    this.#parts = []
    this.#length = 0
    this.#number++
    if (length > LONGEST_LINE)
      return { number, problem: `it is longer than ${LONGEST_LINE.toLocaleString('en-GB')} bytes` }
    try {
      const text = this.#decoder.decode(parts.length === 1 ? parts[0] : Buffer.concat(parts))
      return text.trim() === '' ? { number, problem: 'it is empty' } : { number, text }
    } catch {
      return { number, problem: 'it is not UTF-8' }
    }
  }
}
