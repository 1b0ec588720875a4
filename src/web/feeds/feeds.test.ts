import { describe, expect, it } from 'vitest'
import { reordering } from '../../../test/hostile/bidi.ts'
import { hostileCases } from '../../../test/hostile/cases.ts'
import { outlineOf, parsePage, strayAddresses } from '../../../test/hostile/page.ts'
import { article, idOf, ORIGIN, paper, saying, scope } from '../../../test/support/feed-samples.ts'
import { all, parseXml, textOf } from '../../../test/support/xml.ts'
import { xmlText } from '../../lib/xml.ts'
import { wordsOf } from '../../newsroom/import/source.ts'
import { articleDocument } from './article-document.ts'
import { atom, atomEntry } from './atom.ts'
import { entryOf, type FeedEntry, feedOf } from './feed.ts'
import { rfc822At } from './feed-dates.ts'
import { jsonFeed } from './json-feed.ts'
import { ninjs } from './ninjs.ts'
import { articleIn, oembed } from './oembed.ts'
import { rss } from './rss.ts'
import { storyHtml } from './story-html.ts'
import { trustTxt } from './trust-txt.ts'

const feed = feedOf([article()], scope)
const entry = feed.entries[0] as FeedEntry
const url = `${ORIGIN}/a/12/the-east-quay-opens`
const picture = `${ORIGIN}/photos/7-abc-1280.jpg`

describe('RSS', () => {
  const channel = parseXml(rss(feed))

  it('gives a story a name that outlives its headline and its address', () => {
    const renamed = entryOf(article({ headline: 'Another', slug: 'another' }), {
      ...scope,
      origin: 'https://new.example',
    })
    expect(textOf(channel, 'guid')).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    )
    expect(textOf(channel, 'guid')).toBe(renamed?.id)
    expect(all(channel, 'guid')[0]?.getAttribute('isPermaLink')).toBe('false')
    expect(idOf('comment', 12)).not.toBe(idOf('article', 12))
  })

  it('holds the whole story, its writer as no e-mail address, and the picture with its credit', () => {
    expect(textOf(channel, 'content:encoded')).toBe(storyHtml(article(), ORIGIN).markup)
    expect(textOf(channel, 'dc:creator')).toBe('Nell Ashby')
    expect(all(channel, 'author')).toEqual([])
    const media = all(channel, 'media:content')[0]
    expect(media?.getAttribute('url')).toBe(picture)
    expect([media?.getAttribute('width'), media?.getAttribute('height')]).toEqual(['1280', '720'])
    expect(textOf(channel, 'media:credit')).toBe('Northwire')
    expect(textOf(channel, 'media:description')).toBe('The quay at dawn')
  })

  it('says when, in the paper’s zone, with the year in four digits', () => {
    expect(textOf(channel, 'pubDate')).toBe('Fri, 30 Jul 2021 21:33:00 +0530')
    expect(textOf(channel, 'lastBuildDate')).toBe('Sat, 31 Jul 2021 10:30:00 +0530')
    expect(rfc822At(new Date('2026-01-01T02:00:00Z'), 'America/St_Johns')).toBe(
      'Wed, 31 Dec 2025 22:30:00 -0330',
    )
    expect(rfc822At(new Date('2026-11-05T12:00:00Z'), 'Europe/London')).toBe(
      'Thu, 05 Nov 2026 12:00:00 +0000',
    )
  })

  it('leads to the comments and their feed, and to nothing where comments are off', () => {
    expect(textOf(channel, 'comments')).toBe(`${url}#comments`)
    expect(textOf(channel, 'wfw:commentRss')).toBe(`${ORIGIN}/a/12/comments.atom`)
    const off = parseXml(rss(feedOf([article({ commentMode: 'off' })], scope)))
    expect([...all(off, 'comments'), ...all(off, 'wfw:commentRss')]).toEqual([])
  })

  it('names itself, and is a feed before anything was published', () => {
    expect(all(channel, 'atom:link')[0]?.getAttribute('href')).toBe(`${ORIGIN}/feed.rss`)
    const none = parseXml(rss(feedOf([], scope)))
    expect(textOf(none, 'lastBuildDate')).toBe('Sun, 01 Aug 2021 05:30:00 +0530')
    expect(all(none, 'item')).toEqual([])
  })
})

