import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressBuckets } from './address-features.ts'
import { bucketCount } from './hashed-features.ts'
import { createTokensOf } from './tokens.ts'

const tokensOf = createTokensOf({ known: ['see', 'the', 'minutes'], offensive: [] })
const bucketsOf = (text: string): number[] => addressBuckets(text, tokensOf(text))
const shared = (one: string, other: string): number => {
  const buckets = new Set(bucketsOf(one))
  return bucketsOf(other).filter((bucket) => buckets.has(bucket)).length
}

describe('what the linear model reads of addresses', () => {
  it('is nothing where a text has none', () => {
    expect(bucketsOf('See the minutes.')).toEqual([])
  })

  it('knows a host again, whatever stands behind it and however it is written', () => {
    expect(shared('http://shop.example.com/a', 'https://www.SHOP.example.com/other?x=1')).toBeGreaterThan(
      shared('http://shop.example.com/a', 'https://library.example.org/other?x=1'),
    )
  })

  it('tells an address that pays whoever sent the reader from one that does not', () => {
    expect(bucketsOf('http://a.example.com/x?ref=123')).not.toEqual(
      bucketsOf('http://a.example.com/x?page=123'),
    )
  })

  it('stays a few buckets of the table, however many and long the addresses', () => {
    fc.assert(
      fc.property(fc.array(fc.webUrl({ withQueryParameters: true }), { maxLength: 60 }), (urls) => {
        const buckets = bucketsOf(urls.join(' '))
        expect(buckets.length).toBeLessThan(100)
        for (const bucket of buckets) expect(bucket).toBeLessThan(bucketCount)
      }),
    )
  })
})
