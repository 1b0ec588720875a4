import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { minutes } from '../lib/clock.ts'
import { CHALLENGE_MINUTES, type RelyingParty } from './passkey.ts'

const timeout = minutes(CHALLENGE_MINUTES)

/** An answer of a browser that was checked against the challenge, the origin and the public key. */
export type NewCredential = {
  credentialId: string
  publicKey: Uint8Array
  counter: number
  transports: string[]
}

/** ES256, EdDSA and RS256: what every authenticator of these years makes (COSE). */
const ALGORITHMS = [-7, -8, -257]

/**
 * What a browser is asked to make: a discoverable key behind a finger, a face or a PIN. No attestation: which make of
 * key somebody uses is none of our business.
 */
export const creationOptions = (
  party: RelyingParty,
  person: { handle: Uint8Array<ArrayBuffer>; email: string; name: string },
  paperName: string,
  challenge: Uint8Array<ArrayBuffer>,
  known: readonly { credentialId: string; transports: string[] }[],
): Promise<PublicKeyCredentialCreationOptionsJSON> =>
  generateRegistrationOptions({
    rpName: paperName,
    rpID: party.id,
    userID: person.handle,
    userName: person.email,
    userDisplayName: person.name,
    challenge,
    timeout,
    attestationType: 'none',
    excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: ALGORITHMS,
  })

/** No list of keys: the browser offers those it has, so that the page tells nobody who works here. */
export const requestOptions = (
  party: RelyingParty,
  challenge: Uint8Array<ArrayBuffer>,
): Promise<PublicKeyCredentialRequestOptionsJSON> =>
  generateAuthenticationOptions({ rpID: party.id, challenge, timeout, userVerification: 'required' })

/**
 * The challenge that an answer says it answers; undefined for what is no answer at all. It proves nothing yet: it only
 * finds the row that must be used up before the signature is looked at.
 */
export function challengeIn(answer: unknown): string | undefined {
  const data = textAt(answer, 'response', 'clientDataJSON')
  if (data === undefined || data.length > 4_000) return undefined
  try {
    return textAt(JSON.parse(Buffer.from(data, 'base64url').toString()), 'challenge')
  } catch {
    return undefined
  }
}

export const credentialIdIn = (answer: unknown): string | undefined => textAt(answer, 'id')

/** The owner that the key itself names. */
export const handleIn = (answer: unknown): string | undefined => textAt(answer, 'response', 'userHandle')

function textAt(value: unknown, ...path: string[]): string | undefined {
  let at = value
  for (const name of path) {
    if (typeof at !== 'object' || at === null || Array.isArray(at)) return undefined
    at = (at as Record<string, unknown>)[name]
  }
  return typeof at === 'string' ? at : undefined
}

/** Checks what a browser made; undefined where anything at all is amiss. Which thing is for the log of an attacker. */
export async function checkCreated(
  party: RelyingParty,
  answer: unknown,
  challenge: string,
): Promise<NewCredential | undefined> {
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: answer as never,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    })
    if (!verified) return undefined
    const { id, publicKey, counter } = registrationInfo.credential
    return { credentialId: id, publicKey, counter, transports: transportsIn(answer) }
  } catch {
    return undefined
  }
}

/** Hints for the browser's own dialogue, from a closed list: the answer is a stranger's until now. */
const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']
function transportsIn(answer: unknown): string[] {
  const { transports } = ((answer as { response?: unknown }).response ?? {}) as { transports?: unknown }
  return Array.isArray(transports) ? TRANSPORTS.filter((known) => transports.includes(known)) : []
}

/**
 * Checks a signature; the authenticator's new count, or undefined where anything is amiss. The count itself is judged
 * after the signature, by `countGoesOn`: judged before, anybody who knows a key's id could have it suspended.
 */
export async function checkSigned(
  party: RelyingParty,
  answer: unknown,
  challenge: string,
  key: { credentialId: string; publicKey: Uint8Array },
): Promise<number | undefined> {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: answer as never,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      credential: { id: key.credentialId, publicKey: new Uint8Array(key.publicKey), counter: 0 },
    })
    return verified ? authenticationInfo.newCounter : undefined
  } catch {
    return undefined
  }
}
