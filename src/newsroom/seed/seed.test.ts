import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { parsePolicy } from '../../policy/parse.ts'
import { projectRoot } from '../../root.ts'
import { findLinks } from '../../triage/links.ts'
import { readCredit } from '../photo-credit.ts'
import { seedArticles } from './articles.ts'
import { commenters, contributors, paper, staff } from './cast.ts'
import { seedComments } from './comments.ts'
import { type DrawingKey, drawingJpeg, drawings } from './drawings.ts'

const now = new Date('2026-11-24T10:00:00Z')
const articles = seedArticles(now)

describe('the demo’s newspaper', () => {
  it('has something in every section, newest first, all of it from before now', () => {
    expect(new Set(articles.map(({ section }) => section))).toEqual(
      new Set(paper.sections.map(({ slug }) => slug)),
    )
    const published = articles.map(({ draft }) => draft.publishedAt?.getTime() ?? Number.NaN)
    expect(published).toEqual([...published].sort((a, b) => b - a))
    for (const { draft, key } of articles) {
      expect(draft.publishedAt?.getTime(), key).toBeLessThan(now.getTime())
      expect(draft.updatedAt?.getTime(), key).toBeGreaterThanOrEqual(
        draft.publishedAt?.getTime() ?? Number.NaN,
      )
    }
  })

  it('gives every article a byline or an agency, and every photo a caption, a credit and an alternative text', () => {
    const people: string[] = [
      ...contributors,
      ...Object.values(staff).map(({ name }) => name),
      'The letters desk',
    ]
    for (const { draft, drawing, key } of articles) {
      if (draft.agency === '') expect(people, key).toContain(draft.byline)
      else expect(draft.sources.length === 0 || draft.sources.includes(draft.agency), key).toBe(true)
      expect(draft.photo === null, key).toBe(drawing === null)
      if (draft.photo && drawing)
        for (const words of [draft.photo.caption, draft.photo.credit, drawing.alt])
          expect(words.trim(), key).not.toBe('')
    }
  })

  it.each([
    ['2026-11-24T10:00:00Z', 'Sunday'],
    ['2026-11-25T10:00:00Z', 'Monday'],
    // Twenty hours earlier it is half past midnight on Saturday in Saltmere, and still Friday in Greenwich.
    ['2026-06-27T19:30:00Z', 'Friday'],
  ])(
    'on %s says that the board voted on %s, the day before the stamp, and leaves no blank unfilled',
    (at, day) => {
      const seen = seedArticles(new Date(at))
      const quay = seen.find(({ key }) => key === 'quay')
      expect(quay?.draft.blocks[0]?.text).toContain(`voted seven to two on ${day} to reopen`)
      expect(JSON.stringify(seen.map(({ draft }) => draft.blocks))).not.toMatch(/\{(today|yesterday)\}/)
    },
  )

  it('sets quotes as a newspaper does, with their speakers apart', () => {
    const blocks = articles.flatMap(({ draft }) => draft.blocks)
    expect(blocks.filter(({ text }) => /["']/.test(text))).toEqual([])
    expect(blocks).toContainEqual({
      kind: 'quote',
      text: 'If it moves a millimetre, we close it the same day.',
      speaker: 'Tom Varga, engineer to the board',
    })
    expect(blocks).toContainEqual({ kind: 'subhead', text: 'Who carries the risk' })
  })
})

describe('the demo’s comments', () => {
  const byKey = new Map(seedComments.map((comment) => [comment.key, comment]))

  it('each have a key of their own, a writer of the cast, and stand under an article already published', () => {
    expect(byKey.size).toBe(seedComments.length)
    for (const comment of seedComments) {
      const article = articles.find(({ key }) => key === comment.article)
      expect({ ...commenters, ...staff }, comment.key).toHaveProperty(comment.by)
      expect(now.getTime() - comment.minutesAgo * 60_000, comment.key).toBeGreaterThan(
        article?.draft.publishedAt?.getTime() ?? Number.NaN,
      )
    }
  })

  it('answer only what stood on the page before them, under the same article', () => {
    for (const [i, comment] of seedComments.entries()) {
      if (comment.parent === undefined) continue
      const parent = byKey.get(comment.parent)
      expect(parent?.article, comment.key).toBe(comment.article)
      expect(parent?.state, comment.key).toMatch(/^(published|removed)$/)
      expect(
        seedComments.findIndex(({ key }) => key === comment.parent),
        comment.key,
      ).toBeLessThan(i)
    }
  })

  it('name a rule of the shipped policy wherever a person refused one, and nowhere else', () => {
    const policy = parsePolicy(readFileSync(join(projectRoot, 'policies/default.yaml'), 'utf8'))
    const rules: string[] = policy.ok ? policy.value.rules.map(({ id }) => id) : []
    for (const comment of seedComments) {
      if (comment.state === 'rejected' || comment.state === 'removed')
        expect(rules, comment.key).toContain(comment.rule)
      else expect(comment.rule, comment.key).toBeUndefined()
      for (const report of comment.reports ?? []) expect(rules, comment.key).toContain(report.rule)
    }
  })

  it('lead to no site and no mailbox that could be anybody’s', () => {
    const domains = seedComments.flatMap(({ text }) =>
      findLinks(text).flatMap(({ domain, kind }) => (kind === 'phone' ? [] : [domain ?? ''])),
    )
    expect(domains.length).toBeGreaterThan(4)
    expect(domains.filter((domain) => !domain.endsWith('.example'))).toEqual([])
  })

  it('leave the desk something to do, and show every state', () => {
    const states = seedComments.map(({ state }) => state)
    expect(new Set(states)).toEqual(new Set(['published', 'held', 'rejected', 'removed']))
    expect(states.filter((state) => state === 'held').length).toBeGreaterThanOrEqual(10)
  })
})

describe('the demo’s drawings', () => {
  const keys = Object.keys(drawings) as DrawingKey[]

  it.each(keys)(
    '%s is 1600 × 900, says whose it is, and is at most 40 KB as the AVIF that a phone loads',
    async (key) => {
      const jpeg = await drawingJpeg(key, 'Owen Tarrant / Courier')
      const { width, height } = await sharp(jpeg).metadata()
      expect([width, height]).toEqual([1600, 900])
      expect(readCredit(jpeg).credit).toBe('Owen Tarrant / Courier')
      // Less effort than the darkroom's makes larger files: the bound holds there too.
      const avif = await sharp(jpeg).resize(800).avif({ quality: 50, effort: 1 }).toBuffer()
      expect(avif.length).toBeLessThanOrEqual(40_000)
    },
    30_000,
  )
})
