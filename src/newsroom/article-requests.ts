/** How long a page request speaks for how much an article is read. */
export const REQUEST_MINUTES = 5

/**
 * Counts the requests for each article's pages in the memory of this process: how often, never by whom. What was counted
 * is written down every few seconds and summed over all nodes (`queue-ranker`); between two writings nothing is asked.
 */
export class ArticleRequests {
  #counted = new Map<number, number>()
  #known: ReadonlyMap<number, number> = new Map()

  /** On the path of every kept page: two looks into a map. */
  count(articleId: number): void {
    this.#counted.set(articleId, (this.#counted.get(articleId) ?? 0) + 1)
  }

  /** What was counted since it was last taken; counting begins anew. */
  take(): ReadonlyMap<number, number> {
    const counted = this.#counted
    this.#counted = new Map()
    return counted
  }

  /** What could not be written is counted on. */
  putBack(counted: ReadonlyMap<number, number>): void {
    for (const [articleId, requests] of counted)
      this.#counted.set(articleId, (this.#counted.get(articleId) ?? 0) + requests)
  }

  /** The sums of all nodes, by article. */
  learn(sums: ReadonlyMap<number, number>): void {
    this.#known = sums
  }

  /** In the last five minutes, as far as is known here; null where nobody has counted any. */
  of(articleId: number): number | null {
    const known = this.#known.get(articleId)
    const since = this.#counted.get(articleId)
    return known === undefined && since === undefined ? null : (known ?? 0) + (since ?? 0)
  }
}
