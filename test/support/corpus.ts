import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { seedArticles } from '../../src/newsroom/seed/articles.ts'
import { seedComments } from '../../src/newsroom/seed/comments.ts'
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
 * Words of the project's own prose, as often as it uses them. Drawn one by one, so that no phrase repeats: such text
 * compresses worse than what people write, and no sentence comes twice.
 */
function words(): string[] {
  const documents = [
    'README.md',
    'SECURITY.md',
    'CONTRIBUTING.md',
    'docs/operations.md',
    'docs/architecture.md',
    'docs/glossary.md',
    'policies/default.yaml',
  ]
  const prose = [
    ...documents.map((name) => readFileSync(join(projectRoot, name), 'utf8')),
    ...seedComments.map((comment) => comment.text),
    ...seedArticles(new Date(0)).flatMap(({ draft }) => [
      draft.headline,
      draft.standfirst,
      ...draft.blocks.map((block) => block.text),
    ]),
  ].join(' ')
  return prose.toLowerCase().match(/\b[a-z]{1,14}\b/g) ?? []
}

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
  return Array.from({ length: count }, () => {
    const length = 54 + draw() * 221
    let text = sentence()
    while (text.length < length) text += ` ${sentence()}`
    return { name: pick(names), text }
  })
}

export const vocabularySize = (): number => new Set(words()).size
