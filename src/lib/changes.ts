/** What became different: articles by id, or settings that every page may show. */
export type Change = { articleIds: readonly number[]; settings: boolean }

/**
 * Tells this process's caches, and through its subscribers other nodes, that something was committed. Only a wake-up:
 * the record is in the database, and who missed the call finds it there.
 */
export class Changes {
  readonly #listeners = new Set<(change: Change) => void>()

  announce(change: Change): void {
    for (const listener of this.#listeners) listener(change)
  }

  subscribe(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
