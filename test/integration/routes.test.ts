import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roles, staffMay } from '../../src/accounts/staff.ts'
import { type StaffKey, staff } from '../../src/newsroom/seed/cast.ts'
import { routes } from '../../src/web/routes.ts'
import { ORIGIN, TestPaper, type Visitor } from '../support/app.ts'

const concrete = (path: string) =>
  path.replace(/:(\w+)/g, (_, name) =>
    name === 'token' || name === 'ref' ? '1-aaaaaaaaaaaaaaaaaaaaaa' : '1',
  )

describe('the map of routes', () => {
  let test: TestPaper
  const visitors = new Map<string, Visitor>()
  beforeAll(async () => {
    test = await TestPaper.open()
    visitors.set('a reader', test.visitor())
    for (const key of Object.keys(staff) as StaffKey[])
      visitors.set(staff[key].role, await test.signedIn(key))
  })
  afterAll(() => test.close())

  it('names a guard and a limit for each', async () => {
    const lines = routes.map(
      (r) =>
        `${r.method.padEnd(4)} ${r.path.padEnd(42)} ${r.guard.padEnd(18)} ${r.limit}${r.body ? ` ${r.body}` : ''}`,
    )
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../fixtures/routes.txt')
  })

  it.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s opens to those its guard names, and to nobody else',
    async (_, route) => {
      for (const [who, visitor] of visitors) {
        const staffed = !['anyone', 'holder', 'demo', 'key'].includes(route.guard)
        // Without the form's token, staff who may do it are refused as well, before anything is done.
        const response =
          route.method === 'GET'
            ? await visitor.fetch(concrete(route.path))
            : await visitor.send(concrete(route.path), {})
        const text = await response.text()
        expect(response.status, `${who}: ${text.slice(0, 200)}`).not.toBe(500)
        expect(text).not.toMatch(/at \w+ \(|node_modules|select .* from/i)
        if (!staffed) continue
        const role = roles.find((candidate) => candidate === who)
        const may = role !== undefined && staffMay(route.guard as never, { role })
        if (!may) expect(response.status, who).toBe(403)
        else if (route.method === 'GET') expect(response.status, who).toBeLessThan(405)
        else expect(text, who).toContain('load the page and repeat it')
      }
    },
  )

  it('keeps one page however a link to it was decorated', async () => {
    const article = `/a/${test.articleId}/the-east-quay-opens`
    await test.visitor().get(`${article}?fbclid=one&before=word`)
    const kept = test.ctx.pages.peek(article)
    expect(kept).toBeDefined()
    await test.visitor().get(`${article}?utm_source=two&after=-1`)
    await test.visitor().get(`${article}?before=99&fbclid=three`)
    expect(test.ctx.pages.peek(article)).toBe(kept)
    expect(test.ctx.pages.peek(`${article}?before=99`)).toBeDefined()
    expect(test.ctx.pages.peek(`${article}?before=99&fbclid=three`)).toBeUndefined()
  })

  // A program with a key says no origin and reads no cookie: what it may send is in perspective.test.ts.
  const forms = routes.filter((route) => route.method === 'POST' && route.guard !== 'key')
  it.each(forms.map((route) => [route.path, route] as const))(
    'POST %s refuses another site, a foreign content type and too many bytes',
    async (_, route) => {
      for (const headers of [
        { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
        { 'sec-fetch-site': 'same-site', origin: 'https://sister.example' },
      ]) {
        const visitor = visitors.get('administrator') as Visitor
        const response = await visitor.send(concrete(route.path), {}, { headers })
        expect(response.status).toBe(403)
        expect(await response.text()).toContain('from another site')
      }
      const bare = await test.app.request(`${ORIGIN}${concrete(route.path)}`, { method: 'POST', body: 'a=1' })
      expect(bare.status).toBe(403)
      const admin = visitors.get('administrator') as Visitor
      const typed = await admin.fetch(concrete(route.path), {
        method: 'POST',
        body: '{"a":1}',
        headers: { 'content-type': 'text/plain', 'sec-fetch-site': 'same-origin' },
      })
      expect(typed.status).toBe(415)
      if (route.body !== 'upload') {
        const large = await admin.send(concrete(route.path), { text: 'x'.repeat(1_000_000) })
        expect(large.status).toBe(413)
      }
    },
  )

  it('every answer carries the security headers, and no page asks for anything from elsewhere', async () => {
    for (const route of routes.filter((r) => r.method === 'GET')) {
      const response = await (visitors.get('administrator') as Visitor).fetch(concrete(route.path))
      expect(response.headers.get('content-security-policy'), route.path).toContain("default-src 'none'")
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      if (route.guard !== 'anyone' && response.status !== 303)
        expect(response.headers.get('cache-control'), route.path).toBe('no-store')
      const text = await response.text()
      for (const [, address = ''] of text.matchAll(/(?:src|srcset)="([^"]+)"/g))
        expect(address).toMatch(/^(\/|data:)/)
    }
    expect((await test.app.request(`${ORIGIN}/nowhere`)).headers.get('content-security-policy')).toBeTruthy()
  })

  it('a reader who only reads gets no cookie', async () => {
    const reader = test.visitor()
    for (const path of ['/', '/s/town', `/a/${test.articleId}/the-east-quay-opens`, '/policy', '/record'])
      await reader.get(path)
    expect(reader.cookies.size).toBe(0)
  })
})
