import { invariant } from '../../lib/invariant.ts'
import { type Span, trimmed } from './source.ts'

export type Piece = Span & { field: string }
export type Discarded = Span & { text: string; why: string }

/**
 * Who took which part of the source. At the end every code unit belongs to exactly one field or is discarded with a
 * reason, so that nothing of a page is lost in silence. Space, line breaks and bars between fields belong to no field:
 * they are discarded as what they are.
 */
export class Coverage {
  readonly #source: string
  readonly #taken: (Span & ({ field: string } | { why: string }))[] = []

  constructor(source: string) {
    this.#source = source
  }

  take(field: string, { start, end }: Span): void {
    if (end > start) this.#taken.push({ start, end, field })
  }

  discard({ start, end }: Span, why: string): void {
    if (end > start) this.#taken.push({ start, end, why })
  }

  settle(): { pieces: Piece[]; discarded: Discarded[] } {
    const pieces: Piece[] = []
    const discarded: Discarded[] = []
    const leave = (start: number, end: number, why: string) => {
      if (end > start) discarded.push({ start, end, text: this.#source.slice(start, end), why })
    }
    let at = 0
    for (const { start, end, ...taken } of [...this.#taken].sort((a, b) => a.start - b.start)) {
      invariant(start >= at, `two fields of a capture overlap at ${start}`)
      leave(at, start, this.#between(at, start))
      if ('field' in taken) pieces.push({ field: taken.field, start, end })
      else leave(start, end, taken.why)
      at = end
    }
    leave(at, this.#source.length, this.#between(at, this.#source.length))
    return { pieces, discarded }
  }

  #between(start: number, end: number): string {
    const words = trimmed(this.#source, { start, end })
    if (words.start === words.end) return 'space'
    return /[\p{L}\p{N}]/u.test(this.#source.slice(start, end)) ? 'not recognised' : 'separators'
  }
}
