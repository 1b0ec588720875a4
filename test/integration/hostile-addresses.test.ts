import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hostileCases } from '../hostile/cases.ts'
import { expectHarmless } from '../hostile/expect-page.ts'
import { outlineOf, parsePage } from '../hostile/page.ts'
import { TestPaper, type Visitor } from '../support/app.ts'

let paper: TestPaper
let nell: { visitor: Visitor; token: string }
beforeAll(async () => {
  paper = await TestPaper.open()
  const visitor = await paper.signedIn('nell')
  nell = { visitor, token: await visitor.formToken() }
})
afterAll(() => paper.close())

/** No header of an answer holds what a request said, but for an address of our own. */
function expectHeaders(response: Response, name: string): void {
  for (const [header, value] of response.headers) expect(value, `${header} for ${name}`).toMatch(/^[ -~]*$/)
  const location = response.headers.get('location')
  if (location !== null) expect(location, name).toMatch(/^\/(?![/\\])[!-~]*$/)
}

/** As a browser sends it, and as somebody types it into a program that encodes less. */
const spellings = (text: string): Set<string> =>
  new Set([
    encodeURIComponent(text.toWellFormed()),
    encodeURI(text.toWellFormed().replaceAll(/[?#]/g, '')).replace(/%25/g, '%'),
  ])

describe('an address of hostile text is answered without a bug', () => {
  it.each([
    '/*',
    '/a/*',
    '/a/1/*',
    '/a/1/c/*',
    '/a/1/c/*/reply',
    '/a/1/the-east-quay-opens?before=*',
    '/s/*',
    '/s/town?before=*',
    '/record?before=*',
    '/photos/*',
    '/assets/*',
    '/receipts/*',
    '/reports/*',
    '/confirmations/*',
    '/mailbox/*',
    '/desk/sign-in/*',
    '/desk/comments/*',
    '/desk/queue?reason=*&after=*',
    '/desk/takedowns?comment=*&article=*&before=*',
    '/newsroom/articles/*',
  ])('%s', async (path) => {
    const outlines = new Map<string, string>()
    for (const { name, text } of [{ name: 'harmless', text: 'word' }, ...hostileCases])
      for (const spelling of spellings(text)) {
        const response = await nell.visitor.fetch(path.replaceAll('*', spelling))
        expect(response.status, name).toBeLessThan(500)
        expectHeaders(response, name)
        if (!response.headers.get('content-type')?.startsWith('text/html')) continue
        const page = parsePage(await response.text())
        expectHarmless(name, page)
        // Such an address finds a page or says why not: each answer is built in one way.
        const kind = String(response.status)
        const known = outlines.get(kind) ?? outlineOf(page)
        outlines.set(kind, known)
        if (path !== '/*') expect(outlineOf(page), name).toBe(known)
      }
  })
})

describe('a form field of hostile text is refused without a bug', () => {
  it.each([
    ['/a/1/comments', { name: 'Word', email: 'a@b.example', parent: '*', key: '*' }],
    ['/a/*/comments', { text: 'word', name: 'Word', email: 'a@b.example' }],
    ['/a/1/c/1/reports', { rule: '*', words: '*', email: '*' }],
    ['/desk/claims', { comment: '*', after: '*', fence: '*', reason: '*' }],
    ['/desk/comments/1/decisions', { act: 'reject', rule: '*', words: '*', fence: '*' }],
    ['/desk/comments/1/decisions', { act: '*', rule: 'spam', words: '*', fence: '' }],
    ['/desk/takedowns', { scope: 'article', article: '1', rule: '*', count: '*' }],
    ['/desk/takedowns', { scope: '*', comment: '*', rule: '*', count: '*' }],
    ['/newsroom/comment-mode', { target: '*', mode: '*' }],
    ['/newsroom/capture/review', { capture: '*', zone: 'Europe/London' }],
    ['/newsroom/capture/review', { capture: 'A headline\n\nWords.', zone: '*' }],
  ])('%s %j', async (path, fields) => {
    for (const { name, text } of hostileCases) {
      const typed = Object.fromEntries(
        Object.entries(fields).map(([field, value]) => [field, value.replace('*', () => text)]),
      )
      const address = path.replace('*', encodeURIComponent(text.toWellFormed()))
      const response = await nell.visitor.send(address, { form_token: nell.token, ...typed })
      expect(response.status, name).toBeLessThan(500)
      expectHeaders(response, name)
      expectHarmless(name, parsePage(await response.text()))
    }
  })
})
