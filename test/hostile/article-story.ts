import { attachPhoto } from '../../src/newsroom/article-store.ts'
import { wordsOf } from '../../src/newsroom/import/source.ts'
import type { Page, TestPaper, Visitor } from '../support/app.ts'

const capture = 'A headline for the ferry\n\nPublished: 14th November 2026 09:33 PM\n\nThe board voted.'

export type ArticleStory = { articleId: number; address: string; pages: Map<string, string> }

/** One article through everything that prints it: one text in each of its fields, by the forms of the newsroom. */
export async function tellArticle(
  paper: TestPaper,
  editor: { visitor: Visitor; token: string },
  photoId: number,
  text: string,
): Promise<ArticleStory> {
  const { visitor, token: form_token } = editor
  const pages = new Map<string, string>()
  const keep = async (name: string, page: Promise<Page>): Promise<void> => {
    pages.set(name, (await page).text)
  }
  const fields = { ...fieldsOf(text), form_token, zone: 'Europe/London', language: 'en-GB' }
  await keep('review, refused', visitor.post('/newsroom/capture/draft', { ...fields, language: '' }))
  await keep(
    'capture, refused',
    visitor.post('/newsroom/capture/review', { ...fields, capture: text, zone: text }),
  )
  const saved = await visitor.send('/newsroom/capture/draft', fields)
  const articleId = Number(/^\/newsroom\/articles\/(\d+)$/.exec(saved.headers.get('location') ?? '')?.[1])
  const words = wordsOf(text)
  await attachPhoto(paper.db, articleId, { id: photoId, caption: words, credit: words, alt: words })
  await keep('draft', visitor.get(`/newsroom/articles/${articleId}`))
  await visitor.send(`/newsroom/articles/${articleId}/publication`, { form_token })
  const address = (await visitor.fetch(`/a/${articleId}`)).headers.get('location') ?? ''
  await keep('article', visitor.get(address))
  return { articleId, address, pages }
}

function fieldsOf(text: string): Record<string, string> {
  const line = text.replace(/\s+/g, ' ')
  return {
    capture,
    headline: text,
    standfirst: text,
    byline: text,
    agency: text,
    dateline: text,
    caption: text,
    credit: text,
    body: `${line}\n\n${line}`,
    sources: `${line}\n${line}`,
    published_at: '',
    updated_at: '',
    section: '1',
  }
}
