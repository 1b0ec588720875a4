import { expect, it } from 'vitest'
import { printable } from './printable.ts'

it('writes out what would drive a terminal or turn a line', () => {
  expect(printable('\u001B[31m\u009B2J\r\u0000\u2028\u202Ex\u2069')).toBe(
    '\\u001b[31m\\u009b2J\\u000d\\u0000\\u2028\\u202ex\\u2069',
  )
})

it('leaves letters, spaces and line feeds as they are', () => {
  expect(printable('a\tb\n“é” 😀 דניאל نی\u200Cست')).toBe('a\tb\n“é” 😀 דניאל نی\u200Cست')
})

it('keeps JSON what it says', () => {
  const said = { text: 'a\u0085b\u202Ec\u001B\n\u2028' }
  expect(JSON.parse(printable(JSON.stringify(said)))).toEqual(said)
})
