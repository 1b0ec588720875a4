import { once } from 'node:events'
import type { Writable } from 'node:stream'

/**
 * Writes as fast as whoever reads takes it. `closed` says that nobody reads any more, as behind `head`: the work ends
 * there, without a word.
 */
export class Output {
  closed = false
  readonly #stream: Writable
  #error: unknown

  constructor(stream: Writable) {
    this.#stream = stream
    stream.on('error', (error: NodeJS.ErrnoException) => {
      this.closed = true
      if (error.code !== 'EPIPE') this.#error = error
    })
  }

  async write(text: string): Promise<void> {
    if (this.#error) throw this.#error
    if (this.closed || text === '' || this.#stream.write(text)) return
    // Rejects where the pipe breaks, which the listener above has noted by then.
    await once(this.#stream, 'drain').catch(() => {})
    if (this.#error) throw this.#error
  }
}
