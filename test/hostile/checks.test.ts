import { describe, expect, it } from 'vitest'
import { reordering } from './bidi.ts'
import { hostileCases } from './cases.ts'
import { readMail } from './mail.ts'
import { jsonLdOf, outlineOf, parsePage, select, strayAddresses, textOf } from './page.ts'

const page = (body: string) => parsePage(`<!doctype html><title>t</title><body>${body}`)

describe('the corpus', () => {
  it('has its cases by name, each with its own text and a reason', () => {
    expect(hostileCases.length).toBeGreaterThan(180)
    expect(new Set(hostileCases.map(({ name }) => name)).size).toBe(hostileCases.length)
    expect(new Set(hostileCases.map(({ text }) => text)).size).toBe(hostileCases.length)
    expect(hostileCases.filter(({ why }) => why.length < 5)).toEqual([])
  })
})

describe('the outline of a page', () => {
  const outline = (body: string) => outlineOf(page(body))

  it('is the same for other words, for marks around them and for what the checks say', () => {
    const plain = outline('<p class="words">one</p>')
    const link = '<a href="http://b.example/" rel="ugc nofollow noopener">b.example</a>'
    for (const same of ['one two', 'a <span>b.example</span>', link, '<mark class="strong">one</mark>'])
      expect(outline(`<p class="words">${same}</p>`)).toBe(plain)
    expect(outline('<p class="words">one</p><section class="why"><ul><li>x</ul></section>')).toBe(plain)
  })

  it.each([
    ['an element', '<p class="words"><b>one</b></p>'],
    ['an element in a template', '<p class="words">one</p><template><b></b></template>'],
    ['an attribute', '<p class="words" onclick="x">one</p>'],
    ['a link of another kind', '<p class="words"><a href="http://b.example/">one</a></p>'],
    ['an attribute of a mark', '<p class="words"><span id="main">one</span></p>'],
    ['a class', '<p class="words gone">one</p>'],
    ['a comment', '<p class="words">one<!-- --></p>'],
    ['a script', '<p class="words">one</p><script>1</script>'],
    ['another place', '<p class="words"></p>one<p></p>'],
  ])('differs with %s', (_, body) => {
    expect(outline(body)).not.toBe(outline('<p class="words">one</p>'))
  })

  it('differs by what script and style say', () => {
    expect(outline('<style>a</style>')).not.toBe(outline('<style>b</style>'))
    expect(outline('<script>a</script>')).not.toBe(outline('<script>b</script>'))
  })
})

it('finds elements and their words', () => {
  const found = select(page('<p class="a gone">one <b id="x">two</b></p><p>three</p>'), 'p.gone')
  expect(found.map(textOf)).toEqual(['one two'])
  expect(select(page('<b id="x">two</b>'), '#x').map(textOf)).toEqual(['two'])
})

it('finds addresses that lead where they may not', () => {
  const base = 'http://localhost:4000/a/1'
  const stray = (body: string) => strayAddresses(page(body), base)
  expect(
    stray('<a href="/a/1"></a><a href="https://x.example/?a">x</a><a href="mailto:?subject=x"></a>'),
  ).toEqual([])
  expect(stray('<img src="/photos/1.jpg"><form action="/a/1/comments"></form>')).toEqual([])
  for (const one of [
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" java\nscript:alert(1)">x</a>',
    '<a href="https://courier.example@evil.example/">x</a>',
    '<a href="data:text/html,x">x</a>',
    '<img src="//evil.example/x.gif">',
    '<form action="https://evil.example/"></form>',
    '<button formaction="https://evil.example/">x</button>',
  ])
    expect(stray(one)).toHaveLength(1)
})

it('reads what a page says to search engines, and throws where that is no JSON', () => {
  const script = (json: string) => page(`<script type="application/ld+json">${json}</script>`)
  expect(jsonLdOf(script('{"a":"\\u003cb>"}'))).toEqual([{ a: '<b>' }])
  expect(() => jsonLdOf(script('{"a":"</script>"}'))).toThrow()
})

describe('what reorders its neighbours', () => {
  it.each([
    ['a number behind a right-to-left name', '<p><b>דניאל</b> <time>24 Nov</time></p>'],
    ['a number behind its bracket', '<p><b>דניאל</b> (24)</p>'],
    ['another such name', '<p><b>דניאל</b>, <b>ליאור</b></p>'],
    ['an override', '<p><b>a\u202Eb</b> x</p>'],
    ['a mark of direction in a section with a direction', '<section dir="ltr"><p>a\u200F 24</p></section>'],
    ['an override before our own words', '<title>a\u202Eb – The Courier</title>'],
    ['such a name within an isolate', '<p><bdi><b>דניאל</b> 24</bdi></p>'],
  ])('%s is found', (_, body) => {
    expect(reordering(page(body))).not.toEqual([])
  })

  it.each([
    ['an isolated name', '<p><b><bdi>דניאל</bdi></b> 24 Nov</p>'],
    ['a name with a direction of its own', '<p><b dir="auto">דניאל</b> 24 Nov</p>'],
    ['a name before left-to-right letters', '<p><b>דניאל</b> wrote 24 words</p>'],
    ['a name at the end of its line', '<p>in reply to דניאל</p><p>24 Nov</p>'],
    ['a control where one text stands alone', '<p dir="auto">a\u202Eb</p><textarea>a\u202Eb</textarea> 24'],
    ['a script', '<script>"דניאל", 24, "\u202E"</script>'],
    ['a number of its own', '<p><b>דניאל 24</b> wrote</p>'],
    ['left-to-right letters', '<p><b>Marian</b> 24 Nov</p>'],
  ])('%s is not', (_, body) => {
    expect(reordering(page(body))).toEqual([])
  })
})

describe('a letter', () => {
  const mail = (head: string, body = '') => readMail(`${head}\r\n\r\n${body}`)

  it('is read with its headers unfolded and its words decoded', () => {
    expect(
      mail('Subject: =?utf-8?q?a_=E2=80=9Cb?=\r\n =?UTF-8?B?4oCd?= c\r\nTo: a@b.example').headers,
    ).toEqual([
      ['subject', '=?utf-8?q?a_=E2=80=9Cb?= =?UTF-8?B?4oCd?= c'],
      ['to', 'a@b.example'],
    ])
    expect(mail('Subject: =?utf-8?q?a_=E2=80=9Cb?=\r\n =?UTF-8?B?4oCd?= c').subject).toBe('a “b” c')
  })

  it.each([
    ['quoted-printable', 'a=E2=80=9Cb=\r\nc=3D', 'a“bc='],
    ['base64', 'YeKAnGI=', 'a“b'],
    ['7bit', 'a\r\nb', 'a\nb'],
  ])('in %s is decoded', (encoding, body, text) => {
    expect(mail(`Content-Transfer-Encoding: ${encoding}`, body).body).toBe(text)
  })

  it.each(['no header', 'Subject: a\nBcc: b', 'Subject: a\rb', 'Sub ject: a', 'Subject: ü'])(
    'whose head is %j is refused',
    (head) => {
      expect(() => mail(head)).toThrow('no header')
    },
  )
})
