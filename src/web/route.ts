import type { StaffAct } from '../accounts/staff.ts'
import type { LimitName } from './limits.ts'
import type { Visit } from './request.ts'

/**
 * Who may use a route. `anyone`: every reader. `holder`: whoever holds the secret in the address (a receipt, a link).
 * `demo`: only where the seed set up a demo. Otherwise staff whose role may do that act.
 */
export type Guard = 'anyone' | 'holder' | 'demo' | StaffAct

/** One line of the map: nothing answers that does not stand in it with its guard and its limit. */
export type Route = {
  method: 'GET' | 'POST'
  /** Hono's pattern. */
  path: string
  guard: Guard
  /** Counted by network address before anything else is done; staff are not counted. */
  limit: LimitName | 'none'
  /** For POST: what the body is. */
  body?: 'form' | 'upload'
  handle: (visit: Visit) => Promise<Response>
}
