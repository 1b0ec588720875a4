import fc from 'fast-check'
import { expect, it } from 'vitest'
import { maxTokens } from './hashed-features.ts'
import { createSiteFeatures } from './site-features.ts'
import { createTokensOf, type Token } from './tokens.ts'

const tokensOf = createTokensOf({ known: [], offensive: [] })
const word = fc.constantFrom('the', 'quay', 'you', 'not', 'gullhead', '"', 'said', '!')

it('gives distinct buckets in ascending order, whatever was read before', () => {
  const used = createSiteFeatures()
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), (words) => {
      const tokens = tokensOf(words.join(' '))
      const buckets = used.bucketsOf(tokens)
      expect([...buckets]).toEqual([...new Set(buckets)].sort((a, b) => a - b))
      expect(buckets).toEqual(createSiteFeatures().bucketsOf(tokens))
    }),
  )
})

it('finds a word’s own buckets in every text that holds it', () => {
  const features = createSiteFeatures()
  const inText = new Set(features.bucketsOf(tokensOf('That gullhead sold the quay.')))
  expect([...features.bucketsOfWord('gullhead')].every((bucket) => inText.has(bucket))).toBe(true)
})

it('reads no further than an essay', () => {
  const tokens = Array.from(
    { length: 2 * maxTokens },
    (_, i): Token => ({ word: `w${i}`, start: i, end: i + 1 }),
  )
  const features = createSiteFeatures()
  expect(features.bucketsOf(tokens)).toEqual(features.bucketsOf(tokens.slice(0, maxTokens)))
})
