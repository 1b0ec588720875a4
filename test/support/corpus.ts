import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../src/root.ts'

/** A small generator of our own (mulberry32): the same corpus at every run. */
export function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * The words of the project's own prose of one day, as often as it used them. Drawn one by one, so that no phrase
 * repeats and no sentence comes twice. Alone, a hundred comments come to 2.9 bits a character at Brotli 11; a hundred
 * that people wrote under news come to 3.0.
 */
const words = (): string[] =>
  readFileSync(join(projectRoot, 'test/fixtures/prose-words.txt'), 'utf8')
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [word = '', count = '0'] = line.split(' ')
      return Array<string>(Number(count)).fill(word)
    })

const firstNames =
  'Marian Tomas Priya Edith Samir Agnes Wren Kit Jonas Hester Owen Ruth Imogen Tom Nell Asha Ines Dunstan Mabel Rory Lena Pavel Aiko Femi Greta'.split(
    ' ',
  )
const lastNames =
  'Holt Lindqvist Nair Parfitt Haddad Morrow Weir Quill Tarrant Amadi Sale Varga Ashby Rao Okoro Pell Dunne Okafor Brandt Sousa'.split(
    ' ',
  )

export type CorpusComment = { name: string; text: string }

/** Comments of 200 characters on average by 50 names. */
export function corpusComments(count: number, seed = 1): CorpusComment[] {
  const draw = random(seed)
  const vocabulary = words()
  const pick = <T>(list: readonly T[]): T => list[Math.floor(draw() * list.length)] as T
  const names = Array.from({ length: 50 }, (_, i) => `${firstNames[i % 25]} ${lastNames[(i * 7) % 20]}`)
  const sentence = (): string => {
    const text = Array.from({ length: 6 + Math.floor(draw() * 12) }, () => pick(vocabulary)).join(' ')
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}${draw() < 0.15 ? '?' : '.'}`
  }
  // What one comment ran over, the next falls short of: the average is 200, not near it.
  let over = 0
  return Array.from({ length: count }, () => {
    const wanted = 80 + draw() * 240
    let text = sentence()
    while (text.length < wanted - over) text += ` ${sentence()}`
    over += text.length - 200
    return { name: pick(names), text }
  })
}

export const vocabularySize = (): number => new Set(words()).size

/** What was written for the engine's development sets: a thousand comments of which no two are variants of one. */
export const corpusTexts = (): string[] =>
  ['news-comments', 'news-comments-late', 'news-comments-third', 'news-comments-named'].flatMap((name) =>
    readFileSync(join(projectRoot, `test/corpus/${name}.jsonl`), 'utf8')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { text: string }).text),
  )
