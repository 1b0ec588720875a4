import { describe, expect, it } from 'vitest'
import { hostileCases } from '../../../test/hostile/cases.ts'
import { parsePage, select, strayAddresses, textOf as wordsIn } from '../../../test/hostile/page.ts'
import { article, idOf, ORIGIN, paper } from '../../../test/support/feed-samples.ts'
import { all, parseXml, textOf } from '../../../test/support/xml.ts'
import type { CommentEntry } from '../../comments/comment-feed.ts'
import { entryOf } from '../../comments/comment-feed.ts'
import { xmlText } from '../../lib/xml.ts'
import { commentAtom } from './comment-atom.ts'

const at = new Date('2021-07-31T06:00:00Z')
const said: Extract<CommentEntry, { kind: 'public' }> = {
  kind: 'public',
  id: 31,
  parentId: null,
  printedName: 'Marian Holt',
  staff: false,
  text: 'A fine quay.\nTruly.\n\nAnd cheap.',
  submittedAt: new Date('2021-07-31T05:30:00Z'),
  publishedAt: at,
}
const scope = { article: article(), paper, origin: ORIGIN, now: at, idOf }
const draw = (...entries: CommentEntry[]) => parseXml(commentAtom(entries, scope))

describe('the feed of the comments under an article', () => {
  it('says what each answers by the name that the answered has in its own feed (RFC 4685)', () => {
    const [root, reply] = all(draw(said, { ...said, id: 32, parentId: 31 }), 'thr:in-reply-to')
    expect(root?.getAttribute('ref')).toBe(idOf('article', 12))
    expect(root?.getAttribute('href')).toBe(`${ORIGIN}/a/12/the-east-quay-opens`)
    expect(reply?.getAttribute('ref')).toBe(idOf('comment', 31))
    expect(reply?.getAttribute('href')).toBe(`${ORIGIN}/a/12/c/31`)
  })

  it('prints name, time and words, and marks what the paper itself says', () => {
    const feed = draw({ ...said, staff: true })
    const [entry] = all(feed, 'entry')
    expect(entry && textOf(entry, 'name')).toBe('Marian Holt')
    expect(entry && textOf(entry, 'title')).toBe('Marian Holt on “The east quay opens”')
    expect(entry && textOf(entry, 'published')).toBe('2021-07-31T11:00:00+05:30')
    expect(entry && textOf(entry, 'updated')).toBe('2021-07-31T11:30:00+05:30')
    expect(entry && textOf(entry, 'content')).toBe(
      '<p dir="auto">A fine quay.<br>Truly.</p><p dir="auto">And cheap.</p>',
    )
    expect(all(feed, 'category')[0]?.getAttribute('term')).toBe('staff')
  })

  it('leaves a tombstone with an id and a time, and nothing else (RFC 6721)', () => {
    const [stone] = all(draw({ kind: 'gone', id: 31, at }), 'at:deleted-entry')
    expect([...(stone?.attributes ?? [])].map(({ name, value }) => [name, value])).toEqual([
      ['ref', idOf('comment', 31)],
      ['when', '2021-07-31T11:30:00+05:30'],
    ])
    expect(stone?.childNodes.length).toBe(0)
  })

  it('has a name of its own, which is not that of the article it answers', () => {
    expect(textOf(draw(), 'id')).toBe(idOf('comments', 12))
    expect(idOf('comments', 12)).not.toBe(idOf('article', 12))
  })

  it('is a feed while nobody has written', () => {
    expect(textOf(draw(), 'updated')).toBe('2021-07-30T21:33:00+05:30')
  })

  it.each(hostileCases.map(({ name, text }) => [name, text] as const))(
    'hostile words stay words: %s',
    (_, text) => {
      const feed = draw({ ...said, text, printedName: text }, { kind: 'gone', id: 5, at })
      expect(all(feed, 'entry')).toHaveLength(1)
      expect(textOf(feed, 'name')).toBe(xmlText(text))
      const page = parsePage(textOf(feed, 'content') ?? '')
      expect(new Set(select(page, 'body')[0]?.childNodes.map(({ nodeName }) => nodeName))).toEqual(
        new Set(['p']),
      )
      expect(strayAddresses(page, ORIGIN)).toEqual([])
      expect(select(page, 'a')).toEqual([])
      expect(wordsIn(page).replace(/\s/g, '')).toBe(xmlText(text).replace(/\s/g, ''))
    },
  )
})

describe('what a feed may say of a comment', () => {
  const changed = { id: 31, parentId: null, submittedAt: at, publishedAt: at, settledAt: at }
  const words = new Map([[31, { text: 'Words', printedName: 'Marian Holt', staffMark: null }]])

  it.each(['removed', 'withdrawn', 'held', 'rejected'] as const)('nothing of one that is %s', (state) => {
    expect(entryOf({ ...changed, state }, words)).toEqual({ kind: 'gone', id: 31, at })
  })

  it('nothing of one taken down between the two reads, or erased', () => {
    expect(entryOf({ ...changed, state: 'published' }, new Map())).toEqual({ kind: 'gone', id: 31, at })
    const erased = new Map([[31, { text: null, printedName: null, staffMark: null }]])
    expect(entryOf({ ...changed, state: 'published' }, erased)).toEqual({ kind: 'gone', id: 31, at })
  })
})
