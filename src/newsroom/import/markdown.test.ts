import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type MarkdownArticle, parseMarkdownArticle } from './markdown.ts'
import { LARGEST_SOURCE, MOST_LINES } from './source.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const parse = (text: string) => parseMarkdownArticle(bytes(text), { zone: 'Europe/London' })

function read(text: string): MarkdownArticle {
  const parsed = parse(text)
  if (!parsed.ok) throw new Error(parsed.refusal.message)
  return parsed.value
}
function refusalOf(input: string | Uint8Array) {
  const parsed = parseMarkdownArticle(typeof input === 'string' ? bytes(input) : input, {
    zone: 'Europe/London',
  })
  if (parsed.ok) throw new Error('It was not refused.')
  return parsed.refusal
}
const titled = (body: string) => `---\ntitle: Quay reopens\ndate: 2026-07-14 21:33\n---\n${body}`

const whole = `---
title: "Quay reopens: crews ask who pays"
description: >
  The wall will bear lorries
  again.
date: 2026-11-14 21:33
updated: 2026-11-15T07:05:00Z
author: [Nell Ashby, Jonas Weir]
agency: Northwire
dateline: SALTMERE
section: harbour
lang: en-GB
caption: The quay at dusk
credit: Ines Okoro
alt: Two boats at a wall
sources: [Skerry, Havn]
tags: [quay, ice]
---

The board voted
on Saturday.

## What it costs

> Nobody asked us.
>
> Nobody will.
> — Ada Penrose

It was late.
`

describe('an article in Markdown', () => {
  it('becomes a draft with every field of its front matter', () => {
    const { draft, section, alt } = read(whole)
    expect(draft).toEqual({
      headline: 'Quay reopens: crews ask who pays',
      standfirst: 'The wall will bear lorries again.',
      byline: 'Nell Ashby, Jonas Weir',
      agency: 'Northwire',
      dateline: 'SALTMERE',
      language: 'en-GB',
      blocks: [
        { kind: 'paragraph', text: 'The board voted on Saturday.' },
        { kind: 'subhead', text: 'What it costs' },
        { kind: 'quote', text: 'Nobody asked us.' },
        { kind: 'quote', text: 'Nobody will.', speaker: 'Ada Penrose' },
        { kind: 'paragraph', text: 'It was late.' },
      ],
      sources: ['Skerry', 'Havn'],
      photo: { caption: 'The quay at dusk', credit: 'Ines Okoro' },
      publishedAt: new Date('2026-11-14T21:33:00Z'),
      updatedAt: new Date('2026-11-15T07:05:00Z'),
    })
    expect({ section, alt }).toEqual({ section: 'harbour', alt: 'Two boats at a wall' })
  })

  it('reports what the front matter says and an article has no place for', () => {
    const { unused, warnings } = read(whole)
    expect(unused).toEqual([{ key: 'tags', value: '[quay, ice]', line: 17 }])
    expect(warnings).toEqual(['Line 17: “tags” is not used: [quay, ice]'])
  })

  it('reports a second name for a field, and a value that is no text', () => {
    const { draft, unused } = read('---\ntitle: One\nheadline: Two\nauthor:\n  name: Nell\n---\nText.')
    expect(draft).toMatchObject({ headline: 'One', byline: '' })
    expect(unused).toEqual([
      { key: 'headline', value: 'Two', line: 3 },
      { key: 'author', value: 'name: Nell', line: 4 },
    ])
  })

  it('keeps a number, a no and a date as they were written', () => {
    expect(read('---\ntitle: 2026\nbyline: no\n---\nText.').draft).toMatchObject({
      headline: '2026',
      byline: 'no',
    })
  })

  it('needs no front matter when a heading begins it', () => {
    const { draft, warnings } = read('# Quay *reopens*\n\nThe board voted.')
    expect(draft).toMatchObject({
      headline: 'Quay reopens',
      blocks: [{ kind: 'paragraph', text: 'The board voted.' }],
    })
    expect(warnings).toContain('There is no time of publication: publishing will set it.')
  })

  it('says its title once when the heading repeats it, and keeps a heading that differs', () => {
    expect(read(titled('# Quay reopens\n\nText.')).draft.blocks).toEqual([
      { kind: 'paragraph', text: 'Text.' },
    ])
    expect(read(titled('# By spring\n\nText.')).draft.blocks[0]).toEqual({
      kind: 'subhead',
      text: 'By spring',
    })
  })

  it('reads with a byte order mark and the line ends of another system, lines counted alike', () => {
    const strange = `\uFEFF${whole.replaceAll('\n', '\r\n')}`
    expect(read(strange)).toEqual(read(whole))
  })

  it('guesses a language by its script where none is named', () => {
    expect(read('# سالٹ میئر\n\nبندرگاہ کے بورڈ نے فیصلہ کیا ہے۔').draft.language).toBe('ur')
  })
})

