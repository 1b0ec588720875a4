import { invariant } from '../../lib/invariant.ts'
import type { Span } from './source.ts'

type Piece = Span & { field: string }
type Left = Span & { text: string; why: string }

/**
 * Who took which part of the source. At the end every letter belongs to exactly one field or is discarded with a
 * reason, so that nothing of a page is lost in silence.
 */
export class Coverage {
  readonly #source: string
  readonly #taken: (Span & { field?: string; why?: string })[] = []

  constructor(source: string) {
    this.#source = source
  }

  take(field: string, span: Span): void {
    if (span.end > span.start) this.#taken.push({ start: span.start, end: span.end, field })
  }

  discard(span: Span, why: string): void {
    if (span.end > span.start) this.#taken.push({ start: span.start, end: span.end, why })
  }

  settle(): { pieces: Piece[]; discarded: Left[] } {
    const pieces: Piece[] = []
    const discarded: Left[] = []
    const leave = (start: number, end: number, why: string) => {
      if (end > start) discarded.push({ start, end, text: this.#source.slice(start, end), why })
    }
    let at = 0
    for (const { start, end, field, why } of [...this.#taken].sort((a, b) => a.start - b.start)) {
      invariant(start >= at, `two fields of a capture overlap at ${start}`)
      leave(at, start, this.#between(at, start))
      if (field === undefined) leave(start, end, why ?? '')
      else pieces.push({ field, start, end })
      at = end
    }
    leave(at, this.#source.length, this.#between(at, this.#source.length))
    return { pieces, discarded }
  }

  #between(start: number, end: number): string {
    return /[\p{L}\p{N}]/u.test(this.#source.slice(start, end)) ? 'not recognised' : 'space and separators'
  }
}
