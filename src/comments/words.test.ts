import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText, readEmail, readName, readText } from './words.ts'

describe('the words of a comment', () => {
  it('keep their paragraphs and lose stray space', () => {
    expect(cleanText('  One.\r\n\r\n\r\n\r\nTwo,  \t still two. \n')).toBe('One.\n\nTwo, still two.')
  })

  it.each([
    ['a NUL', 'a\u0000b', 'ab'],
    ['a bidi override', 'user\u202Etxt.exe', 'usertxt.exe'],
    ['zero-width spaces in a word', 'i\u200Bd\u200Bi\u200Bo\u200Bt', 'idiot'],
    ['a run of joiners', 'id\u200D\u200D\u200Diot', 'idiot'],
    ['tag characters', 'hi\u{E0041}\u{E0042}', 'hi'],
    ['a lone surrogate', 'a\uD800b', 'ab'],
    ['a decomposed letter', 'cafe\u0301', 'café'],
    ['a soft hyphen', 'nau\u00ADsea', 'nausea'],
  ])('come without %s', (_, raw, expected) => {
    expect(cleanText(raw).replaceAll('\u200D', '')).toBe(expected)
  })

  it('keep the joiners that a script needs', () => {
    expect(cleanText('می\u200Cخواهم')).toBe('می\u200Cخواهم')
    expect(cleanText('👩\u200D👩\u200D👧')).toBe('👩\u200D👩\u200D👧')
  })

  it('are refused when nothing of them can be seen', () => {
    for (const raw of ['', '  \n ', '\u200B\u200B', '\u3164', '\u0301\u0301'])
      expect(readText(raw)).toMatchObject({ refusal: { code: 'text_missing' } })
  })

  it('are refused with 10,000 marks on one letter, and accepted with three', () => {
    expect(readText(`e${'\u0301'.repeat(4_000)}`)).toMatchObject({ refusal: { code: 'text_has_blots' } })
    expect(readText(`e${'\u0301'.repeat(10_000)}`)).toMatchObject({ ok: false })
    expect(readText('a\u0323\u0302\u0301')).toMatchObject({ ok: true })
  })

  it('may be 5,000 characters and not one more', () => {
    expect(readText('a'.repeat(5_000))).toMatchObject({ ok: true })
    expect(readText('a'.repeat(5_001))).toEqual({
      ok: false,
      refusal: { code: 'text_too_long', length: 5_001, longest: 5_000 },
    })
    expect(readText('😀'.repeat(5_000))).toMatchObject({ ok: true })
  })

  it('are the same after a second cleaning, on any input', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const once = cleanText(raw)
        expect(cleanText(once)).toBe(once)
      }),
    )
  })
})

describe('a name as printed', () => {
  it('stands on one line and is no address', () => {
    expect(readName(' Marian \n Holt ')).toEqual({ ok: true, value: 'Marian Holt' })
    expect(readName('buy at www.example.org')).toMatchObject({ refusal: { code: 'name_has_address' } })
    expect(readName('x'.repeat(61))).toMatchObject({ refusal: { code: 'name_too_long' } })
    expect(readName('\u200F')).toMatchObject({ refusal: { code: 'name_missing' } })
  })
})

describe('an e-mail address', () => {
  it.each([
    'a@b',
    'a b@example.org',
    'a@example.org\nBcc: x@example.org',
    'a@-example.org',
    '<a@example.org>',
    'a@@b.org',
    `${'a'.repeat(250)}@b.org`,
  ])('%j is refused', (raw) => expect(readEmail(raw)).toMatchObject({ refusal: { code: 'email_malformed' } }))

  it('is one address whatever its case', () => {
    expect(readEmail(' Marian.Holt+news@Readers.Example ')).toEqual({
      ok: true,
      value: 'marian.holt+news@readers.example',
    })
  })
})
