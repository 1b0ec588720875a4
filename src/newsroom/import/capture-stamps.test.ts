import { describe, expect, it } from 'vitest'
import { page, paragraphsOf, read, stamp, warningsOf } from '../../../test/fixtures/captures/samples.ts'
import { captureReport } from './capture-report.ts'

describe('the time on a page', () => {
  const stamps = (line: string) => {
    const { publishedAt, updatedAt } = read(page({ stamp: line }))
    return [publishedAt.value, updatedAt.value]
  }

  it.each([
    ['Published: 15 November 2026 12.05 AM', '2026-11-15T00:05:00+00:00', null],
    ['First published on: 14 Nov 2026, 21:33', '2026-11-14T21:33:00+00:00', null],
    ['Posted 14 Nov 2026 21:33', '2026-11-14T21:33:00+00:00', null],
    [
      'Published: 14 Nov 2026 21:33 Updated: 15 Nov 2026 07:05',
      '2026-11-14T21:33:00+00:00',
      '2026-11-15T07:05:00+00:00',
    ],
    [
      'Published: 14 Nov 2026 21:33\nLast Updated: 15 Nov 2026 07:05',
      '2026-11-14T21:33:00+00:00',
      '2026-11-15T07:05:00+00:00',
    ],
    ['By Nell Ashby | Published: 14 Nov 2026 21:33 A+A-', '2026-11-14T21:33:00+00:00', null],
    ['14 November 2026, 21:33', '2026-11-14T21:33:00+00:00', null],
  ])('is read from %s', (line, published, updated) => {
    expect(stamps(line)).toEqual([published, updated])
  })

  it('brings the byline that stands beside it', () => {
    expect(read(page({ stamp: `By Nell Ashby | ${stamp} | A+A-` })).byline.value).toBe('Nell Ashby')
  })

  it('may be missing: the draft says so, and the head is told from the dateline', () => {
    const capture = read('Quay reopens\n\nCrews ask who pays\n\nSALTMERE: The board voted.\n\nIt was late.')
    expect(captureReport(capture)).toMatchObject({
      headline: 'Quay reopens',
      standfirst: 'Crews ask who pays',
      publishedAt: null,
      dateline: 'SALTMERE',
      paragraphs: ['The board voted.', 'It was late.'],
    })
    expect(warningsOf(capture)).toMatch(/no line with the time of publication/)
  })

  it('may be earlier for the update than for the publication: the draft says so', () => {
    const capture = read(page({ stamp: `${stamp} | Updated: 13 November 2026 09:33 PM` }))
    expect(capture.updatedAt.value).toBe('2026-11-13T21:33:00+00:00')
    expect(warningsOf(capture)).toMatch(/update is earlier than the publication/)
  })

  it.each([
    'Published: 14 November',
    'Published: 14/11/2026 21:33',
    'Published: 14 November 2026',
    'Published: 3 hours ago',
  ])('is not guessed at: %s', (line) => {
    const capture = read(page({ stamp: line }))
    expect(capture.publishedAt.value).toBeNull()
    expect(captureReport(capture)).toMatchObject({
      headline: 'Quay reopens',
      standfirst: 'Crews ask who pays',
    })
    expect(warningsOf(capture)).toMatch(/^Line 5: “Published: .*” holds no date with a time of day/m)
    expect(capture.discarded).toContainEqual(expect.objectContaining({ text: line }))
  })

  it('is taken without a label only with a warning', () => {
    expect(warningsOf(read(page({ stamp: '14 November 2026, 21:33' })))).toMatch(/No label says so/)
  })

  it('warns where the clocks skipped it', () => {
    const capture = read(page({ stamp: 'Published: 29 March 2026 01:30' }))
    expect(capture.publishedAt.value).toBe('2026-03-29T02:30:00+01:00')
    expect(warningsOf(capture)).toMatch(/^Line 5: the clocks of Europe\/London skipped/m)
  })

  it.each([
    'Updated figures of 3 May 2026 21:33 were shown to the board.',
    'Updated: what the board knew on 3 May 2026, and when.',
    'The list, updated 3 May 2026 at 21:33, hangs in the hall.',
  ])('is not seen in prose: %s', (story) => {
    const capture = read(page({ story }))
    expect(paragraphsOf(capture)).toEqual([story])
    expect(capture.updatedAt.value).toBeNull()
  })

  it('may stand below the story', () => {
    const story = ['SALTMERE: One.', 'Two.', 'Three.', 'Four.', 'Five.', 'Six.'].join('\n')
    const capture = read(`Quay reopens\n${story}\n${stamp}`)
    expect(paragraphsOf(capture)).toEqual(['One.', 'Two.', 'Three.', 'Four.', 'Five.', 'Six.'])
    expect(capture.publishedAt.value).toBe('2026-11-14T21:33:00+00:00')
    expect(warningsOf(capture)).toMatch(/below the story/)
  })
})
