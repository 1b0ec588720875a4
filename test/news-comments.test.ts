import { describe, expect, it } from 'vitest'
import { halfOf, readNewsComments } from '../training/news-comments.ts'

const comments = readNewsComments()
const rules = ['obscene', 'personal_attack', 'inflammatory', 'defamatory', 'link', 'spam']
const breaking = (rule: string) => comments.filter((comment) => comment.rules.includes(rule))

describe('the comments the rules are made on', () => {
  it('hold no comment twice, and only rules that have signals', () => {
    expect(new Set(comments.map(({ text }) => text)).size).toBe(comments.length)
    expect(new Set(comments.map(({ id }) => id)).size).toBe(comments.length)
    expect(comments.flatMap((comment) => comment.rules).filter((rule) => !rules.includes(rule))).toEqual([])
  })

  it.each(rules)('break the rule %s often enough to measure it, in both halves', (rule) => {
    expect(breaking(rule).length).toBeGreaterThanOrEqual(40)
    for (const half of ['dev', 'check'])
      expect(breaking(rule).filter((comment) => halfOf(comment) === half).length).toBeGreaterThanOrEqual(15)
  })

  it('are clean often, and hard where they are clean', () => {
    const clean = comments.filter((comment) => comment.rules.length === 0)
    expect(clean.length).toBeGreaterThanOrEqual(140)
    expect(clean.filter((comment) => comment.note !== undefined).length).toBeGreaterThan(clean.length / 2)
  })

  it('are none of those that measure them', () => {
    const texts = new Set(comments.map(({ text }) => text))
    const late = readNewsComments('late')
    for (const { text } of [...late, ...readNewsComments('third')]) expect(texts).not.toContain(text)
    for (const rule of ['obscene', 'personal_attack', 'inflammatory', 'defamatory'])
      expect(late.filter((comment) => comment.rules.includes(rule)).length).toBeGreaterThan(10)
  })

  it('are said of the article’s own persons and firms in a part of its own, half of them harmless', () => {
    const named = readNewsComments('named')
    expect(named.length).toBeGreaterThanOrEqual(40)
    expect(named.filter((comment) => comment.rules.length === 0).length).toBeGreaterThanOrEqual(20)
    expect(named.every(({ context }) => (context?.names ?? []).length > 0)).toBe(true)
    expect(new Set(named.map(({ id }) => id)).size).toBe(named.length)
  })

  it('run from a few words to eighty', () => {
    const lengths = comments.map(({ text }) => text.split(/\s+/).length)
    expect(lengths.filter((words) => words > 50).length).toBeGreaterThanOrEqual(20)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(80)
  })
})