describe('Atom', () => {
  const document = parseXml(atom(feed))
  const [inside] = all(document, 'entry')

  it('has what RFC 4287 asks of a feed and of an entry', () => {
    for (const name of ['id', 'title', 'updated'])
      expect(all(document, name).filter((one) => one.parentNode === document.documentElement)).toHaveLength(1)
    expect(inside && textOf(inside, 'updated')).toBe('2021-07-31T10:30:00+05:30')
    expect(inside && textOf(inside, 'published')).toBe('2021-07-30T21:33:00+05:30')
    expect(inside && textOf(inside, 'name')).toBe('Nell Ashby')
    expect(inside && textOf(inside, 'content')).toBe(entry.html)
  })

  it('names a story as its comments name it, and leads to them (RFC 4685)', () => {
    expect(inside && textOf(inside, 'id')).toBe(idOf('article', 12))
    const replies = inside && all(inside, 'link').find((link) => link.getAttribute('rel') === 'replies')
    expect(replies?.getAttribute('href')).toBe(`${ORIGIN}/a/12/comments.atom`)
  })

  it('of one story is an entry document with the same parts', () => {
    const alone = parseXml(atomEntry(entry, paper.zone))
    expect(alone.documentElement?.tagName).toBe('entry')
    expect(textOf(alone, 'content')).toBe(entry.html)
  })
})

it('JSON Feed 1.1 says the same as the others', () => {
  const { items, ...head } = JSON.parse(jsonFeed(feed))
  expect(head).toEqual({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'The Saltmere Courier',
    description: 'The newest stories of The Saltmere Courier.',
    home_page_url: `${ORIGIN}/`,
    feed_url: `${ORIGIN}/feed.rss`,
    language: 'en-GB',
  })
  expect(items).toEqual([
    {
      id: idOf('article', 12),
      url,
      title: 'The east quay opens',
      summary: 'Two of three berths are in use.',
      content_html: entry.html,
      image: picture,
      date_published: '2021-07-30T21:33:00+05:30',
      date_modified: '2021-07-31T10:30:00+05:30',
      authors: [{ name: 'Nell Ashby' }],
      tags: ['Harbour'],
      language: 'en-GB',
    },
  ])
})

