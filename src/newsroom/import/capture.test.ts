import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Capture, parseCapture } from './capture.ts'
import { captureReport, draftFromCapture } from './capture-report.ts'
import { LARGEST_SOURCE, MOST_LINES } from './source.ts'

const fixture = (name: string): string =>
  readFileSync(new URL(`../../../test/fixtures/captures/${name}.txt`, import.meta.url), 'utf8')
const ferry = fixture('saltmere-ferry')
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const parse = (text: string, zone = 'Europe/London') => parseCapture(bytes(text), { zone })

function read(text: string, zone?: string): Capture {
  const parsed = parse(text, zone)
  if (!parsed.ok) throw new Error(parsed.refusal.message)
  return parsed.value
}
function refusalOf(input: string | Uint8Array) {
  const parsed = parseCapture(typeof input === 'string' ? bytes(input) : input, { zone: 'Europe/London' })
  if (parsed.ok) throw new Error('It was not refused.')
  return parsed.refusal
}
const warningsOf = (capture: Capture): string => captureReport(capture).warnings.join('\n')
const paragraphsOf = (capture: Capture): string[] => capture.paragraphs.map(({ value }) => value)

/** A page with only the parts that a case is about. */
const stamp = 'Published: 14 November 2026 09:33 PM'
const page = (over: { head?: string; stamp?: string; below?: string; story?: string; end?: string }) =>
  [
    over.head ?? 'Quay reopens\n\nCrews ask who pays',
    over.stamp ?? stamp,
    over.below,
    over.story ?? 'The board voted on it.',
    over.end,
  ]
    .filter((part) => part !== undefined)
    .join('\n\n')

