import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ShippedCurve } from './desk/unread-curve.ts'
import { projectRoot } from './root.ts'

let loaded: ShippedCurve | undefined

/** What `npm run train:curve` wrote, read once a process. */
export function shippedCurve(): ShippedCurve {
  loaded ??= JSON.parse(readFileSync(join(projectRoot, 'models/triage/curve.json'), 'utf8')) as ShippedCurve
  return loaded
}
