import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytes, fixture, parse } from '../../../test/fixtures/captures/samples.ts'
import type { Capture } from './capture.ts'
import { LARGEST_SOURCE } from './source.ts'

const ferry = fixture('saltmere-ferry')

/** Each code unit of the source belongs to one piece, in order. */
function expectCovered({ source, pieces, discarded }: Capture): void {
  const all = [...pieces, ...discarded].sort((a, b) => a.start - b.start)
  let at = 0
  for (const { start, end } of all) {
    expect(start).toBe(at)
    expect(end).toBeGreaterThan(start)
    at = end
  }
  expect(at).toBe(source.length)
  for (const { start, end, text } of discarded) expect(text).toBe(source.slice(start, end))
}

describe('nothing of a page is lost', () => {
  const line = fc.constantFrom(
    ...ferry.split('\n'),
    ...fixture('urdu-harbour').split('\n'),
    ...[
      'By Nell Ashby',
      '(Photo | AP)',
      'The quay. (Photo | AP)',
      'A+A-',
      'Advertisement',
      'TAGS: a, b',
      'facebook',
    ],
    ...[
      'Published: 14 November',
      '14 November 2026, 21:33',
      'Updated: 3 May 2026 21:33',
      'SALTMERE:',
      ' \u00A0 ',
      '|',
    ],
    ...[
      'news agency PTI and Skerry news agency',
      '\u200BSALT\u200BMERE:\u00A0 \u200B One',
      '(With inputs from PTI)',
    ],
  )
  const joined = (part: fc.Arbitrary<string>) =>
    fc
      .array(fc.tuple(part, fc.constantFrom('\n', '\n\n', '\r\n', '\r', ' ', '  |  ', '\u200B', '\u2028')), {
        maxLength: 40,
      })
      .map((parts) => parts.flat().join(''))

  it('whatever somebody brings, each unit is in one field or discarded with a reason', () => {
    const anything = fc.oneof(
      joined(line),
      joined(fc.string({ unit: 'binary' })),
      joined(fc.oneof(line, fc.string())),
    )
    let read = 0
    fc.assert(
      fc.property(anything, (text) => {
        const parsed = parse(text)
        if (!parsed.ok) return
        read++
        expect(parsed.value.source).toBe(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes(text)))
        expectCovered(parsed.value)
        for (const { why } of parsed.value.discarded) expect(why).not.toBe('')
      }),
      { numRuns: 500 },
    )
    expect(read).toBeGreaterThan(100)
  })

  it('and each page that is read gives every word back', () => {
    fc.assert(
      fc.property(joined(line), (text) => {
        const parsed = parse(text)
        if (!parsed.ok) return
        const { pieces, discarded, source } = parsed.value
        const words = [...pieces, ...discarded]
          .sort((a, b) => a.start - b.start)
          .map(({ start, end }) => source.slice(start, end))
        expect(words.join('')).toBe(source)
      }),
    )
  })
})

describe('a megabyte made to be slow', () => {
  const fill = (part: string) => part.repeat(Math.floor(LARGEST_SOURCE / bytes(part).length))
  const short = (part: string) => `Quay\n${fill(part).slice(0, LARGEST_SOURCE - 400)}`

  it.each([
    ['brackets', fill('(')],
    ['spaces', `${' '.repeat(LARGEST_SOURCE - 1)}a`],
    ['colons', fill(':')],
    ['one word', fill('a')],
    ['line breaks', fill('\n')],
    ['brackets in a story', short('(photo | ')],
    ['capitals with colons', short('SALT MERE: ')],
    ['agencies', short('A B news agency ')],
    [
      'agencies, no two the same',
      `Quay\n${Array.from({ length: 40_000 }, (_, i) => `news agency X${i}`).join('. ')}`,
    ],
    ['the invisible', short('\u200B')],
    ['sentences of policy', `Quay\n\nDisclaimer: ${fill('a. ').slice(0, LARGEST_SOURCE - 400)}`],
    ['short lines', short(`${'ab '.repeat(17)}\n`)],
    ['stamps that cannot be read', short(`Published: 1 ${'updated '.repeat(5)}\n`)],
    ['bars', short(`${'1|'.repeat(140)}\n`)],
    ['networks', short(`${'x '.repeat(25)}\n`)],
    ['bylines', short(`By ${'A '.repeat(24)}\n`)],
  ])('is read or refused within the time of any other test: %s', (_, text) => {
    const parsed = parse(text)
    if (parsed.ok) expectCoveredQuickly(parsed.value)
    else expect(parsed.refusal.message).toMatch(/^Line \d+: /)
  })
})

/** Without a call of expect for each of a hundred thousand pieces. */
function expectCoveredQuickly({ source, pieces, discarded }: Capture): void {
  const all = [...pieces, ...discarded].sort((a, b) => a.start - b.start)
  expect(all.findIndex(({ start }, i) => start !== (all[i - 1]?.end ?? 0))).toBe(-1)
  expect(all.at(-1)?.end).toBe(source.length)
}
