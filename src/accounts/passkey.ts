import { isIP } from 'node:net'

/** A passkey as its owner sees it. */
export type Passkey = {
  id: number
  name: string
  createdAt: Date
  lastUsedAt: Date | null
  suspended: boolean
}

/** To whom a passkey answers: the host alone, and the origin that its answers must name (WebAuthn Level 3, 5.1.2). */
export type RelyingParty = { id: string; origin: string }

/**
 * Of an origin as `POSTBAG_ORIGIN` says it; undefined where browsers make no passkeys: on a bare network address, which
 * is no domain, and without encryption except on the machine itself.
 */
export function relyingPartyOf(origin: string): RelyingParty | undefined {
  const { hostname, protocol } = new URL(origin)
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) return undefined
  const local = hostname === 'localhost' || hostname.endsWith('.localhost')
  if (protocol !== 'https:' && !local) return undefined
  return { id: hostname, origin }
}

export type PasskeyRefusal =
  | { code: 'passkey_refused' }
  | { code: 'passkey_suspended' }
  | { code: 'passkey_known' }
  | { code: 'passkey_missing' }
  | { code: 'last_passkey' }
  | { code: 'passkeys_unavailable' }

/**
 * Whether an authenticator's count goes on from the one before. A count that stands still or falls means that two
 * devices count, so that one of them holds a copy (WebAuthn Level 3, 6.1.1). Keys synchronised between machines do not
 * count: they say 0 each time.
 */
export const countGoesOn = (before: number, now: number): boolean =>
  (before === 0 && now === 0) || now > before

/** Time to find the key or the finger; after that a stolen answer is worth nothing. */
export const CHALLENGE_MINUTES = 5
/** A laptop, a phone, two keys in a drawer: more are forgotten ones. */
export const MOST_PASSKEYS = 10
export const LONGEST_PASSKEY_NAME = 40
