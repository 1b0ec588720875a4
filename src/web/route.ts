import type { StaffAct } from '../accounts/staff.ts'
import type { LimitName } from './limits.ts'
import type { Visit } from './request.ts'

/**
 * Who may use a route. `anyone`: every reader. `holder`: whoever holds the secret in the address (a receipt, a link).
 * `demo`: only where the seed set up a demo. `key`: a program with an API key, which answers in another shape and reads no
 * cookie. Otherwise staff whose role may do that act.
 */
export type Guard = 'anyone' | 'holder' | 'demo' | 'key' | StaffAct

/** One line of the map: nothing answers that does not stand in it with its guard and its limit. */
export type Route = {
  method: 'GET' | 'POST'
  /** Hono's pattern. */
  path: string
  guard: Guard
  /** Counted by network address before anything else is done, or by key; staff are not counted. */
  limit: LimitName | 'by_key' | 'none'
  /** For POST: what the body is. JSON is read by the route itself. */
  body?: 'form' | 'upload' | 'json'
  handle: (visit: Visit) => Promise<Response>
}
