import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hostileCases } from '../../test/hostile/cases.ts'
import { rawSpan } from '../triage/reading.ts'
import { readHtml } from './html-text.ts'

it.each([
  ['tags inside a word', 'you id<b>i</b><i class="x">o</i>t', 'you idiot'],
  ['a tag between two words', 'one<p>two<br/>three', 'one two three'],
  ['references', 'f&#117;ck &amp; &lt;b&gt; &eacute;t&#xE9; &nbsp;', 'fuck & <b> été \u00A0'],
  ['a reference decoded once', '&amp;lt;', '&lt;'],
  [
    'a reference that is none',
    '&nosuchthing; AT&T &#0; &#xD800; &#x110000;',
    '&nosuchthing; AT&T \uFFFD \uFFFD \uFFFD',
  ],
  ['what never shows', 'a<!-- you idiot -->b<script>fool</script>c<style>x{}</style>d', 'ab c d'],
  ['a comment without an end', 'a<!-- you idiot', 'a'],
  ['arrows and hearts', 'I <3 you, 1 < 2 > 0', 'I <3 you, 1 < 2 > 0'],
  ['a tag without an end', 'a <b', 'a <b'],
])('reads %s as a reader does', (_, source, text) => {
  expect(readHtml(source).text).toBe(text)
})

it('knows where in the source each letter stands', () => {
  const source = 'You <em>id</em>i&#111;t.'
  const reading = readHtml(source)
  const at = reading.text.indexOf('idiot')
  const { start, end } = rawSpan(reading, at, at + 5)
  expect(source.slice(start, end)).toBe('id</em>i&#111;t')
})

it('never points outside of the source, whatever it is', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '<',
      '>',
      '<b>',
      '</b>',
      '<!--',
      '-->',
      '<script>',
      '</script',
      '&',
      '&amp;',
      '&#',
      ';',
      '"',
      'a',
      ' ',
    ),
    fc.string({ unit: 'binary', maxLength: 4 }),
  )
  const sources = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(sources, (source) => {
      const reading = readHtml(source)
      for (let i = 0; i < reading.text.length; i++) {
        const { start, end } = rawSpan(reading, i, i + 1)
        expect(start >= 0 && start < end && end <= source.length).toBe(true)
      }
    }),
  )
  for (const { text } of hostileCases) expect(() => readHtml(text)).not.toThrow()
})

it.each(['<!--', '<script>', '<script ', '</script ', '<b', '&', '&a', '<style><script>', '<!--<script>'])(
  'twice as much of “%s” takes about twice the time, not four times',
  (piece) => {
    const timeOf = (count: number): number => {
      const source = piece.repeat(count)
      const times = Array.from({ length: 5 }, () => {
        const started = performance.now()
        readHtml(source)
        return performance.now() - started
      })
      return Math.min(...times)
    }
    timeOf(2_000)
    // Quadratic time would be 64 times as long; a busy machine's noise is far from that.
    expect(timeOf(64_000)).toBeLessThan(24 * Math.max(timeOf(8_000), 0.5))
  },
)
