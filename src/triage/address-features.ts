import { bucketCount, hashOf } from './hashed-features.ts'
import type { Token } from './token-list.ts'
import { URL } from './word-parts.ts'

// A comment of addresses alone is told by the first few, and a long address by its beginning.
const addressesRead = 6
const longestRead = 160
const pathWordsRead = 8

/**
 * The features of the addresses in a text: their hosts, the words of their paths, their form, how many they are and how
 * much is said besides. An advertisement links to a shop, a channel or a referrer; an argument links to its source.
 * `text` is the raw text that `tokens` were cut from; empty where it has no address.
 */
export function addressBuckets(text: string, tokens: readonly Token[]): number[] {
  const buckets: number[] = []
  const add = (name: string): void => {
    buckets.push(hashOf(`<address ${name}>`) & (bucketCount - 1))
  }
  let count = 0
  let characters = 0
  for (const token of tokens) {
    if (token.word !== URL) continue
    count++
    characters += token.end - token.start
    if (count <= addressesRead) addAddress(text.slice(token.start, token.start + longestRead), token, add)
  }
  if (count === 0) return buckets
  add(`count ${Math.min(3, count)}`)
  add(`beside ${magnitude(text.trim().length - characters, 6)}`)
  return buckets
}

function addAddress(start: string, { start: from, end }: Token, add: (name: string) => void): void {
  const address = start
    .slice(0, end - from)
    .toLowerCase()
    .replace(/^[a-z]{3,5}:\/\//, '')
    .replace(/^www\./, '')
  const host = /^[^/?#]*/.exec(address)?.[0] ?? ''
  const labels = host.split('.')
  add(`host ${host}`)
  add(`name ${labels.at(-2)}`)
  add(`top ${labels.at(-1)}`)
  const path = address.slice(host.length)
  const words = path.match(/[a-z0-9]{2,20}/g) ?? []
  for (const word of words.slice(0, pathWordsRead)) add(`path ${word}`)
  add(`depth ${Math.min(4, path.match(/[/?#]/g)?.length ?? 0)}`)
  add(`length ${magnitude(end - from, 7)}`)
  // Who sent the reader is told to a shop that pays for it.
  if (/[?&](?:a|aff|code|id|r|ref|referral|tag|utm_\w+)=/.test(path)) add('referrer')
}

const magnitude = (size: number, most: number): number =>
  Math.min(most, Math.floor(Math.log2(1 + Math.max(0, size))))
