import { describe, expect, it } from 'vitest'
import { fixture, page, paragraphsOf, read, warningsOf } from '../../../test/fixtures/captures/samples.ts'
import { captureReport, draftFromCapture } from './capture-report.ts'

const ferry = fixture('saltmere-ferry')

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
