import { expect, it } from 'vitest'
import { hostileCases } from '../../../test/hostile/cases.ts'
import { ORIGIN, paper } from '../../../test/support/feed-samples.ts'
import { all, parseXml, textOf } from '../../../test/support/xml.ts'
import { xmlText } from '../../lib/xml.ts'
import { newsSitemap, sitemap, sitemapIndex } from './sitemap.ts'

const story = {
  id: 12,
  slug: 'हिन्दी',
  headline: 'The east quay opens',
  language: 'en-GB',
  publishedAt: new Date('2021-07-30T16:03:00Z'),
  updatedAt: new Date('2021-07-31T05:00:00Z'),
}
const news = (about: Partial<typeof story>) =>
  parseXml(newsSitemap([{ ...story, ...about }], { origin: ORIGIN, paper }))

it('a story of the news keeps its first time however often it is edited', () => {
  const document = news({})
  expect(textOf(document, 'news:publication_date')).toBe('2021-07-30T21:33:00+05:30')
  expect(textOf(document, 'lastmod')).toBe('2021-07-31T10:30:00+05:30')
  expect(textOf(document, 'news:name')).toBe('The Saltmere Courier')
  expect(textOf(document, 'news:title')).toBe('The east quay opens')
})

it.each([
  ['en-GB', 'en'],
  ['fil-PH', 'fil'],
  ['zh-Hant-TW', 'zh-tw'],
  ['zh-Hans', 'zh-cn'],
])('its language is a code that the sitemap knows: %s is %s', (language, code) => {
  expect(textOf(news({ language }), 'news:language')).toBe(code)
})

it('an address is percent-encoded', () => {
  expect(textOf(parseXml(sitemap([story], { origin: ORIGIN, zone: paper.zone })), 'loc')).toBe(
    `${ORIGIN}/a/12/%E0%A4%B9%E0%A4%BF%E0%A4%A8%E0%A5%8D%E0%A4%A6%E0%A5%80`,
  )
})

it('holds the elements of sitemaps.org in their order, and no others', () => {
  const elements = (source: string) =>
    all(parseXml(source), '*')
      .map(({ tagName }) => tagName)
      .join(' ')
  const at = { origin: ORIGIN, zone: paper.zone }
  expect(elements(sitemap([story], at))).toBe('urlset url loc lastmod')
  expect(elements(sitemap([], at))).toBe('urlset')
  expect(elements(newsSitemap([story], { origin: ORIGIN, paper }))).toBe(
    'urlset url loc lastmod news:news news:publication news:name news:language news:publication_date news:title',
  )
  const index = sitemapIndex([{ part: 1, updatedAt: story.updatedAt }], at)
  expect(elements(index)).toBe('sitemapindex sitemap loc sitemap loc lastmod')
})

it.each(hostileCases.map(({ name, text }) => [name, text] as const))(
  'hostile headlines stay titles: %s',
  (_, headline) => {
    expect(textOf(news({ headline }), 'news:title')).toBe(xmlText(headline))
  },
)
