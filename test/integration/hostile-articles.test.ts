import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wordsOf } from '../../src/newsroom/import/source.ts'
import { developPhoto } from '../../src/newsroom/photo.ts'
import { insertPhoto } from '../../src/newsroom/photo-store.ts'
import { type ArticleStory, tellArticle } from '../hostile/article-story.ts'
import { hostileCases } from '../hostile/cases.ts'
import { expectBuiltAs, expectHarmless } from '../hostile/expect-page.ts'
import { attribute, jsonLdOf, type Node, outlineOf, parsePage, select, textOf } from '../hostile/page.ts'
import { ORIGIN, TestPaper, type Visitor } from '../support/app.ts'

let paper: TestPaper
let editor: { visitor: Visitor; token: string }
let photoId: number
/** How the pages are built when the words are harmless. */
const outlines = new Map<string, string>()

beforeAll(async () => {
  paper = await TestPaper.open()
  const visitor = await paper.signedIn('nell')
  editor = { visitor, token: await visitor.formToken() }
  photoId = await aPhoto()
  const twin = await tellArticle(paper, editor, photoId, 'word')
  for (const [title, markup] of twin.pages) outlines.set(title, outlineOf(parsePage(markup)))
})
afterAll(() => paper.close())

const picture = (): Promise<Buffer> =>
  sharp({ create: { width: 480, height: 320, channels: 3, background: '#567' } })
    .jpeg()
    .toBuffer()

async function aPhoto(): Promise<number> {
  const file = await picture()
  const developed = await developPhoto(file, { credit: 'Northwire' })
  if (!developed.ok) throw new Error(developed.refusal.code)
  return insertPhoto(paper.db, developed.value, file, paper.clock.now())
}

const wellFormed = (text: string): string => wordsOf(text.toWellFormed())
const first = (page: Node, selector: string): string => select(page, selector).map(textOf)[0] ?? ''

describe('an article of hostile text', () => {
  // A draft without a visible headline is not saved.
  it.each(hostileCases.filter(({ text }) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(wellFormed(text))))(
    '$name',
    async ({ text }) => {
      const story = await tellArticle(paper, editor, photoId, text)
      const pages = new Map<string, Node>()
      for (const [title, markup] of story.pages)
        pages.set(title, expectBuiltAs(title, markup, outlines.get(title) ?? ''))
      const words = wellFormed(text)
      const page = pages.get('article') ?? parsePage('')
      expect(saidBy(page)).toEqual(
        Object.fromEntries(Object.keys(saidBy(page)).map((place) => [place, words])),
      )
      expectAddress(story, page)
      expectShares(page, words, `${ORIGIN}${story.address}`)
    },
  )
})

/** Each place of the article's page that says the text. */
function saidBy(page: Node): Record<string, unknown> {
  const [about = {}] = jsonLdOf(page)
  const meta = (name: string): string | undefined => {
    const found = select(page, 'meta').find((each) => attribute(each, 'property') === name)
    return found && attribute(found, 'content')
  }
  const [author] = about['author'] as { name: string }[]
  const [image] = about['image'] as { caption: string; creditText: string }[]
  return {
    title: first(page, 'title').replace(/ – The Saltmere Courier$/, ''),
    headline: first(page, 'h1'),
    standfirst: first(page, 'p.standfirst'),
    paragraph: textOf(select(select(page, 'div.story')[0] ?? page, 'p')[1] ?? page),
    'og:title': meta('og:title'),
    'og:description': meta('og:description'),
    'og:image:alt': meta('og:image:alt'),
    'JSON-LD headline': about['headline'],
    'JSON-LD description': about['description'],
    'JSON-LD author': author?.name,
    'JSON-LD caption': image?.caption,
    'JSON-LD credit': image?.creditText,
  }
}

