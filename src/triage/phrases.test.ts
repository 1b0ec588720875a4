import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { groundsByBook } from './grounds.ts'
import { loadVocabulary } from './model-files.ts'
import { phraseBooks } from './phrases.ts'
import { saidOf } from './said.ts'
import { createTokensOf } from './tokens.ts'

const tokensOf = createTokensOf(loadVocabulary(join(import.meta.dirname, '../../models/triage')))
const found = (text: string, lists: Record<string, string>, classes = {}) =>
  (
    groundsByBook(saidOf(text, tokensOf(text)), phraseBooks({ list: { phrases: lists, classes } })).get(
      'list',
    ) ?? []
  ).map(({ start, end }) => text.slice(start, end))

describe('a list of phrases', () => {
  it.each([
    ['takes/took the bribe', 'He took the bribe.', ['took the bribe']],
    ['takes/took the bribe', 'He gave the bribe.', []],
    ['under_the/below table', 'It went under the table.', ['under the table']],
    ['a? fat envelope', 'A fat envelope, then fat envelope again', ['A fat envelope', 'fat envelope']],
    ['take * home', 'Take bribes home, take it and home', ['Take bribes home']],
    ['took ** bribe', 'She took her hat and her coat and a bribe.', []],
    ['took ** bribe', 'She took it. A bribe!', []],
    ['took ** bribe', 'She took, again, bribe.', ['took, again, bribe']],
    ['{fruit} rot', 'Plums rot.', ['Plums rot']],
  ])('reads "%s" in "%s"', (phrase, text, expected) => {
    expect(found(text, { 1: phrase }, { fruit: 'pears/plums' })).toEqual(expected)
  })

  it('finds a phrase through a disguise, and marks it as it was typed', () => {
    expect(found('he took the br1be today', { 1: 'took the bribe' })).toEqual(['took the br1be'])
  })

  it('lets the weightier of two that share a word stand, then the longer', () => {
    expect(found('on the payroll', { 0.9: 'the payroll', 0.5: 'on the payroll' })).toEqual(['the payroll'])
    expect(found('on the payroll', { 0.9: 'the payroll\non the payroll' })).toEqual(['on the payroll'])
  })
})

describe('sentences', () => {
  const sentences = (text: string) => {
    const said = saidOf(text, tokensOf(text))
    return said.sentences.map(({ first, last }) =>
      text.slice(said.tokens[first]?.start ?? 0, said.tokens[last - 1]?.end ?? 0),
    )
  }

  it('end at a mark or a line, and not at a title or an initial', () => {
    expect(sentences('It rained. Did it? It did!!! Yes')).toEqual(['It rained', 'Did it', 'It did', 'Yes'])
    expect(sentences('Mr. Desai and P. Nair met Dr. Marsh')).toEqual(['Mr. Desai and P. Nair met Dr. Marsh'])
    expect(sentences('One line\nand another')).toEqual(['One line', 'and another'])
  })
})