describe('the story in a feed', () => {
  it('keeps the alt text apart from headline and caption, and its credit', () => {
    expect(entry.html).toContain('alt="A quay in fog"')
    expect(entry.html).toContain(
      '<figcaption>The quay at dawn <small>(Photo | Northwire)</small></figcaption>',
    )
  })

  it('has no address that only our own pages understand', () => {
    for (const [, address = ''] of entry.html.matchAll(/(?:src|href)="([^"]*)"/g))
      expect(address).toMatch(/^https:\/\/courier\.example\//)
  })

  it('says that it is read from right to left where it is', () => {
    expect(storyHtml(article({ language: 'ur' }), ORIGIN).markup).toMatch(/^<div dir="rtl" lang="ur">/)
  })
})

describe('ninjs 3.0', () => {
  const item = ninjs(article({ agency: 'AP' }), paper, { id: 'urn:uuid:1', url, origin: ORIGIN })

  it('uses the names of version 3 and none of version 1, which its schema refuses', () => {
    const known =
      'uri type standard representationType version firstCreated versionCreated pubStatus language by located headlines descriptions bodies infoSources subjects altIds associations'
    expect(Object.keys(item).sort()).toEqual(known.split(' ').sort())
    expect(Object.keys(item).filter((key) => key.includes('_') || key === 'headline')).toEqual([])
  })

  it('tells where a report came from and whom it cites, and whose the picture is', () => {
    expect(item['infoSources']).toEqual([
      { role: 'originating', name: 'AP' },
      { role: 'cited', name: 'Northwire' },
    ])
    expect(item['associations']).toEqual([
      {
        name: 'photo',
        uri: picture,
        type: 'picture',
        descriptions: [
          { role: 'caption', value: 'The quay at dawn' },
          { role: 'creditline', value: 'Northwire' },
          { role: 'alt', value: 'A quay in fog' },
        ],
        renditions: [{ name: 'main', href: picture, contentType: 'image/jpeg', width: 1280, height: 720 }],
      },
    ])
  })
})

describe('oEmbed', () => {
  it('knows the addresses of our articles and no others', () => {
    expect(articleIn(url, ORIGIN)).toBe(12)
    expect(articleIn(`${url}?utm_source=a#c3`, ORIGIN)).toBe(12)
    for (const other of [
      'https://evil.example/a/12/x',
      `${ORIGIN}/desk`,
      `${ORIGIN}/a/12/c/3`,
      '//a',
      '',
      `${ORIGIN}.evil.example/a/12`,
    ])
      expect(articleIn(other, ORIGIN), other).toBeUndefined()
  })

  it('gives the largest picture that fits, or none', () => {
    const at = (maxWidth: number, maxHeight: number) =>
      oembed(article(), paper, { origin: ORIGIN, maxWidth, maxHeight })
    expect(at(1_000, 1_000)).toMatchObject({ type: 'link', thumbnail_width: 800, thumbnail_height: 450 })
    expect(at(1_000, 300)).toMatchObject({ thumbnail_width: 480, thumbnail_height: 270 })
    expect(at(100, 100)).not.toHaveProperty('thumbnail_url')
  })
})

it('trust.txt cannot be given a line by a name', () => {
  const told = trustTxt({ ...paper, name: 'The Courier\ncontrol=https://evil.example/', contact: '' }, ORIGIN)
  expect(told.split('\n').filter((line) => line !== '' && !line.startsWith('#'))).toEqual([
    `disclosure=${ORIGIN}/policy`,
    `disclosure=${ORIGIN}/record`,
  ])
})

describe('hostile words', () => {
  /** How the same is built of harmless words. */
  const twins = {
    story: storyHtml(saying('word'), ORIGIN).markup,
    document: articleDocument(saying('word'), paper, ORIGIN).markup,
  }
  it.each(
    hostileCases.filter(({ text }) => wordsOf(text) !== '').map(({ name, text }) => [name, text] as const),
  )('in every format: %s', (_, text) => {
    const hostile = saying(text)
    // What reaches an article has come through the importers, which leave out controls of direction.
    const imported = saying(wordsOf(text.toWellFormed()))
    const said = feedOf([hostile], { ...scope, paper: { ...paper, name: text } })
    const html = said.entries[0]?.html ?? ''
    for (const [markup, twin] of [
      [storyHtml(imported, ORIGIN).markup, twins.story],
      [articleDocument(imported, paper, ORIGIN).markup, twins.document],
    ] as const) {
      const page = parsePage(markup)
      expect(outlineOf(page)).toBe(outlineOf(parsePage(twin)))
      expect(strayAddresses(page, ORIGIN)).toEqual([])
      expect(reordering(page)).toEqual([])
    }
    const channel = parseXml(rss(said))
    expect(all(channel, 'title').map((one) => one.textContent)).toEqual([xmlText(text), xmlText(text)])
    expect(textOf(channel, 'content:encoded')).toBe(xmlText(html))
    expect(textOf(channel, 'media:credit')).toBe(xmlText(text))
    expect(all(channel, 'item')).toHaveLength(1)
    const document = parseXml(atom(said))
    expect(textOf(all(document, 'entry')[0] ?? document, 'title')).toBe(xmlText(text))
    expect(JSON.parse(jsonFeed(said)).items[0].title).toBe(text)
    expect(
      JSON.parse(JSON.stringify(ninjs(hostile, paper, { id: 'i', url, origin: ORIGIN }))).headlines[0].value,
    ).toBe(text)
  })
})
