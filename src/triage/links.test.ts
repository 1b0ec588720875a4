import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findLinks } from './links.ts'

/** [text, what is found as `kind:domain`, or `kind:text` where there is no domain] */
const cases: [string, string[]][] = [
  // As a browser would write them.
  ['see https://example.org/a?b=c.', ['link:example.org']],
  ['(http://www.example.org/path)', ['link:example.org']],
  ['https://example.org/a_(b) is long', ['link:example.org']],
  ['HTTPS://EXAMPLE.ORG/A', ['link:example.org']],
  ['http://sub.deep.example.co.uk/x', ['link:example.co.uk']],
  ['//example.org/x', ['link:example.org']],
  ['two https://example.org and https://example.net', ['link:example.org', 'link:example.net']],
  ['https://example.org:8443/x', ['link:example.org']],
  ['<a href="http://example.org">x</a>', ['link:example.org']],
  ['[click](http://example.org)', ['link:example.org']],
  ['ftp://example.org/x', ['link:example.org']],
  ['http://localhost/x', ['link:localhost']],
  ['javascript:alert(1)//http://example.org', ['link:example.org']],
  ['http://example.org#@example.net', ['link:example.org']],
  ['http://example.net\\@example.org', ['link:example.net']],
  ['https://harbour.github.io/x', ['link:harbour.github.io']],
  // By number.
  ['http://192.168.1.10/login', ['ip:192.168.1.10']],
  ['go to 192.168.1.10:8080/x', ['ip:192.168.1.10']],
  ['http://[::1]/x', ['ip:[::1]']],
  ['http://0x7f000001/', ['ip:127.0.0.1']],
  ['http://2130706433/', ['ip:127.0.0.1']],
  // Without a scheme.
  ['quay-truth.example has it', ['link:quay-truth.example']],
  ['read www.example.org/news today', ['link:example.org']],
  ['WWW.EXAMPLE.ORG', ['link:example.org']],
  ['t.me/quaytalk', ['link:t.me']],
  ['at example.museum.', ['link:example.museum']],
  ['example.org, example.net; example.com!', ['link:example.org', 'link:example.net', 'link:example.com']],
  ['“example.org”', ['link:example.org']],
  ['example.org’s page', ['link:example.org']],
  ['an example.org-based firm', ['link:example.org']],
  ['_example.org_', ['link:example.org']],
  ['either/example.org', ['link:example.org']],
  ['...example.org', ['link:example.org']],
  ['example.org:80', ['link:example.org']],
  ['Example.Com', ['link:example.com']],
  ['saltmere.gov.uk', ['link:saltmere.gov.uk']],
  ['lawsuit.press/why', ['link:lawsuit.press']],
  ['htp://example.org', ['link:example.org']],
  // In scripts of their own.
  ['bücher.de', ['link:xn--bcher-kva.de']],
  ['пример.рф', ['link:xn--e1afmkfd.xn--p1ai']],
  ['παράδειγμα.ελ', ['link:xn--hxajbheg2az3al.xn--qxam']],
  ['https://xn--e1afmkfd.xn--p1ai/', ['link:xn--e1afmkfd.xn--p1ai']],
  // Hiding where they lead.
  ['bit.ly/3xYz', ['shortened:bit.ly']],
  ['https://tinyurl.com/abc', ['shortened:tinyurl.com']],
  ['http://paper:secret@example.org/', ['disguised:example.org']],
  ['http://example.org@example.net', ['disguised:example.net']],
  ['аррӏе.com', ['disguised:xn--80ak6aa92e.com']],
  ['xn--80ak6aa92e.com', ['disguised:xn--80ak6aa92e.com']],
  ['http://exаmple.com', ['disguised:xn--exmple-4nf.com']],
  // Written out.
  ['example dot org', ['disguised:example.org']],
  ['EXAMPLE DOT COM', ['disguised:example.com']],
  ['example dot co dot uk', ['disguised:example.co.uk']],
  ['at example d0t com', ['disguised:example.com']],
  ['example (dot) org', ['disguised:example.org']],
  ['example (dot)\norg', ['disguised:example.org']],
  ['example[.]org', ['disguised:example.org']],
  ['example[dot]org/path', ['disguised:example.org']],
  ['example-dot-org', ['disguised:example.org']],
  ['example*dot*org', ['disguised:example.org']],
  ['quay truth dot example', ['disguised:truth.example']],
  ['example {punkt} de', ['disguised:example.de']],
  ['example . org', ['disguised:example.org']],
  ['example.\norg', ['disguised:example.org']],
  ['example .com today', ['disguised:example.com']],
  ['example,com', ['disguised:example.com']],
  ['example•com', ['disguised:example.com']],
  ['visit bit . ly / abc', ['disguised:bit.ly']],
  ['e x a m p l e . o r g', ['disguised:example.org']],
  ['w w w . example . org', ['disguised:example.org']],
  ['www. example. com/watch', ['disguised:example.com']],
  ['hxxp://example.org/x', ['disguised:example.org']],
  ['hxxps://example[.]org', ['disguised:example.org']],
  ['h t t p : / / example . org', ['disguised:example.org']],
  ['https:\\\\example.org', ['disguised:example.org']],
  ['http;//example.org', ['disguised:example.org']],
  ['example%2Eorg', ['disguised:example.org']],
  ['example．org', ['disguised:example.org']],
  ['example。org', ['disguised:example.org']],
  ['ｅｘａｍｐｌｅ.org', ['disguised:example.org']],
  ['𝐞𝐱𝐚𝐦𝐩𝐥𝐞.com', ['disguised:example.com']],
  ['exam\u200bple.org', ['disguised:example.org']],
  ['https://example.org/\u202ecod.exe', ['disguised:example.org']],
  // Ways to get in touch.
  ['write to a.b@example.org', ['email:example.org']],
  ['mailto:a@example.org?subject=x', ['email:example.org']],
  ['joe@lawsuit.press', ['email:lawsuit.press']],
  ['joe(at)example.org', ['email:example.org']],
  ['joe [at] example [dot] org', ['email:example.org']],
  ['call +44 20 7946 0958 now', ['phone:+44 20 7946 0958']],
  ['call 020 7946 0958', ['phone:020 7946 0958']],
  ['(020) 7946-0958', ['phone:(020) 7946-0958']],
  ['07700900123', ['phone:07700900123']],
  ['06 12 34 56 78', ['phone:06 12 34 56 78']],
  ['01.02.03.04.05', ['phone:01.02.03.04.05']],
  ['+1 (555) 010-9999', ['phone:+1 (555) 010-9999']],
  ['555-010-9999', ['phone:555-010-9999']],
  ['ring 555-0199', ['phone:555-0199']],
  ['telegram: @cheap_tiles', ['handle:telegram: @cheap_tiles']],
  ['WhatsApp me on +447700900123', ['handle:WhatsApp me on +447700900123']],
  ['@cheap_tiles on Telegram', ['handle:@cheap_tiles on Telegram']],
  ['skype: cheap.tiles7', ['handle:skype: cheap.tiles7']],
  ['dm me @cheap_tiles', ['handle:dm me @cheap_tiles']],
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
    expect(findLinks('https://example.org/a_(b)) said')[0]?.href).toBe('https://example.org/a_(b)')
    for (const text of [
      'ftp://example.org/x',
      'javascript://example.org@x.example/%0aalert(1)',
      'example dot org',
      'аррӏе.com',
      'https://аррӏе.com/',
      'joe@example.org',
    ])
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

  it('are found in any length of text made to be slow', () => {
    const pieces = [
      'a.',
      '1.',
      '((((',
      'dot ',
      '. ',
      '@a',
      'http://a(',
      'a@b.com ',
      'x.com ',
      '+1 ',
      '1-',
      'a-',
      '０',
    ]
    for (const piece of [
      ...pieces,
      'telegram ',
      'h t t p ',
      '1.1.1.1 ',
      ' . com',
      'https://[',
      '\u200b',
      '。',
    ])
      expect(Array.isArray(findLinks(piece.repeat(100_000 / piece.length)))).toBe(true)
  }, 60_000)
})
