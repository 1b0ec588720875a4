import { expect } from 'vitest'
import { ORIGIN } from '../support/app.ts'
import { reordering } from './bidi.ts'
import { type Node, outlineOf, parsePage, strayAddresses } from './page.ts'

/** The page is built as with harmless words, leads nowhere strange, and reorders nothing. */
export function expectBuiltAs(name: string, markup: string, outline: string): Node {
  const page = parsePage(markup)
  expect(outlineOf(page), `the structure of “${name}”`).toBe(outline)
  expectHarmless(name, page)
  return page
}

export function expectHarmless(name: string, page: Node): void {
  expect(strayAddresses(page, ORIGIN), `addresses in “${name}”`).toEqual([])
  expect(reordering(page), `bidi in “${name}”`).toEqual([])
}