describe('what the blocks of an article cannot hold', () => {
  const warned = (body: string) => {
    const { draft, warnings } = read(titled(body))
    return { texts: draft.blocks.map(({ text }) => text), warnings }
  }

  it.each([
    [
      'a picture',
      'One.\n\n![Two boats](https://pictures.example/a.jpg)',
      ['One.', 'Two boats'],
      /^Line 7: a picture is left out/,
    ],
    [
      'a link',
      'See [the plan](https://board.example/plan).',
      ['See the plan.'],
      /^Line 5: a link .* https:\/\/board\.example\/plan\.$/,
    ],
    [
      'a link by reference',
      'See [the plan][p].\n\n[p]: https://board.example',
      ['See the plan.'],
      /^Line 7: the address https:\/\/board\.example is left out/,
    ],
    ['a list', '- One\n- Two\n  - Three\n', ['• One', '• Two', '• Three'], /^Line 5: a list/],
    ['a numbered list', '3. One\n4. Two\n', ['3. One', '4. Two'], /^Line 5: a list/],
    [
      'a table',
      '| Year | Boats |\n|---|--:|\n| 2025 | 41 |',
      ['Year | Boats', '2025 | 41'],
      /^Line 5: a table/,
    ],
    ['code', '```\nlet a = 1\n```', ['let a = 1'], /^Line 5: a block of code/],
    ['markup', '<div class="x">Hello <b>you</b></div>', ['Hello you'], /^Line 5: markup is taken off/],
    ['markup in a line', 'Hello <b>you</b>.', ['Hello you.'], /^Line 5: markup is taken off/],
    ['a script', '<script>alert(1)</script>\n\nText.', ['Text.'], /^Line 5: markup is left out: <script>/],
    ['a remark', '<!-- for Nell -->\n\nText.', ['Text.'], /^Line 5: markup is left out: <!-- for Nell -->/],
    [
      'emphasis',
      'So *very* late.\n\nSo **late**.',
      ['So very late.', 'So late.'],
      /^Line 5: emphasis is not kept/,
    ],
    ['a rule', 'One.\n\n***\n\nTwo.', ['One.', 'Two.'], /^Line 7: a rule/],
    ['code in a quotation', '> One.\n>\n>     two', ['One.', 'two'], /^Line 7: code in a quotation/],
  ])('keeps its words and is named with its line: %s', (_, body, texts, warning) => {
    const found = warned(body)
    expect(found.texts).toEqual(texts)
    expect(found.warnings).toContainEqual(expect.stringMatching(warning))
  })

  it('says that emphasis is lost once, not at every word', () => {
    expect(warned('*a* *b* **c**\n\n*d*').warnings).toHaveLength(1)
  })

  it('loses no word of any text without marks', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/)
    const paragraph = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 12 }), (paragraphs) => {
        const { draft } = read(titled(paragraphs.join('\n\n')))
        expect(draft.blocks).toEqual(paragraphs.map((text) => ({ kind: 'paragraph', text })))
      }),
    )
  })

  it('never makes up a letter, whatever is brought', () => {
    const letters = (text: string) => new Set(text.match(/[\p{L}\p{N}]/gu))
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab *_`[]()<>!#-|&\\\n\n"1.') }), (body) => {
        const parsed = parse(titled(body))
        if (!parsed.ok) return
        const source = letters(body)
        for (const { text } of parsed.value.draft.blocks)
          for (const letter of letters(text)) expect(source).toContain(letter)
      }),
      { numRuns: 300 },
    )
  })
})

describe('the dates of an article in Markdown', () => {
  const dates = (front: string) => {
    const { draft, warnings } = read(`---\ntitle: Quay\n${front}\n---\nText.`)
    return { at: draft.publishedAt?.toISOString(), updated: draft.updatedAt?.toISOString(), warnings }
  }

  it.each([
    ['date: 2026-07-14T21:33:00+05:30', '2026-07-14T16:03:00.000Z'],
    ['date: 2026-07-14 21:33:05 +0530', '2026-07-14T16:03:05.000Z'],
    ['date: 2026-07-14T21:33:00.000Z', '2026-07-14T21:33:00.000Z'],
    ['date: 14 July 2026, 9.33 pm', '2026-07-14T20:33:00.000Z'],
    ['published: "2026-07-14 21:33"', '2026-07-14T20:33:00.000Z'],
  ])('are read: %s', (front, at) => {
    expect(dates(front).at).toBe(at)
  })

  it('begin at midnight in the zone of the paper where no time is named, which is said', () => {
    const { at, warnings } = dates('date: 2026-07-14')
    expect(at).toBe('2026-07-13T23:00:00.000Z')
    expect(warnings).toContain('Line 3: “2026-07-14” has no time of day; midnight in Europe/London is taken.')
  })

  it('are left out and said where they cannot be read', () => {
    const { at, warnings } = dates('date: last Tuesday')
    expect(at).toBeUndefined()
    expect(warnings).toContain('Line 3: “last Tuesday” is no date that can be read; it is left out.')
  })

  it('warn where the update is earlier', () => {
    expect(dates('date: 2026-07-14 21:33\nupdated: 2026-07-13 21:33').warnings).toContain(
      'The last update is earlier than the publication.',
    )
  })
})

describe('an article in Markdown that is refused', () => {
  it.each([
    ['nothing', ' \n', 'empty', 1],
    ['a NUL', 'a\n\0', 'binary', 2],
    ['31 June', '---\ntitle: Quay\ndate: 2026-06-31 10:00\n---\nText.', 'bad_date', 3],
    ['31 June without a time', '---\ntitle: Quay\nupdated: 31 June 2026\n---\nText.', 'bad_date', 3],
    ['13.05 PM', '---\ntitle: Quay\ndate: 30 June 2026 13.05 PM\n---\nText.', 'bad_time', 3],
    ['no title', 'Only a paragraph.', 'no_headline', 1],
    ['a title without a letter', '---\n\ntitle: "…"\n---\nText.', 'no_headline', 3],
    ['a title of a thousand letters', `---\ntitle: ${'a'.repeat(1000)}\n---\nText.`, 'no_headline', 2],
    ['front matter without an end', '---\ntitle: Quay\n\nText.', 'bad_front_matter', 1],
    ['front matter that is no YAML', '---\ntitle: Quay\nalt: "open\n---\nText.', 'bad_front_matter', 4],
    ['a name twice', '---\ntitle: Quay\ntitle: Quay\n---\nText.', 'bad_front_matter', 3],
    ['front matter that is a list', '---\n- title\n---\nText.', 'bad_front_matter', 2],
    [
      'a book of front matter',
      `---\ntitle: Quay\nalt: ${'a'.repeat(20_000)}\n---\nText.`,
      'bad_front_matter',
      1,
    ],
    ['two articles', `${whole}\n${whole}`, 'several_captures', 32],
    ['a thousand quotations in each other', `# Quay\n\n${'>'.repeat(1000)} a`, 'too_deep', 3],
    ['a thousand brackets', `# Quay\n\nText.\n\n${'['.repeat(1000)}`, 'too_deep', 5],
    [
      'a quotation that goes on for a thousand lines',
      `# Quay\n\n> a\n${'a\n'.repeat(1100)}`,
      'too_deep',
      1003,
    ],
    ['a thousand lists in lists', `# Quay\n\n${'- a\n\n  - b\n\n'.repeat(1100)}`, 'too_deep', 4005],
    ['marks in every line', `# Quay\n\n${`${'*a* '.repeat(200)}\n\n`.repeat(60)}`, 'too_deep', 103],
  ])('names the line: %s', (_, text, code, line) => {
    expect(refusalOf(text)).toMatchObject({ code, line, message: expect.stringMatching(`^Line ${line}: `) })
  })

  it('is no UTF-8, over a megabyte, or longer than any article in lines', () => {
    expect(refusalOf(Uint8Array.from([0x23, 0x20, 0x0a, 0xc3]))).toMatchObject({ code: 'binary', line: 2 })
    expect(refusalOf('a'.repeat(LARGEST_SOURCE + 1))).toMatchObject({ code: 'too_large', line: 1 })
    expect(refusalOf(`# a${'\n'.repeat(MOST_LINES)}`)).toMatchObject({
      code: 'too_large',
      line: MOST_LINES + 1,
    })
  })

  it('lets no alias multiply', () => {
    const { unused } = read('---\ntitle: Quay\nalt: &a [x, x]\nsources: [*a, *a]\n---\nText.')
    expect(unused).toEqual([{ key: 'sources', value: '[*a, *a]', line: 4 }])
  })
})
