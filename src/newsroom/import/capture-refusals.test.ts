import { describe, expect, it } from 'vitest'
import { bytes, fixture, page, parse, refusalOf, stamp } from '../../../test/fixtures/captures/samples.ts'
import { LARGEST_SOURCE, MOST_LINES } from './source.ts'

const ferry = fixture('saltmere-ferry')

describe('a page that is refused', () => {
  it.each([
    ['nothing', '', 'empty', 1],
    ['only space and the invisible', '\uFEFF \n\u200B\t\n', 'empty', 1],
    ['a NUL', 'Quay\nreopens\0', 'binary', 2],
    ['31 June', page({ stamp: 'Published: 31st June 2026 09:33 PM' }), 'bad_date', 5],
    ['13.05 PM', page({ stamp: 'Published: 30 June 2026 13.05 PM' }), 'bad_time', 5],
    [
      '13.05 PM for the update',
      page({ stamp: `${stamp}\nUpdated: 15 November 2026 13.05 PM` }),
      'bad_time',
      6,
    ],
    ['two pages', `${ferry}\n\n${ferry}`, 'several_captures', 43],
    [
      'two pages, the first without a stamp',
      `${ferry.replace(/^Published.*$/m, '')}\n\n${ferry}`,
      'several_captures',
      43,
    ],
    [
      'two pages, the second without a stamp',
      `${ferry}\n\n${ferry.replace(/^Published.*$/m, '')}`,
      'several_captures',
      71,
    ],
    ['a second stamp in one line', page({ stamp: `${stamp} | ${stamp}` }), 'several_captures', 5],
    ['no headline before the stamp', `${stamp}\n\nThe board voted.`, 'no_headline', 1],
    ['no headline but the policy', 'Disclaimer: Be kind.', 'no_headline', 1],
    ['a headline of a thousand letters', 'a'.repeat(1000), 'no_headline', 1],
    ['no letter in it', '.\n:\n.', 'no_headline', 1],
  ])('names the line: %s', (_, text, code, line) => {
    expect(refusalOf(text)).toMatchObject({
      code,
      line,
      message: expect.stringMatching(`^Line ${line}: .*\\.$`),
    })
  })

  it('is no UTF-8, and the first bad line is named', () => {
    const refusal = refusalOf(Uint8Array.from([...bytes('Quay\r\nreopens\r\n'), 0xff, 0xfe]))
    expect(refusal).toMatchObject({ code: 'binary', line: 3 })
  })

  it('is over a megabyte, and the line is named where it passes that', () => {
    const long = `Quay\n${'a'.repeat(LARGEST_SOURCE - 5)}`
    expect(parse(long).ok).toBe(true)
    expect(refusalOf(`${long}a`)).toMatchObject({ code: 'too_large', line: 2 })
  })

  it('has more lines than any article', () => {
    const lines = `Quay${'\n'.repeat(MOST_LINES - 1)}`
    expect(parse(lines).ok).toBe(true)
    expect(refusalOf(`${lines}\n`)).toMatchObject({ code: 'too_large', line: MOST_LINES + 1 })
  })
})
