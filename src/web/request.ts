import type { Context as HonoContext } from 'hono'
import type { ApiKey } from '../accounts/api-key.ts'
import type { StaffSession } from '../accounts/session-store.ts'
import type { Staff } from '../accounts/staff.ts'
import type { Context } from '../context.ts'
import type { Refusal } from './refusals.ts'

/** What the HTTP server hands on: the peer's address. Absent in tests that need no socket. */
export type Bindings = { incoming?: { socket?: { remoteAddress?: string | undefined } } }

/** One request on its way through a route. */
export type Visit = {
  ctx: Context
  c: HonoContext<{ Bindings: Bindings }>
  now: Date
  /** Of the reader's machine, as far as trusted proxies tell; only for limits and keyed hashes. */
  address: string
  /** Set where the route's guard asks for staff. */
  staff: Staff | undefined
  session: StaffSession | undefined
  /** Set where the route's guard asks for a key. */
  apiKey: ApiKey | undefined
  formToken: string
  fields: Fields
}

/** Thrown where the world says no in the middle of a request; caught in one place and shown as a page or JSON. */
export class RefusedError extends Error {
  override name = 'RefusedError'
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

export const refuse = (refusal: Refusal): never => {
  throw new RefusedError(refusal)
}

/** The fields of a form. A field that was not sent is empty; one sent twice is its first. */
export class Fields {
  readonly #values: Map<string, string>
  readonly #files: Map<string, Uint8Array>
  constructor(values = new Map<string, string>(), files = new Map<string, Uint8Array>()) {
    this.#values = values
    this.#files = files
  }
  get(name: string): string {
    return this.#values.get(name) ?? ''
  }
  has(name: string): boolean {
    return this.#values.has(name)
  }
  /** Of the fields that were sent. */
  names(): string[] {
    return [...this.#values.keys()]
  }
  file(name: string): Uint8Array | undefined {
    return this.#files.get(name)
  }
}

/** Ids in addresses and forms: whole, positive, safe. Anything else is nothing. */
export function idIn(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined
}

export const wantsJson = (visit: Pick<Visit, 'c'>): boolean =>
  (visit.c.req.header('accept') ?? '').startsWith('application/json')
