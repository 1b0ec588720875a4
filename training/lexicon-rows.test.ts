import { expect, it } from 'vitest'
import { lexiconRow } from './lexicon-rows.ts'

const line = (category: string, severity: number): string => `phrase,form,,,${category},,,${severity},Label\r`

it('a phrase of the lexicon is toxic, and what its category says', () => {
  expect(lexiconRow(line('racial / ethnic slurs', 1.8))).toMatchObject([
    { text: 'phrase', toxic: 1, identity: 1 },
  ])
  expect(lexiconRow(line('mental disability', 1.8))).toMatchObject([{ toxic: 1, insult: 1 }])
  expect(lexiconRow(line('political', 1.8))[0]).not.toHaveProperty('insult')
})

it('a word about sexuality is hatred where its raters found it severe only', () => {
  expect(lexiconRow(line('sexual orientation / gender', 2.6))).toMatchObject([{ identity: 1 }])
  expect(lexiconRow(line('sexual orientation / gender', 2))[0]).not.toHaveProperty('identity')
})

it('a mild word teaches nothing', () => {
  expect(lexiconRow(line('sexual anatomy / sexual acts', 1.2))).toEqual([])
})
