import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseXml } from '../../test/support/xml.ts'
import { element, xmlDocument, xmlText } from './xml.ts'

const anyText = fc.string({
  unit: fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }),
    fc.constantFrom(
      '<',
      '&',
      '"',
      "'",
      ']]>',
      '\r',
      '\n',
      '\t',
      '\u0000',
      '\u0085',
      '\u2028',
      '\u2029',
      '\uD800',
      '&amp;',
    ),
  ),
})

describe('an XML document', () => {
  it('gives back every text that XML can hold, as text and as attribute', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { documentElement } = parseXml(xmlDocument('r', {}, [element('a', { b: text }, text)]))
        const a = documentElement?.getElementsByTagName('a')[0]
        expect(a?.textContent).toBe(xmlText(text))
        expect(a?.getAttribute('b')).toBe(xmlText(text))
      }),
      { numRuns: 500 },
    )
  })

  it('loses nothing but what XML 1.0 forbids', () => {
    expect(xmlText('a\u0000\u0008\u000B\u001F\uFFFE\uFFFFb\t\r\n\u0085\u{1F5DE}')).toBe(
      'ab\t\r\n\u0085\u{1F5DE}',
    )
    expect(xmlText('half \uD83D a character')).toBe('half \uFFFD a character')
  })

  it('cannot be left by a text that ends a section of character data', () => {
    expect(element('a', {}, ']]><b/>').markup).toBe('<a>]]&gt;&lt;b/&gt;</a>')
  })

  it('leaves out attributes and children without a value', () => {
    expect(element('a', { b: null, c: undefined, d: 0 }, null, false, undefined, 0).markup).toBe(
      '<a d="0">0</a>',
    )
  })
})
