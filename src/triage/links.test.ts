import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findLinks } from './links.ts'

/** [text, what is found as `kind:domain or text`] */
const cases: [string, string[]][] = [
  // Links as a browser would write them.
  ['see https://example.org/a?b=c.', ['link:example.org']],
  ['(http://www.example.org/path)', ['link:example.org']],
  ['https://example.org/a_(b) is long', ['link:example.org']],
  ['HTTPS://EXAMPLE.ORG', ['link:example.org']],
  ['http://sub.deep.example.co.uk/x', ['link:example.co.uk']],
  ['//example.org/x', ['link:example.org']],
  ['two https://example.org and https://example.net', ['link:example.org', 'link:example.net']],
  ['http://user:secret@example.org/', ['link:example.org']],
  ['http://192.168.1.10/login', ['ip:192.168.1.10']],
  ['go to 192.168.1.10:8080/x', ['ip:192.168.1.10:8080/x']],
  ['https://xn--e1afmkfd.xn--p1ai/', ['disguised:xn--e1afmkfd.xn--p1ai']],
  // Without a scheme.
  ['quay-truth.example has it', ['link:quay-truth.example']],
  ['read www.example.org/news today', ['link:example.org']],
  ['bit.ly/3xYz', ['link:bit.ly']],
  ['t.me/quaytalk', ['link:t.me']],
  ['at example.museum.', ['link:example.museum']],
  ['example.org, example.net; example.com!', ['link:example.org', 'link:example.net', 'link:example.com']],
  ['“example.org”', ['link:example.org']],
  ['münchen.de is fine', ['disguised:münchen.de']],
  ['аррӏе.com', ['disguised:аррӏе.com']],
  // Written out.
  ['example dot org', ['disguised:example.org']],
  ['example (dot) org', ['disguised:example.org']],
  ['example[.]org', ['disguised:example.org']],
  ['example[dot]org/path', ['disguised:example.org']],
  ['quay truth dot example', ['disguised:truth.example']],
  ['example . org', ['disguised:example.org']],
  ['example．org', ['disguised:example.org']],
  ['example。org', ['disguised:example.org']],
  ['example {punkt} de', ['disguised:example.de']],
  // Ways to get in touch.
  ['write to a.b@example.org', ['email:example.org']],
  ['mailto:a@example.org', ['email:example.org']],
  ['call +44 20 7946 0958 now', ['phone:+44 20 7946 0958']],
  ['call 020 7946 0958', ['phone:020 7946 0958']],
  ['(020) 7946-0958', ['phone:(020) 7946-0958']],
  ['telegram: @cheap_tiles', ['handle:telegram: @cheap_tiles']],
  ['WhatsApp me on +447700900123', ['handle:WhatsApp me on +447700900123']],
  ['@cheap_tiles on Telegram', ['handle:@cheap_tiles on Telegram']],
  // Prose.
  ['The end.Next the mayor spoke.', []],
  ['It starts at 10.30pm sharp.', []],
  ['e.g. the quay, i.e. the wall', []],
  ['U.S.A. and U.K. agree', []],
  ['It cost 3.14 million', []],
  ['It cost £1,000,000.00 in 2024', []],
  ['from 2019-2024 and 2023-24', []],
  ['on 12.11.2026 and 2026-11-12', []],
  ['the dot com years', []],
  ['a dot com bubble', []],
  ['St.John spoke', []],
  ['Well...that was it', []],
  ['What?No.Yes', []],
  ['version 1.2.3.4.5', []],
  ['12 boats, 40 crates, 7 men', []],
  ['Rule No.4', []],
  ['@marian you are right', []],
  ['I signal to turn left', []],
  ['Signal at 7 was red', []],
  ['a/b testing and/or', []],
  ['10/12/2026', []],
  ['The score was 3-2, 6-4, 7-5', []],
  ['ISBN 978-0-306-40615-7', []],
  ['javascript:alert(1)', []],
  ['data:text/html,hello', []],
]

describe('links and contacts', () => {
  it.each(cases)('%s', (text, expected) => {
    expect(findLinks(text).map((link) => `${link.kind}:${link.domain ?? link.text}`)).toEqual(expected)
  })

  it('are evidence in the raw text: the offsets give the words back', () => {
    for (const [text] of cases)
      for (const link of findLinks(text)) expect(text.slice(link.start, link.end)).toBe(link.text)
  })

  it('lead only to http and https, and never with a name before the @', () => {
    expect(findLinks('https://example.org/a b')[0]?.href).toBe('https://example.org/a')
    expect(findLinks('example.org/a')[0]?.href).toBe('https://example.org/a')
    expect(findLinks('https://paper.example@evil.example/')[0]?.href).toBeNull()
    for (const text of ['ftp://example.org/x', 'javascript://example.org/%0aalert(1)', 'example dot org'])
      for (const link of findLinks(text)) expect(link.href).toBeNull()
  })

  it('never overlap, and stay inside any text whatever', () => {
    const pieces = fc.constantFrom(
      'http://',
      'a',
      '.',
      ' dot ',
      '(',
      'org',
      '@',
      '+44',
      '0',
      ' ',
      '/',
      'www.',
      '：',
      '\ud83d',
      '。',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const text = parts.join('')
        let last = 0
        for (const link of findLinks(text)) {
          expect(link.start).toBeGreaterThanOrEqual(last)
          expect(link.end).toBeGreaterThan(link.start)
          expect(link.end).toBeLessThanOrEqual(text.length)
          last = link.end
        }
      }),
    )
  })

  it('are found in time on text made to be slow', () => {
    for (const piece of ['a.', '1.', '((((', 'dot ', '. ', '@a', 'http:', '+1 ', 'telegram ', 'a-', '０'])
      findLinks(piece.repeat(5_000 / piece.length))
  })
})
