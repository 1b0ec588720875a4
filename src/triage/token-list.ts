import { GROUP, GROUPS } from './group-names.ts'
import type { Reading } from './reading.ts'
import { rawSpan } from './reading.ts'
import { type Traits, traitsOf } from './traits.ts'
import type { WordPart } from './word-parts.ts'

/** A word as the models know it, and where in the raw text it stands: UTF-16 offsets, `end` exclusive. */
export type Token = { word: string; start: number; end: number; traits?: Traits }

/** Collects tokens, and reads the names of groups that have several words. */
export class TokenList {
  readonly list: Token[] = []
  #plain: string[] = []
  readonly #reading: Reading

  constructor(reading: Reading) {
    this.#reading = reading
  }

  add(word: string, from: number, to: number, plain = word, traits = traitsOf(word)): void {
    if (this.#reading.starts === undefined) this.list.push({ word, start: from, end: to, traits })
    else {
      const { start, end } = rawSpan(this.#reading, from, to)
      this.list.push({ word, start, end, traits })
    }
    this.#plain.push(plain)
  }

  addPart(part: WordPart, offset: number): void {
    this.add(part.word, offset + part.start, offset + part.end, part.plain, part.traits)
    for (const phrase of part.phrases) {
      const first = this.#plain.length - 1 - phrase.before.length
      if (!phrase.before.every((word, i) => this.#plain[first + i] === word)) continue
      this.#merge(first, phrase.token)
      return
    }
    const before = this.list.at(-2)?.word
    if (before !== GROUP && before !== GROUPS) return
    // "black women" and "Muslim people" name one group, as "women" and "Muslims" do.
    const token = part.word === GROUP || part.word === GROUPS ? part.word : peopleTokens.get(part.plain)
    if (token !== undefined && this.#isAdjacent()) this.#merge(this.list.length - 2, token)
  }

  #isAdjacent(): boolean {
    const [before, last] = this.list.slice(-2)
    const between = this.#reading.raw.slice(before?.end, last?.start)
    return between === ' ' || between === '-'
  }

  #merge(first: number, word: string): void {
    const start = this.list[first]?.start ?? 0
    const end = this.list.at(-1)?.end ?? start
    this.list.splice(first, this.list.length, { word, start, end, traits: traitsOf(word) })
    this.#plain.splice(first, this.#plain.length, word)
  }
}

const peopleTokens = new Map([
  ['people', GROUPS],
  ['peoples', GROUPS],
  ['folk', GROUPS],
  ['folks', GROUPS],
  ['persons', GROUPS],
  ['individuals', GROUPS],
  ['person', GROUP],
  ['individual', GROUP],
])
