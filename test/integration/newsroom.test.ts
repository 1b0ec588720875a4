import { sql } from 'kysely'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TestPaper, type Visitor } from '../support/app.ts'

const capture = `Ferry crew found at last, in the choir

Two basses and an alto hold the papers that the company had sought for a year.

Published: 14th November 2026 09:33 PM  |   Last Updated: 15th November 2026 08:10 AM   |  A+A-

The Merganser on her noon crossing. (Photo | Northwire)

SALTMERE: The evening boat will sail again from Monday, the ferry company said on Saturday.

The crew was found by accident, according to Northwire.

Disclaimer : We respect your views. All comments are read by the editorial.

flipboard facebook twitter whatsapp`

describe('the newsroom', () => {
  let test: TestPaper
  let nell: Visitor
  let token: string
  let draft = ''
  beforeAll(async () => {
    test = await TestPaper.open()
    nell = await test.signedIn('nell')
    token = await nell.formToken()
  })
  afterAll(() => test.close())

  it('pastes a saved page and reviews it field by field; nothing is stored yet', async () => {
    const review = await nell.post('/newsroom/capture/review', {
      form_token: token,
      capture,
      zone: 'Europe/London',
    })
    expect(review.text).toContain('Ferry crew found at last, in the choir')
    expect(review.text).toContain('2026-11-14T21:33:00+00:00')
    expect(review.text).toContain('text-size control')
    const { rows } = await sql<{
      n: number
    }>`select count(*)::int as n from article where state = 'draft'`.execute(test.db)
    expect(rows[0]?.n).toBe(0)
  })

  it.each([
    ['', 'there is nothing in it'],
    [capture.replace('14th', '31st'), 'is no day of the calendar'],
    [`${capture}\n\n${capture}`, 'a second time of publication stands here'],
  ])('refuses what cannot be read with a sentence that names the line', async (text, sentence) => {
    const page = await nell.post('/newsroom/capture/review', {
      form_token: token,
      capture: text,
      zone: 'Europe/London',
    })
    expect(page.status).toBe(422)
    expect(page.text).toMatch(/Line \d+/)
    expect(page.text).toContain(sentence)
  })

  const fields = {
    headline: 'Ferry crew found at last, in the choir',
    standfirst: 'Two basses and an alto.',
    byline: '',
    agency: 'Northwire',
    published_at: '2026-11-14T21:33:00+00:00',
    updated_at: '',
    dateline: 'SALTMERE',
    caption: 'The Merganser.',
    credit: 'Northwire',
    body: 'The evening boat will sail again.\n\nThe crew was found by accident.',
    sources: 'Northwire',
    language: 'en-GB',
    section: '2',
    zone: 'Europe/London',
  }

  it('saves a draft that readers do not see, and keeps the capture whole beside it', async () => {
    const bad = await nell.post('/newsroom/capture/draft', {
      form_token: token,
      capture,
      ...fields,
      published_at: 'yesterday',
    })
    expect(bad.status).toBe(422)
    expect(bad.text).toContain('Two basses and an alto.')
    const page = await nell.post('/newsroom/capture/draft', { form_token: token, capture, ...fields })
    draft = /\/newsroom\/articles\/(\d+)/.exec(page.path)?.[1] ?? ''
    expect((await test.visitor().get(`/a/${draft}`)).status).toBe(404)
    const { rows } = await sql<{
      source: string
    }>`select source from article_capture where article_id = ${Number(draft)}`.execute(test.db)
    expect(rows[0]?.source.replaceAll('\r\n', '\n')).toBe(capture)
  })

  it('does not publish a photo without its credit', async () => {
    const picture = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#446' } })
      .jpeg()
      .toBuffer()
    const form = new FormData()
    form.set('form_token', token)
    form.set('photo', new Blob([new Uint8Array(picture)]), 'boat.jpg')
    form.set('credit', 'Northwire')
    form.set('alt', 'A ferry')
    form.set('caption', 'The Merganser')
    const sent = await nell.fetch(`/newsroom/articles/${draft}/photo`, {
      method: 'POST',
      body: form,
      headers: { 'sec-fetch-site': 'same-origin' },
    })
    expect(sent.status).toBe(303)
    await sql`update article_revision set photo_credit = '' where article_id = ${Number(draft)}`.execute(
      test.db,
    )
    const page = await nell.post(`/newsroom/articles/${draft}/publication`, { form_token: token })
    expect(page.status).toBe(422)
    expect(page.text).toContain('The photo has no credit')
    await sql`update article_revision set photo_credit = 'Northwire' where article_id = ${Number(draft)}`.execute(
      test.db,
    )
  })

  it('publishes and takes back with one act each, both in the ledger', async () => {
    await nell.post(`/newsroom/articles/${draft}/publication`, { form_token: token })
    const reader = test.visitor()
    const page = await reader.get(`/a/${draft}`)
    expect(page.text).toContain('<time datetime="2026-11-14T21:33:00+00:00">14 November 2026, 9.33 pm</time>')
    expect(page.text).toContain('(Photo | Northwire)')
    const [, src = ''] = /src="(\/photos\/[^"]+)"/.exec(page.text) ?? []
    const photo = await reader.fetch(src)
    expect(photo.headers.get('content-type')).toBe('image/jpeg')
    expect((await sharp(Buffer.from(await photo.arrayBuffer())).metadata()).xmp?.toString()).toContain(
      'Northwire',
    )
    expect((await reader.get('/')).text).toContain('Ferry crew found')
    await nell.post(`/newsroom/articles/${draft}/withdrawal`, { form_token: token })
    expect((await reader.get(`/a/${draft}`)).status).toBe(410)
    expect((await reader.get('/')).text).not.toContain('Ferry crew found')
    const { rows } = await sql<{
      kind: string
    }>`select kind from ledger where article_id = ${Number(draft)} order by seq`.execute(test.db)
    expect(rows.map((row) => row.kind)).toEqual([
      'article_drafted',
      'article_published',
      'article_unpublished',
    ])
  })
})
