import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isMap, isPair, isSeq, parseDocument } from 'yaml'
import { overNestedAt } from './yaml-nesting.ts'

/** Without recursion: the measure must not fall where the parser would. */
function depthOf(root: unknown): number {
  let deepest = 0
  const open: [unknown, number][] = [[root, 1]]
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, depth] = next
    deepest = Math.max(deepest, depth)
    if (isPair(node)) open.push([node.key, depth], [node.value, depth])
    else if (isMap(node) || isSeq(node)) for (const item of node.items) open.push([item, depth + 1])
  }
  return deepest
}

const openers = ['[', '{', '- ', '? ', 'a: ', '"a": ', '[a: ', 'a: [', '- ? ', '? a: ', '- [']

describe('nesting of a YAML text', () => {
  it('of the shipped policy is within the bound', () => {
    const policy = readFileSync(join(import.meta.dirname, '../../policies/default.yaml'), 'utf8')
    expect(overNestedAt(policy)).toBeUndefined()
  })

  it.each(openers)('by %s on one line is found in that line', (opener) => {
    expect(overNestedAt(`a: b\n${opener.repeat(1_000)}`)).toBe(2)
  })

  it('over many lines is found, by brackets or by indent', () => {
    expect(overNestedAt('[\n'.repeat(301))).toBe(301)
    expect(overNestedAt(Array.from({ length: 80 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'))).toBe(66)
  })

  it('is not hidden by closing brackets in strings, comments and tags', () => {
    for (const part of ['[ "]", ', "[ ']', ", '[ # ]\n', '[ !<]> ', '[ []] '])
      expect(overNestedAt(part.repeat(1_000))).toBeDefined()
  })

  it('that passes is no deeper than the bound says, whatever it is made of', () => {
    const piece = fc.constantFrom(...openers, ']', '}', '"', "'", '\n', ' ', '#', ', ', '!a ', '|\n', 'x')
    const text = fc.array(fc.tuple(piece, fc.integer({ min: 1, max: 60 })), { maxLength: 12 })
    fc.assert(
      fc.property(text, (parts) => {
        const yaml = parts.map(([part, times]) => part.repeat(times)).join('')
        if (overNestedAt(yaml) !== undefined) return
        expect(depthOf(parseDocument(yaml, { prettyErrors: false }).contents)).toBeLessThan(420)
      }),
    )
  })
})
