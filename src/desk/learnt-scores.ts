import type { SiteLayer } from '../triage/site-layer.ts'

/** The newest version there is, and what of it this process's engine can speak; undefined where it is of another engine. */
export type NewestLearnt = { version: number; layer: SiteLayer | undefined }

/**
 * What was learnt, in the memory of the process that scores: no comment waits for a read. Every process holds the same,
 * since each follows the number of the newest version in the database.
 */
export class LearntScores {
  readonly #find: () => Promise<NewestLearnt>
  #newest: NewestLearnt = { version: 0, layer: undefined }
  #reading: Promise<void> | undefined

  constructor(find: () => Promise<NewestLearnt>) {
    this.#find = find
  }

  get layer(): SiteLayer | undefined {
    return this.#newest.layer
  }

  /** Reads anew unless `version` is what is held already. Until it has been read, the version before speaks. */
  async follow(version: number): Promise<void> {
    await this.#reading
    if (version === this.#newest.version) return
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined
    })
    await this.#reading
  }

  async #read(): Promise<void> {
    this.#newest = await this.#find()
  }
}
