import { beforeEach, expect, it, vi } from 'vitest'
import { parseDocument } from 'yaml'
import { readFrontMatter } from '../src/newsroom/import/front-matter.ts'
import { parsePolicy } from '../src/policy/parse.ts'

vi.mock('yaml', async (original) => {
  const yaml = await original<typeof import('yaml')>()
  return { ...yaml, parseDocument: vi.fn(yaml.parseDocument) }
})
beforeEach(() => {
  vi.mocked(parseDocument).mockClear()
})

it.each([
  ['brackets without an end', '['.repeat(250_000)],
  ['tags without a value', '!!set '.repeat(41_000)],
  ['brackets within the size of a policy', '[\n'.repeat(30_000)],
  ['lists in lists on one line', `rules:\n${'- '.repeat(30_000)}`],
])('a policy of %s is refused before it is parsed', (_, text) => {
  expect(parsePolicy(text).ok).toBe(false)
  expect(parseDocument).not.toHaveBeenCalled()
})

it.each(['[', '- ', '? ', 'a: '])('front matter of “%s” is refused before it is parsed', (opener) => {
  expect(readFrontMatter(`---\ntitle: a\nx: ${opener.repeat(4_000)}\n---\nText.`)).toMatchObject({
    refusal: { code: 'bad_front_matter', line: 3 },
  })
  expect(parseDocument).not.toHaveBeenCalled()
})

it('an ordinary policy and front matter are parsed once each', () => {
  parsePolicy('intro: a')
  readFrontMatter('---\ntitle: a\n---\nText.')
  expect(parseDocument).toHaveBeenCalledTimes(2)
})
