import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../src/root.ts'

/** One comment of `test/corpus/news-comments.jsonl`, with the rules that it breaks. */
export type NewsComment = {
  id: string
  text: string
  rules: string[]
  context?: { headline?: string; parentText?: string; names?: string[] }
  note?: string
}

export const readNewsComments = (): NewsComment[] =>
  readFileSync(join(projectRoot, 'test/corpus/news-comments.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): NewsComment => JSON.parse(line))

/** By the text and nothing else, so that a row keeps its half whatever is added to the set. */
export function halfOf({ text }: Pick<NewsComment, 'text'>): 'dev' | 'check' {
  const digit = createHash('sha256').update(text).digest('hex').charAt(0)
  return Number.parseInt(digit, 16) % 2 === 0 ? 'dev' : 'check'
}
