import { once } from 'node:events'
import type { Socket } from 'node:net'
import type pg from 'pg'

/** What pg's connection offers a query that speaks COPY itself; its own queries do not. */
type Wire = {
  stream: Socket
  query(sql: string): void
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
  sendCopyFail(reason: string): void
}

const PIECE = 65_536

/** Collects small buffers into pieces worth sending. */
function gather(send: (piece: Buffer) => Promise<void>) {
  let parts: Buffer[] = []
  let size = 0
  const flush = async (): Promise<void> => {
    if (size === 0) return
    const piece = Buffer.concat(parts, size)
    parts = []
    size = 0
    await send(piece)
  }
  const add = (part: Buffer): Promise<void> | undefined => {
    parts.push(part)
    size += part.length
    return size >= PIECE ? flush() : undefined
  }
  return { add, flush }
}

/**
 * Runs a `copy … to stdout` and hands its bytes to `sink`, no faster than that takes them. Returns the number of rows.
 * The client is in use until then.
 */
export function copyOut(
  client: pg.ClientBase,
  command: string,
  sink: (piece: Buffer) => Promise<void>,
): Promise<number> {
  return new Promise((resolve, reject) => {
    let rows = 0
    let failure: unknown
    let work: Promise<unknown> = Promise.resolve()
    let waiting = 0
    const pieces = gather(async (piece) => {
      if (failure === undefined) await sink(piece)
    })
    const noteFailure = (error: unknown): void => {
      failure ??= error
    }
    const slowly = (socket: Socket, step: Promise<void>): void => {
      waiting++
      socket.pause()
      work = Promise.all([work, step]).catch(noteFailure)
      work.finally(() => {
        waiting--
        if (waiting === 0) socket.resume()
      })
    }
    const query = {
      submit: (wire: Wire) => wire.query(command),
      handleCopyData: ({ chunk }: { chunk: Buffer }, wire: Wire) => {
        // The parser uses its buffer again.
        const step = pieces.add(Buffer.from(chunk))
        if (step) slowly(wire.stream, step)
      },
      handleCommandComplete: ({ text }: { text: string }) => {
        rows = Number(/^COPY (\d+)$/.exec(text)?.[1] ?? Number.NaN)
      },
      handleReadyForQuery: () => {
        Promise.all([work, pieces.flush()])
          .catch(noteFailure)
          .then(() => (failure === undefined ? resolve(rows) : reject(failure)))
      },
      handleError: (error: Error) => reject(error),
    }
    client.query(query as unknown as pg.Submittable)
  })
}

/** Runs a `copy … from stdin` with the bytes of `source`. Returns the number of rows. */
export function copyIn(
  client: pg.ClientBase,
  command: string,
  source: AsyncIterable<Buffer>,
): Promise<number> {
  return new Promise((resolve, reject) => {
    let rows = 0
    let sourceFailure: unknown
    let over = false
    const pump = async (wire: Wire): Promise<void> => {
      const pieces = gather(async (piece) => {
        wire.sendCopyFromChunk(piece)
        if (wire.stream.writableNeedDrain) await once(wire.stream, 'drain')
      })
      for await (const part of source) {
        if (over) return
        await pieces.add(part)
      }
      await pieces.flush()
      if (!over) wire.endCopyFrom()
    }
    const query = {
      submit: (wire: Wire) => wire.query(command),
      handleCopyInResponse: (wire: Wire) => {
        pump(wire).catch((error: unknown) => {
          sourceFailure = error
          if (!over) wire.sendCopyFail('the source failed')
        })
      },
      handleCommandComplete: ({ text }: { text: string }) => {
        rows = Number(/^COPY (\d+)$/.exec(text)?.[1] ?? Number.NaN)
      },
      handleReadyForQuery: () => resolve(rows),
      handleError: (error: Error) => {
        over = true
        reject(sourceFailure ?? error)
      },
    }
    client.query(query as unknown as pg.Submittable)
  })
}
