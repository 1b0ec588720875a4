import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findSubmissionSetting } from '../../src/comments/submission-store.ts'
import { judge } from '../../src/comments/submit-comment.ts'
import { invariant } from '../../src/lib/invariant.ts'
import { attachPhoto, insertDraft } from '../../src/newsroom/article-store.ts'
import { nameUnread } from '../../src/newsroom/named-store.ts'
import { publish } from '../../src/newsroom/publish-article.ts'
import { TestPaper } from '../support/app.ts'
import { fillQueue } from '../support/queue.ts'

let test: TestPaper
let aboutHer: number
beforeAll(async () => {
  test = await TestPaper.open()
  aboutHer = await test.publishArticle({
    headline: 'Home fined after inspection',
    standfirst: 'Its manager, Pamela Vossley, says she will appeal.',
    blocks: [
      { kind: 'paragraph', text: 'The fine is the third. A daughter of Mr Baker complained in May.' },
      { kind: 'quote', text: 'We were not told.', speaker: 'Ines Tarrant, daughter' },
    ],
    sources: ['Northwire'],
  })
})
afterAll(() => test.close())

const namesOf = async (articleId: number) =>
  (
    await sql<{
      names: string[] | null
    }>`select names from article_revision where article_id = ${articleId}`.execute(test.db)
  ).rows[0]?.names

const settingOf = async (articleId: number, parentId: number | null = null) => {
  const asked = { articleId, parentId, email: 'kit@readers.example', now: test.clock.now() }
  const setting = await findSubmissionSetting(test.db, asked)
  invariant(setting, 'the article is there')
  return setting
}

async function defamatory(text: string, articleId: number): Promise<number> {
  const { policy } = await test.ctx.settings.now()
  const context = { engine: test.ctx.engine, policy, ownDomains: [] }
  const { signals } = judge(text, await settingOf(articleId), context)
  return signals.signals.find(({ name }) => name === 'defamatory.probability')?.value ?? -1
}

it('an article keeps whom it names, and each comment under it is read with them', async () => {
  expect(await namesOf(aboutHer)).toEqual(['Pamela Vossley', 'Ines Tarrant', 'Baker', 'Northwire'])
  expect((await settingOf(aboutHer)).named).toEqual(await namesOf(aboutHer))
})

it('an allegation against her by surname alone, in small letters, is one under this article and not under another', async () => {
  const words = 'vossley has been stealing from the residents'
  expect(await defamatory(words, aboutHer)).toBeGreaterThan(0.6)
  expect(await defamatory(words, test.articleId)).toBeLessThan(0.6)
})

it('her colleague’s surname as a common word accuses nobody', async () => {
  const [named, common] = ['Baker has been stealing bread for years.', 'The baker is out of bread again.']
  expect(await defamatory(named, aboutHer)).toBeGreaterThan(0.6)
  expect(await defamatory(common, aboutHer)).toBe(await defamatory(common, test.articleId))
})

it('an article from before is read at the start, and one with a new caption before it goes out', async () => {
  await sql`update article_revision set names = null where article_id = ${aboutHer}`.execute(test.db)
  expect((await settingOf(aboutHer)).named).toEqual([])
  expect(await nameUnread(test.db)).toBe(1)
  expect(await namesOf(aboutHer)).toContain('Pamela Vossley')
  expect(await nameUnread(test.db)).toBe(0)
  const draft = {
    headline: 'A picture',
    standfirst: '',
    byline: '',
    agency: '',
    dateline: '',
    language: 'en-GB',
    blocks: [{ kind: 'paragraph' as const, text: 'It was windy.' }],
    sources: [],
    photo: null,
    publishedAt: null,
    updatedAt: null,
  }
  const by = { staffId: test.staffIds.nell }
  const id = await insertDraft(
    test.db,
    { publicationId: 1, sectionId: 1, slug: 'a-picture', draft, photo: null, capture: null },
    by,
    test.clock.now(),
  )
  expect(await namesOf(id)).toEqual([])
  await sql`insert into photo (id, version, width, height, original, created_at) overriding system value
    values (77, 'v', 1, 1, '', now())`.execute(test.db)
  await attachPhoto(test.db, id, {
    id: 77,
    caption: 'The wind took Hester Quill’s hat.',
    credit: 'OT',
    alt: 'A hat',
  })
  expect((await publish(test.db, id, by, test.clock.now())).ok).toBe(true)
  expect(await namesOf(id)).toEqual(['Hester Quill'])
})

it('who writes near a reply is known, within one article and a few rows', async () => {
  const [root = 0] = await fillQueue(test, 1, { articleId: aboutHer, state: 'published' })
  const [reply = 0] = await fillQueue(test, 1, { articleId: aboutHer, parentId: root, state: 'published' })
  const below = await fillQueue(test, 9, { articleId: aboutHer, parentId: reply, state: 'published' })
  await sql`update comment set printed_name = 'Rooted Morrow' where id = ${root}`.execute(test.db)
  for (const [i, id] of below.sort((a, b) => a - b).entries())
    await sql`update comment set printed_name = ${`Sibling ${i}`} where id = ${id}`.execute(test.db)
  const near = (await settingOf(aboutHer, reply)).parent?.near ?? []
  expect(near).toHaveLength(7)
  expect(near).toContain('Rooted Morrow')
  expect(near).toContain('Sibling 8')
  expect(near).not.toContain('Sibling 0')
  expect((await settingOf(test.articleId, reply)).parent).toBeNull()
})
