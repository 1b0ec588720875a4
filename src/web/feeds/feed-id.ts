import { createHmac } from 'node:crypto'

export type Identified = 'paper' | 'section' | 'article' | 'comment' | 'comments'

/**
 * The name of a thing in feeds: a UUID (RFC 9562, version 8) under the installation's own secret. It holds no address, so
 * that a paper that moves to another domain or rewords a headline is not read twice, and a backup brings it along.
 */
export function feedId(secret: Buffer, kind: Identified, id: number): string {
  const bytes = createHmac('sha256', secret).update(`feed:${kind}:${id}`).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `urn:uuid:${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')}`
}
