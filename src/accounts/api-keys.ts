import type { Db } from '../db/database.ts'
import { hashToken } from '../lib/ids.ts'
import type { ApiKey } from './api-key.ts'
import { addKeyUse, type KeyUse, listWorkingKeys } from './api-key-store.ts'

/** `none`: no key was ever made or all are revoked, so that there is nothing to ask. */
export type Opened = { key: ApiKey } | 'none' | 'wrong'

/**
 * The keys as this process knows them: read once and kept until the ledger says that one was made or revoked, so that
 * a wrong key costs a hash and no query. What they are used for is counted here and written down every few seconds.
 */
export class ApiKeys {
  readonly #db: Db
  #kept: Promise<Map<string, ApiKey>> | undefined
  #second = 0
  readonly #spent = new Map<number, number>()
  #counted = new Map<number, KeyUse>()

  constructor(db: Db) {
    this.#db = db
  }

  /** The hash is compared, never the key: how long that takes says nothing about another key. */
  async open(key: string): Promise<Opened> {
    const keys = await this.#keys()
    if (keys.size === 0) return 'none'
    const found = keys.get(hashToken(key).toString('hex'))
    return found ? { key: found } : 'wrong'
  }

  /** Takes one request of this second's allowance; false where it is used up. */
  spend(key: ApiKey, now: Date): boolean {
    const second = Math.floor(now.getTime() / 1000)
    if (second !== this.#second) this.#spent.clear()
    this.#second = second
    const spent = (this.#spent.get(key.id) ?? 0) + 1
    this.#spent.set(key.id, spent)
    return spent <= key.perSecond
  }

  count(key: ApiKey, what: keyof KeyUse): void {
    const use = this.#counted.get(key.id) ?? { scored: 0, unscored: 0, suggested: 0, refused: 0 }
    use[what]++
    this.#counted.set(key.id, use)
  }

  /** What could not be written is counted on: the next time writes it. */
  async writeCounts(now: Date): Promise<void> {
    const counted = this.#counted
    this.#counted = new Map()
    try {
      await addKeyUse(
        this.#db,
        [...counted].map(([keyId, use]) => ({ keyId, ...use })),
        now,
      )
    } catch (error) {
      for (const [keyId, use] of counted) this.#putBack(keyId, use)
      throw error
    }
  }

  forget(): void {
    this.#kept = undefined
  }

  #putBack(keyId: number, use: KeyUse): void {
    const since = this.#counted.get(keyId)
    this.#counted.set(keyId, {
      scored: use.scored + (since?.scored ?? 0),
      unscored: use.unscored + (since?.unscored ?? 0),
      suggested: use.suggested + (since?.suggested ?? 0),
      refused: use.refused + (since?.refused ?? 0),
    })
  }

  #keys(): Promise<Map<string, ApiKey>> {
    if (!this.#kept) {
      const reading = listWorkingKeys(this.#db)
      this.#kept = reading
      // A failed read must not stay: the next request tries again.
      reading.catch(() => {
        if (this.#kept === reading) this.#kept = undefined
      })
    }
    return this.#kept
  }
}
