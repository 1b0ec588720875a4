import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cleanLine, cleanText, readName, readText } from '../../src/comments/words.ts'
import { LONGEST_REPORT } from '../../src/desk/report.ts'
import { hostileGroups } from '../hostile/cases.ts'
import { type Story, tellStory } from '../hostile/comment-story.ts'
import { expectBuiltAs, expectHarmless } from '../hostile/expect-page.ts'
import { attribute, elementsOf, type Node, outlineOf, parsePage, select, textOf } from '../hostile/page.ts'
import { TestPaper, type Visitor } from '../support/app.ts'

let paper: TestPaper
let desk: { visitor: Visitor; token: string }
/** How the pages are built when the words are harmless, by the number of paragraphs: that is all a text may change. */
const twins = new Map<number, Map<string, string>>()

const harmless = { text: 'word', name: 'Word', report: 'word', letter: 'word' }
async function outlinesFor(text: string): Promise<Map<string, string>> {
  const paragraphs = text.split('\n\n')
  const known = twins.get(paragraphs.length)
  if (known) return known
  const twin = await tellStory(paper, desk, { ...harmless, text: paragraphs.fill('word').join('\n\n') })
  const outlines = new Map([...twin.pages].map(([title, markup]) => [title, outlineOf(parsePage(markup))]))
  twins.set(paragraphs.length, outlines)
  return outlines
}

const wordsIn = (page: Node, selector: string): string[] => select(page, selector).map(textOf)
const wellFormed = (text: string): string => text.toWellFormed()

describe.each(hostileGroups)('a comment of $kind', ({ cases }) => {
  // A paper for each kind: tables that grow without statistics make each story slower than the one before.
  beforeAll(async () => {
    paper = await TestPaper.open()
    const visitor = await paper.signedIn('asha')
    desk = { visitor, token: await visitor.formToken() }
  })
  afterAll(() => paper.close())

  const sendable = cases.filter(({ text }) => readText(wellFormed(text)).ok)

  it.each(sendable)('$name', async ({ text: raw }) => {
    const text = cleanText(wellFormed(raw))
    const name = readName(wellFormed(raw)).ok ? raw : 'Marian Holt'
    const report = text.length <= LONGEST_REPORT ? raw : 'word'
    const letter = raw.length <= 2_000 ? raw : 'word'
    const outlines = await outlinesFor(text)
    const story = await tellStory(paper, desk, { text: raw, name, report, letter })
    const pages = new Map<string, Node>()
    for (const [title, markup] of story.pages)
      pages.set(title, expectBuiltAs(title, markup, outlines.get(title) ?? ''))
    expect(wordsOfStory(story, pages)).toEqual({
      article: [cleanLine(wellFormed(name)), text],
      card: text,
      receipt: text,
      letter: [cleanText(wellFormed(letter)), text.replace(/^/gm, '> ')],
      report: cleanText(wellFormed(report)),
      tombstones: 1,
    })
  })
})

describe('what a refusal gives back', () => {
  const outlines = new Map<string, string>()
  let test: TestPaper
  const send = async (fields: { text: string; name: string; email: string }): Promise<Node> =>
    parsePage((await test.visitor().post(`/a/${test.articleId}/comments`, fields)).text)
  const wrongField = (page: Node): string =>
    elementsOf(page)
      .filter((element) => attribute(element, 'aria-invalid') === 'true')
      .map((element) => attribute(element, 'id'))
      .join()

  beforeAll(async () => {
    test = await TestPaper.open()
    for (const wrong of ['text', 'name', 'email'])
      outlines.set(
        wrong,
        outlineOf(await send({ text: 'word', name: 'Word', email: 'a@b.example', [wrong]: '' })),
      )
  })
  afterAll(() => test.close())

  it.each(hostileGroups.flatMap(({ cases }) => cases))('$name', async ({ text }) => {
    const page = await send({ text, name: text, email: text })
    expect(outlineOf(page)).toBe(outlines.get(wrongField(page)))
    expectHarmless('form', page)
    // As HTML reads what was typed: one kind of line break, no NUL.
    const typed = text.toWellFormed().replace(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD')
    expect(wordsIn(page, '#text')).toEqual([typed])
    for (const id of ['#name', '#email'])
      expect(select(page, id).map((element) => attribute(element, 'value'))).toEqual([typed])
  })
})

/** The desk's words and the commenter's own, in a letter of refusal. */
const refusal =
  /as you like\.\n\n(.*)\n\nYou may put it.*\n\nYou wrote:\n(.*)\n\n— The Saltmere Courier, the desk\n$/s

/** What the pages say, where the text should stand. */
function wordsOfStory({ commentId }: Story, pages: Map<string, Node>): Record<string, unknown> {
  const page = (title: string): Node => pages.get(title) ?? parsePage('')
  // The time is what links to a comment lead to; the comment is the item of the list around it.
  const comment = select(page('article'), `#c${commentId}`)[0]?.parentNode ?? parsePage('')
  const [quoted = parsePage('')] = select(page('receipt'), 'blockquote.quoted')
  return {
    article: [wordsIn(comment, 'bdi')[0], wordsIn(comment, 'p').join('\n\n')],
    card: wordsIn(page('card'), 'div.text').join(),
    receipt: wordsIn(quoted, 'p').join(),
    letter: refusal.exec(wordsIn(page('letter'), 'p.quoted').join())?.slice(1),
    report: wordsIn(page('desk comment'), 'p.words')[0] ?? '',
    tombstones: select(page('tombstone'), '.gone').length,
  }
}
