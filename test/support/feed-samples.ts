import type { Article, Publication } from '../../src/newsroom/article.ts'
import type { FeedScope } from '../../src/web/feeds/feed.ts'
import { feedId } from '../../src/web/feeds/feed-id.ts'

export const ORIGIN = 'https://courier.example'
const secret = Buffer.from('of this installation')
export const idOf = (kind: Parameters<typeof feedId>[1], id: number): string => feedId(secret, kind, id)

export const paper: Publication = {
  id: 1,
  name: 'The Saltmere Courier',
  shortName: 'the Courier',
  groupName: 'Saltmere Press',
  entities: [],
  language: 'en-GB',
  zone: 'Asia/Kolkata',
  contact: 'readers@courier.example',
  commentMode: 'pre',
  policyVersion: 'v',
  learning: 'off',
  clusterFloor: 80,
}

export const article = (about: Partial<Article> = {}): Article => ({
  id: 12,
  slug: 'the-east-quay-opens',
  state: 'live',
  section: { id: 3, slug: 'harbour', name: 'Harbour' },
  revisionNo: 2,
  headline: 'The east quay opens',
  standfirst: 'Two of three berths are in use.',
  byline: 'Nell Ashby',
  agency: '',
  dateline: 'SALTMERE',
  language: 'en-GB',
  blocks: [
    { kind: 'paragraph', text: 'The board voted on Saturday.' },
    { kind: 'subhead', text: 'What comes next' },
    { kind: 'quote', text: 'We are glad.', speaker: 'Ines Okoro' },
  ],
  sources: ['Northwire'],
  photo: {
    id: 7,
    version: 'abc',
    width: 1280,
    height: 720,
    widths: [480, 800, 1280],
    caption: 'The quay at dawn',
    credit: 'Northwire',
    alt: 'A quay in fog',
  },
  publishedAt: new Date('2021-07-30T16:03:00Z'),
  updatedAt: new Date('2021-07-31T05:00:00Z'),
  commentMode: 'pre',
  ...about,
})

/** The same text in every place of an article that takes one. */
export const saying = (text: string): Article =>
  article({
    headline: text,
    standfirst: text,
    byline: text,
    agency: text,
    dateline: text,
    sources: [text],
    section: { id: 3, slug: 'harbour', name: text },
    blocks: [
      { kind: 'paragraph', text },
      { kind: 'subhead', text },
      { kind: 'quote', text, speaker: text },
    ],
    photo: { ...(article().photo as NonNullable<Article['photo']>), caption: text, credit: text, alt: text },
  })

export const scope: FeedScope = {
  paper,
  section: null,
  origin: ORIGIN,
  self: '/feed.rss',
  now: new Date('2021-08-01T00:00:00Z'),
  idOf,
}
