import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * A secret for a link or a cookie: 22 characters, 132 bits. Only its hash is stored, so that a copy of the database
 * signs nobody in.
 */
export const newToken = (): string => randomBytes(17).toString('base64url').slice(0, 22)

export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/**
 * The secret half of a private address such as a receipt's. It is derived, not stored: a retried submission gets the
 * same receipt again, and a copy of the comment table alone opens none.
 */
export function sealFor(secret: Buffer, purpose: string, id: number): string {
  return createHmac('sha256', secret).update(`${purpose}:${id}`).digest('base64url').slice(0, 22)
}

/** `345-AbC…` as it stands in a private address; undefined when it is malformed or the seal is not ours. */
export function idFromRef(secret: Buffer, purpose: string, ref: string): number | undefined {
  const match = /^([1-9]\d{0,14})-([A-Za-z0-9_-]{22})$/.exec(ref)
  if (!match) return undefined
  const id = Number(match[1])
  const expected = Buffer.from(sealFor(secret, purpose, id))
  return timingSafeEqual(expected, Buffer.from(match[2] as string)) ? id : undefined
}

export const refFor = (secret: Buffer, purpose: string, id: number): string =>
  `${id}-${sealFor(secret, purpose, id)}`

/** Addresses of machines are kept only like this: enough to count repeats, useless without the key. */
export const networkKeyFor = (secret: Buffer, address: string): Buffer =>
  createHmac('sha256', secret).update(`network:${address}`).digest().subarray(0, 16)
