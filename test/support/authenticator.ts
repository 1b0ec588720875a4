import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest()
const PRESENT = 0x01
const VERIFIED = 0x04
const ATTESTED = 0x40

type Way = {
  /** What an attacker bends, one at a time. */
  origin: string
  party: string
  verified: boolean
  type: string
  handle: string | undefined
}

/** A security key in software: real P-256 signatures over real authenticator data (WebAuthn Level 3, 6.1 and 6.5). */
export class Authenticator {
  readonly credentialId = randomBytes(16)
  counter = 0
  #handle = ''
  readonly #privateKey: KeyObject
  readonly #x: Buffer
  readonly #y: Buffer
  readonly #origin: string

  constructor(origin: string) {
    this.#origin = origin
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
    this.#privateKey = privateKey
    this.#x = Buffer.from(x, 'base64url')
    this.#y = Buffer.from(y, 'base64url')
  }

  #way(over: Partial<Way>): Way {
    const party = new URL(this.#origin).hostname
    return { origin: this.#origin, party, verified: true, type: '', handle: this.#handle, ...over }
  }

  #clientData(type: string, challenge: string, way: Way): Buffer {
    return Buffer.from(
      JSON.stringify({ type: way.type || type, challenge, origin: way.origin, crossOrigin: false }),
    )
  }

  #authData(way: Way, flags: number): Buffer {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(this.counter)
    return Buffer.concat([
      sha256(way.party),
      Buffer.from([PRESENT | (way.verified ? VERIFIED : 0) | flags]),
      counter,
    ])
  }

  /** The answer to options of `navigator.credentials.create`. */
  create(
    options: { challenge: string; user: { id: string } },
    over: Partial<Way> = {},
  ): Record<string, unknown> {
    const way = this.#way(over)
    this.#handle = options.user.id
    const key = Buffer.concat([
      Buffer.from('a5010203262001215820', 'hex'),
      this.#x,
      Buffer.from('225820', 'hex'),
      this.#y,
    ])
    const length = Buffer.alloc(2)
    length.writeUInt16BE(this.credentialId.length)
    const data = Buffer.concat([
      this.#authData(way, ATTESTED),
      Buffer.alloc(16),
      length,
      this.credentialId,
      key,
    ])
    const size = Buffer.alloc(2)
    size.writeUInt16BE(data.length)
    const attestationObject = Buffer.concat([
      Buffer.from('a3', 'hex'),
      Buffer.from('63666d74646e6f6e65', 'hex'),
      Buffer.from('6761747453746d74a0', 'hex'),
      Buffer.from('68617574684461746159', 'hex'),
      size,
      data,
    ])
    return this.#answer({
      clientDataJSON: this.#clientData('webauthn.create', options.challenge, way).toString('base64url'),
      attestationObject: attestationObject.toString('base64url'),
      transports: ['internal', 'carrier-pigeon'],
    })
  }

  /** The answer to options of `navigator.credentials.get`; it counts. */
  get(options: { challenge: string }, over: Partial<Way> = {}): Record<string, unknown> {
    const way = this.#way(over)
    if (this.counter > 0) this.counter++
    const client = this.#clientData('webauthn.get', options.challenge, way)
    const data = this.#authData(way, 0)
    return this.#answer({
      clientDataJSON: client.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: sign('sha256', Buffer.concat([data, sha256(client)]), this.#privateKey).toString(
        'base64url',
      ),
      ...(way.handle === undefined ? {} : { userHandle: way.handle }),
    })
  }

  #answer(response: Record<string, unknown>): Record<string, unknown> {
    const id = this.credentialId.toString('base64url')
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response }
  }
}
