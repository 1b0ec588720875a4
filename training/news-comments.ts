import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../src/root.ts'

/** One comment of our own, with the rules that it breaks. */
export type NewsComment = {
  id: string
  text: string
  rules: string[]
  context?: { headline?: string; parentText?: string; names?: string[] }
  note?: string
}

/**
 * `late` and `third` were written when the rules stood, and no rule was changed for them. `named` are said of persons and firms whom
 * the article names, or use the same words as common ones.
 */
export const readNewsComments = (set: keyof typeof files = 'early'): NewsComment[] =>
  readFileSync(join(projectRoot, 'test/corpus', files[set]), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): NewsComment => JSON.parse(line))

const files = {
  early: 'news-comments.jsonl',
  late: 'news-comments-late.jsonl',
  third: 'news-comments-third.jsonl',
  named: 'news-comments-named.jsonl',
}

/** By the text and nothing else, so that a row keeps its half whatever is added to the set. */
export function halfOf({ text }: Pick<NewsComment, 'text'>): 'dev' | 'check' {
  const digit = createHash('sha256').update(text).digest('hex').charAt(0)
  return Number.parseInt(digit, 16) % 2 === 0 ? 'dev' : 'check'
}
