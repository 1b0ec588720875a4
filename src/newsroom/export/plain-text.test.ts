import { expect, it } from 'vitest'
import { parseCapture } from '../import/capture.ts'
import type { ExportedArticle } from './markdown.ts'
import { plainTextOf } from './plain-text.ts'

const article: ExportedArticle = {
  headline: 'The east quay opens after a year of repairs',
  standfirst: 'Two of three berths are in use, and the third follows in spring.',
  byline: 'Nell Ashby',
  agency: '',
  dateline: 'SALTMERE',
  language: 'en-GB',
  section: { name: 'Harbour' },
  blocks: [
    { kind: 'paragraph', text: 'The harbour board voted on Saturday to open the quay at once.' },
    { kind: 'paragraph', text: 'The works cost 3.5 million and took eleven months.' },
  ],
  sources: [],
  photo: { caption: 'The quay at dawn.', credit: 'Northwire', alt: 'A quay' },
  publishedAt: new Date('2021-07-30T16:03:00Z'),
  updatedAt: new Date('2021-07-31T05:00:00Z'),
}

it('a story as plain text reads as a newspaper page that was marked and copied', () => {
  expect(plainTextOf(article, 'Asia/Kolkata')).toBe(`The east quay opens after a year of repairs

Two of three berths are in use, and the third follows in spring.

Published: 30 July 2021 21:33 | Last Updated: 31 July 2021 10:30

The quay at dawn. (Photo | Northwire)

By Nell Ashby

SALTMERE: The harbour board voted on Saturday to open the quay at once.

The works cost 3.5 million and took eleven months.
`)
})

it('and the importer of such pages finds every part of it again', () => {
  const read = parseCapture(Buffer.from(plainTextOf(article, 'Asia/Kolkata')), { zone: 'Asia/Kolkata' })
  expect(
    read.ok && {
      headline: read.value.headline.value,
      standfirst: read.value.standfirst.value,
      byline: read.value.byline.value,
      dateline: read.value.dateline.value,
      caption: read.value.caption.value,
      credit: read.value.credit.value,
      paragraphs: read.value.paragraphs.map(({ value }) => value),
      publishedAt: read.value.publishedAt.value,
      updatedAt: read.value.updatedAt.value,
    },
  ).toEqual({
    headline: article.headline,
    standfirst: article.standfirst,
    byline: article.byline,
    dateline: article.dateline,
    caption: article.photo?.caption,
    credit: article.photo?.credit,
    paragraphs: article.blocks.map(({ text }) => text),
    publishedAt: '2021-07-30T21:33:00+05:30',
    updatedAt: '2021-07-31T10:30:00+05:30',
  })
})
