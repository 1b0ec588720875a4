import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { html, jsonForScript, listed, trusted } from './html.ts'

describe('a template', () => {
  it('prints a reader’s markup as text', () => {
    expect(html`<p>${'<script>alert("1")</script>'}</p>`.markup).toBe(
      '<p>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;</p>',
    )
  })

  it('keeps what it made itself, in lists too, and prints nothing for nothing', () => {
    const items = ['a', 'b'].map((name) => html`<li>${name}</li>`)
    expect(html`<ol>${items}</ol>${null}${undefined}${false}${0}`.markup).toBe(
      '<ol><li>a</li><li>b</li></ol>0',
    )
    expect(html`${trusted('<br>')}`.markup).toBe('<br>')
  })

  it('lets no text close its attribute or open an element', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const value = html`<a title="${text}">`.markup.slice('<a title="'.length, -'">'.length)
        expect(value).not.toMatch(/[<>"']/)
      }),
    )
  })
})

describe('JSON in a script element', () => {
  it('reads back as it was and holds no character that could end the element', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (value, text) => {
        const markup = jsonForScript([value, `</script><!--${text}`]).markup
        expect(markup).not.toMatch(/[<>&\u2028\u2029]/)
        expect(JSON.stringify(JSON.parse(markup))).toBe(JSON.stringify([value, `</script><!--${text}`]))
      }),
    )
  })
})

it('lists names with a comma between, each isolated', () => {
  expect(html`${listed(['A & B', 'דניאל'])}`.markup).toBe('<bdi>A &amp; B</bdi>, <bdi>דניאל</bdi>')
  expect(html`${listed([])}`.markup).toBe('')
})
