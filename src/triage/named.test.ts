import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MOST_NAMED, type NamingText, namedIn } from './named.ts'

const article = (over: Partial<NamingText>): NamingText => ({
  language: 'en-GB',
  headline: '',
  standfirst: '',
  caption: '',
  paragraphs: [],
  sources: [],
  speakers: [],
  ...over,
})
const named = (...paragraphs: string[]): string[] => namedIn(article({ paragraphs }))

describe('the persons an article names', () => {
  it.each([
    ['The engineer, Tom Varga, told members.', ['Tom Varga']],
    ['Crews heard Mr Adeyemi and Ms Rao out.', ['Adeyemi', 'Rao']],
    ['The fund was set up by M.S. Swaminathan in Chennai.', ['M.S. Swaminathan']],
    ['It was R. K. Sundaram who objected.', ['R. K. Sundaram']],
    ['A letter from Denise van der Berg arrived.', ['Denise van der Berg']],
    ['Friends of Imran bin Yusuf wept.', ['Imran bin Yusuf']],
    ['Her deputy, Rosa de la Cruz, resigned.', ['Rosa de la Cruz']],
    ['The poet Nuala O’Brien-Desai read.', ['Nuala O’Brien-Desai']],
    ['Police named him as Ruiz-Tagle, who was out.', ['Ruiz-Tagle']],
    ['The vote went against councillor Pike.', ['Pike']],
    ['They met President Olena Kravets in Kyiv.', ['Olena Kravets']],
    ['Smt Lakshmi Venkataraman and Shri Anil Gupta spoke.', ['Lakshmi Venkataraman', 'Anil Gupta']],
    ['Critics say Quill’s plan fails; "no," Quill said.', ['Quill']],
    ['Representative Marcus Young Jr. declined.', ['Marcus Young Jr']],
    ['Tom Varga and Hester Quill voted.', ['Tom Varga', 'Hester Quill']],
    ['Former Mayor Agnes Holt watched.', ['Agnes Holt']],
    ['On Monday Alec Brandt told members so.', ['Alec Brandt']],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected)
  })

  it.each([
    'The ferry was late again. Who pays? Nobody knows.',
    'On Monday in March the river rose. In Kyiv, Russian troops withdrew.',
    'They walked down Elm Street to the Black Sea and Cold Point.',
    'Residents of New York, Tamil Nadu and West Bengal wrote.',
    'Yesterday Ukraine said that Russia said the opposite.',
    'Former members met on Tuesday.',
    'It rained. Angry crews left. Fishing stopped.',
  ])('are none in: %s', (text) => {
    expect(named(text)).toEqual([])
  })
})

describe('the organisations an article names', () => {
  it.each([
    ['A grant from the Bank of England came late.', ['Bank of England']],
    ['Work by Field & Sons Builders stopped.', ['Field & Sons Builders']],
    ['A spokesman for Kaveri Medical Store denied it.', ['Kaveri Medical Store']],
    ['Teachers at Green Valley Academy struck.', ['Green Valley Academy']],
    ['The report by the Ministry of Defence says so.', ['Ministry of Defence']],
    ['There NATO said it would wait.', ['NATO']],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected)
  })

  it('and the agencies that it cites, as printed', () => {
    expect(namedIn(article({ sources: ['Northwire', 'the town clerk'] }))).toEqual(['Northwire'])
  })
})

it('headline, standfirst, caption and speakers count; a headline in capitals tells nothing', () => {
  const found = namedIn(
    article({
      headline: 'Board Votes To Reopen East Quay After Long Winter',
      standfirst: 'It was Hester Quill who asked.',
      caption: 'Femi Adeyemi at the ice house.',
      speakers: ['Tom Varga, engineer to the board'],
    }),
  )
  expect(found).toEqual(['Hester Quill', 'Femi Adeyemi', 'Tom Varga'])
})

it('other languages and scripts name nobody rather than the wrong one', () => {
  expect(namedIn(article({ language: 'de', paragraphs: ['Der Bürgermeister Hans Meier sprach.'] }))).toEqual(
    [],
  )
  expect(named('मंत्री राम कुमार ने कहा।', 'قال أمين المكتبة', '市长王伟说。')).toEqual([])
})

it('is bounded, each name once, whatever is pasted', () => {
  const many = Array.from({ length: 200 }, (_, i) => `There Ms Rao${'abcdefghij'[i % 10]}${i} spoke.`)
  expect(named(...many).length).toBeLessThanOrEqual(MOST_NAMED)
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), fc.string(), (paragraphs, headline) => {
      const found = namedIn(article({ paragraphs, headline }))
      expect(new Set(found).size).toBe(found.length)
      expect(found.every((name) => name.length <= 80)).toBe(true)
    }),
  )
  const started = performance.now()
  named('A. B. C of the and & '.repeat(20_000), 'Aa '.repeat(100_000))
  expect(performance.now() - started).toBeLessThan(2_000)
})