describe('a saved page', () => {
  const capture = read(ferry)

  it('comes apart into every field it shows', () => {
    const { paragraphs, policy, spans: _, discarded: __, ...rest } = captureReport(capture)
    expect(rest).toEqual({
      headline: "Saltmere ferry to run through the winter 'if the ice allows'",
      standfirst:
        'The harbour board has kept the crossing open on weekdays since the swing bridge was closed to lorries in October.',
      publishedAt: '2026-11-14T21:33:00+00:00',
      updatedAt: '2026-11-15T07:05:00+00:00',
      photo: {
        caption:
          'The ferry Marguerite at the east quay, left, and the pilot boat that breaks the ice before her.',
        credit: 'Northwire',
      },
      dateline: 'SALTMERE',
      byline: null,
      sources: ['Skerry'],
      share: ['flipboard', 'facebook', 'twitter', 'whatsapp'],
      warnings: [],
    })
    expect(paragraphs).toHaveLength(11)
    expect(paragraphs[0]).toMatch(/^The town's only ferry will keep sailing .* wall to wall\.$/)
    expect(policy).toHaveLength(9)
    expect(policy[2]).toBe('All comments are moderated by the editorial.')
  })

  it('reports exactly the fields of the contract', () => {
    const names =
      'headline standfirst publishedAt updatedAt photo dateline byline paragraphs sources share policy warnings spans discarded'
    expect(Object.keys(captureReport(capture))).toEqual(names.split(' '))
  })

  it('becomes a draft with the same words', () => {
    expect(draftFromCapture(capture)).toMatchObject({
      headline: capture.headline.value,
      byline: '',
      dateline: 'SALTMERE',
      language: 'en',
      sources: ['Skerry'],
      photo: { credit: 'Northwire' },
      publishedAt: new Date('2026-11-14T21:33:00Z'),
      updatedAt: new Date('2026-11-15T07:05:00Z'),
    })
    expect(draftFromCapture(capture).blocks).toEqual(
      paragraphsOf(capture).map((text) => ({ kind: 'paragraph', text })),
    )
  })

  it('says of each field where it stood and how sure it is', () => {
    const said = captureReport(capture).spans.map(({ field, start, end, confidence }) => [
      field,
      ferry.slice(start, end).slice(0, 22),
      confidence,
    ])
    expect(said.slice(0, 8)).toEqual([
      ['headline', 'Saltmere ferry to run ', 0.95],
      ['standfirst', 'The harbour board has ', 0.9],
      ['publishedAt', 'Published: 14th Novemb', 0.97],
      ['updatedAt', 'Last Updated: 15th Nov', 0.97],
      ['photo.caption', 'The ferry Marguerite a', 0.95],
      ['photo.credit', '(Photo | Northwire)', 0.95],
      ['dateline', 'SALTMERE:', 0.9],
      ['paragraphs', "The town's only ferry ", 0.95],
    ])
    const [source] = capture.sources
    expect(source?.spans.map(({ start, end }) => ferry.slice(start, end))).toEqual(['Skerry'])
  })

  it('leaves out the text-size control, and says what it was', () => {
    expect(capture.discarded.filter(({ why }) => why !== 'space' && why !== 'separators')).toEqual([
      {
        start: ferry.indexOf('A+A-'),
        end: ferry.indexOf('A+A-') + 4,
        text: 'A+A-',
        why: 'text-size control',
      },
    ])
  })

  it('keeps a warning in the story, a bracket with a year and "Updated" in prose as paragraphs', () => {
    expect(
      paragraphsOf(capture).filter((text) => /^(?:WARNING|Updated)|\(in 2025\)/.test(text)),
    ).toHaveLength(3)
  })

  it('keeps a quotation over several lines as the paragraphs it was set in', () => {
    expect(
      paragraphsOf(capture)
        .slice(-3)
        .map((text) => text.split(' ', 2).join(' ')),
    ).toEqual(['"They ask', 'We look', 'But whoever'])
  })

  it('is read in the zone of its paper', () => {
    expect(read(ferry, 'Asia/Kolkata').publishedAt.value).toBe('2026-11-14T21:33:00+05:30')
  })
})

describe('a page from right to left', () => {
  it.each([
    ['urdu-harbour', 'ur', '2026-11-14T21:33:00+00:00', 'سالٹ میئر', 'نارتھ وائر', 3, ['نارتھ']],
    ['arabic-library', 'ar', '2026-07-30T21:33:00+01:00', 'سولتمير', 'نورثواير', 2, ['نورثواير']],
    ['hebrew-bakery', 'he', '2026-07-30T21:33:00+01:00', 'סולטמיר', "נורת'ווייר", 2, ['נורתווייר']],
  ])('parses: %s', (name, language, publishedAt, dateline, credit, length, sources) => {
    const capture = read(fixture(name))
    expect(capture).toMatchObject({ language, direction: 'rtl' })
    expect(captureReport(capture)).toMatchObject({ publishedAt, dateline, photo: { credit }, sources })
    expect(capture.paragraphs).toHaveLength(length)
    expect(capture.policy.value).toHaveLength(2)
    expect(warningsOf(capture)).toMatch(/no place/)
  })

  it('reads stamps through the marks of direction that such pages carry', () => {
    const marked = fixture('urdu-harbour').replace('14 نومبر', '\u200f14\u200f نومبر')
    expect(read(marked).publishedAt.value).toBe('2026-11-14T21:33:00+00:00')
  })
})

describe('what a machine did to the text', () => {
  const plain = captureReport(read(ferry))

  it.each([
    ['line breaks of another system', ferry.replaceAll('\n', '\r\n')],
    ['line breaks of an old one', ferry.replaceAll('\n', '\r')],
    ['a byte order mark', `\uFEFF${ferry}`],
    ['spaces that do not break', ferry.replaceAll(' ', '\u00A0')],
    ['zero-width spaces and soft hyphens', ferry.replaceAll('e', '\u200Be\u00AD')],
    ['tabs before every line', ferry.replace(/^/gm, '\t  ')],
  ])('changes no field: %s', (_, text) => {
    const { spans, discarded: _discarded, ...report } = captureReport(read(text))
    const { spans: plainSpans, discarded: _plainly, ...expected } = plain
    expect(report).toEqual(expected)
    expect(spans.map(({ field }) => field)).toEqual(plainSpans.map(({ field }) => field))
  })

  it('keeps the spans in the text as it came', () => {
    const text = ferry.replaceAll('e', '\u200Be').replaceAll(' ', ' \u00A0').replaceAll('\n', '\r\n')
    const { dateline, credit, sources } = read(text)
    const raw = [dateline, credit, ...sources].flatMap((field) =>
      field.spans.map(({ start, end }) => text.slice(start, end)),
    )
    expect(raw).toEqual(['SALTMERE:', '(Photo \u00A0| \u00A0Northwir\u200Be)', 'Sk\u200Berry'])
  })
})

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

describe('the head of a page', () => {
  it('may end its headline in a colon', () => {
    const capture = read(page({ head: 'SALTMERE DECIDES:\n\nThe quay reopens', story: 'The board voted.' }))
    expect(capture).toMatchObject({ headline: { value: 'SALTMERE DECIDES:' }, dateline: { value: null } })
  })

  it('may hold a byline', () => {
    const capture = read(page({ head: 'Quay reopens\n\nBy spring\n\nBy Nell Ashby' }))
    expect(capture).toMatchObject({ standfirst: { value: 'By spring' }, byline: { value: 'Nell Ashby' } })
  })

  it('may begin with the name of a section, which is left out and said', () => {
    const capture = read(page({ head: 'Harbour\n\nThe quay reopens in spring\n\nCrews ask who pays' }))
    expect(capture).toMatchObject({
      headline: { value: 'The quay reopens in spring' },
      standfirst: { value: 'Crews ask who pays' },
    })
    expect(warningsOf(capture)).toMatch(/^Line 1: “Harbour” is taken as the name of a section/m)
  })

  it('gives all lines to the standfirst, and says that it is unsure', () => {
    const capture = read(page({ head: 'Quay reopens\nCrews ask who pays\nThe board is silent' }))
    expect(capture.standfirst).toMatchObject({
      value: 'Crews ask who pays The board is silent',
      confidence: 0.5,
    })
    expect(warningsOf(capture)).toMatch(/2 lines stand between headline and stamp/)
  })
})

describe('the photo and the story', () => {
  it('keeps a caption without a credit, and says that it cannot be published so', () => {
    const capture = read(page({ below: 'The quay at dusk', story: 'SALTMERE: The board voted.' }))
    expect(capture).toMatchObject({ caption: { value: 'The quay at dusk' }, credit: { value: null } })
    expect(warningsOf(capture)).toMatch(/caption but no credit/)
  })

  it('reads a credit on a line of its own', () => {
    const capture = read(page({ below: 'The quay at dusk\n(Photo | AP)' }))
    expect(capture).toMatchObject({ caption: { value: 'The quay at dusk' }, credit: { value: 'AP' } })
    expect(paragraphsOf(capture)).toEqual(['The board voted on it.'])
  })

  it('leaves out the caption of a second photo, and says so', () => {
    const capture = read(
      page({ below: 'The quay. (Photo | AP)', story: 'One.\n\nThe hall. (Photo | AFP)\n\nTwo.' }),
    )
    expect(paragraphsOf(capture)).toEqual(['One.', 'Two.'])
    expect(warningsOf(capture)).toMatch(/caption of a further picture/)
  })

  it('takes "The board met (in 2019)" for no photo', () => {
    expect(read(page({ story: 'The board met (in 2019)' }))).toMatchObject({
      credit: { value: null },
      paragraphs: [{ value: 'The board met (in 2019)' }],
    })
  })

  it('reads a dateline in the first paragraph only', () => {
    const capture = read(page({ story: 'SALTMERE: One.\n\nSKERRY: Two.' }))
    expect(paragraphsOf(capture)).toEqual(['One.', 'SKERRY: Two.'])
  })

  it('takes the agency from the dateline', () => {
    const capture = read(page({ story: 'SALTMERE (Northwire) — One.' }))
    expect(capture).toMatchObject({ dateline: { value: 'SALTMERE' }, agency: { value: 'Northwire' } })
    expect(captureReport(capture).byline).toBe('Northwire')
  })

  it('takes a share row only when the whole line is known names', () => {
    const capture = read(page({ story: 'Facebook Twitter and the law\n\nTwo.', end: 'facebook\ntwitter' }))
    expect(paragraphsOf(capture)).toEqual(['Facebook Twitter and the law', 'Two.'])
    expect(capture.share.value).toEqual(['facebook', 'twitter'])
  })

  it('goes on below a share row above the story', () => {
    const capture = read(page({ below: 'facebook twitter', story: 'One.\n\nTwo.\n\nThree.' }))
    expect(paragraphsOf(capture)).toEqual(['One.', 'Two.', 'Three.'])
    expect(capture.share.value).toEqual(['facebook', 'twitter'])
  })

  it('leaves out what follows the end of the page, and says which lines', () => {
    const capture = read(page({ end: 'Disclaimer: Be kind.\n\nfacebook twitter\n\nMore news\nThe hall' }))
    expect(warningsOf(capture)).toMatch(/^Lines 13 to 14 stand after the end of the page/m)
    expect(capture.policy.value).toEqual(['Be kind.'])
  })

  it('may be missing, which is said', () => {
    expect(warningsOf(read('Quay reopens'))).toMatch(/No paragraph of a story/)
  })
})

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