/** The address holds letters, digits and hyphens only, and the page names it as its own. */
function expectAddress({ articleId, address }: ArticleStory, page: Node): void {
  expect(decodeURIComponent(address)).toMatch(new RegExp(`^/a/${articleId}/[\\p{L}\\p{N}\\p{M}-]+$`, 'u'))
  expect(address).toMatch(/^[!-~]+$/)
  const canonical = select(page, 'link').find((each) => attribute(each, 'rel') === 'canonical')
  expect(canonical && attribute(canonical, 'href')).toBe(`${ORIGIN}${address}`)
}

/** Share links carry the headline and the address, and no field of another's choice. */
function expectShares(page: Node, headline: string, address: string): void {
  const [row = page] = select(page, 'p.share')
  const shared = select(row, 'a').flatMap((link) => {
    const url = new URL(attribute(link, 'href') ?? '')
    return url.href === address ? [] : [`${url.protocol}//${url.host}`, ...url.searchParams.entries()]
  })
  expect(shared).toEqual([
    'https://share.flipboard.com',
    ['v', '2'],
    ['title', headline],
    ['url', address],
    'https://www.facebook.com',
    ['u', address],
    'https://x.com',
    ['url', address],
    ['text', headline],
    'https://wa.me',
    ['text', `${headline} ${address}`],
    'mailto://',
    ['subject', headline],
    ['body', address],
  ])
}

describe('a list of all of them', () => {
  it.each([
    ['a section', '/s/town', 'li'],
    ['the newsroom', '/newsroom', 'li'],
  ])('%s has every row built alike', async (_, path, row) => {
    const rows = await rowsFrom(path, row)
    expect(rows.length).toBeGreaterThan(200)
    expect(new Set(rows).size).toBe(1)
  })

  it('the front page leads nowhere strange and reorders nothing', async () => {
    const markup = (await editor.visitor.get('/')).text
    expectHarmless('front page', parsePage(markup))
    const [, ...rows] = select(parsePage(markup), 'li').map(outlineOf)
    expect(new Set(rows).size).toBe(1)
  })
})

/** Page by page, by the link at its foot. */
async function rowsFrom(path: string, row: string): Promise<string[]> {
  const page = parsePage((await editor.visitor.get(path)).text)
  expectHarmless(path, page)
  const earlier = select(page, 'a').find((link) => /^Earlier/.test(textOf(link)))
  const rows = select(page, row).map(outlineOf)
  return earlier ? [...rows, ...(await rowsFrom(attribute(earlier, 'href') ?? '', row))] : rows
}

describe('the photo of an article', () => {
  let path: string
  beforeAll(async () => {
    const { articleId } = await tellArticle(paper, editor, photoId, 'word')
    await editor.visitor.send(`/newsroom/articles/${articleId}/withdrawal`, { form_token: editor.token })
    path = `/newsroom/articles/${articleId}/photo`
  })

  it('with hostile words and no picture is refused on a page that is built as ever', async () => {
    const { token: form_token, visitor } = editor
    const send = async (text: string): Promise<string> =>
      (await visitor.post(path, { form_token, alt: text, caption: text, credit: text })).text
    const outline = outlineOf(parsePage(await send('word')))
    for (const { name, text } of hostileCases) expectBuiltAs(name, await send(text), outline)
  })

  it('is saved with its words, without NUL and controls of direction', async () => {
    const body = new FormData()
    body.set('form_token', editor.token)
    body.set('photo', new Blob([new Uint8Array(await picture())]), 'quay.jpg')
    for (const field of ['alt', 'caption', 'credit']) body.set(field, `the\0 \u202Equay, ${field}`)
    const headers = { 'sec-fetch-site': 'same-origin', origin: ORIGIN }
    const saved = await editor.visitor.fetch(path, { method: 'POST', body, headers })
    expect(saved.status).toBe(303)
    const { text } = await editor.visitor.get(saved.headers.get('location') ?? '')
    for (const field of ['alt', 'caption', 'credit']) expect(text).toContain(`the quay, ${field}`)
  })
})
